// The published JSON schemas of the report and of the configuration file, as they follow from the program's own schemas of them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ZodType, z } from 'zod';

interface Published {
  /** Module of the tree that exports the schema. */
  module: string;
  schema: string;
  version: string;
  name: string;
  title: string;
  description: string;
}

const published: readonly Published[] = [
  {
    module: 'src/domain/report.ts',
    schema: 'reportSchema',
    version: 'schemaVersion',
    name: 'report',
    title: 'Isobar report',
    description: 'What AI exists in one source, what is wrong with it, and what is most likely to go wrong next.',
  },
  {
    module: 'src/domain/configuration.ts',
    schema: 'configurationSchema',
    version: 'configurationVersion',
    name: 'configuration',
    title: 'Isobar configuration',
    description:
      'What isobar.yaml may say: what is left out, what is accepted, and what people declare of their systems.',
  },
];

/** Path and text of every schema that the tree at `root` has. A report’s objects stay open: readers tolerate new fields. */
export async function generateSchemas(root: string): Promise<[path: string, text: string][]> {
  const files: [string, string][] = [];
  for (const { module, schema: schemaName, version: versionName, name, title, description } of published) {
    const path = join(root, module);
    if (!existsSync(path)) continue;
    const exported = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
    const version = String(exported[versionName]);
    const { $schema, ...schema } = z.toJSONSchema(exported[schemaName] as ZodType, { io: 'input' });
    const head = { $schema, title: `${title}, version ${version}`, description };
    files.push([`docs/schema/${name}-${version}.json`, `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`]);
  }
  return files;
}
