/** Chat models, completion models and embeddings of LangChain’s Python packages, by the vendor behind each class. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';
import { credential } from './credential.ts';

/** Where older versions keep the classes of every vendor. */
const older = 'langchain{.chat_models,.llms,.embeddings,_community.chat_models,_community.llms,_community.embeddings}';

interface Vendor {
  readonly provider: string;
  readonly packages: string;
  readonly classes: string;
  readonly named?: readonly string[];
  readonly key?: string;
}

/** Class names by vendor: https://python.langchain.com/docs/integrations/chat/ */
const vendors: readonly Vendor[] = [
  {
    provider: 'openai',
    packages: 'langchain_openai{,.chat_models,.chat_models.base,.llms,.embeddings}',
    classes: 'ChatOpenAI,OpenAI,OpenAIEmbeddings',
    key: 'OPENAI_API_KEY',
  },
  {
    provider: 'azure',
    packages: 'langchain_openai{,.chat_models,.chat_models.azure}',
    classes: 'AzureChatOpenAI,AzureOpenAI,AzureOpenAIEmbeddings',
    named: ['azure_deployment', 'deployment_name', 'model', 'model_name'],
    key: 'AZURE_OPENAI_API_KEY',
  },
  {
    provider: 'anthropic',
    packages: 'langchain_anthropic{,.chat_models}',
    classes: 'ChatAnthropic,AnthropicLLM',
    key: 'ANTHROPIC_API_KEY',
  },
  {
    provider: 'google',
    packages: 'langchain_google_genai',
    classes: 'ChatGoogleGenerativeAI,GoogleGenerativeAI,GoogleGenerativeAIEmbeddings',
    key: 'GOOGLE_API_KEY',
  },
  {
    provider: 'vertex',
    packages: 'langchain_google_vertexai',
    classes: 'ChatVertexAI,VertexAI,VertexAIEmbeddings,ChatAnthropicVertex',
  },
  {
    provider: 'bedrock',
    packages: 'langchain_aws{,.chat_models,.llms,.embeddings}',
    classes: 'ChatBedrock,ChatBedrockConverse,BedrockLLM,BedrockChat,Bedrock,BedrockEmbeddings',
    named: ['model_id', 'model'],
  },
  {
    provider: 'ollama',
    packages: 'langchain_ollama{,.chat_models,.llms}',
    classes: 'ChatOllama,OllamaLLM,Ollama,OllamaEmbeddings',
  },
  { provider: 'groq', packages: 'langchain_groq', classes: 'ChatGroq', key: 'GROQ_API_KEY' },
  {
    provider: 'mistral',
    packages: 'langchain_mistralai{,.chat_models}',
    classes: 'ChatMistralAI,MistralAIEmbeddings',
    key: 'MISTRAL_API_KEY',
  },
  { provider: 'cohere', packages: 'langchain_cohere', classes: 'ChatCohere,CohereEmbeddings', key: 'COHERE_API_KEY' },
  { provider: 'deepseek', packages: 'langchain_deepseek', classes: 'ChatDeepSeek', key: 'DEEPSEEK_API_KEY' },
  { provider: 'xai', packages: 'langchain_xai', classes: 'ChatXAI', key: 'XAI_API_KEY' },
  { provider: 'together', packages: 'langchain_together', classes: 'ChatTogether', key: 'TOGETHER_API_KEY' },
  { provider: 'fireworks', packages: 'langchain_fireworks', classes: 'ChatFireworks', key: 'FIREWORKS_API_KEY' },
  {
    provider: 'nvidia',
    packages: 'langchain_nvidia_ai_endpoints',
    classes: 'ChatNVIDIA,NVIDIAEmbeddings',
    key: 'NVIDIA_API_KEY',
  },
  {
    provider: 'huggingface',
    packages: 'langchain_huggingface{,.llms,.embeddings}',
    classes: 'HuggingFaceEndpoint,HuggingFaceEmbeddings,HuggingFaceEndpointEmbeddings',
    named: ['repo_id', 'model', 'model_name'],
    key: 'HUGGINGFACEHUB_API_TOKEN',
  },
];

const described = (provider: string, named: Pick): NonNullable<Meaning['asset']>['facts'] => ({
  provider: { value: provider },
  modelName: named,
  temperature: { named: ['temperature'] },
  outputLimit: { named: ['max_tokens', 'max_output_tokens', 'num_predict'] },
  source: { value: provider === 'huggingface' ? 'hub' : 'provider-api' },
  ...(provider === 'ollama' || provider === 'huggingface' ? {} : { hosting: { value: 'remote-api' } }),
});

