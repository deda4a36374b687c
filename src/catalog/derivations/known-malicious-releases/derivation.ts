/** A package that a manifest or lock file names is, or is not, a release that was published to do harm. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { all, fact } from '../../../kit/tests.ts';
import { maliciousReleaseOf } from '../../../read/advisories.ts';

export default defineDerivation({
  id: 'known-malicious-releases',
  title: 'A release is on the list of those that were published to do harm, or it is not',
  when: {
    variables: { it: 'package-occurrence' },
    edges: [],
    where: all(fact('it', 'ecosystem').isSeen(), fact('it', 'packageName').isSeen()),
  },
  conclude: ({ bound }, snapshot) => {
    const it = bound.it!;
    const version = snapshot.value(it, 'version');
    const found = maliciousReleaseOf(
      snapshot.value(it, 'ecosystem') ?? '',
      snapshot.value(it, 'packageName') ?? '',
      version,
    );
    if (found === undefined) return [];
    return [
      {
        fact: 'maliciousRelease',
        of: 'it',
        value: found === 'none' ? '' : found.id,
        note: found === 'none' ? 'the table lists no such release of it' : 'the table lists this release',
      },
    ];
  },
});
