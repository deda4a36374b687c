/** A package at a version has the advisories that the bundled table lists for it. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { all, fact } from '../../../kit/tests.ts';
import { advisoriesFor } from '../../../read/advisories.ts';

export default defineDerivation({
  id: 'known-advisories',
  title: 'A version has the known vulnerabilities that are published for it',
  when: {
    variables: { it: ['package-occurrence', 'package-version', 'mcp-server-definition'] },
    edges: [],
    where: all(fact('it', 'ecosystem').isSeen(), fact('it', 'packageName').isSeen(), fact('it', 'version').isSeen()),
  },
  conclude: ({ bound }, snapshot) => {
    const it = bound.it!;
    const said = (name: 'ecosystem' | 'packageName' | 'version'): string =>
      String(snapshot.fact(it, name)?.value ?? '');
    // Somebody looked, or supposes that a release without any is in its place.
    if (snapshot.value(it, 'advisories')?.length === 0) return [];
    const found = advisoriesFor(said('ecosystem'), said('packageName'), said('version'));
    // Of a package that is not in the table nothing is known, and nothing is said: that is not the same as no vulnerability.
    return found === undefined
      ? []
      : [
          {
            fact: 'advisories',
            of: 'it',
            value: found.map(({ id }) => id),
            note: 'the table of advisories lists this version',
          },
        ];
  },
});
