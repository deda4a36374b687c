/** Microsoft.Extensions.AI and the Agent Framework: chat clients, the functions that they may call, and agents. */
import { defineLibrary } from '../../../kit/define-library.ts';

const root = 'Microsoft.Extensions.AI';
const agents = 'Microsoft.Agents.AI';
const reference = 'https://learn.microsoft.com/dotnet/ai/microsoft-extensions-ai';

export default defineLibrary({
  id: 'extensions-ai',
  title: 'Microsoft.Extensions.AI',
  homepage: 'https://learn.microsoft.com/dotnet/ai/microsoft-extensions-ai',
  csharp: {
    packages: ['Microsoft.Extensions.AI', 'Microsoft.Extensions.AI.OpenAI', 'Microsoft.Agents.AI'],
    modules: [root, agents, 'OllamaSharp'],
    extensions: {
      AsIChatClient: `${root}.AsIChatClient`,
      AsChatClient: `${root}.AsIChatClient`,
      AsAIAgent: `${agents}.AsAIAgent`,
      CreateAIAgent: `${agents}.AsAIAgent`,
    },
    meanings: [
      // The same client behind an interface.
      { of: `${root}.AsIChatClient`, returns: 'receiver' },
      {
        // `Create(Find)` makes a tool of the function as a decorator would.
        of: `${root}.AIFunctionFactory.Create`,
        when: 'decorator',
        asset: {
          kind: 'tool',
          name: { defined: 'name' },
          facts: { description: { defined: 'documentation' } },
        },
        handlerParameters: 'model-output',
        reference,
      },
      {
        of: [`${agents}.AsAIAgent`, `${agents}.ChatClientAgent`],
        asset: {
          kind: 'agent',
          name: { named: ['name'] },
          facts: { framework: { value: 'microsoft-agent-framework' }, description: { named: ['description'] } },
        },
        links: [
          { relation: 'invokes', from: 'self', to: 'receiver' },
          { relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'] }, otherwise: 'tool' } },
        ],
        reference: 'https://learn.microsoft.com/agent-framework/',
      },
      {
        of: `${root}.IChatClient{,()}.{GetResponseAsync,GetStreamingResponseAsync,CompleteAsync}`,
        yields: 'model-output',
        sink: { kind: 'prompt', value: { at: 0 } },
        links: [
          {
            relation: 'uses-tool',
            from: 'enclosing',
            to: { pick: { named: ['options'], at: 1, maker: { named: ['Tools'] } }, otherwise: 'tool' },
          },
        ],
      },
      {
        of: ['OllamaSharp.OllamaApiClient', `${root}.OllamaChatClient`],
        asset: {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { named: ['defaultModel', 'modelId'], at: 1, prefix: 'ollama:' } },
          facts: { provider: { value: 'ollama' }, modelName: { named: ['defaultModel', 'modelId'], at: 1 } },
        },
        links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
        reference: 'https://github.com/awaescher/OllamaSharp#readme',
      },
    ],
  },
});
