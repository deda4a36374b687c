/** A configured server that could be limited to a folder, a project or reading, and is not. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';
import { leftOpen } from './wide-scopes.ts';

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

export default defineDerivation({
  id: 'scope-of-configured-server',
  title: 'A server that could be limited and is not reaches everything',
  when: {
    variables: { entry: 'mcp-server-configuration' },
    edges: [],
    where: fact('entry', 'arguments').isSeen(),
  },
  conclude: ({ bound }, snapshot) => {
    const entry = bound.entry!;
    const said = (name: 'packageName' | 'command' | 'arguments' | 'environmentNames') =>
      snapshot.fact(entry, name)?.value;
    const open = leftOpen(
      String(said('packageName') ?? ''),
      String(said('command') ?? ''),
      listOf(said('arguments')),
      listOf(said('environmentNames')),
    );
    return open === undefined ? [] : [{ fact: 'scopeOpen', of: 'entry', value: true, note: open }];
  },
  confidence: 0.9,
});
