/** Cursors: where a page ended, as a word that an asking side hands back and need not understand. */
import { z } from 'zod';

const mostCharacters = 2000;

/** The word for a position. */
export const encodeCursor = (position: readonly (string | number)[]): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(position))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const decodeCursor = (word: string): unknown => {
  try {
    const bytes = Uint8Array.from(atob(word.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Not a word of ours; the schema says so to whoever asks.
    return undefined;
  }
};

/** Takes a cursor whose position is as described; anything else is refused. */
export const cursorOf = <Position>(position: z.ZodType<Position>) =>
  z
    .string()
    .max(mostCharacters)
    .regex(/^[A-Za-z0-9_-]+$/, 'it is no cursor')
    .transform((word, context): Position => {
      const read = position.safeParse(decodeCursor(word));
      if (read.success) return read.data;
      context.addIssue({ code: 'custom', message: 'it is no cursor of this list in this order' });
      return z.NEVER;
    });
