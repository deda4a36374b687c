/** Reads who answers for which paths, as code hosts keep it in CODEOWNERS. */
import { defineExtractor, type Extraction, emptyExtraction } from '../../../kit/define-extractor.ts';
import { readCodeOwners } from '../../../read/code-owners.ts';

export default defineExtractor({
  id: 'code-owners',
  title: 'Code owners',
  // The places in which GitHub and GitLab look for it.
  claims: { paths: [/^(?:\.github\/|\.gitlab\/|docs\/)?CODEOWNERS$/] },
  limit: 3_000_000,
  extract({ text }): Extraction {
    const rules = readCodeOwners(text());
    return rules.length > 0 ? { ...emptyExtraction, declarations: [{ sort: 'owners', rules }] } : emptyExtraction;
  },
});
