// The API asked as its own description says it may be asked, and as it may not: on a real store, never with a 500.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../src/api/contract/routes.ts';
import { problemSchema } from '../src/api/contract/shapes.ts';
import { createServer, type Server } from '../src/api/create-server.ts';
import { sampleReport } from '../src/kit/exporter-bench.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly responses: Record<string, { content: Record<string, { schema: object }> }>;
}
interface Description {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
}

const source = { id: 'source-1', name: 'support-bot' };
const told: unknown[] = [];
let folder: string;
let store: Store;
let server: Server;
let base: string;
let description: Description;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-api-'));
  const opened = await openStore(folder, new Date(0));
  if ('refused' in opened) throw new Error(opened.refused);
  store = opened.store;
  for (const minute of [1, 2]) {
    const run = await store.beginRun(source, new Date(Date.UTC(2026, 0, 2, 3, minute)));
    await store.finishRun(run, sampleReport, new Date(Date.UTC(2026, 0, 2, 3, minute, 30)));
  }
  server = createServer({
    ...{ archive: store, version: '0.1.0', consoleFiles: new Map() },
    tell: (error) => void told.push(error),
  });
  base = await server.listen(0);
  description = (await (await fetch(`${base}/openapi.json`)).json()) as Description;
});
afterAll(async () => {
  await server.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const listOperations = (): [string, Operation][] =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation): [string, Operation] => [path, operation]),
  );

const toUrl = (path: string, parameters: readonly Parameter[], values: readonly (string | undefined)[]): string => {
  const query = new URLSearchParams();
  let whole = path;
  for (const [at, { name, in: where }] of parameters.entries()) {
    const value = values[at];
    if (where === 'path') whole = whole.replace(`{${name}}`, encodeURIComponent(value ?? 'none'));
    else if (value !== undefined) query.set(name, value);
  }
  return `${base}${whole}${query.size > 0 ? `?${query}` : ''}`;
};

it('describes every route, once, as OpenAPI 3.1', () => {
  expect(description.openapi).toMatch(/^3\.1\./);
  expect(
    listOperations()
      .map(([, { operationId }]) => operationId)
      .sort(),
  ).toEqual(Object.keys(routes).sort());
  for (const [, { responses }] of listOperations()) expect(Object.keys(responses)).toEqual(['200', '400', '404']);
});

const seenIds = fc.constantFrom(source.id, 'source-2', 'finding-1', 'forecast-1', 'asset-1');
/** What the description allows, now and then something seen before, and whatever it forbids. */
const valuesOf = ({ schema, name }: Parameter): fc.Arbitrary<string> => {
  const { enum: words, pattern, minLength = 0, maxLength = 60 } = schema;
  const allowed = words
    ? fc.constantFrom(...words)
    : pattern
      ? fc.stringMatching(new RegExp(pattern), { size: 'small' })
      : fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, 60) });
  const forbidden = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('', '\0', "' OR 1=1 --", '-1', '1e9', 'NaN', '%00', '../..', '{"$ne":1}', 'x'.repeat(2500)),
    fc
      .array(fc.oneof(fc.integer(), fc.string(), fc.double()), { maxLength: 4 })
      .map((list) => Buffer.from(JSON.stringify(list)).toString('base64url')),
  );
  return fc.oneof(
    { arbitrary: allowed, weight: 4 },
    { arbitrary: seenIds, weight: name === 'source' || name === 'id' ? 4 : 1 },
    { arbitrary: forbidden, weight: 2 },
  );
};

it('whatever is asked is answered as described, refused with field and reason, or not there: never a 500', {
  timeout: 60_000,
}, async () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const seen = new Map<string, Set<number>>();
  for (const [path, { operationId, parameters = [], responses }] of listOperations()) {
    const isAnswer = ajv.compile(responses['200']!.content['application/json']!.schema);
    const asking = fc.tuple(
      ...parameters.map((one) =>
        one.in === 'path' ? valuesOf(one) : fc.option(valuesOf(one), { nil: undefined, freq: 2 }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(asking, async (values) => {
        const response = await fetch(toUrl(path, parameters, values));
        const body: unknown = await response.json();
        seen.set(operationId, (seen.get(operationId) ?? new Set()).add(response.status));
        expect([200, 400, 404, 414, 431]).toContain(response.status);
        if (response.status === 200) expect(isAnswer(body) ? '' : ajv.errorsText(isAnswer.errors)).toBe('');
        else {
          expect(response.headers.get('content-type')).toContain('application/problem+json');
          const problem = problemSchema.parse(body);
          if (response.status === 400 && problem.errors !== undefined)
            for (const { field, reason } of problem.errors)
              expect(`${field} ${reason}`).toMatch(/^(?:path|query)\.\w+ ./);
        }
      }),
      { numRuns: parameters.length === 0 ? 2 : 120 },
    );
  }
  expect(told).toEqual([]);
  // It was really asked: every list was answered, and every one with fields refused something.
  for (const [, { operationId, parameters = [] }] of listOperations()) {
    if (!parameters.some(({ in: where }) => where === 'path'))
      expect(seen.get(operationId), operationId).toContain(200);
    if (parameters.some(({ in: where }) => where === 'query'))
      expect(seen.get(operationId), operationId).toContain(400);
  }
});

describe('lists', () => {
  const ask = async (path: string) => {
    const response = await fetch(`${base}/api/v1/${path}`);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const walk = async (path: string, items: unknown[] = [], cursor = ''): Promise<unknown[]> => {
    const { body } = await ask(`${path}&limit=1${cursor && `&cursor=${cursor}`}`);
    items.push(...(body.items as unknown[]));
    return typeof body.next === 'string' ? walk(path, items, body.next) : items;
  };

  it.each([
    'findings?order=gravest',
    'findings?order=newest',
    'findings?order=due',
    'assets?',
    'forecast-list?',
    'run-list?',
  ])('%s gives the same one by one as at once', async (path) => {
    const { body } = await ask(path);
    const items = body.items as { readonly id: string }[];
    expect(items.length).toBeGreaterThan(1);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(body).not.toHaveProperty('next');
    expect(await walk(path)).toEqual(items);
  });

  it('a cursor of another order or list is refused', async () => {
    const { body } = await ask('findings?limit=1');
    for (const path of ['findings?order=newest', 'assets?limit=1', 'run-list?limit=1']) {
      const { status, body: problem } = await ask(`${path}&cursor=${body.next}`);
      expect({ status, errors: problem.errors }).toEqual({
        status: 400,
        errors: [{ field: 'query.cursor', reason: 'it is no cursor of this list in this order' }],
      });
    }
  });

  it('cards hold what the report says, and where it came from', async () => {
    const [first] = (await ask('findings?limit=1')).body.items as { id: string; asset: string }[];
    const { body } = await ask(`findings/${source.id}/${first!.id}`);
    expect(body).toMatchObject({ ...first, detail: { evidence: expect.any(Array) } });
    expect(body.history).toHaveLength(2);
    const asset = (await ask(`assets/${source.id}/${first!.asset}`)).body;
    expect(asset).toMatchObject({ id: first!.asset, life: 'present' });
    expect((asset.drift as { what: string }[]).map(({ what }) => what)).toEqual(['appeared']);
    expect(asset.findings).toContainEqual(expect.objectContaining({ id: first!.id }));
    expect((await ask(`sources/${source.id}/trend`)).body.measures).toHaveLength(2);
  });
});
