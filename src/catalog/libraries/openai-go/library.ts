/** OpenAI’s clients for Go: the official one and go-openai, with the servers and Azure deployments that they are pointed at. */
import { keyGiven, modelNamed, serverGiven } from '../../../kit/client-meanings.ts';
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { community, official } from './models.ts';

const own = 'github.com/openai/openai-go';
const other = 'github.com/sashabaranov/go-openai';
const reference = 'https://github.com/openai/openai-go#readme';
const otherReference = 'https://github.com/sashabaranov/go-openai#readme';
const client = `${own}.{NewClient(),Client}`;
const textCalls = ['{Chat.Completions,Responses,Completions}.{New,NewStreaming}'];
const calls = [
  ...textCalls,
  'Embeddings.New',
  'Images.{Generate,Edit,NewVariation}',
  'Audio.{Transcriptions,Translations,Speech}.New',
];
const on = (methods: readonly string[]) => methods.map((method) => `${client}.${method}`);
const model: Pick = { named: ['Model'], optionsAt: 1 };
const base: Pick = {
  named: ['WithBaseURL'],
  receiver: true,
  matching: /^(?!https?:\/\/api\.openai\.com(?:[/:]|$)).+$/,
};
/** `azure.WithEndpoint(endpoint, version)` among the options of a client. */
const azure: Pick = { named: ['WithEndpoint'], receiver: true };
const prompts: Pick = { named: ['Messages', 'Input', 'Prompt', 'Instructions'], optionsAt: 1 };

const otherClient = `${other}.{NewClient(),NewClientWithConfig(),NewOrgClient(),Client}`;
const otherCalls = [
  '{CreateChatCompletion,CreateChatCompletionStream,CreateCompletion,CreateEmbeddings,CreateImage,CreateTranscription,CreateSpeech,CreateResponse}',
].map((method) => `${otherClient}.${method}`);
const config: Pick = { at: 0, receiver: true };

const forProvider = (provider: string, of: readonly string[], at: string): Meaning =>
  modelNamed({ of, provider, name: model, reference: at });

export default defineLibrary({
  id: 'openai-go',
  title: 'OpenAI for Go',
  homepage: 'https://github.com/openai/openai-go',
  go: {
    packages: [own, other],
    modules: [own, other],
    constants: Object.fromEntries([
      ...Object.entries(official).flatMap(([name, value]) => [
        [`${own}.${name}`, value],
        [`${own}/shared.${name}`, value],
        [`${own}/responses.${name}`, value],
      ]),
      ...Object.entries(community).map(([name, value]) => [`${other}.${name}`, value]),
    ]) as Readonly<Record<string, string>>,
    meanings: [
      { ...forProvider('openai', on(calls), reference), unless: [base, azure] },
      { ...forProvider('azure', on(calls), reference), onlyIf: azure },
      {
        ...forProvider('compatible', on(calls), reference),
        onlyIf: base,
        links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
      },
      { of: on(textCalls), yields: 'model-output', sink: { kind: 'prompt', value: prompts } },
      keyGiven(`${own}/option.WithAPIKey`, 'openai', 'openai-api-key', { at: 0 }, reference),
      keyGiven(`${own}/azure.WithAPIKey`, 'azure', 'azure-openai-key', { at: 0 }, reference),
      // Without the option the client reads the variable by itself.
      {
        ...keyGiven(`${own}.NewClient`, 'openai', 'openai-api-key', { environment: 'OPENAI_API_KEY' }, reference),
        unless: [{ named: ['WithAPIKey'] }, { named: ['WithBaseURL'] }, { named: ['WithEndpoint'] }],
      },
      serverGiven(
        `${own}.NewClient`,
        { named: ['WithBaseURL'], matching: /^(?!https:\/\/api\.openai\.com).+$/ },
        reference,
      ),
      {
        of: [
          `${own}.{F,String,Opt,Ptr,Raw,ChatModel,Int}`,
          `${own}/shared.{ChatModel,ResponsesModel}`,
          `${own}/packages/param.{NewOpt,Opt}`,
          `${own}/responses.{ResponsesModel,ChatModel}`,
        ],
        returns: { at: 0 },
      },
      {
        ...forProvider('openai', otherCalls, otherReference),
        unless: { ...config, as: 'path', matching: /Default(?:Azure|Anthropic)Config\(\)$/ },
      },
      {
        ...forProvider('azure', otherCalls, otherReference),
        onlyIf: { ...config, as: 'path', matching: /DefaultAzureConfig\(\)$/ },
      },
      { of: otherCalls.slice(0, 1), yields: 'model-output', sink: { kind: 'prompt', value: prompts } },
      keyGiven([`${other}.NewClient`, `${other}.NewOrgClient`], 'openai', 'openai-api-key', { at: 0 }, otherReference),
      keyGiven(`${other}.DefaultConfig`, 'openai', 'openai-api-key', { at: 0 }, otherReference),
      keyGiven(`${other}.DefaultAzureConfig`, 'azure', 'azure-openai-key', { at: 0 }, otherReference),
    ],
  },
});
