/** The published JSON schema is what the program’s own schema says. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderSchema, schemaPath } from '../script/publish-schema.ts';

it('is fresh', () => {
  expect(readFileSync(schemaPath, 'utf8')).toBe(renderSchema());
});
