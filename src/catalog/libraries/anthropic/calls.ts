/** Calls of Claude and the clients that make them, for every vendor that serves it. */
import { credentialRead } from '../../../kit/client-meanings.ts';
import type { Meaning, Pick } from '../../../kit/define-library.ts';

const messages =
  '{messages,beta.messages}{,.with_raw_response,.with_streaming_response}.{create,stream,parse,tool_runner,toolRunner}';
const named: Pick = { named: ['model'] };
/** Host and port of an address, without the credentials that may stand before them. */
const host = /^(?:https?:\/\/|(?!https?:))(?:[^@/\s]*@)?([^/?#\s.][^/?#\s]*)/;
/** An address that holds no credentials. */
const plain = /^[^@\s]+$/;
/** A server between the client and Anthropic: a gateway or proxy. */
const server: Pick = { named: ['base_url', 'baseURL'], environment: 'ANTHROPIC_BASE_URL' };

export const served = (clients: string, provider: string): readonly Meaning[] => [
  {
    of: [`${clients}.${messages}`, `${clients}.completions.create`],
    asset: {
      kind: 'model',
      identifier: { scheme: 'model-name', value: { ...named, prefix: `${provider}:` } },
      facts: {
        provider: { value: provider },
        modelName: named,
        hosting: { value: 'remote-api' },
        source: { value: 'provider-api' },
        temperature: { named: ['temperature'] },
        outputLimit: { named: ['max_tokens', 'max_tokens_to_sample'] },
      },
    },
    links: [
      { relation: 'invokes', from: 'enclosing', to: 'self' },
      {
        relation: 'provided-by',
        from: 'self',
        to: { kind: 'provider-account', scheme: 'provider', value: { value: provider } },
      },
    ],
    yields: 'model-output',
    sink: { kind: 'prompt', value: { named: ['messages', 'system', 'prompt'] } },
    reference: 'https://docs.claude.com/en/api/messages',
  },
  {
    of: `${clients}.${messages}`,
    onlyIf: { named: ['tools'], path: ['*', 'type'], matching: /^(web_search|web_fetch)/ },
    asset: {
      kind: 'tool',
      name: { value: 'Claude web search' },
      identifier: { scheme: 'symbol', value: { value: 'anthropic#web_search' } },
      facts: {
        framework: { value: 'anthropic' },
        effectsKnown: { value: true },
        takesUntrustedContent: { value: true },
        readsPrivateData: { value: false },
        changesState: { value: false },
        executesCode: { value: false },
      },
    },
    links: [{ relation: 'uses-tool', from: 'enclosing', to: 'self' }],
    reference: 'https://docs.claude.com/en/docs/agents-and-tools/tool-use/web-search-tool',
  },
  {
    of: `${clients}.{messages,beta.messages}.{create,stream,parse}`,
    links: [
      {
        relation: 'uses-tool',
        from: 'enclosing',
        to: { kind: 'tool', scheme: 'display-name', value: { named: ['tools'], path: ['*', 'name'] } },
      },
    ],
  },
  {
    // The runner calls the functions that it is given.
    of: `${clients}.beta.messages.{tool_runner,toolRunner}`,
    links: [{ relation: 'uses-tool', from: 'enclosing', to: { pick: { named: ['tools'] } } }],
  },
  { of: `${clients}.{with_options,withOptions,copy}`, returns: 'receiver' },
];

export const constructed = (of: readonly string[]): readonly Meaning[] => [
  {
    ...credentialRead(
      of,
      'anthropic',
      'anthropic-api-key',
      { named: ['api_key', 'apiKey'], environment: 'ANTHROPIC_API_KEY' },
      'https://github.com/anthropics/anthropic-sdk-python#usage',
    ),
    // A gateway has keys of its own.
    unless: server,
  },
  {
    of,
    onlyIf: server,
    asset: {
      kind: 'inference-endpoint',
      identifier: { scheme: 'host-port', value: { ...server, matching: host } },
      facts: {
        url: { ...server, matching: plain },
        encryptedTransport: { ...server, matching: /^(https?):/, choices: { https: true, http: false } },
      },
    },
    links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
    reference: 'https://github.com/anthropics/anthropic-sdk-python#configuring-the-http-client',
  },
];
