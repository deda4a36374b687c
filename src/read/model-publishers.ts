/** Tells whether the name of a publisher on the hub is nearly that of a well-known one. */

/** Publishers that many load from; names are compared without case, as the hub does. */
const known =
  'meta-llama mistralai deepseek-ai google microsoft openai openai-community nvidia stabilityai huggingface HuggingFaceH4 HuggingFaceTB facebook FacebookAI google-bert google-t5 sentence-transformers CohereForAI CohereLabs anthropic bigscience bigcode EleutherAI tiiuae databricks mosaicml allenai ibm-granite Salesforce Snowflake intfloat thenlper nomic-ai jinaai unsloth TheBloke bartowski lmstudio-community black-forest-labs runwayml CompVis laion timm xlm-roberta dbmdz cardiffnlp ProsusAI togethercomputer NousResearch teknium upstage internlm THUDM baichuan-inc moonshotai MiniMaxAI zai-org tencent baidu ByteDance apple amazon Intel AMD openbmb BAAI pyannote suno speechbrain espnet ultralytics roneneldan distilbert dslim philschmid mlx-community onnx-community Xenova lmsys vikhyatk liuhaotian adept stanfordnlp stanford-crfm princeton-nlp cerebras gpt2 perplexity-ai xai-org mixedbread-ai Alibaba-NLP Qwen 01-ai'.split(
    ' ',
  );

const byName = new Map(known.map((name) => [name.toLowerCase(), name]));

/** A name as it looks at a glance: letters that are drawn alike become one. */
const glance = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/I/g, 'l')
    .toLowerCase()
    .replaceAll(/rn/g, 'm')
    .replaceAll(/vv/g, 'w')
    .replaceAll(/[1|]/g, 'l')
    .replaceAll(/0/g, 'o')
    .replaceAll(/5/g, 's')
    .replaceAll(/[-_.]/g, '');

const byGlance = new Map(known.map((name) => [glance(name), name]));

/** Tells whether one letter more, less, other or two exchanged make one name of the other. */
const isOneApart = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const restOf = (text: string, from: number): string => text.slice(from);
  if (a.length === b.length)
    return (
      restOf(a, at + 1) === restOf(b, at + 1) ||
      (a[at] === b[at + 1] && a[at + 1] === b[at] && restOf(a, at + 2) === restOf(b, at + 2))
    );
  return a.length > b.length ? restOf(a, at + 1) === restOf(b, at) : restOf(a, at) === restOf(b, at + 1);
};

/** The known publisher that the name in `publisher/name` nearly is; empty where it is near none, or is one. */
export const resembledPublisher = (name: string): string => {
  const slash = name.indexOf('/');
  if (slash < 1) return '';
  const publisher = name.slice(0, slash);
  if (byName.has(publisher.toLowerCase())) return '';
  const alike = byGlance.get(glance(publisher));
  if (alike !== undefined) return alike;
  const lower = publisher.toLowerCase();
  // Short names are near each other by chance.
  return known.find((one) => one.length >= 8 && isOneApart(lower, one.toLowerCase())) ?? '';
};
