/** Runs every resolver’s cases on the bench. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Resolver } from '../../kit/define-resolver.ts';
import { runResolverCase } from '../../kit/resolver-bench.ts';

const shelf = import.meta.dirname;
const folders = readdirSync(shelf, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(folders.map(({ name }) => name))('resolver %s', async (id) => {
  const { default: resolver } = (await import(join(shelf, id, 'resolver.ts'))) as { default: Resolver };
  const cases = readdirSync(join(shelf, id, 'cases')).filter((name) => name.endsWith('.yaml'));

  it('has cases', () => expect(cases).not.toHaveLength(0));
  it.each(cases)('%s', (name) => {
    const answers = runResolverCase(resolver, readFileSync(join(shelf, id, 'cases', name), 'utf8'));
    for (const { asked, given, expected } of answers) expect(given, asked).toEqual(expected);
  });
});
