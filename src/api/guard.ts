/** The guard: what every answer says to browsers, and which requests are answered at all. */
import type { IncomingMessage } from 'node:http';

/**
 * Scripts and styles only from this server, nothing inline, no framing, no sending of forms. There is no CORS header anywhere, so that
 * no other site’s page can read an answer.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    ...["script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'"],
    ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/**
 * Tells whether the request names this machine itself. A page of a stranger’s site whose name was made to lead here (DNS rebinding) names
 * that site.
 */
export const isForThisMachine = ({ headers: { host }, socket: { localPort } }: IncomingMessage): boolean =>
  host === `127.0.0.1:${localPort}` ||
  host === `localhost:${localPort}` ||
  (localPort === 80 && (host === '127.0.0.1' || host === 'localhost'));
