/** Spring AI: chat clients with their options and tools, tools by annotation, MCP tools, and models that code makes itself. */
import { keyGiven, modelNamed } from '../../../kit/client-meanings.ts';
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { constants } from './models.ts';

const root = 'org.springframework.ai';
const reference = 'https://docs.spring.io/spring-ai/reference/api/chatclient.html';
const client = `${root}.chat.client.ChatClient`;
const clients = `${client}{,.builder().build(),.Builder.build(),.create(),.builder(),.builder().build().mutate().build()}`;
const prompt = `${clients}.prompt()`;
const name: Pick = { named: ['model', 'modelName', 'deploymentName'] };

/** The options of one provider name the model. */
const options = (path: string, provider: string, isOwn?: true): Meaning =>
  modelNamed({
    of: `${root}.${path}.builder().build`,
    provider,
    name,
    reference: 'https://docs.spring.io/spring-ai/reference/api/chatmodel.html',
    facts: { temperature: { named: ['temperature'] }, outputLimit: { named: ['maxTokens'] } },
    ...(isOwn ? { isOwn } : {}),
  });

const api = (path: string, provider: string): Meaning =>
  keyGiven(`${root}.${path}.builder().build`, provider, `${provider}-api-key`, { named: ['apiKey'] }, reference);

export default defineLibrary({
  id: 'spring-ai',
  title: 'Spring AI',
  homepage: 'https://docs.spring.io/spring-ai/reference/',
  java: {
    packages: ['org.springframework.ai:spring-ai-client-chat', 'org.springframework.ai:spring-ai-starter-model-openai'],
    modules: [root, 'org.springaicommunity.mcp'],
    constants,
    meanings: [
      options('openai.{OpenAiChatOptions,OpenAiEmbeddingOptions,OpenAiImageOptions}', 'openai'),
      options('azure.openai.{AzureOpenAiChatOptions,AzureOpenAiEmbeddingOptions}', 'azure'),
      options('anthropic.AnthropicChatOptions', 'anthropic'),
      options('mistralai.{MistralAiChatOptions,MistralAiEmbeddingOptions}', 'mistral'),
      options('vertexai.gemini.VertexAiGeminiChatOptions', 'google'),
      options('google.genai.GoogleGenAiChatOptions', 'google'),
      options('deepseek.DeepSeekChatOptions', 'deepseek'),
      options('bedrock.converse.BedrockChatOptions', 'aws'),
      options('ollama.api.{OllamaOptions,OllamaChatOptions}', 'ollama', true),
      api('openai.api.OpenAiApi', 'openai'),
      api('anthropic.api.AnthropicApi', 'anthropic'),
      api('mistralai.api.MistralAiApi', 'mistral'),
      {
        of: [`${client}.builder().build`, `${client}.Builder.build`],
        asset: { kind: 'agent', facts: { framework: { value: 'spring-ai' } } },
        links: [
          { relation: 'uses-tool', from: 'self', to: { pick: { named: ['defaultTools'] }, otherwise: 'tool' } },
          { relation: 'invokes', from: 'self', to: { pick: { named: ['defaultOptions'] } } },
        ],
        // A client without tools only asks a model.
        onlyIf: { named: ['defaultTools', 'defaultToolCallbacks', 'defaultToolNames'] },
        reference,
      },
      {
        of: `${prompt}.{system,user,options,tools,toolCallbacks,toolNames,toolContext,advisors,messages}`,
        returns: 'receiver',
      },
      { of: `${prompt}.user`, sink: { kind: 'prompt', value: { at: 0 } } },
      { of: `${prompt}.system`, sink: { kind: 'system-prompt', value: { at: 0 } } },
      {
        of: `${prompt}.tools`,
        links: [{ relation: 'uses-tool', from: 'enclosing', to: { pick: { at: 0 }, otherwise: 'tool' } }],
      },
      { of: `${prompt}.{call,stream}().{content,entity,chatResponse}`, yields: 'model-output' },
      {
        of: `${root}.tool.annotation.Tool`,
        when: 'decorator',
        asset: {
          kind: 'tool',
          name: { named: ['name'], defined: 'name' },
          facts: { description: { named: ['description'], defined: 'documentation' } },
        },
        handlerParameters: 'model-output',
        reference: 'https://docs.spring.io/spring-ai/reference/api/tools.html',
      },
      {
        of: [`${root}.mcp.annotation.McpTool`, 'org.springaicommunity.mcp.annotation.McpTool'],
        when: 'decorator',
        asset: {
          kind: 'mcp-tool',
          name: { named: ['name'], defined: 'name' },
          facts: { description: { named: ['description'], defined: 'documentation' } },
        },
        handlerParameters: 'model-output',
        reference: 'https://docs.spring.io/spring-ai/reference/api/mcp/mcp-annotations-overview.html',
      },
    ],
  },
});
