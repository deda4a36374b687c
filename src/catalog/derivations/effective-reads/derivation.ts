/** Code may read what the identity that it runs as may read; that it does is not said, so that this is less sure than a right to write. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'effective-reads',
  title: 'What runs as an identity may read what the identity may read',
  when: {
    variables: {
      host: 'compute',
      code: ['ai-application', 'code-project', 'agent', 'mcp-server-definition', 'notebook'],
      role: 'identity',
      holder: 'identity',
      store: ['bucket', 'data-store', 'vector-store', 'dataset', 'model-artifact', 'secret', 'prompt', 'memory'],
    },
    edges: [
      { from: 'host', relation: 'runs', to: 'code' },
      { from: 'host', relation: 'runs-as', to: 'role' },
      { from: 'role', relation: 'assumes', to: 'holder', closure: 3, orSame: true },
      { from: 'holder', relation: 'reads', to: 'store' },
    ],
  },
  conclude: [{ relation: 'reads', from: 'code', to: 'store', note: 'it runs as an identity that may read there' }],
  confidence: 0.7,
});
