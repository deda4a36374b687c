/** Reads SPDX documents in JSON: the packages of registries that they list. */
import { defineExtractor, emptyExtraction } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readSpdx } from '../../../read/bill-of-materials.ts';

/** `app.spdx.json`, `sbom.json`, `sbom-spdx.json`; content decides. */
const claimed = /(^|\/)(?:[\w.-]*[-_.])?(?:spdx|sbom)(?:[-_.][\w.-]+)?\.json$/i;

export default defineExtractor({
  id: 'spdx',
  title: 'Bill of materials in SPDX',
  claims: { paths: [claimed] },
  limit: 40_000_000,
  extract(input) {
    const list = readSpdx(input.text());
    return list ? observePackages(input.path, list) : emptyExtraction;
  },
});
