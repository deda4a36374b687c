/** Runs every connector’s recorded fixtures on the bench. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runConnectorCase } from '../../kit/connector-bench.ts';
import type { Connector } from '../../kit/define-connector.ts';

const shelf = import.meta.dirname;
const folders = readdirSync(shelf, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(folders.map(({ name }) => name))('connector %s', async (id) => {
  const { default: connector } = (await import(join(shelf, id, 'connector.ts'))) as { default: Connector };
  const fixtures = readdirSync(join(shelf, id, 'fixtures')).filter((name) => name.endsWith('.yaml'));

  it('has fixtures', () => expect(fixtures).not.toHaveLength(0));
  it.each(fixtures)('%s', async (name) => {
    const text = readFileSync(join(shelf, id, 'fixtures', name), 'utf8');
    const { given, expected, listedAgain } = await runConnectorCase(connector, text);
    expect(given).toEqual(expected);
    expect(listedAgain).toEqual([]);
  });
});
