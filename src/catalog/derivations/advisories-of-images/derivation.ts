/** The image of a known product has the known vulnerabilities of the release that its tag names. */
import { type Conclusion, defineDerivation } from '../../../kit/define-derivation.ts';
import { parseImage, releaseOf, serviceOfImage } from '../../../kit/recognise-service.ts';
import { advisoriesFor, hasAdvisoryData } from '../../../read/advisories.ts';

export default defineDerivation({
  id: 'advisories-of-images',
  title: 'An image has the known vulnerabilities of the release that its tag names',
  when: { variables: { it: 'container-image' }, edges: [] },
  conclude: ({ bound }, snapshot): readonly Conclusion[] => {
    const image = parseImage(snapshot.name(bound.it!));
    const known = image && serviceOfImage(image);
    const { ecosystem = '', package: product = '' } = known?.advised ?? {};
    const isCovered = hasAdvisoryData(ecosystem, product);
    const data: Conclusion = {
      fact: 'advisoryData',
      of: 'it',
      value: isCovered,
      note: `the advisory data has ${isCovered ? 'records' : 'no record'} of what the image holds`,
    };
    if (!known || !isCovered) return [data];
    const release = releaseOf(known, image);
    const found = release === undefined ? undefined : advisoriesFor(ecosystem, product, release);
    return [
      data,
      { fact: 'service', of: 'it', value: known.service, note: 'the image is known by its name' },
      ...(found === undefined
        ? []
        : [
            {
              fact: 'advisories' as const,
              of: 'it',
              value: found.map(({ id }) => id),
              note: `the table of advisories lists ${known.service} ${release}`,
            },
          ]),
    ];
  },
  // The image of another registry can hold another release than its tag says.
  confidence: 0.95,
});
