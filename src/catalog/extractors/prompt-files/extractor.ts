/** Reads prompts that are files of their own: Prompty, Dotprompt, GitHub Models; each with the model that it names. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FileInput,
  type Gap,
  type RelationObservation,
} from '../../../kit/define-extractor.ts';
import { project } from '../../../kit/observe-packages.ts';
import { observeInstructions } from '../../../kit/observe-text.ts';
import { readFrontMatter } from '../../../read/front-matter.ts';
import { isPlaceholderName } from '../../../read/placeholder-name.ts';
import { entryOf, itemsOf, type Positioned, type PositionedFile, textOf, valueAt } from '../../../read/positioned.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { readYaml } from '../../../read/yaml-positions.ts';

const key = 'prompt';

/** Providers by the words of the three formats. */
const providers: Readonly<Record<string, string>> = {
  azure: 'azure',
  azure_openai: 'azure',
  foundry: 'azure',
  azure_serverless: 'azure',
  openai: 'openai',
  anthropic: 'anthropic',
  googleai: 'google',
  vertexai: 'google',
  google: 'google',
  ollama: 'ollama',
  mistral: 'mistral',
  'mistral-ai': 'mistral',
  cohere: 'cohere',
  deepseek: 'deepseek',
  meta: 'meta',
  microsoft: 'microsoft',
  xai: 'xai',
};

/** A model as the head names it: `googleai/gemini-1.5-flash`, or a name with its provider beside it. */
const modelIn = (head: Positioned | undefined): { readonly value: string; readonly line: number } | undefined => {
  const model = entryOf(head, 'model');
  const settings = valueAt(head, 'model', 'configuration');
  const written =
    textOf(model?.value) ??
    textOf(valueAt(head, 'model', 'id')) ??
    textOf(valueAt(settings, 'azure_deployment')) ??
    textOf(valueAt(settings, 'name')) ??
    textOf(valueAt(settings, 'model'));
  if (model === undefined || written === undefined || written.includes('${') || isPlaceholderName(written))
    return undefined;
  const beside = textOf(valueAt(head, 'model', 'provider')) ?? textOf(valueAt(settings, 'type'));
  const [, before, name = written] = /^([\w-]+)\/(.+)$/.exec(written) ?? [];
  const provider = providers[before ?? beside ?? ''];
  // A name alone may be a deployment of anybody’s, unless it is one that only OpenAI gives.
  if (provider === undefined)
    return /^(?:gpt-|o\d)/.test(written) ? { value: `openai:${written}`, line: model.line } : undefined;
  return { value: `${provider}:${name}`, line: model.line };
};

const observe = (input: FileInput, { value: head, errors }: PositionedFile): Extraction => {
  const { path } = input;
  const description = entryOf(head, 'description');
  const words = textOf(description?.value)?.trim();
  const prompt: AssetObservation = {
    key,
    kind: 'prompt',
    name:
      textOf(valueAt(head, 'name'))?.trim() ||
      baseNameOf(path).replace(/\.(?:prompty|prompt(?:\.ya?ml)?|md|txt|jinja2?|j2)$/i, ''),
    identifiers: [{ scheme: 'place', value: path }],
    facts: {
      path: { value: path },
      ...(words ? { description: { value: words, line: description!.line } } : {}),
    },
    line: 1,
  };
  const model = modelIn(head);
  const relations: RelationObservation[] = [{ relation: 'contains', from: project, to: { local: key }, line: 1 }];
  if (model !== undefined)
    relations.push({
      relation: 'instructs',
      from: { local: key },
      to: { kind: 'model', identifier: { scheme: 'model-name', value: model.value } },
      line: model.line,
    });
  const gaps = errors.map(({ line, why }): Gap => ({ what: `${path}:${line}`, scope: 'file', why }));
  const said = observeInstructions(input, prompt);
  return { ...emptyExtraction, assets: said.assets, relations: [...relations, ...said.relations], gaps };
};

/** `messages` with a role and content each: https://docs.github.com/en/github-models/use-github-models/storing-prompts-in-github-repositories */
const hasMessages = (root: Positioned | undefined): boolean =>
  itemsOf(valueAt(root, 'messages')).some(
    (message) => textOf(valueAt(message, 'role')) !== undefined && textOf(valueAt(message, 'content')) !== undefined,
  );

const plainPrompt =
  /(^|\/)(?:system[_-]?)?prompts?\/(?:[\w.-]+\/)?[\w.-]+\.(?:txt|md|jinja2?|j2)$|(^|\/)(?:[\w-]+[_-])?(?:system|agent)[_-]?prompt(?:[_-][\w-]+)?\.(?:txt|md|jinja2?|j2)$/i;

export default defineExtractor({
  id: 'prompt-files',
  title: 'Prompts in files of their own',
  claims: {
    endings: ['.prompty', '.prompt', '.prompt.yml', '.prompt.yaml'],
    // A text that its place or its name calls a prompt.
    paths: [plainPrompt],
  },
  limit: 1_000_000,
  extract(input): Extraction {
    const { path, text } = input;
    if (plainPrompt.test(path))
      return text().trim() === '' || /(?:^|\/)(?:readme|license|changelog)\b/i.test(path)
        ? emptyExtraction
        : observe(input, { errors: [] });
    if (/\.ya?ml$/i.test(path)) {
      const file = readYaml(text());
      return hasMessages(file.value) ? observe(input, file) : emptyExtraction;
    }
    const matter = readFrontMatter(text());
    if ((matter?.body ?? text()).trim() === '') return emptyExtraction;
    return observe(input, matter?.head ?? { errors: [] });
  },
});
