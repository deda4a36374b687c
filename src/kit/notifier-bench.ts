/** The bench for notifiers: a recorded exchange, the messages composed of its news, and the place that answered them. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Message, Notifier } from './define-notifier.ts';

const exchange = z.strictObject({
  title: z.string(),
  /** The moment of sending. */
  now: z.iso.datetime(),
  url: z.url(),
  /** The key shared with the place, as text; without one nothing is signed. */
  key: z.string().optional(),
  news: z.array(
    z.strictObject({
      event: z.enum(['new', 'changed', 'resolved']),
      forecast: z.string(),
      level: z.string(),
      score: z.number(),
      sentence: z.string(),
      fix: z.string().optional(),
      link: z.string().optional(),
    }),
  ),
  /** What was sent, in its order, and what the place answered. `body` is read as JSON where it is not a text. */
  exchanges: z.array(
    z.strictObject({
      request: z.strictObject({
        method: z.literal('POST'),
        url: z.url(),
        headers: z.record(z.string(), z.string()),
        body: z.unknown(),
      }),
      response: z.strictObject({ status: z.int().min(100).max(599) }),
    }),
  ),
});

/** One recorded exchange. */
export type NotifierExchange = z.infer<typeof exchange>;

/** Reads an `exchange.json`; throws with the places of its mistakes when it is none. */
export const readExchange = (text: string): NotifierExchange => exchange.parse(JSON.parse(text));

/** The signature that an item is granted under this key. */
export const createSign =
  (key: string) =>
  (text: string): string =>
    createHmac('sha256', key).update(text).digest('base64');

/** What the notifier sends for the news of the exchange, to its address or to another. */
export const composeExchange = (
  notifier: Notifier,
  { news, key, now, url }: NotifierExchange,
  address = url,
): readonly Message[] => {
  const given = news.map(({ fix, link, ...rest }) => ({
    ...rest,
    ...(fix === undefined ? {} : { fix }),
    ...(link === undefined ? {} : { link }),
  }));
  return notifier.compose(
    given,
    { url: address, ...(key === undefined ? {} : { sign: createSign(key) }) },
    new Date(now),
  );
};

/** The requests of the exchange beside those composed now, in a shape in which the two can be compared. */
export const compareExchange = (
  notifier: Notifier,
  recorded: NotifierExchange,
): { readonly given: unknown; readonly expected: unknown } => ({
  expected: recorded.exchanges.map(({ request }) => request),
  given: composeExchange(notifier, recorded).map((message, at) =>
    typeof recorded.exchanges[at]?.request.body === 'string'
      ? message
      : { ...message, body: JSON.parse(message.body) as unknown },
  ),
});
