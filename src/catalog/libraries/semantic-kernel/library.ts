/** Semantic Kernel: agents whose plugins are classes of the project, teams of them, and the services that answer. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { remoteModel } from '../../../kit/remote-model.ts';

const framework: Pick = { value: 'semantic-kernel' };
const docs = 'https://learn.microsoft.com/en-us/semantic-kernel/';
const ai = 'semantic_kernel.connectors.ai.';
/** Classes by provider, with the arguments and the variable that name the model. */
const services: readonly (readonly [of: string, provider: string, name: Pick])[] = [
  [
    `${ai}open_ai{,.services.azure_chat_completion,.services.azure_text_embedding}.{AzureChatCompletion,AzureTextCompletion}`,
    'azure',
    { named: ['deployment_name'], environment: 'AZURE_OPENAI_CHAT_DEPLOYMENT_NAME' },
  ],
  [
    `${ai}open_ai{,.services.open_ai_chat_completion}.{OpenAIChatCompletion,OpenAITextCompletion}`,
    'openai',
    { named: ['ai_model_id'], environment: 'OPENAI_CHAT_MODEL_ID' },
  ],
  [
    `${ai}open_ai{,.services.azure_text_embedding}.AzureTextEmbedding`,
    'azure',
    { named: ['deployment_name'], environment: 'AZURE_OPENAI_EMBEDDING_DEPLOYMENT_NAME' },
  ],
  [
    `${ai}open_ai{,.services.open_ai_text_embedding}.OpenAITextEmbedding`,
    'openai',
    { named: ['ai_model_id'], environment: 'OPENAI_EMBEDDING_MODEL_ID' },
  ],
  [`${ai}anthropic.AnthropicChatCompletion`, 'anthropic', { named: ['ai_model_id'] }],
  [`${ai}bedrock.{BedrockChatCompletion,BedrockTextEmbedding}`, 'bedrock', { named: ['model_id'] }],
  [`${ai}google.google_ai.{GoogleAIChatCompletion,GoogleAITextEmbedding}`, 'google', { named: ['gemini_model_id'] }],
  [`${ai}google.vertex_ai.VertexAIChatCompletion`, 'vertex', { named: ['gemini_model_id'] }],
  [`${ai}mistral_ai.MistralAIChatCompletion`, 'mistral', { named: ['ai_model_id'] }],
];
const chosen: Meaning['links'] = [{ relation: 'invokes', from: 'enclosing', to: 'self' }];
const agents = 'semantic_kernel.agents{,.chat_completion.chat_completion_agent}';
const own =
  '{ChatCompletionAgent,AzureAIAgent,AzureAssistantAgent,OpenAIAssistantAgent,OpenAIResponsesAgent,AzureResponsesAgent,BedrockAgent,CopilotStudioAgent}';

