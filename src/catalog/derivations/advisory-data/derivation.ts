/** Whether the advisory data in use knows a package at all: without that, silence about a version means nothing. */
import { type Conclusion, defineDerivation } from '../../../kit/define-derivation.ts';
import { all, fact } from '../../../kit/tests.ts';
import { hasAdvisoryData } from '../../../read/advisories.ts';

export default defineDerivation({
  id: 'advisory-data',
  title: 'A package is covered by the advisory data or it is not',
  when: {
    variables: { it: ['package-occurrence', 'package-version', 'mcp-server-definition'] },
    edges: [],
    where: all(fact('it', 'ecosystem').isSeen(), fact('it', 'packageName').isSeen()),
  },
  conclude: ({ bound }, snapshot): readonly Conclusion[] => {
    const said = (name: 'ecosystem' | 'packageName'): string => String(snapshot.fact(bound.it!, name)?.value ?? '');
    const value = hasAdvisoryData(said('ecosystem'), said('packageName'));
    const note = `the advisory data has ${value ? 'records' : 'no record'} of the package`;
    return [{ fact: 'advisoryData', of: 'it', value, note }];
  },
});
