/** LangChain and LangGraph’s chat models, agents, tools and data as their JavaScript packages make them. */
import type { Link, Meaning, Pick } from '../../../kit/define-library.ts';
import { credential } from './credential.ts';
import { loading } from './javascript-loading.ts';
import { vendorOfName } from './models.ts';

interface Vendor {
  readonly provider: string;
  readonly of: string;
  readonly named?: readonly string[];
  readonly key?: string;
}
/** https://docs.langchain.com/oss/javascript/integrations/chat */
const vendors: readonly Vendor[] = [
  { provider: 'openai', of: '@langchain/openai.{ChatOpenAI,OpenAI,OpenAIEmbeddings}', key: 'OPENAI_API_KEY' },
  {
    provider: 'azure',
    of: '@langchain/openai.{AzureChatOpenAI,AzureOpenAI,AzureOpenAIEmbeddings}',
    named: ['azureOpenAIApiDeploymentName', 'deploymentName', 'model'],
    key: 'AZURE_OPENAI_API_KEY',
  },
  { provider: 'anthropic', of: '@langchain/anthropic.ChatAnthropic', key: 'ANTHROPIC_API_KEY' },
  {
    provider: 'google',
    of: '@langchain/google-genai.{ChatGoogleGenerativeAI,GoogleGenerativeAIEmbeddings}',
    key: 'GOOGLE_API_KEY',
  },
  { provider: 'vertex', of: '@langchain/google-vertexai.{ChatVertexAI,VertexAI}' },
  { provider: 'bedrock', of: '@langchain/aws.{ChatBedrockConverse,BedrockEmbeddings}' },
  { provider: 'ollama', of: '@langchain/ollama.{ChatOllama,Ollama,OllamaEmbeddings}' },
  { provider: 'groq', of: '@langchain/groq.ChatGroq', key: 'GROQ_API_KEY' },
  { provider: 'mistral', of: '@langchain/mistralai.{ChatMistralAI,MistralAIEmbeddings}', key: 'MISTRAL_API_KEY' },
  { provider: 'cohere', of: '@langchain/cohere.{ChatCohere,CohereEmbeddings}', key: 'COHERE_API_KEY' },
  { provider: 'deepseek', of: '@langchain/deepseek.ChatDeepSeek', key: 'DEEPSEEK_API_KEY' },
  { provider: 'xai', of: '@langchain/xai.ChatXAI', key: 'XAI_API_KEY' },
];
const framework: Pick = { value: 'langchain' };

const ofVendor = ({ provider, of, named = ['model', 'modelName'] }: Vendor): Meaning => ({
  of,
  asset: {
    kind: 'model',
    identifier: { scheme: 'model-name', value: { named, prefix: `${provider}:` } },
    facts: {
      provider: { value: provider },
      modelName: { named },
      source: { value: 'provider-api' },
      temperature: { named: ['temperature'] },
      outputLimit: { named: ['maxTokens', 'maxOutputTokens'] },
      ...(provider === 'ollama' ? {} : { hosting: { value: 'remote-api' } }),
    },
  },
  links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
  yields: 'model-output',
  reference: 'https://docs.langchain.com/oss/javascript/integrations/chat',
});
const each = (methods: string): readonly string[] => vendors.map(({ of }) => `${of}().{${methods}}`);

const model = (pick: Pick): Link => ({
  relation: 'invokes',
  from: 'self',
  to: { pick: { ...pick, prefixes: vendorOfName }, texts: { kind: 'model', scheme: 'model-name' } },
});
const tools = (pick: Pick): Link => ({ relation: 'uses-tool', from: 'self', to: { pick, otherwise: 'tool' } });
const whole = [
  { relation: 'uses-tool', grade: 'declared', scope: 'file' },
  { relation: 'delegates-to', grade: 'declared', scope: 'file' },
  { relation: 'connects', grade: 'declared', scope: 'file' },
] as const;

const stores: readonly (readonly [service: string, of: string])[] = [
  ['memory', '{langchain/vectorstores/memory,@langchain/classic/vectorstores/memory}.MemoryVectorStore'],
  ['hnswlib', '@langchain/community/vectorstores/hnswlib.HNSWLib'],
  ['faiss', '@langchain/community/vectorstores/faiss.FaissStore'],
  ['chroma', '@langchain/community/vectorstores/chroma.Chroma'],
  ['pgvector', '@langchain/community/vectorstores/pgvector.PGVectorStore'],
  ['pinecone', '@langchain/pinecone.PineconeStore'],
  ['qdrant', '@langchain/qdrant.QdrantVectorStore'],
  ['weaviate', '@langchain/weaviate.WeaviateStore'],
];

