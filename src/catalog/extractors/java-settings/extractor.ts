/** Settings of Spring and Quarkus applications: values that code asks for by key, and the models and keys that the AI starters read. */
import {
  type AssetObservation,
  type Definition,
  defineExtractor,
  type Extraction,
  literal,
  type RelationObservation,
  type Term,
  unknownTerm,
} from '../../../kit/define-extractor.ts';
import { observeNamedSecret } from '../../../kit/observe-named-secret.ts';
import { project } from '../../../kit/observe-packages.ts';
import { readJavaSettings, type Setting, settingsFolder } from '../../../read/java-settings.ts';
import { isCredentialName, judgeNamed } from '../../../read/secret-shapes.ts';
import { folderOf } from '../../../read/source-path.ts';

/** Keys that name a model: https://docs.spring.io/spring-ai/reference/api/chatmodel.html, https://docs.langchain4j.dev/tutorials/spring-boot-integration */
const modelKeys: readonly RegExp[] = [
  /^spring\.ai\.(.+?)\.(?:chat|embedding|image|audio\.(?:transcription|speech)|moderation)(?:\.(?:text|cohere|titan))?\.(?:options\.)?(?:model|deployment-name)$/,
  /^langchain4j\.([\w-]+)\.(?:streaming-)?(?:chat|embedding|image|language|moderation)-model\.(?:model-name|deployment-name|model-id)$/,
  /^quarkus\.langchain4j\.(?:[\w-]+\.)?([\w-]+)\.(?:(?:chat|embedding|image|moderation)-model|[\w-]+)\.(?:model-name|model-id|deployment-name)$/,
];
const secretKeys = /^(?:spring\.ai|langchain4j|quarkus\.langchain4j)\.(.+?)\.api-key$/;

const providers: Readonly<Record<string, string>> = {
  openai: 'openai',
  'open-ai': 'openai',
  'azure.openai': 'azure',
  'azure-open-ai': 'azure',
  'azure-openai': 'azure',
  anthropic: 'anthropic',
  mistralai: 'mistral',
  'mistral-ai': 'mistral',
  ollama: 'ollama',
  'vertex.ai': 'google',
  'vertex.ai.gemini': 'google',
  'vertex-ai-gemini': 'google',
  'google.genai': 'google',
  'google-ai-gemini': 'google',
  'ai-gemini': 'google',
  bedrock: 'aws',
  'bedrock.converse': 'aws',
  deepseek: 'deepseek',
  cohere: 'cohere',
  huggingface: 'huggingface',
};

/** `${NAME:default}` is an environment variable, `${a.key}` another setting. */
const termOf = ({ value, line }: Setting): Term => {
  const [, name, fallback] = /^\$\{([^:}]+)(?::([^}]*))?\}$/.exec(value) ?? [];
  if (name === undefined)
    return value.includes('${') ? unknownTerm('a value put together of others', line) : literal(value, line);
  if (/^[A-Z][A-Z0-9_]*$/.test(name))
    return { t: 'environment', name, ...(fallback ? { fallback: literal(fallback, line) } : {}), at: line };
  return { t: 'reference', namespace: 'java-properties', name, at: line };
};

const providerIn = (key: string): string | undefined => {
  for (const expression of modelKeys) {
    const named = expression.exec(key)?.[1];
    if (named !== undefined) return providers[named];
  }
  return undefined;
};

export default defineExtractor({
  id: 'java-settings',
  title: 'Settings of a Spring or Quarkus application',
  claims: { paths: [/(^|\/)application(?:-[\w-]+)?\.(?:properties|ya?ml)$/] },
  limit: 1_000_000,
  extract(input): Extraction {
    const { settings, errors } = readJavaSettings(input.path, input.text());
    const holder = `folder:${settingsFolder(folderOf(input.path))}`;
    const assets = new Map<string, AssetObservation>();
    const relations: RelationObservation[] = [];
    const add = (asset: AssetObservation, relation: 'invokes' | 'uses-secret'): void => {
      if (assets.has(asset.key)) return;
      assets.set(asset.key, asset);
      relations.push({ relation, from: project, to: { local: asset.key }, line: asset.line });
    };
    const definitions = settings.map((setting): Definition => {
      const { key, value, line } = setting;
      const last = key.slice(key.lastIndexOf('.') + 1).replaceAll('-', '_');
      const isWritten = judgeNamed(last, value) || isCredentialName(last) || /password=|:[^\s/:@]+@/i.test(value);
      const isKept = !isWritten || value.startsWith('${');
      const term = isKept ? termOf(setting) : unknownTerm('a secret, not kept', line);
      const provider = providerIn(key);
      if (provider !== undefined && value !== '')
        add(
          {
            key: `model:${provider}:${value}`,
            kind: 'model',
            name: term,
            identifiers: [
              { scheme: 'model-name', value: { t: 'template', parts: [literal(`${provider}:`), term], at: line } },
            ],
            facts: {
              provider: { value: provider, line },
              modelName: { value: term, line },
              ...(provider === 'ollama' ? {} : { hosting: { value: 'remote-api', line } }),
            },
            line,
          },
          'invokes',
        );
      if (secretKeys.test(key) && term.t === 'environment' && typeof term.name === 'string')
        add(
          observeNamedSecret({
            key: `secret:${term.name}`,
            name: term.name,
            identifiers: [{ scheme: 'symbol', value: `${input.path}#${term.name}` }],
            place: 'variable',
            variable: term.name,
            line,
          }),
          'uses-secret',
        );
      return { namespace: 'java-properties', name: key, value: term, line, holder };
    });
    const gaps = errors
      .slice(0, 3)
      .map(({ line, why }) => ({ what: `${input.path}:${line}`, scope: 'file' as const, why }));
    return { assets: [...assets.values()], relations, definitions, units: [], programs: [], gaps };
  },
});
