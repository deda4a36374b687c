/** Ollama’s client: models served on this machine or on a host of one’s own. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const name: Pick = { named: ['model'], at: 0 };
const host: Pick = {
  named: ['host'],
  at: 0,
  environment: 'OLLAMA_HOST',
  matching: /^(?:https?:\/\/)?(?:[^@/\s]*@)?([^/?#\s]+)/,
};

const meanings = (clients: string, root: string): readonly Meaning[] => [
  {
    of: `${clients}.{chat,generate,embed,embeddings}`,
    asset: {
      kind: 'model',
      identifier: { scheme: 'model-name', value: { ...name, prefix: 'ollama:' } },
      facts: { provider: { value: 'ollama' }, modelName: name },
    },
    links: [
      { relation: 'invokes', from: 'enclosing', to: 'self' },
      { relation: 'serves', from: 'receiver', to: 'self' },
      { relation: 'uses-tool', from: 'enclosing', to: { pick: { named: ['tools'] }, otherwise: 'tool' } },
    ],
    yields: 'model-output',
    sink: { kind: 'prompt', value: { named: ['messages', 'prompt'] } },
    reference: 'https://github.com/ollama/ollama-python#usage',
  },
  {
    of: `${root}.{Client,AsyncClient,Ollama}`,
    onlyIf: host,
    asset: {
      kind: 'inference-endpoint',
      identifier: { scheme: 'host-port', value: host },
      facts: {
        service: { value: 'ollama' },
        encryptedTransport: { ...host, matching: /^(https?):/, choices: { https: true, http: false } },
      },
    },
    links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
    reference: 'https://github.com/ollama/ollama-python#custom-client',
  },
  { of: `${clients}.{pull,create,delete,push,copy}`, effects: ['changes-state'] },
];

export default defineLibrary({
  id: 'ollama',
  title: 'Ollama',
  homepage: 'https://docs.ollama.com',
  python: {
    packages: ['ollama'],
    modules: ['ollama'],
    meanings: meanings('ollama{,.Client(),.AsyncClient()}', 'ollama'),
  },
  javascript: {
    packages: ['ollama'],
    modules: ['ollama'],
    meanings: meanings('ollama{.default,.Ollama(),}', 'ollama'),
  },
});
