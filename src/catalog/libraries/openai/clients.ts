/** OpenAI’s clients: the server that they are pointed at and the key that they use. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';

/** Host and port of an address, without the credentials that may stand before them. */
const host = /^(?:https?:\/\/)?(?:[^@/\s]*@)?([^/?#\s]+)/;
/** An address that holds no credentials. */
const plain = /^[^@\s]+$/;
/** The server that a client is pointed at instead of OpenAI’s own. */
export const server: Pick = { named: ['base_url', 'baseURL'], environment: 'OPENAI_BASE_URL' };

const secret = (variable: string): NonNullable<Meaning['links']>[number] => ({
  relation: 'uses-secret',
  from: 'enclosing',
  to: {
    kind: 'secret',
    scheme: 'display-name',
    value: { named: ['api_key', 'apiKey'], environment: variable, as: 'variable' },
  },
});

export const clients: readonly Meaning[] = [
  {
    of: ['openai.{OpenAI,AsyncOpenAI,Client,AsyncClient,default}', 'openai'],
    links: [secret('OPENAI_API_KEY')],
    reference: 'https://github.com/openai/openai-python#usage',
  },
  {
    of: ['openai.{OpenAI,AsyncOpenAI,Client,AsyncClient,default}', 'openai'],
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
    links: [{ relation: 'connects', from: 'enclosing', to: 'self' }, secret('AZURE_OPENAI_API_KEY')],
    reference: 'https://learn.microsoft.com/azure/ai-foundry/openai/supported-languages',
  },
];
