/** Reads what the configuration file of a tree declares of it: systems with their owners and tiers, and the approved inventory. */
import { defineExtractor, type Extraction, emptyExtraction } from '../../../kit/define-extractor.ts';

export default defineExtractor({
  id: 'isobar-configuration',
  title: 'Declared systems and approved inventory',
  claims: { paths: [/^isobar\.ya?ml$/] },
  limit: 1_000_000,
  async extract({ path, text }): Promise<Extraction> {
    // One file in a tree: no reading thread loads the schema before it meets it.
    const { declarationsOf, readConfiguration } = await import('../../../read/configuration.ts');
    const file = readConfiguration(text());
    const declarations = declarationsOf(file);
    return {
      ...emptyExtraction,
      gaps: file.mistakes.map(({ line, why }) => ({ what: path, scope: 'file', why: `line ${line}: ${why}` })),
      ...(declarations.length > 0 ? { declarations } : {}),
    };
  },
});
