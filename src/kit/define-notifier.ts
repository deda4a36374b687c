/** How a notifier is written: one place to send news to, over a granted transport. */

/** One HTTP request that the transport sends; nothing else may be sent. */
export interface Message {
  readonly method: 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What there is to tell about one forecast. */
export interface News {
  readonly event: 'new' | 'changed' | 'resolved';
  readonly forecast: string;
  readonly level: string;
  readonly score: number;
  readonly sentence: string;
  readonly fix?: string;
  readonly link?: string;
}

export interface NotifierSettings {
  readonly url: string;
  /** HMAC-SHA256 of the text under the key that the place shares with us, in base64; absent where there is no key. */
  sign?(text: string): string;
}

export interface Notifier {
  readonly id: string;
  readonly title: string;
  readonly reference: string;
  compose(news: readonly News[], settings: NotifierSettings, now: Date): readonly Message[];
}

export const defineNotifier = (notifier: Notifier): Notifier => notifier;
