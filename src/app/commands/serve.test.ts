/** `isobar serve` as a process: what it keeps, whom it tells, what it refuses, how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../api/contract/client.ts';
import { reportSchema } from '../../domain/report.ts';

const program = join(import.meta.dirname, '../main.ts');
const started: ChildProcess[] = [];
let folder: string;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the program. `ended` comes when it is over. */
const start = (args: readonly string[], more: NodeJS.ProcessEnv = {}) => {
  const child = spawn(process.execPath, [program, 'serve', ...args], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      ISOBAR_KEY_FILE: join(folder, 'home/key'),
      ISOBAR_CACHE_DIR: join(folder, 'home/cache'),
      ISOBAR_DATA_DIR: join(folder, 'home/data'),
      NODE_NO_WARNINGS: '1',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let stdout = '';
  let stderr = '';
  const ended = new Promise<Ended>((done) => child.once('close', (code) => done({ code, stdout, stderr })));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const address = new Promise<string>((done) =>
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.includes('\n')) done(stdout.split('\n')[0]!.replace(/\/$/, ''));
    }),
  );
  /** The address once it answers; rejects where it ended before. */
  const answers = (): Promise<string> =>
    Promise.race([address, ended.then((how) => Promise.reject(new Error(`it ended: ${JSON.stringify(how)}`)))]);
  return { child, ended, answers };
};

const stop = (
  { child, ended }: Pick<ReturnType<typeof start>, 'child' | 'ended'>,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<Ended> => {
  child.kill(signal);
  return ended;
};

const plant = (name: string, files: Readonly<Record<string, string>>): string => {
  mkdirSync(join(folder, name), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, name, path), text);
  return name;
};
const open = { 'compose.yaml': 'services:\n  models:\n    image: ollama/ollama:0.12.6\n    ports: ["11434:11434"]\n' };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isobar-serve-'));
  mkdirSync(join(folder, 'home'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe('isobar serve', () => {
  it('scans what is named, answers on this machine, keeps it, and ends with 0 when told to', async () => {
    plant('one', open);
    plant('two', { 'add.py': 'print(1)\n' });
    const first = start(['one', 'two', 'one', '--port', '0']);
    const client = createClient(fetch, await first.answers());
    const found = await client.ask('runs');
    if ('problem' in found) throw new Error(found.problem.title);
    expect(found.value.runs.map(({ state }) => state)).toEqual(['complete', 'complete']);
    const report = await client.ask('report', { params: { id: found.value.runs[1]!.id } });
    if ('problem' in report) throw new Error(report.problem.title);
    expect(reportSchema.parse(report.value).target.path).toBe('one');
    expect(await stop(first)).toMatchObject({ code: 0, stdout: expect.stringContaining('Ctrl-C ends it') });

    const second = start(['--port', '0']);
    const kept = await createClient(fetch, await second.answers()).ask('sources');
    expect(kept).toEqual({
      value: { sources: [expect.objectContaining({ name: 'one' }), expect.objectContaining({ name: 'two' })] },
    });
    expect(await stop(second, 'SIGINT')).toMatchObject({ code: 0 });
  });

  it('ends although a browser keeps its connection open', async () => {
    const serving = start(['--port', '0']);
    const response = await fetch(`${await serving.answers()}/api/v1/health`, { headers: { connection: 'keep-alive' } });
    expect(await response.json()).toMatchObject({ status: 'ok' });
    const began = Date.now();
    expect(await stop(serving)).toMatchObject({ code: 0 });
    expect(Date.now() - began).toBeLessThan(5000);
  });

  it('marks the run of a process that was killed', async () => {
    plant(
      'one',
      Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`m${at}.py`, 'import openai\n'.repeat(400)])),
    );
    const killed = start(['one', '--port', '0']);
    const data = join(folder, 'home/data/owners');
    while (!existsSync(data) || readdirSync(data).length === 0) await new Promise((go) => setTimeout(go, 5));
    await new Promise((go) => setTimeout(go, 50));
    expect(await stop(killed, 'SIGKILL')).toMatchObject({ code: null });
    const next = start(['--port', '0']);
    const found = await createClient(fetch, await next.answers()).ask('runs');
    expect(found).toEqual({ value: { runs: [expect.objectContaining({ state: 'interrupted' })] } });
    await stop(next);
  });

  it('tells a webhook what is new, signed, and nothing when nothing is', async () => {
    const taken: { headers: IncomingMessage['headers']; body: string }[] = [];
    const place = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      taken.push({ headers: request.headers, body });
      response.end();
    });
    await new Promise<void>((go) => place.listen(0, '127.0.0.1', go));
    onTestFinished(() => void place.close());
    plant('one', open);
    const url = `http://127.0.0.1:${(place.address() as AddressInfo).port}/secret-path`;
    const secret = Buffer.from('an invented key').toString('base64');
    const key = { ISOBAR_WEBHOOK_KEY: `whsec_${secret}` };

    const refused = start(['one', '--port', '0', '--notify', url, '--data', 'other'], key);
    await refused.answers();
    const { stderr } = await stop(refused);
    expect(stderr).toContain('not a public address');
    expect(stderr).not.toContain('secret-path');
    expect(taken).toEqual([]);

    for (const messages of [1, 1]) {
      const serving = start(['one', '--port', '0', '--notify', url, '--notify-allow', '127.0.0.1'], key);
      await serving.answers();
      expect(await stop(serving)).toMatchObject({ code: 0, stderr: '' });
      expect(taken).toHaveLength(messages);
    }
    const [{ headers, body }] = taken as [(typeof taken)[number]];
    const message = JSON.parse(body) as { type: string; data: { news: { event: string }[] } };
    expect(message.type).toBe('forecast.changed');
    expect([...new Set(message.data.news.map(({ event }) => event))]).toEqual(['new']);
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const signature = createHmac('sha256', 'an invented key').update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
  });

  it.each([
    [['none'], 'none does not exist'],
    [['--notify', 'file:///etc/passwd'], 'is no web address'],
    [['--data', 'home/file'], 'cannot be used'],
  ])('ends with 2 and three parts for `%j`', async (args, says) => {
    writeFileSync(join(folder, 'home/file'), '');
    const { code, stdout, stderr } = await start([...args, '--port', '0']).ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toMatch(/^isobar: .*\n {2}why it matters: .*\n {2}what to do: .*\n$/);
  });

  it('ends with 2 where the port is taken, before it scans', async () => {
    const other = createSocketServer();
    await new Promise<void>((go) => other.listen(0, '127.0.0.1', go));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    plant('one', open);
    const { code, stderr } = await start(['one', '--port', String(port)]).ended;
    expect(code).toBe(2);
    expect(stderr).toContain('another program answers on it');
    for (const wrong of ['65536', '-1', 'x', '1.5', ''])
      expect((await start(['--port', wrong]).ended).stderr).toContain('no number from 0 to 65535');
  });
});
