/** Semantic Kernel for .NET: models and plug-ins of a kernel, its functions, agents and vector stores. */
import { keyGiven, modelNamed } from '../../../kit/client-meanings.ts';
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const root = 'Microsoft.SemanticKernel';
const reference = 'https://learn.microsoft.com/semantic-kernel/concepts/ai-services/chat-completion/';
const kinds = [
  'ChatCompletion',
  'ChatClient',
  'TextEmbeddingGeneration',
  'EmbeddingGenerator',
  'TextGeneration',
  'TextToImage',
  'AudioToText',
  'TextToAudio',
];

/** What registers a model: `AddOpenAIChatCompletion("gpt-4o", key)`, on a kernel’s builder or on services. */
const providers: readonly {
  readonly word: string;
  readonly provider: string;
  readonly name: Pick;
  readonly key?: Pick;
  readonly isOwn?: true;
}[] = [
  { word: 'OpenAI', provider: 'openai', name: { named: ['modelId'], at: 0 }, key: { named: ['apiKey'], at: 1 } },
  {
    word: 'AzureOpenAI',
    provider: 'azure',
    name: { named: ['deploymentName'], at: 0 },
    key: { named: ['apiKey'], at: 2 },
  },
  { word: 'AzureAIInference', provider: 'azure', name: { named: ['modelId'], at: 0 } },
  { word: 'Ollama', provider: 'ollama', name: { named: ['modelId'], at: 0 }, isOwn: true },
  {
    word: 'GoogleAIGemini',
    provider: 'google',
    name: { named: ['modelId'], at: 0 },
    key: { named: ['apiKey'], at: 1 },
  },
  { word: 'VertexAIGemini', provider: 'google', name: { named: ['modelId'], at: 0 } },
  {
    word: 'Mistral',
    provider: 'mistral',
    name: { named: ['modelId', 'model'], at: 0 },
    key: { named: ['apiKey'], at: 1 },
  },
  { word: 'Bedrock', provider: 'aws', name: { named: ['modelId'], at: 0 } },
  { word: 'HuggingFace', provider: 'huggingface', name: { named: ['model'], at: 0 } },
];
const methods = (word: string): readonly string[] => kinds.map((kind) => `Add${word}${kind}`);
const methodsOf = (word: string): readonly string[] => methods(word).map((method) => `${root}.${method}`);

/** Given to what speaks like OpenAI and is another server. */
const endpoint: Pick = { named: ['endpoint'] };

const services: readonly Meaning[] = providers.flatMap(({ word, provider, name, key, isOwn }) => {
  const of = methodsOf(word);
  const model = modelNamed({ of, provider, name, reference, ...(isOwn ? { isOwn } : {}) });
  const keys = key ? [keyGiven(of, provider, `${provider}-api-key`, key, reference)] : [];
  if (word !== 'OpenAI') return [model, ...keys];
  const elsewhere = modelNamed({ of, provider: 'compatible', name, reference, isOwn: true });
  return [{ ...model, unless: endpoint }, ...keys, { ...elsewhere, onlyIf: endpoint }];
});

/** What gives a kernel the functions of a class. */
const plugins = ['AddFromType', 'AddFromObject', 'ImportPluginFromType', 'ImportPluginFromObject'];

const agent = (of: string): Meaning => ({
  of: `${root}.Agents.${of}`,
  asset: {
    kind: 'agent',
    name: { named: ['Name'] },
    facts: { framework: { value: 'semantic-kernel' }, description: { named: ['Description'] } },
  },
  reference: 'https://learn.microsoft.com/semantic-kernel/frameworks/agent/agent-types/chat-completion-agent',
});

export default defineLibrary({
  id: 'semantic-kernel-dotnet',
  title: 'Semantic Kernel for .NET',
  homepage: 'https://learn.microsoft.com/semantic-kernel/',
  csharp: {
    packages: ['Microsoft.SemanticKernel', 'Microsoft.SemanticKernel.Agents.Core'],
    modules: [root],
    extensions: Object.fromEntries([
      ...plugins.map((method) => [method, `${root}.${method}`]),
      ...providers.flatMap(({ word }) => methods(word).map((method) => [method, `${root}.${method}`])),
    ]) as Readonly<Record<string, string>>,
    meanings: [
      ...services,
      modelNamed({
        of: `${root}.Connectors.OpenAI.OpenAIChatCompletionService`,
        provider: 'openai',
        name: { named: ['modelId'], at: 0 },
        reference,
      }),
      modelNamed({
        of: `${root}.Connectors.AzureOpenAI.AzureOpenAIChatCompletionService`,
        provider: 'azure',
        name: { named: ['deploymentName'], at: 0 },
        reference,
      }),
      {
        of: `${root}.KernelFunction`,
        when: 'decorator',
        asset: {
          kind: 'tool',
          name: { at: 0, defined: 'name' },
          facts: { description: { defined: 'documentation' } },
        },
        handlerParameters: 'model-output',
        reference: 'https://learn.microsoft.com/semantic-kernel/concepts/plugins/adding-native-plugins',
      },
      {
        of: plugins.map((method) => `${root}.${method}`),
        links: [{ relation: 'uses-tool', from: 'enclosing', to: { pick: { named: ['<0>'], at: 0 } } }],
      },
      agent('ChatCompletionAgent'),
      agent('OpenAI.OpenAIAssistantAgent'),
      agent('AzureAI.AzureAIAgent'),
      {
        of: `${root}.Kernel{,.CreateBuilder().Build()}.InvokePromptAsync`,
        yields: 'model-output',
        sink: { kind: 'prompt', value: { at: 0 } },
      },
    ],
  },
});
