/** The providers’ own clients for .NET: OpenAI, Azure OpenAI, Anthropic and Bedrock. */
import { keyGiven, modelNamed, serverGiven } from '../../../kit/client-meanings.ts';
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const reference = 'https://github.com/openai/openai-dotnet#readme';
const azureReference = 'https://learn.microsoft.com/dotnet/api/overview/azure/ai.openai-readme';
const clients =
  '{Chat.ChatClient,Embeddings.EmbeddingClient,Images.ImageClient,Audio.AudioClient,Responses.OpenAIResponseClient,Responses.ResponsesClient,Moderations.ModerationClient}';
const made = `OpenAI.${clients}`;
const getters =
  '{GetChatClient,GetEmbeddingClient,GetImageClient,GetAudioClient,GetOpenAIResponseClient,GetResponsesClient}';
const owners = 'OpenAI.OpenAIClient{,()}';
const azure = 'Azure.AI.OpenAI.AzureOpenAIClient{,()}';
const name: Pick = { named: ['model', 'deploymentName'], at: 0 };
/** `new OpenAIClientOptions { Endpoint = new Uri("…") }` is another server than OpenAI’s. */
const endpoint = (at: number): Pick => ({
  named: ['options'],
  at,
  maker: { named: ['Endpoint'], maker: { at: 0 } },
  matching: /^https?:\/\/(?!api\.openai\.com).+$/,
});
const ofModel = (of: Meaning['of'], provider: string, at: string): Meaning =>
  modelNamed({ of, provider, name, reference: at });
const answers = [
  '{CompleteChat,CompleteChatAsync,CompleteChatStreaming,CompleteChatStreamingAsync,CreateResponse,CreateResponseAsync,GenerateEmbedding,GenerateEmbeddingAsync}',
];
const chat = [`OpenAI.Chat.ChatClient{,()}`, `${owners}.GetChatClient()`, `${azure}.GetChatClient()`];

export default defineLibrary({
  id: 'openai-dotnet',
  title: 'OpenAI, Azure OpenAI, Anthropic and Bedrock for .NET',
  homepage: 'https://github.com/openai/openai-dotnet',
  csharp: {
    packages: ['OpenAI', 'Azure.AI.OpenAI', 'Anthropic', 'AWSSDK.BedrockRuntime'],
    modules: [
      'OpenAI',
      'Azure.AI.OpenAI',
      'Anthropic',
      'Amazon.BedrockRuntime',
      'System.ClientModel',
      'Azure.AzureKeyCredential',
      'System.Uri',
    ],
    meanings: [
      { ...ofModel(made, 'openai', reference), unless: endpoint(2) },
      { ...ofModel(made, 'compatible', reference), onlyIf: endpoint(2) },
      ofModel(`${owners}.${getters}`, 'openai', reference),
      ofModel(`${azure}.${getters}`, 'azure', azureReference),
      keyGiven(
        made,
        'openai',
        'openai-api-key',
        { named: ['apiKey', 'credential'], at: 1, maker: { at: 0 } },
        reference,
      ),
      keyGiven(
        'OpenAI.OpenAIClient',
        'openai',
        'openai-api-key',
        { named: ['apiKey', 'credential'], at: 0, maker: { at: 0 } },
        reference,
      ),
      keyGiven(
        'Azure.AI.OpenAI.AzureOpenAIClient',
        'azure',
        'azure-openai-key',
        { named: ['credential'], at: 1, maker: { at: 0 } },
        azureReference,
      ),
      serverGiven(made, endpoint(2), reference),
      serverGiven('OpenAI.OpenAIClient', endpoint(1), reference),
      {
        of: chat.map((path) => `${path}.${answers[0]}`),
        yields: 'model-output',
        sink: { kind: 'prompt', value: { at: 0 } },
      },
      modelNamed({
        of: 'Anthropic.AnthropicClient{,()}.{Messages,Beta.Messages}.{Create,CreateStreaming}',
        provider: 'anthropic',
        name: { at: 0, maker: { named: ['Model'] } },
        reference: 'https://github.com/anthropics/anthropic-sdk-csharp#readme',
      }),
      keyGiven(
        'Anthropic.AnthropicClient',
        'anthropic',
        'anthropic-api-key',
        { named: ['ApiKey', 'APIKey'], environment: 'ANTHROPIC_API_KEY' },
        'https://github.com/anthropics/anthropic-sdk-csharp#readme',
      ),
      modelNamed({
        of: 'Amazon.BedrockRuntime.{AmazonBedrockRuntimeClient,IAmazonBedrockRuntime}{,()}.{ConverseAsync,ConverseStreamAsync,InvokeModelAsync,InvokeModelWithResponseStreamAsync}',
        provider: 'aws',
        name: { at: 0, maker: { named: ['ModelId'] } },
        reference:
          'https://docs.aws.amazon.com/sdk-for-net/v3/developer-guide/csharp_bedrock-runtime_code_examples.html',
      }),
      { of: 'Amazon.BedrockRuntime.Model.{ConverseRequest,ConverseStreamRequest,InvokeModelRequest}', effects: [] },
    ],
  },
});
