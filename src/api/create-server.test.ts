/** The server over real connections: what it answers, what it refuses and how, and what it says to browsers. */
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posture } from '../operate/tell-forecast.ts';
import { createClient } from './contract/client.ts';
import { problemSchema } from './contract/shapes.ts';
import { createServer, type Server } from './create-server.ts';

const run = {
  id: 'run-01234567-89ab-cdef-0123-456789abcdef',
  source: 'source-1',
  state: 'complete',
  startedAt: '2026-01-02T03:04:05.000Z',
  finishedAt: '2026-01-02T03:04:06.000Z',
} as const;
const damaged = run.id.replaceAll('0', 'd');
const asked: unknown[] = [];
const nothing = async () => ({ items: [] });
const archive: Posture = {
  listSources: async () => [{ id: 'source-1', name: 'app' }],
  async listRuns(only = {}) {
    asked.push(only);
    return only.state === 'complete' ? [] : [{ ...run, state: 'interrupted' }];
  },
  readReport: async (id) =>
    id === run.id ? { text: '{"kept": "as it is"}' } : id === damaged ? { damaged: 'bad' } : undefined,
  listForecasts: async () => [],
  listForecastChanges: async () => [],
  queryFindings: nothing,
  queryAssets: nothing,
  queryForecasts: nothing,
  queryRuns: nothing,
  countFindings: async () => ({ severity: {}, category: {}, life: {} }),
  readFinding: async () => undefined,
  readAsset: async () => undefined,
  readForecastHistory: async () => undefined,
  listDrift: async () => [],
  listMeasures: async () => [],
};
const consoleFiles = new Map([
  ['/', { mediaType: 'text/html', body: Buffer.from('<!doctype html>'), isLasting: false }],
  ['/assets/a-1.js', { mediaType: 'text/javascript', body: Buffer.from('1'), isLasting: true }],
]);

let server: Server;
let base: string;
let told: unknown[];

const start = async (more: Partial<Posture> = {}): Promise<void> => {
  server = createServer({
    archive: { ...archive, ...more },
    version: '0.1.0',
    consoleFiles,
    tell: (error) => void told.push(error),
  });
  base = await server.listen(0);
};
/** Sends exactly this path and these headers: nothing is put right on the way. */
const get = (
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> =>
  new Promise((done, fail) => {
    const { hostname, port } = new URL(base);
    request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', fail)
      .end();
  });

beforeEach(() => {
  told = [];
  asked.length = 0;
});
afterEach(() => server.close());

describe('answers', () => {
  beforeEach(() => start());

  it.each([
    ['/api/v1/health', { status: 'ok', version: '0.1.0' }],
    ['/api/v1/sources', { sources: [{ id: 'source-1', name: 'app' }] }],
    ['/api/v1/runs', { runs: [{ ...run, state: 'interrupted' }] }],
    [`/api/v1/runs/${run.id}/report`, { kept: 'as it is' }],
  ])('%s', async (path, expected) => {
    const { status, headers, body } = await get(path);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'application/json; charset=utf-8' });
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(body)).toEqual(expected);
  });

  it('hands on what was asked for', async () => {
    await get('/api/v1/runs?source=source-none&state=complete&limit=7');
    expect(asked).toEqual([{ source: 'source-none', state: 'complete', limit: 7 }]);
  });

  it('gives the console from memory, its page unkept and its lasting files kept', async () => {
    expect(await get('/')).toMatchObject({
      status: 200,
      body: '<!doctype html>',
      headers: { 'cache-control': 'no-cache' },
    });
    const { headers } = await get('/assets/a-1.js');
    expect(headers['cache-control']).toContain('immutable');
    for (const path of ['/assets/../../package.json', '/assets/..%2f..%2fpackage.json', '/assets/', '//etc/passwd'])
      expect((await get(path)).status, path).toBe(404);
  });

  it('is understood by the client of the contract', async () => {
    const client = createClient(fetch, base);
    expect(await client.ask('forecasts', { query: { source: 'source-1' } })).toEqual({
      value: {
        sources: [expect.objectContaining({ source: { id: 'source-1', name: 'app' }, forecasts: [], missing: [] })],
      },
    });
    expect(await client.ask('forecasts', { query: { source: 'none' } })).toEqual({
      problem: expect.objectContaining({ status: 404, detail: 'source none is not known' }),
    });
    expect(await client.ask('report', { params: { id: run.id } })).toEqual({
      problem: expect.objectContaining({ title: 'The answer is not what this page understands' }),
    });
    await server.close();
    expect(await client.ask('health')).toEqual({
      problem: expect.objectContaining({ title: 'Isobar does not answer' }),
    });
  });
});

