/** The providers’ own clients for Java: OpenAI, Anthropic and Bedrock. */
import { keyGiven, modelNamed } from '../../../kit/client-meanings.ts';
import { defineLibrary, type Pick } from '../../../kit/define-library.ts';
import { constants } from './models.ts';

const openai = 'com.openai';
const anthropic = 'com.anthropic';
const bedrock = 'software.amazon.awssdk.services.bedrockruntime';
const openaiReference = 'https://github.com/openai/openai-java#readme';
const anthropicReference = 'https://github.com/anthropics/anthropic-sdk-java#readme';
const bedrockReference =
  'https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/java_bedrock-runtime_code_examples.html';
const openaiClient = `${openai}.client{.okhttp.OpenAIOkHttpClient,.okhttp.OpenAIOkHttpClientAsync}{.builder().build(),.fromEnv()}`;
const anthropicClient = `${anthropic}.client{.okhttp.AnthropicOkHttpClient,.okhttp.AnthropicOkHttpClientAsync}{.builder().build(),.fromEnv()}`;
const calls = '{chat().completions,responses,embeddings,completions,images}().{create,createStreaming,generate}';
const ofOpenai = [`${openaiClient}.${calls}`, `${openai}.client.{OpenAIClient,OpenAIClientAsync}.${calls}`];
const ofAnthropic = [
  `${anthropicClient}.{messages(),beta().messages()}.{create,createStreaming}`,
  `${anthropic}.client.{AnthropicClient,AnthropicClientAsync}.{messages(),beta().messages()}.{create,createStreaming}`,
];
const ofBedrock = `${bedrock}.{BedrockRuntimeClient,BedrockRuntimeAsyncClient}{,.create(),.builder().build()}.{invokeModel,invokeModelWithResponseStream,converse,converseStream}`;
/** Of the parameters’ own builder: `ChatCompletionCreateParams.builder().model(…).build()`. */
const given = (...named: string[]): Pick => ({ at: 0, maker: { named } });
const model: Pick = { ...given('model'), matching: /^\S+$/ };
/** A builder’s parameters, or what a lambda sets. */
const modelId: Pick = { named: ['modelId'], at: 0, maker: { named: ['modelId'] }, matching: /^\S+$/ };

export default defineLibrary({
  id: 'openai-java',
  title: 'OpenAI, Anthropic and Bedrock for Java',
  homepage: 'https://github.com/openai/openai-java',
  java: {
    packages: ['com.openai:openai-java', 'com.anthropic:anthropic-java', 'software.amazon.awssdk:bedrockruntime'],
    modules: [openai, anthropic, bedrock],
    constants,
    meanings: [
      {
        ...modelNamed({ of: ofOpenai, provider: 'openai', name: model, reference: openaiReference }),
        unless: { named: ['baseUrl'], receiver: true },
      },
      {
        of: ofOpenai,
        yields: 'model-output',
        sink: { kind: 'prompt', value: given('addUserMessage', 'input', 'messages') },
      },
      { of: `${openai}.models.{ChatModel,embeddings.EmbeddingModel,images.ImageModel}.of`, returns: { at: 0 } },
      keyGiven(
        `${openai}.client.okhttp.{OpenAIOkHttpClient,OpenAIOkHttpClientAsync}.builder().build`,
        'openai',
        'openai-api-key',
        { named: ['apiKey'] },
        openaiReference,
      ),
      keyGiven(
        `${openai}.client.okhttp.{OpenAIOkHttpClient,OpenAIOkHttpClientAsync}.fromEnv`,
        'openai',
        'openai-api-key',
        { environment: 'OPENAI_API_KEY' },
        openaiReference,
      ),
      modelNamed({
        of: ofAnthropic,
        provider: 'anthropic',
        name: model,
        reference: anthropicReference,
        facts: { outputLimit: given('maxTokens') },
      }),
      { of: ofAnthropic, yields: 'model-output', sink: { kind: 'prompt', value: given('addUserMessage', 'messages') } },
      { of: `${anthropic}.models.messages.Model.of`, returns: { at: 0 } },
      keyGiven(
        `${anthropic}.client.okhttp.{AnthropicOkHttpClient,AnthropicOkHttpClientAsync}.builder().build`,
        'anthropic',
        'anthropic-api-key',
        { named: ['apiKey'] },
        anthropicReference,
      ),
      keyGiven(
        `${anthropic}.client.okhttp.{AnthropicOkHttpClient,AnthropicOkHttpClientAsync}.fromEnv`,
        'anthropic',
        'anthropic-api-key',
        { environment: 'ANTHROPIC_API_KEY' },
        anthropicReference,
      ),
      modelNamed({ of: ofBedrock, provider: 'aws', name: modelId, reference: bedrockReference }),
      { of: ofBedrock, yields: 'model-output', sink: { kind: 'prompt', value: given('messages', 'body', 'system') } },
    ],
  },
});
