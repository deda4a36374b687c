/** Where calls of models are recorded, prompts and answers lie. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'store-keeps-invocations',
  title: 'Where calls of models are recorded, prompts and answers lie',
  when: {
    variables: {
      caller: ['provider-account', 'inference-endpoint', 'model', 'agent', 'ai-application', 'chatbot'],
      store: ['bucket', 'log-sink'],
    },
    edges: [{ from: 'caller', relation: 'logs-to', to: 'store' }],
  },
  conclude: [
    { fact: 'usedFor', of: 'store', value: ['invocation-records'], note: 'calls of models are recorded in it' },
  ],
});
