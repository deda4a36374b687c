/** The audit trail: what went from one state into another, written with what it tells of. */
import type { Insertable } from 'kysely';
import { inBatches } from './batches.ts';
import type { Query } from './database.ts';
import type { Tables } from './tables.ts';

export type AuditLine = Insertable<Tables['audit']>;

/** Adds lines to the trail, in their order. */
export const noteAudit = (query: Query, lines: readonly AuditLine[]): Promise<void> =>
  inBatches(lines, (batch) => query.insertInto('audit').values(batch).execute());
