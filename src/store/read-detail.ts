/** Reads what is kept beside a row and is only shown with it alone. */
import type { Kysely } from 'kysely';
import { readJson } from './pack-text.ts';
import type { Tables } from './tables.ts';

/** The detail of the row of this number; nothing where none is kept or it is damaged. */
export const readDetail = async (
  read: Kysely<Tables>,
  table: 'finding_detail' | 'asset_detail',
  number: number,
): Promise<{ readonly detail?: Record<string, unknown> }> => {
  const kept = await read.selectFrom(table).select('body').where('number', '=', number).executeTakeFirst();
  const detail = readJson(kept?.body ?? '');
  return typeof detail === 'object' && detail !== null ? { detail: detail as Record<string, unknown> } : {};
};
