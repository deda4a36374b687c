/** Assistants inside web pages: CopilotKit and assistant-ui, with the tools that a page lends to its assistant. */
import { defineLibrary, type Meaning } from '../../../kit/define-library.ts';
import { remoteModel } from '../../../kit/remote-model.ts';

const docs = 'https://docs.copilotkit.ai/reference/';
const adapters: readonly (readonly [name: string, provider: string])[] = [
  ['OpenAIAdapter', 'openai'],
  ['AnthropicAdapter', 'anthropic'],
  ['GoogleGenerativeAIAdapter', 'google'],
  ['GroqAdapter', 'groq'],
  ['BedrockAdapter', 'bedrock'],
];
const modules = ['@copilotkit/runtime', '@copilotkit/react-core', '@assistant-ui/react', '@assistant-ui/react-ai-sdk'];

export default defineLibrary({
  id: 'copilot-fronts',
  title: 'Assistants inside web pages',
  homepage: 'https://docs.copilotkit.ai',
  javascript: {
    packages: modules,
    modules,
    meanings: [
      {
        of: '@copilotkit/runtime.CopilotRuntime',
        asset: { kind: 'copilot', name: { value: 'CopilotKit' } },
        reference: `${docs}classes/CopilotRuntime`,
      },
      ...adapters.map(
        ([name, provider]): Meaning => ({
          of: `@copilotkit/runtime.${name}`,
          asset: remoteModel(provider, { named: ['model'] }),
          links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
          reference: `${docs}classes/llm-adapters/${name}`,
        }),
      ),
      {
        // The page runs these in the browser of its user.
        of: '@copilotkit/react-core.{useCopilotAction,useFrontendTool}',
        asset: {
          kind: 'tool',
          name: { named: ['name'] },
          facts: { framework: { value: 'copilotkit' }, description: { named: ['description'] } },
        },
        handler: { named: ['handler'] },
        handlerParameters: 'model-output',
        links: [{ relation: 'uses-tool', from: 'application', to: 'self' }],
        reference: `${docs}hooks/useCopilotAction`,
      },
      {
        of: [
          '@assistant-ui/react.{useLocalRuntime,useExternalStoreRuntime}',
          '@assistant-ui/react-ai-sdk.{useChatRuntime,useAISDKRuntime}',
        ],
        asset: { kind: 'chatbot', name: { value: 'assistant-ui' } },
        reference: 'https://www.assistant-ui.com/docs/runtimes/pick-a-runtime',
      },
    ],
  },
});
