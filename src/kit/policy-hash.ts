/** The digest by which a content security policy recognises a script or style that stands in the page itself. */
import { createHash } from 'node:crypto';

/** The source expression for the exact text: `'sha256-…'`, quotes included. https://www.w3.org/TR/CSP3/#grammardef-hash-source */
export const policyHash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
