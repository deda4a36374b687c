/** Reads what the configuration file of a tree declares of it: systems with their owners and tiers, and the approved inventory. */
import { defineExtractor, type Extraction, emptyExtraction } from '../../../kit/define-extractor.ts';
import { declarationsOf, readConfiguration } from '../../../read/configuration.ts';

export default defineExtractor({
  id: 'isobar-configuration',
  title: 'Declared systems and approved inventory',
  claims: { paths: [/^isobar\.ya?ml$/] },
  limit: 1_000_000,
  extract({ path, text }): Extraction {
    const file = readConfiguration(text());
    const declarations = declarationsOf(file);
    return {
      ...emptyExtraction,
      gaps: file.mistakes.map(({ line, why }) => ({ what: path, scope: 'file', why: `line ${line}: ${why}` })),
      ...(declarations.length > 0 ? { declarations } : {}),
    };
  },
});
