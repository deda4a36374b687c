/** OpenAI’s clients: the server that they are pointed at and the key that they use. */
import { credentialRead } from '../../../kit/client-meanings.ts';
import type { Meaning, Pick } from '../../../kit/define-library.ts';

/** Host and port of an address, without the credentials that may stand before them. */
const host = /^(?:https?:\/\/|(?!https?:))(?:[^@/\s]*@)?([^/?#\s.][^/?#\s]*)/;
/** An address that holds no credentials. */
const plain = /^[^@\s]+$/;
/** The server that a client is pointed at instead of OpenAI’s own. */
export const server: Pick = { named: ['base_url', 'baseURL'], environment: 'OPENAI_BASE_URL' };

/** A server that is not OpenAI’s own. */
export const elsewhere: Pick = { ...server, matching: /^(?!https?:\/\/api\.openai\.com(?:[/:]|$)).+$/ };

const reference = 'https://github.com/openai/openai-python#usage';
const key = (environment: string): Pick => ({ named: ['api_key', 'apiKey'], environment });

const own = ['openai.{OpenAI,AsyncOpenAI,Client,AsyncClient,default}', 'openai'];

export const clients: readonly Meaning[] = [
  {
    ...credentialRead(own, 'openai', 'openai-api-key', key('OPENAI_API_KEY'), reference),
    // A compatible server has keys of its own.
    unless: elsewhere,
  },
  {
    ...credentialRead(own, 'compatible', 'compatible-api-key', { named: ['api_key', 'apiKey'] }, reference),
    onlyIf: elsewhere,
    links: [{ relation: 'uses-secret', from: 'enclosing', to: 'self' }],
  },
  credentialRead(
    'openai.{AzureOpenAI,AsyncAzureOpenAI}',
    'azure',
    'azure-openai-key',
    key('AZURE_OPENAI_API_KEY'),
    reference,
  ),
  {
    of: own,
    onlyIf: elsewhere,
    asset: {
      kind: 'inference-endpoint',
      identifier: { scheme: 'host-port', value: { ...server, matching: host } },
      facts: {
        url: { ...server, matching: plain },
        encryptedTransport: { ...server, matching: /^(https?):/, choices: { https: true, http: false } },
      },
    },
    links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
    reference: 'https://github.com/openai/openai-python#configuring-the-http-client',
  },
  {
    of: 'openai.{AzureOpenAI,AsyncAzureOpenAI}',
    asset: {
      kind: 'inference-endpoint',
      identifier: {
        scheme: 'host-port',
        value: {
          named: ['azure_endpoint', 'endpoint', 'base_url', 'baseURL'],
          environment: 'AZURE_OPENAI_ENDPOINT',
          matching: host,
        },
      },
      facts: { provider: { value: 'azure' } },
    },
    links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
    reference: 'https://learn.microsoft.com/azure/ai-foundry/openai/supported-languages',
  },
];
