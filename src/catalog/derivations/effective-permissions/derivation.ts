/** Code may change what the identity that it runs as may change. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'effective-permissions',
  title: 'What runs as an identity may write what the identity may write',
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
      // A role may take on others, and has the rights of the policies that it is given.
      { from: 'role', relation: 'assumes', to: 'holder', closure: 3, orSame: true },
      { from: 'holder', relation: 'writes', to: 'store' },
    ],
  },
  conclude: [
    { relation: 'writes', from: 'code', to: 'store', note: 'it runs as an identity that may write there' },
    { relation: 'writes', from: 'host', to: 'store', note: 'it runs as an identity that may write there' },
  ],
  confidence: 0.95,
});
