/** Signs messages with the key that the user shares with the place they go to. */
import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA256 in base64 under the key of the environment variable ISOBAR_WEBHOOK_KEY; undefined where it is not set. A key that begins
 * with `whsec_` is base64, as Standard Webhooks writes it; any other is taken as it stands.
 */
export const createSign = (environment: NodeJS.ProcessEnv): ((text: string) => string) | undefined => {
  const text = environment.ISOBAR_WEBHOOK_KEY;
  if (!text) return undefined;
  const key = text.startsWith('whsec_') ? Buffer.from(text.slice('whsec_'.length), 'base64') : Buffer.from(text);
  return (signed) => createHmac('sha256', key).update(signed).digest('base64');
};
