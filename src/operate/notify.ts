/** Notify: composes and sends the messages of every notifier; what goes wrong with one is its own trouble alone. */
import type { Message, News, Notifier, NotifierSettings } from '../kit/define-notifier.ts';
import type { Transport } from './transport.ts';

/** A notifier with the place that it sends to. */
export interface Addressee {
  readonly notifier: Notifier;
  readonly settings: NotifierSettings;
}

/** What became of the messages of one addressee. */
export interface Delivery {
  readonly notifier: string;
  readonly url: string;
  readonly messages: number;
  /** Why not all of them arrived. */
  readonly trouble?: string;
}

const composeOrTell = (
  { notifier, settings }: Addressee,
  news: readonly News[],
  now: Date,
): readonly Message[] | string => {
  try {
    return notifier.compose(news, settings, now);
  } catch (error) {
    return `it could not compose its message: ${error instanceof Error ? error.message : String(error)}`;
  }
};

const deliver = async (
  addressee: Addressee,
  news: readonly News[],
  now: Date,
  transport: Transport,
): Promise<Delivery> => {
  const { notifier, settings } = addressee;
  const told = { notifier: notifier.id, url: settings.url };
  const messages = composeOrTell(addressee, news, now);
  if (typeof messages === 'string') return { ...told, messages: 0, trouble: messages };
  for (const [at, message] of messages.entries()) {
    const sent = await transport.send(message);
    if ('refused' in sent) return { ...told, messages: at, trouble: sent.refused };
    if (sent.status < 200 || sent.status > 299)
      return { ...told, messages: at, trouble: `the place answered with status ${sent.status}` };
  }
  return { ...told, messages: messages.length };
};

/** Tells every addressee the news, side by side. Never rejects; without news nothing is sent. */
export const notify = async (
  addressees: readonly Addressee[],
  news: readonly News[],
  now: Date,
  transport: Transport,
): Promise<readonly Delivery[]> =>
  news.length === 0 ? [] : Promise.all(addressees.map((one) => deliver(one, news, now, transport)));
