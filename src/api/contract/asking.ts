/** What a query may hold: words, lists of words, numbers and cursors, each refused with its reason. */
import { z } from 'zod';

/** One word or id. */
export const word = z.string().min(1).max(500);

/** A number of entries, written in plain digits. */
export const limit = z
  .string()
  .regex(/^(?:[1-9]\d{0,2}|1000)$/, 'it is no number from 1 to 1000')
  .transform(Number);

/** The size of a page. */
export const pageSize = z
  .string()
  .regex(/^(?:[1-9]\d?|1\d\d|200)$/, 'it is no number from 1 to 200')
  .transform(Number)
  .default(50);

/** Some of these words, with commas between them. */
export const someOf = <const Word extends string>(words: readonly Word[]) =>
  z
    .string()
    .regex(
      new RegExp(`^(?:${words.join('|')})(?:,(?:${words.join('|')})){0,${words.length}}$`),
      `it is no list, with commas, of: ${words.join(', ')}`,
    )
    .transform((text) => text.split(',') as Word[]);

/** Some ids, with commas between them. */
export const someIds = z
  .string()
  .regex(/^[a-z0-9._-]{1,100}(?:,[a-z0-9._-]{1,100}){0,49}$/, 'it is no list of ids with commas')
  .transform((text) => text.split(','));

export const yesOrNo = z.enum(['true', 'false']).transform((one) => one === 'true');

/** Words to search for. */
export const text = z.string().min(1).max(200);
