// The published JSON schema of the report, as it follows from the program's own schema of it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ZodType, z } from 'zod';

/** Path and text of the schema of the tree at `root`; undefined where it has no report. Objects stay open: readers tolerate new fields. */
export async function generateReportSchema(root: string): Promise<[path: string, text: string] | undefined> {
  const module = join(root, 'src/domain/report.ts');
  if (!existsSync(module)) return undefined;
  const { reportSchema, schemaVersion } = (await import(pathToFileURL(module).href)) as {
    reportSchema: ZodType;
    schemaVersion: string;
  };
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { io: 'input' });
  const title = `Isobar report, version ${schemaVersion}`;
  const description = 'What AI exists in one source, what is wrong with it, and what is most likely to go wrong next.';
  return [
    `docs/schema/report-${schemaVersion}.json`,
    `${JSON.stringify({ $schema, title, description, ...schema }, null, 2)}\n`,
  ];
}
