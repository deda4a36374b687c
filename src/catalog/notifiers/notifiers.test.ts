/** Every notifier on the bench against its recorded exchange, and each over the wire to a place that checks what it gets. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Message, Notifier } from '../../kit/define-notifier.ts';
import { compareExchange, composeExchange, type NotifierExchange, readExchange } from '../../kit/notifier-bench.ts';
import webhook from './webhook/notifier.ts';

const shelf = import.meta.dirname;
const folders = readdirSync(shelf, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const read = (id: string): NotifierExchange => readExchange(readFileSync(join(shelf, id, 'exchange.json'), 'utf8'));

describe.each(folders.map(({ name }) => name))('notifier %s', async (id) => {
  const { default: notifier } = (await import(join(shelf, id, 'notifier.ts'))) as { default: Notifier };
  it('sends what its recorded exchange says', () => {
    expect(existsSync(join(shelf, id, 'exchange.json')), `${id}/exchange.json is missing`).toBe(true);
    const recorded = read(id);
    expect(recorded.exchanges.length).toBeGreaterThan(0);
    const { given, expected } = compareExchange(notifier, recorded);
    expect(given).toEqual(expected);
  });

  it('sends nothing without news', () => {
    expect(composeExchange(notifier, { ...read(id), news: [] })).toEqual([]);
  });
});

/** A receiver written from the words of Standard Webhooks alone; it gives the status and what it took in. */
const startReceiver = async (key: string, now: Date): Promise<{ url: string; taken: unknown[] }> => {
  const taken: unknown[] = [];
  const seen = new Set<string>();
  const judge = (request: IncomingMessage, body: string): number => {
    const {
      'webhook-id': id = '',
      'webhook-timestamp': timestamp = '',
      'webhook-signature': given = '',
    } = request.headers as Record<string, string>;
    if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json') return 415;
    if (!/^\d+$/.test(timestamp) || Math.abs(now.getTime() / 1000 - Number(timestamp)) > 300) return 400;
    const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
    const isSigned = given.split(' ').some((one) => {
      const [version, signature = ''] = one.split(',');
      const bytes = Buffer.from(signature, 'base64');
      return version === 'v1' && bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
    });
    if (!isSigned) return 401;
    if (seen.has(id)) return 409;
    seen.add(id);
    taken.push(JSON.parse(body));
    return 204;
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.writeHead(judge(request, Buffer.concat(chunks).toString('utf8'))).end();
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, taken };
};

const post = async ({ url, method, headers, body }: Message): Promise<number> =>
  (await fetch(url, { method, headers, body })).status;

describe('webhook over the wire', () => {
  const recorded = read('webhook');

  it('is taken by a receiver that checks signature, time and repetition', async () => {
    const { url, taken } = await startReceiver(recorded.key!, new Date(recorded.now));
    const [message] = composeExchange(webhook, recorded, url) as [Message];
    expect(await post(message)).toBe(recorded.exchanges[0]?.response.status);
    expect(taken).toEqual([recorded.exchanges[0]?.request.body]);
    expect(await post(message)).toBe(409);
  });

  it('is not taken when its body, its time, its id or its key is another', async () => {
    const now = new Date(recorded.now);
    const { url, taken } = await startReceiver(recorded.key!, now);
    const [message] = composeExchange(webhook, recorded, url) as [Message];
    const later = String(Number(message.headers['webhook-timestamp']) + 1);
    expect(await post({ ...message, body: message.body.replace('warning', 'watch') })).toBe(401);
    expect(await post({ ...message, headers: { ...message.headers, 'webhook-timestamp': later } })).toBe(401);
    expect(await post({ ...message, headers: { ...message.headers, 'webhook-id': 'msg-other' } })).toBe(401);
    const [foreign] = composeExchange(webhook, { ...recorded, key: 'another key' }, url) as [Message];
    expect(await post(foreign)).toBe(401);
    const [unsigned] = composeExchange(webhook, { ...recorded, key: undefined }, url) as [Message];
    expect(await post(unsigned)).toBe(401);
    const [old] = composeExchange(webhook, { ...recorded, now: '2020-01-01T00:00:00.000Z' }, url) as [Message];
    expect(await post(old)).toBe(400);
    expect(taken).toEqual([]);
  });

  it('carries any text whole', async () => {
    const sentence = 'Ünïcode “quotes” \u2028 \ud83d\ude00 </script> \u0000';
    const { url, taken } = await startReceiver(recorded.key!, new Date(recorded.now));
    const news = [{ ...recorded.news[0]!, sentence }];
    const [message] = composeExchange(webhook, { ...recorded, news }, url) as [Message];
    expect(await post(message)).toBe(204);
    expect(taken).toEqual([expect.objectContaining({ data: { news: [expect.objectContaining({ sentence })] } })]);
  });
});
