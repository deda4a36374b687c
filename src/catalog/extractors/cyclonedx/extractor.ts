/** Reads CycloneDX documents in JSON: the packages of registries that they list. */
import { defineExtractor, emptyExtraction } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readCycloneDx } from '../../../read/bill-of-materials.ts';

/** https://cyclonedx.org/specification/overview/#recognized-file-patterns, and the names that people give; content decides. */
const claimed = /(^|\/)(?:[\w.-]*[-_.])?(?:bom|sbom|cyclonedx|cdx)(?:[-_.][\w.-]+)?\.json$/i;

export default defineExtractor({
  id: 'cyclonedx',
  title: 'Bill of materials in CycloneDX',
  claims: { paths: [claimed] },
  limit: 40_000_000,
  extract(input) {
    const list = readCycloneDx(input.text());
    return list ? observePackages(input.path, list) : emptyExtraction;
  },
});