describe('refusals', () => {
  beforeEach(() => start());

  it.each([
    ['/api/v1/runs?limit=0', ['query.limit']],
    ['/api/v1/runs?limit=1e2', ['query.limit']],
    ['/api/v1/runs?limit=5&limit=6', ['query.limit']],
    ['/api/v1/runs?state=done&source=', ['query.source', 'query.state']],
    ['/api/v1/runs?sauce=1', ['query.sauce']],
    ['/api/v1/runs/1/report', ['path.id']],
    ['/api/v1/forecasts?level=storm', ['query.level']],
  ])('%s is a 400 that names the field and the reason', async (path, fields) => {
    const { status, headers, body } = await get(path);
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 400,
      type: 'application/problem+json; charset=utf-8',
    });
    const problem = problemSchema.parse(JSON.parse(body));
    expect(problem.errors?.map(({ field }) => field)).toEqual(fields);
    for (const { reason } of problem.errors ?? []) expect(reason).not.toBe('');
  });

  it.each([
    ['GET', '/api/v1/none', 404],
    ['GET', `/api/v1/runs/${run.id.replace('0', 'f')}/report`, 404],
    ['GET', `/api/v1/runs/${damaged}/report`, 404],
    ['GET', '/api/v1/runs/%zz/report', 400],
    ['POST', '/api/v1/runs', 404],
    ['DELETE', '/api/v1/runs', 404],
    ['OPTIONS', '/api/v1/runs', 404],
  ])('%s %s is a %i in the same form', async (method, path, expected) => {
    const { status, headers, body } = await get(path, {}, method);
    expect({ status, type: headers['content-type'] }).toEqual({
      status: expected,
      type: 'application/problem+json; charset=utf-8',
    });
    expect(problemSchema.parse(JSON.parse(body)).status).toBe(expected);
  });

  it.each(['evil.example', 'evil.example:80', 'localhost.evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]'])(
    'the host %j is not this machine',
    async (host) => {
      for (const path of ['/', '/api/v1/forecasts', '/none']) {
        const { status, body } = await get(path, { host });
        expect(status).toBe(421);
        expect(body).not.toContain('source-1');
      }
    },
  );

  it('both names of this machine are', async () => {
    const { port } = new URL(base);
    expect((await get('/api/v1/health', { host: `localhost:${port}` })).status).toBe(200);
    expect((await get('/api/v1/health', { host: `127.0.0.1:${port}` })).status).toBe(200);
  });

  it('every answer, good or bad, keeps browsers strict and no other site in', async () => {
    for (const [path, headers] of [
      ['/', {}],
      ['/assets/a-1.js', {}],
      ['/api/v1/health', { origin: 'https://evil.example' }],
      ['/api/v1/runs?limit=0', {}],
      ['/none', {}],
      ['/%zz', {}],
      ['/', { host: 'evil.example' }],
    ] as [string, Record<string, string>][]) {
      const { headers: given } = await get(path, headers);
      expect(given['x-content-type-options'], path).toBe('nosniff');
      expect(given['content-security-policy'], path).toContain("script-src 'self'");
      expect(given['content-security-policy'], path).not.toContain('unsafe');
      expect(Object.keys(given).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

it('an answer that breaks its own shape is our mistake, told to us and not to the asking side', async () => {
  await start({ listSources: async () => [{ id: 1, secret: 'x' } as never] });
  const { status, body } = await get('/api/v1/sources');
  expect(status).toBe(500);
  expect(body).not.toContain('secret');
  expect(body).not.toContain('expected');
  expect(told).toHaveLength(1);
});

describe('closing', () => {
  it('does not wait for a connection on which nothing was asked', async () => {
    await start();
    const { hostname, port } = new URL(base);
    const socket = connect({ host: hostname, port: Number(port) });
    await new Promise((ready) => socket.once('connect', ready));
    // A server that waits for it takes until the connection times out, a minute later.
    const ended = new Promise((done) => socket.once('close', done));
    await server.close();
    await ended;
  });
});
