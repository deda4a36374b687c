// Every item of the shelf notifiers/, written by `npm run generate`; change the items instead.
import type { Notifier } from '../kit/define-notifier.ts';
import webhook from './notifiers/webhook/notifier.ts';

export const notifiers: readonly Notifier[] = [
  webhook,
];
