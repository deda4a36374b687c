/** Calls of models through OpenAI’s client, to OpenAI, to Azure and to servers that answer the same protocol. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';
import { elsewhere, server } from './clients.ts';
import { hostedTools } from './hosted-tools.ts';
import { training } from './training.ts';

const clients = 'openai{,.OpenAI(),.AsyncOpenAI(),.Client(),.AsyncClient(),.default(),()}';
const azureClients = 'openai.{AzureOpenAI,AsyncAzureOpenAI}()';
const methods = [
  '{chat.completions,beta.chat.completions,completions,responses,embeddings}{,.with_raw_response,.with_streaming_response}.{create,parse,stream}',
  '{images.generate,images.edit,images.create_variation,images.createVariation,audio.speech.create,audio.transcriptions.create,audio.translations.create}',
];
const textCalls = '{chat.completions,beta.chat.completions,completions,responses}.{create,parse,stream}';

const atServer: Pick = { ...elsewhere, receiver: true };
/** Vendors whose servers answer OpenAI’s protocol, by a part of their host. */
const vendor: Pick = {
  ...server,
  receiver: true,
  matching:
    /(groq|openrouter|deepseek|mistral|together|fireworks|perplexity|cerebras|nvidia|anthropic|azure|localhost|127\.0\.0\.1)/,
};

const model = (
  of: readonly string[],
  named: Pick,
  provider: string,
  name: Pick,
  by: Pick = { value: provider },
): Meaning => ({
  of,
  asset: {
    kind: 'model',
    identifier: { scheme: 'model-name', value: name },
    facts: {
      provider: by,
      modelName: named,
      hosting: { value: 'remote-api' },
      source: { value: 'provider-api' },
      temperature: { named: ['temperature'] },
      outputLimit: { named: ['max_completion_tokens', 'max_output_tokens', 'max_tokens'] },
    },
  },
  links: [
    { relation: 'invokes', from: 'enclosing', to: 'self' },
    {
      relation: 'provided-by',
      from: 'self',
      to: { kind: 'provider-account', scheme: 'provider', value: { value: provider } },
    },
    ...hostedTools.links,
  ],
  reference: 'https://platform.openai.com/docs/api-reference/chat/create',
});
const named: Pick = { named: ['model', 'engine', 'deployment_id'] };
const deployment: Pick = { ...named, receiver: true };
const on = (client: string, all: readonly string[]) => all.map((method) => `${client}.${method}`);

export const calls: readonly Meaning[] = [
  { ...model(on(clients, methods), named, 'openai', { ...named, prefix: 'openai:' }), unless: atServer },
  {
    ...model(
      on(clients, methods),
      named,
      'compatible',
      { ...named, prefixFrom: vendor, prefix: 'compatible:' },
      vendor,
    ),
    onlyIf: atServer,
    links: [
      { relation: 'invokes', from: 'enclosing', to: 'self' },
      { relation: 'serves', from: 'receiver', to: 'self' },
      ...hostedTools.links,
    ],
  },
  model(on(azureClients, methods), deployment, 'azure', {
    named: ['azure_deployment', 'deployment', 'model'],
    receiver: true,
    prefix: 'azure:',
  }),
  // The module’s own functions before version 1.
  model(['openai.{ChatCompletion,Completion,Embedding,Image}.{create,acreate}'], named, 'openai', {
    ...named,
    prefix: 'openai:',
  }),
  {
    of: [
      ...on(clients, [textCalls]),
      ...on(azureClients, [textCalls]),
      'openai.{ChatCompletion,Completion}.{create,acreate}',
    ],
    yields: 'model-output',
    sink: { kind: 'prompt', value: { named: ['messages', 'input', 'prompt', 'instructions'] } },
  },
  ...hostedTools.meanings(on(clients, ['responses.{create,parse,stream}'])),
  ...training((methods) => on(clients, methods)),
  {
    of: on(clients, ['beta.assistants.create']),
    asset: { kind: 'agent', name: { named: ['name'] }, facts: { framework: { value: 'openai-assistants' } } },
    links: [
      {
        relation: 'invokes',
        from: 'self',
        to: { kind: 'model', scheme: 'model-name', value: { ...named, prefix: 'openai:' } },
      },
    ],
    reference: 'https://platform.openai.com/docs/api-reference/assistants/createAssistant',
  },
  {
    of: [`${clients}.{with_options,withOptions,copy}`, `${azureClients}.{with_options,withOptions,copy}`],
    returns: 'receiver',
  },
  {
    of: on(clients, ['moderations.create']),
    asset: {
      kind: 'guardrail',
      name: { value: 'OpenAI moderation' },
      facts: { provider: { value: 'openai' }, filters: { value: 'content' } },
    },
    links: [{ relation: 'guarded-by', from: 'application', to: 'self' }],
    reference: 'https://platform.openai.com/docs/guides/moderation',
  },
];
