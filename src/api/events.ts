/** Server-sent events: the progress of runs, as it happens. https://html.spec.whatwg.org/multipage/server-sent-events.html */
import type { FastifyInstance } from 'fastify';
import type { ProgressBoard, ProgressEvent } from '../operate/progress.ts';
import { securityHeaders } from './guard.ts';

/** A page listens once; more than these are no people. */
const mostListeners = 100;
/** Often enough that nothing on the way takes the silence for the end. */
const beatMilliseconds = 15_000;
/** What a listener may leave unread before it is let go: it comes back and begins with how things stand. */
const mostUnread = 256 * 1024;

const write = ({ number, ...event }: ProgressEvent): string =>
  `id: ${number}\nevent: progress\ndata: ${JSON.stringify(event)}\n\n`;

/** Adds the route; gives how to end all that listen. */
export const addEvents = (server: FastifyInstance, board: ProgressBoard): (() => void) => {
  const listening = new Set<() => void>();
  server.get('/api/v1/events', { schema: { hide: true } }, async (request, reply) => {
    if (listening.size >= mostListeners)
      return reply
        .code(503)
        .header('retry-after', '30')
        .type('application/problem+json')
        .send(JSON.stringify({ type: 'about:blank', title: 'Too many listen already', status: 503 }));
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const send = (text: string): void => {
      raw.write(text);
      if (raw.writableLength > mostUnread) raw.destroy();
    };
    send('retry: 2000\n\n');
    for (const event of board.latest()) send(write(event));
    const stop = board.listen((event) => send(write(event)));
    const beat = setInterval(() => send(': still here\n\n'), beatMilliseconds);
    const end = (): void => {
      stop();
      clearInterval(beat);
      listening.delete(end);
      raw.end();
    };
    listening.add(end);
    request.raw.once('close', end);
    return reply;
  });
  return () => {
    for (const end of [...listening]) end();
  };
};
