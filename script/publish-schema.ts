// Writes the published JSON schema of the report from its zod schema; with --check it only says whether the file is fresh.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { reportSchema, schemaVersion } from '../src/domain/report.ts';

/** Where the schema of this version is published, from the root of the project. */
export const schemaPath = `docs/schema/report-${schemaVersion}.json`;

/** The schema’s text. Readers are to tolerate fields that they do not know, so objects stay open. */
export function renderSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(reportSchema, { io: 'input' });
  const title = `Isobar report, version ${schemaVersion}`;
  const description = 'What AI exists in one source, what is wrong with it, and what is most likely to go wrong next.';
  return `${JSON.stringify({ $schema, title, description, ...schema }, null, 2)}\n`;
}

if (import.meta.main) {
  const path = join(resolve(import.meta.dirname, '..'), schemaPath);
  const isFresh = existsSync(path) && readFileSync(path, 'utf8') === renderSchema();
  if (process.argv.includes('--check')) {
    if (!isFresh) {
      console.log(`${schemaPath} is stale; others validate our reports against it; run: npm run generate`);
      process.exitCode = 1;
    }
  } else if (!isFresh) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, renderSchema());
    console.log(`wrote ${schemaPath}`);
  }
}
