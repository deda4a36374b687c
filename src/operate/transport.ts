/** The transport: the one way out for messages, granted by whoever starts a run. */
import type { Message } from '../kit/define-notifier.ts';

/** What became of a message: the status that the place answered with, or why it was not sent or not answered. */
export type Sent = { readonly status: number } | { readonly refused: string };

export interface Transport {
  /** Sends one message. Trouble on the way is an answer, not an error. */
  send(message: Message): Promise<Sent>;
}
