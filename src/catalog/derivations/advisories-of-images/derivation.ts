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
    const release = known && releaseOf(known, image);
    const isCovered = release !== undefined && hasAdvisoryData(ecosystem, product);
    const data: Conclusion = {
      fact: 'advisoryData',
      of: 'it',
      value: isCovered,
      note: isCovered
        ? 'the advisory data has records of what the image holds'
        : 'the advisory data has no record of the image, or its tag names no release',
    };
    if (!known) return [data];
    const service: Conclusion = {
      fact: 'service',
      of: 'it',
      value: known.service,
      note: 'the image is known by its name',
    };
    // Somebody looked, or supposes that a release without any is in its place.
    if (snapshot.value(bound.it!, 'advisories')?.length === 0) return [data, service];
    const found = isCovered ? advisoriesFor(ecosystem, product, release) : undefined;
    if (found === undefined) return [data, service];
    const note = `the table of advisories lists ${known.service} ${release}`;
    return [data, service, { fact: 'advisories', of: 'it', value: found.map(({ id }) => id), note }];
  },
  // The image of another registry can hold another release than its tag says.
  confidence: 0.95,
});