export const javascript: readonly Meaning[] = [
  ...vendors.map(ofVendor),
  ...vendors.flatMap(({ provider, of, key }) =>
    key === undefined ? [] : credential(of, provider, { named: ['apiKey'], environment: key }),
  ),
  {
    of: each('bindTools,bind'),
    links: [{ relation: 'uses-tool', from: 'enclosing', to: { pick: { at: 0 }, otherwise: 'tool' } }],
    returns: 'receiver',
    reference: 'https://js.langchain.com/docs/how_to/tool_calling/',
  },
  { of: each('withStructuredOutput,withConfig,withRetry,withFallbacks'), returns: 'receiver' },
  {
    of: each('invoke,stream,batch,call'),
    links: [{ relation: 'invokes', from: 'enclosing', to: 'receiver' }],
    sink: { kind: 'prompt', value: { at: 0 } },
    yields: 'model-output',
  },
  {
    of: 'langchain.createAgent',
    asset: {
      kind: 'agent',
      name: { named: ['name'] },
      facts: { framework, approval: { named: ['middleware'], fallback: 'never-asks' } },
      complete: [
        ...whole,
        {
          relation: 'guarded-by',
          grade: 'default',
          scope: 'file',
          unless: { named: ['middleware'] },
          reference: 'https://docs.langchain.com/oss/javascript/langchain/guardrails',
        },
      ],
    },
    links: [
      model({ named: ['model'] }),
      tools({ named: ['tools'] }),
      { relation: 'guarded-by', from: 'self', to: { pick: { named: ['middleware'] } } },
      { relation: 'remembers', from: 'self', to: { pick: { named: ['checkpointer'] } } },
    ],
    reference: 'https://docs.langchain.com/oss/javascript/langchain/agents',
  },
  { of: 'langchain.piiMiddleware', asset: { kind: 'guardrail', facts: { filters: { value: 'personal-data' } } } },
  {
    of: 'langchain/agents.AgentExecutor{,.fromAgentAndTools}',
    asset: {
      kind: 'agent',
      facts: {
        framework,
        maxIterations: { named: ['maxIterations'], fallback: 15 },
        loopUnbounded: { named: ['maxIterations'], choices: { null: true, undefined: true } },
        approval: { value: 'never-asks' },
      },
      complete: whole,
    },
    links: [tools({ named: ['tools'] }), model({ named: ['agent'], maker: { named: ['llm'] } })],
    reference: 'https://js.langchain.com/docs/how_to/agent_executor/',
  },
  {
    of: ['{langchain,langchain/tools,@langchain/core/tools}.tool'],
    asset: {
      kind: 'tool',
      name: { named: ['name'], optionsAt: 1 },
      facts: { description: { named: ['description'], optionsAt: 1 }, framework },
    },
    handler: { at: 0 },
    handlerParameters: 'model-output',
    reference: 'https://docs.langchain.com/oss/javascript/langchain/tools',
  },
  {
    of: ['{langchain,langchain/tools,@langchain/core/tools}.{DynamicTool,DynamicStructuredTool}'],
    asset: { kind: 'tool', name: { named: ['name'] }, facts: { description: { named: ['description'] }, framework } },
    handler: { named: ['func'] },
    handlerParameters: 'model-output',
    reference: 'https://js.langchain.com/docs/how_to/custom_tools/',
  },
  {
    of: '@langchain/core/tools.{Tool,StructuredTool}',
    when: 'subclass',
    asset: { kind: 'tool', name: { defined: 'name' }, facts: { description: { defined: 'documentation' }, framework } },
  },
  ...stores.map(
    ([service, of]): Meaning => ({
      of: `${of}{,.fromDocuments,.fromTexts,.fromExistingIndex,.fromExistingCollection,.load}`,
      asset: {
        kind: 'vector-store',
        name: { named: ['collectionName', 'indexName'], optionsAt: 1 },
        facts: { service: { value: service } },
      },
      links: [
        { relation: 'connects', from: 'enclosing', to: 'self' },
        { relation: 'reads', from: 'enclosing', to: 'self' },
      ],
      reference: 'https://docs.langchain.com/oss/javascript/integrations/vectorstores',
    }),
  ),
  ...loading(stores.map(([, of]) => of)),
  {
    of: '@langchain/core/prompts.{ChatPromptTemplate,PromptTemplate}{,.fromTemplate,.fromMessages}',
    asset: { kind: 'prompt' },
    sink: { kind: 'prompt', value: { at: 0 } },
    reference: 'https://js.langchain.com/docs/concepts/prompt_templates/',
  },
];
