/** The variables and settings that send a provider’s clients to another address, and which addresses are nobody’s concern. */
import { entriesOf, entryOf, type Positioned, textOf, valueAt } from './positioned.ts';

/** Variables by which the vendors’ clients are told where to send requests. */
const variables: Readonly<Record<string, string>> = {
  ANTHROPIC_BASE_URL: 'anthropic',
  ANTHROPIC_API_URL: 'anthropic',
  ANTHROPIC_BEDROCK_BASE_URL: 'bedrock',
  ANTHROPIC_VERTEX_BASE_URL: 'google',
  OPENAI_BASE_URL: 'openai',
  OPENAI_API_BASE: 'openai',
  OPENAI_API_BASE_URL: 'openai',
  GOOGLE_GEMINI_BASE_URL: 'google',
  GEMINI_BASE_URL: 'google',
  CODE_ASSIST_ENDPOINT: 'google',
  MISTRAL_BASE_URL: 'mistral',
  GROQ_BASE_URL: 'groq',
  COHERE_BASE_URL: 'cohere',
};

/** The provider whose clients a variable of this name redirects. */
export const redirectedProvider = (variable: string): string | undefined =>
  Object.hasOwn(variables, variable) ? variables[variable] : undefined;

/** A provider’s clients are sent to an address by a setting. */
export interface Redirection {
  readonly provider: string;
  readonly setting: string;
  readonly url: string;
  readonly line: number;
}

const isAddress = (text: string | undefined): text is string =>
  text !== undefined && /^https?:\/\/[^\s{}$<>]+$/i.test(text) && URL.canParse(text);

/** Redirections among variables with their values. */
export const redirectionsAmong = (
  given: readonly { readonly name: string; readonly value: string; readonly line: number }[],
): readonly Redirection[] =>
  given.flatMap(({ name, value, line }) => {
    const provider = redirectedProvider(name);
    return provider !== undefined && isAddress(value.trim())
      ? [{ provider, setting: name, url: value.trim(), line }]
      : [];
  });

const at = (root: Positioned | undefined, provider: string, key: string): readonly Redirection[] => {
  const entry = entryOf(root, key);
  const url = textOf(entry?.value);
  return entry && isAddress(url) ? [{ provider, setting: key, url, line: entry.line }] : [];
};

/** Redirections in the settings of a coding agent; a provider of one’s own name there is a choice, not a redirection. */
export const redirectionsIn = (client: string, root: Positioned): readonly Redirection[] => {
  const env = entriesOf(valueAt(root, 'env')).flatMap(([name, { line, value }]) => {
    const text = textOf(value);
    return text === undefined ? [] : [{ name, value: text, line }];
  });
  const own = redirectionsAmong(env);
  switch (client) {
    // https://developers.openai.com/codex/config-reference
    case 'codex': {
      const chosen = textOf(valueAt(root, 'model_provider')) ?? 'openai';
      return [
        ...own,
        ...at(root, 'openai', 'openai_base_url'),
        ...at(root, 'openai', 'chatgpt_base_url'),
        ...at(valueAt(root, 'model_providers', chosen), 'openai', 'base_url'),
      ];
    }
    // https://opencode.ai/docs/providers/
    case 'opencode':
      return ['anthropic', 'openai', 'google'].flatMap((provider) =>
        at(valueAt(root, 'provider', provider, 'options'), provider, 'baseURL'),
      );
    // https://zed.dev/docs/ai/llm-providers
    case 'zed':
      return ['anthropic', 'openai', 'google'].flatMap((provider) =>
        at(valueAt(root, 'language_models', provider), provider, 'api_url'),
      );
    case 'aider':
      return [...at(root, 'openai', 'openai-api-base'), ...at(root, 'anthropic', 'anthropic-api-base')];
    default:
      return own;
  }
};

/** Providers, their compatible addresses, and gateways that publish how to be used in this way. */
const known = String.raw`(?:[\w-]+\.)*(?:anthropic\.com|claude\.com|openai\.com|chatgpt\.com|azure\.com|azure\.us|azure-api\.net|microsoft\.com|amazonaws\.com|api\.aws|googleapis\.com|google\.com|run\.app|mistral\.ai|groq\.com|cohere\.(?:ai|com)|deepseek\.com|x\.ai|together\.(?:ai|xyz)|fireworks\.ai|perplexity\.ai|cerebras\.ai|nvidia\.com|sambanova\.ai|deepinfra\.com|replicate\.com|huggingface\.co|hf\.co|hf\.space|moonshot\.(?:ai|cn)|kimi\.com|z\.ai|bigmodel\.cn|aliyuncs\.com|minimax(?:i)?\.(?:io|com|chat)|volces\.com|baidubce\.com|siliconflow\.(?:cn|com)|openrouter\.ai|vercel\.(?:sh|com)|cloudflare\.com|helicone\.ai|portkey\.ai|langfuse\.com|litellm\.ai|braintrust\.dev|requesty\.ai|traceloop\.com|datadoghq\.com|githubcopilot\.com|github\.ai|github\.com|databricks\.com|snowflakecomputing\.com|ibm\.com|scaleway\.ai|nebius\.(?:ai|com)|ovh\.net|upstage\.ai|novita\.ai|hyperbolic\.xyz|ai21\.com|lambda\.ai|venice\.ai|inference\.net|github\.dev)`;

/** This machine, a private network, a name without a dot, a name that is only an example. */
const own = String.raw`(?:localhost|\[::1\]|127\.[\d.]+|0\.0\.0\.0|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.[\d.]+|[\w-]+|(?:[\w-]+\.)+(?:local|internal|intranet|lan|corp|home|private|svc|localhost|test|invalid|example|ts\.net)|(?:[\w-]+\.)*example\.(?:com|org|net))`;

/** An address that is a provider’s, a known gateway’s, or inside the own network. */
export const expectedModelHost = new RegExp(`^https?://(?:${known}|${own})(?::\\d+)?(?:[/?#]|$)`, 'i');
