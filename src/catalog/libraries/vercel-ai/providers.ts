/** The provider packages of Vercel’s AI SDK: which vendor’s model each of them makes. */
import { credentialRead } from '../../../kit/client-meanings.ts';
import type { Meaning, Pick } from '../../../kit/define-library.ts';

interface Provider {
  readonly provider: string;
  readonly package: string;
  /** The ready-made provider and the function that makes one. */
  readonly names: string;
  readonly key?: string;
}

/** https://ai-sdk.dev/providers/ai-sdk-providers */
const list: readonly Provider[] = [
  { provider: 'openai', package: '@ai-sdk/openai', names: 'openai,createOpenAI()', key: 'OPENAI_API_KEY' },
  {
    provider: 'anthropic',
    package: '@ai-sdk/anthropic',
    names: 'anthropic,createAnthropic()',
    key: 'ANTHROPIC_API_KEY',
  },
  {
    provider: 'google',
    package: '@ai-sdk/google',
    names: 'google,createGoogleGenerativeAI()',
    key: 'GOOGLE_GENERATIVE_AI_API_KEY',
  },
  { provider: 'vertex', package: '@ai-sdk/google-vertex', names: 'vertex,createVertex()' },
  { provider: 'azure', package: '@ai-sdk/azure', names: 'azure,createAzure()', key: 'AZURE_API_KEY' },
  { provider: 'bedrock', package: '@ai-sdk/amazon-bedrock', names: 'bedrock,createAmazonBedrock()' },
  { provider: 'mistral', package: '@ai-sdk/mistral', names: 'mistral,createMistral()', key: 'MISTRAL_API_KEY' },
  { provider: 'groq', package: '@ai-sdk/groq', names: 'groq,createGroq()', key: 'GROQ_API_KEY' },
  { provider: 'xai', package: '@ai-sdk/xai', names: 'xai,createXai()', key: 'XAI_API_KEY' },
  { provider: 'deepseek', package: '@ai-sdk/deepseek', names: 'deepseek,createDeepSeek()', key: 'DEEPSEEK_API_KEY' },
  { provider: 'cohere', package: '@ai-sdk/cohere', names: 'cohere,createCohere()', key: 'COHERE_API_KEY' },
  {
    provider: 'together',
    package: '@ai-sdk/togetherai',
    names: 'togetherai,createTogetherAI()',
    key: 'TOGETHER_AI_API_KEY',
  },
  {
    provider: 'fireworks',
    package: '@ai-sdk/fireworks',
    names: 'fireworks,createFireworks()',
    key: 'FIREWORKS_API_KEY',
  },
  {
    provider: 'perplexity',
    package: '@ai-sdk/perplexity',
    names: 'perplexity,createPerplexity()',
    key: 'PERPLEXITY_API_KEY',
  },
  {
    provider: 'openrouter',
    package: '@openrouter/ai-sdk-provider',
    names: 'openrouter,createOpenRouter()',
    key: 'OPENROUTER_API_KEY',
  },
  { provider: 'ollama', package: 'ollama-ai-provider', names: 'ollama,createOllama()' },
  { provider: 'compatible', package: '@ai-sdk/openai-compatible', names: 'createOpenAICompatible()' },
];
/** Providers are functions themselves, and have one method for each kind of model. */
const kinds =
  '{,.chat,.responses,.completion,.languageModel,.chatModel,.messages,.embedding,.textEmbedding,.textEmbeddingModel,.embeddingModel,.image,.imageModel,.transcription,.speech}';
const name: Pick = { at: 0 };

const pathsOf = ({ package: module, names }: Provider): readonly string[] =>
  names.split(',').map((each) => `${module}.${each}${kinds}`);

const made = (each: Provider): Meaning => ({
  of: pathsOf(each),
  asset: {
    kind: 'model',
    identifier: {
      scheme: 'model-name',
      // A compatible provider has the name that its maker gives it.
      value:
        each.provider === 'compatible'
          ? { at: 0, prefixFrom: { receiver: true, named: ['name'] }, prefix: 'compatible:' }
          : { ...name, prefix: `${each.provider}:` },
    },
    facts: {
      ...(each.provider === 'compatible' ? {} : { provider: { value: each.provider } }),
      modelName: name,
      source: { value: 'provider-api' },
      ...(each.provider === 'ollama' || each.provider === 'compatible' ? {} : { hosting: { value: 'remote-api' } }),
    },
  },
  reference: 'https://ai-sdk.dev/providers/ai-sdk-providers',
});

export const providers = {
  packages: [...list.map((each) => each.package), '@ai-sdk/gateway', '@ai-sdk/mcp'],
  meanings: [
    ...list.map(made),
    ...list.flatMap((each) =>
      each.key === undefined
        ? []
        : credentialRead(
            pathsOf(each),
            each.provider,
            each.provider === 'azure' ? 'azure-openai-key' : `${each.provider}-api-key`,
            {
              receiver: true,
              named: ['apiKey'],
              environment: each.key,
            },
            'https://ai-sdk.dev/providers/ai-sdk-providers',
          ),
    ),
    {
      of: [`ai.gateway${kinds}`, `@ai-sdk/gateway.gateway${kinds}`, `@ai-sdk/gateway.createGateway()${kinds}`],
      asset: {
        kind: 'model',
        identifier: { scheme: 'model-name', value: { at: 0, as: 'provider-path' } },
        facts: { modelName: name, source: { value: 'provider-api' }, hosting: { value: 'remote-api' } },
      },
      reference: 'https://ai-sdk.dev/providers/ai-sdk-providers/ai-gateway',
    },
    {
      // Any of the models that the provider was put together from.
      of: 'ai.{customProvider,experimental_customProvider}().{languageModel,textEmbeddingModel,imageModel}',
      returns: { receiver: true, named: ['languageModels', 'textEmbeddingModels', 'imageModels'], path: ['*'] },
      reference: 'https://ai-sdk.dev/docs/reference/ai-sdk-core/custom-provider',
    },
    {
      of: 'ai.{createProviderRegistry,experimental_createProviderRegistry}().{languageModel,textEmbeddingModel}',
      asset: {
        kind: 'model',
        identifier: { scheme: 'model-name', value: { at: 0 } },
        facts: { source: { value: 'provider-api' }, hosting: { value: 'remote-api' } },
      },
      reference: 'https://ai-sdk.dev/docs/reference/ai-sdk-core/provider-registry',
    },
    {
      of: 'ai.wrapLanguageModel',
      returns: { named: ['model'] },
      reference: 'https://ai-sdk.dev/docs/ai-sdk-core/middleware',
    },
  ] satisfies readonly Meaning[],
};
