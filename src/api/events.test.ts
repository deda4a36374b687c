/** Server-sent events over a real connection: how things stand, what happens next, and the end. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createProgressBoard, type ProgressBoard } from '../operate/progress.ts';
import { createServer, type Server } from './create-server.ts';

let server: Server;
let board: ProgressBoard;
let base: string;
const about = { source: 'source-1', name: 'app', phase: 'reading', done: 1, of: 9 } as const;

beforeEach(async () => {
  board = createProgressBoard();
  server = createServer({
    // Nothing of what is kept is asked for.
    ...{ archive: {} as never, version: '0.1.0', consoleFiles: new Map(), progress: board },
    tell: (error) => {
      throw error;
    },
  });
  base = await server.listen(0);
});
afterEach(() => server.close());

/** Reads until the text holds it all. */
const readUntil = async (reader: ReadableStreamDefaultReader<Uint8Array>, part: string): Promise<string> => {
  let text = '';
  while (!text.includes(part)) {
    const { value, done } = await reader.read();
    if (done) return text;
    text += new TextDecoder().decode(value);
  }
  return text;
};

it('tells how every source stands, then what happens, and ends when the server does', async () => {
  board.tell({ ...about, state: 'running' });
  board.tell({ ...about, state: 'running', done: 5 });
  const response = await fetch(`${base}/api/v1/events`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const reader = response.body!.getReader();
  const first = await readUntil(reader, '"done":5');
  expect(first).not.toContain('"done":1');
  board.tell({ ...about, state: 'complete' });
  const line = /^id: 3\nevent: progress\ndata: (.*)\n\n$/m.exec(await readUntil(reader, 'complete'))?.[1];
  expect(JSON.parse(line ?? '')).toEqual({ ...about, state: 'complete' });
  await server.close();
  expect((await reader.read()).done).toBe(true);
});

it('a listener that goes is forgotten, and one too many is asked to come again', async () => {
  const controllers = Array.from({ length: 100 }, () => new AbortController());
  await Promise.all(controllers.map(({ signal }) => fetch(`${base}/api/v1/events`, { signal })));
  const refused = await fetch(`${base}/api/v1/events`);
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('30');
  for (const controller of controllers) controller.abort();
  await expect.poll(async () => (await fetch(`${base}/api/v1/events`)).status).toBe(200);
});