const ofVendor = ({ provider, packages, classes, named = ['model', 'model_name'] }: Vendor): Meaning => ({
  of: [`${packages}.{${classes}}`, `${older}.{${classes}}`],
  asset: {
    kind: 'model',
    identifier: { scheme: 'model-name', value: { named, prefix: `${provider}:` } },
    facts: described(provider, { named }) ?? {},
  },
  links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
  yields: 'model-output',
  reference: 'https://python.langchain.com/docs/integrations/chat/',
});

/** How `init_chat_model` tells the vendor from a bare name. */
export const vendorOfName: Readonly<Record<string, string>> = {
  'openai:': '',
  'anthropic:': '',
  'google_genai:': '',
  'google_vertexai:': '',
  'azure_openai:': '',
  'bedrock:': '',
  'bedrock_converse:': '',
  'ollama:': '',
  'groq:': '',
  'mistralai:': '',
  'gpt-': 'openai:',
  o1: 'openai:',
  o3: 'openai:',
  o4: 'openai:',
  claude: 'anthropic:',
  gemini: 'google:',
  command: 'cohere:',
  mistral: 'mistral:',
  deepseek: 'deepseek:',
  grok: 'xai:',
};

const initialised: Pick = {
  at: 0,
  named: ['model'],
  prefixFrom: { named: ['model_provider'] },
  prefixes: vendorOfName,
};

/** Packages whose classes are chains, models, prompts and retrievers with the same methods. */
const packages = [
  'langchain_openai.*()',
  'langchain_anthropic.*()',
  'langchain_google_genai.*()',
  'langchain_google_vertexai.*()',
  'langchain_aws.*()',
  'langchain_ollama.*()',
  'langchain_groq.*()',
  'langchain_mistralai.*()',
  'langchain_cohere.*()',
  'langchain_deepseek.*()',
  'langchain_xai.*()',
  'langchain_together.*()',
  'langchain_fireworks.*()',
  'langchain_nvidia_ai_endpoints.*()',
  'langchain_huggingface.*()',
  'langchain_community.chat_models.*()',
  'langchain_community.llms.*()',
  'langchain.chat_models.*()',
  'langchain.llms.*()',
];
const each = (methods: string): readonly string[] => packages.map((path) => `${path}.{${methods}}`);

export const models: readonly Meaning[] = [
  ...vendors.map(ofVendor),
  ...vendors.flatMap(({ provider, packages, classes, key }) =>
    key === undefined
      ? []
      : credential([`${packages}.{${classes}}`, `${older}.{${classes}}`], provider, {
          named: ['api_key', `${provider}_api_key`, 'huggingfacehub_api_token'],
          environment: key,
        }),
  ),
  {
    of: ['langchain.chat_models{,.base}.init_chat_model', 'langchain.embeddings{,.base}.init_embeddings'],
    asset: {
      kind: 'model',
      identifier: { scheme: 'model-name', value: initialised },
      facts: {
        temperature: { named: ['temperature'] },
        outputLimit: { named: ['max_tokens'] },
        source: { value: 'provider-api' },
      },
    },
    links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
    yields: 'model-output',
    reference: 'https://reference.langchain.com/python/langchain/models/#langchain.chat_models.init_chat_model',
  },
  {
    // A configurable model is named where it is configured.
    of: 'langchain.chat_models{,.base}.init_chat_model(){,.with_structured_output(),.bind_tools(),.with_retry()}.with_config',
    asset: {
      kind: 'model',
      identifier: { scheme: 'model-name', value: { at: 0, path: ['model'], prefixes: vendorOfName } },
      facts: { source: { value: 'provider-api' } },
    },
    links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
    reference: 'https://docs.langchain.com/oss/python/langchain/models#configurable-models',
  },
  {
    of: each('bind_tools,bind_functions'),
    links: [
      {
        relation: 'uses-tool',
        from: 'enclosing',
        to: { pick: { at: 0, named: ['tools', 'functions'] }, otherwise: 'tool' },
      },
    ],
    returns: 'receiver',
    reference: 'https://python.langchain.com/docs/concepts/tool_calling/',
  },
  {
    of: each('with_structured_output,with_config,with_retry,with_fallbacks,bind,configurable_fields'),
    returns: 'receiver',
  },
  {
    of: each('invoke,ainvoke,stream,astream,batch,abatch,predict,generate,__call__'),
    links: [{ relation: 'invokes', from: 'enclosing', to: 'receiver' }],
    sink: { kind: 'prompt', value: { at: 0, named: ['input', 'messages'] } },
    yields: 'model-output',
  },
];
