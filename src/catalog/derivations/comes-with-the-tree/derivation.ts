/** What a tree without version control brings along, it brings along for whoever opens it. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'comes-with-the-tree',
  title: 'Settings and hooks come with the tree unless version control ignores them',
  when: { variables: { it: ['hook', 'mcp-client'] }, edges: [] },
  conclude: ({ bound }, snapshot) =>
    snapshot.fact(bound.it!, 'tracked') === undefined
      ? [
          {
            fact: 'tracked',
            of: 'it',
            value: true,
            note: 'it lies in the tree, and no version control was seen to ignore it',
          },
        ]
      : [],
  confidence: 0.7,
});