export default defineLibrary({
  id: 'semantic-kernel',
  title: 'Semantic Kernel',
  homepage: docs,
  python: {
    packages: ['semantic-kernel'],
    modules: ['semantic_kernel'],
    meanings: [
      ...services.flatMap(([of, provider, name]): readonly Meaning[] => [
        {
          of,
          asset: remoteModel(provider, name),
          links: chosen,
          reference: `${docs}concepts/ai-services/`,
        },
        {
          // Which model it is stands in the settings of wherever it runs.
          of,
          unless: { named: name.named ?? [] },
          asset: { kind: 'provider-account', identifier: { scheme: 'provider', value: { value: provider } } },
          reference: `${docs}concepts/ai-services/`,
        },
      ]),
      {
        of: `${ai}ollama{,.services.ollama_chat_completion}.OllamaChatCompletion`,
        asset: {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { named: ['ai_model_id'], prefix: 'ollama:' } },
          facts: { provider: { value: 'ollama' }, modelName: { named: ['ai_model_id'] } },
        },
        links: chosen,
        reference: `${docs}concepts/ai-services/`,
      },
      {
        of: `${agents}.${own}`,
        asset: {
          kind: 'agent',
          name: { named: ['name'] },
          facts: { framework, description: { named: ['description'] } },
          // A kernel that is given may hold further plugins.
          complete: [
            { relation: 'uses-tool', grade: 'declared', scope: 'file', unless: { named: ['kernel', 'definition'] } },
            { relation: 'connects', grade: 'declared', scope: 'file', unless: { named: ['kernel', 'definition'] } },
            { relation: 'delegates-to', grade: 'declared', scope: 'file', unless: { named: ['kernel'] } },
          ],
        },
        links: [
          { relation: 'invokes', from: 'self', to: { pick: { named: ['service'] } } },
          {
            // Every plugin is a class, or an agent, or a server.
            relation: 'uses-tool',
            from: 'self',
            to: { pick: { named: ['plugins'] }, otherwise: 'tool' },
          },
        ],
        reference: `${docs}frameworks/agent/agent-types/chat-completion-agent`,
      },
      {
        of: `${agents}.${own}().{invoke,invoke_stream,get_response}`,
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['messages'], at: 0 } },
        links: [{ relation: 'exposes', from: 'enclosing', to: 'receiver' }],
        reference: `${docs}frameworks/agent/agent-api`,
      },
      {
        of: 'semantic_kernel.functions{,.kernel_function_decorator}.kernel_function',
        when: 'decorator',
        handlerParameters: 'model-output',
        reference: `${docs}concepts/plugins/adding-native-plugins`,
      },
      {
        of: 'semantic_kernel{,.kernel}.Kernel().add_plugin',
        links: [
          {
            relation: 'uses-tool',
            from: 'enclosing',
            to: { pick: { named: ['plugin'], at: 0 }, otherwise: 'tool' },
          },
        ],
        reference: `${docs}concepts/plugins/`,
      },
      {
        of: 'semantic_kernel{,.kernel}.Kernel().{invoke_prompt,invoke_prompt_stream}',
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['prompt'], at: 0 } },
        reference: `${docs}concepts/kernel`,
      },
      {
        of: [
          'semantic_kernel.agents{,.orchestration}.{SequentialOrchestration,ConcurrentOrchestration,GroupChatOrchestration,HandoffOrchestration,MagenticOrchestration}',
          'semantic_kernel.agents{,.group_chat}.AgentGroupChat',
        ],
        asset: {
          kind: 'agent',
          name: { named: ['name'] },
          facts: { framework, maxIterations: { named: ['manager'], maker: { named: ['max_rounds'] } } },
          complete: [
            { relation: 'uses-tool', grade: 'declared', scope: 'file' },
            { relation: 'connects', grade: 'declared', scope: 'file' },
            { relation: 'delegates-to', grade: 'declared', scope: 'file' },
          ],
        },
        links: [{ relation: 'delegates-to', from: 'self', to: { pick: { named: ['members', 'agents'] } } }],
        reference: `${docs}frameworks/agent/agent-orchestration/`,
      },
      {
        of: 'semantic_kernel.connectors.mcp.{MCPStdioPlugin,MCPSsePlugin,MCPStreamableHttpPlugin,MCPWebsocketPlugin}',
        asset: {
          kind: 'mcp-server-configuration',
          name: { named: ['name'] },
          facts: {
            clientName: framework,
            command: { named: ['command'] },
            arguments: { named: ['args'] },
            url: { named: ['url'] },
            environmentNames: { named: ['env'], as: 'keys' },
          },
        },
        links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
        reference: `${docs}concepts/plugins/adding-mcp-plugins`,
      },
      {
        of: 'semantic_kernel.core_plugins{,.sessions_python_tool.sessions_python_plugin}.SessionsPythonTool',
        asset: {
          kind: 'tool',
          facts: { framework, executesCode: { value: true }, sandboxOff: { value: false } },
        },
        reference: `${docs}concepts/plugins/`,
      },
    ],
  },
});
