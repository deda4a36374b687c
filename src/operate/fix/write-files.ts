/** Writes several files as one: all of them, or all as they were. */
import { AccessError, SourceChanged } from '../../kit/errors.ts';
import type { FileWriter } from './file-writer.ts';
import type { FixRecord, FixRecords } from './fix-record.ts';
import { digestOf } from './make-plan.ts';

/** Which content the files of a record get. */
export type Side = 'before' | 'after';
const otherSide = { before: 'after', after: 'before' } as const;

/** Where each file of a record stands: with the old content, the new, or one that nobody expected. */
export const standOf = (
  record: FixRecord,
  writer: FileWriter,
): { path: string; stands: Side | 'other'; why?: string }[] =>
  record.files.map(({ path, before, after }) => {
    try {
      const digest = digestOf(writer.look(path).bytes);
      const stands = digest === after ? 'after' : digest === before ? 'before' : 'other';
      return { path, stands, ...(stands === 'other' ? { why: 'it was changed since' } : {}) };
    } catch (error) {
      if (!(error instanceof AccessError)) throw error;
      return { path, stands: 'other', why: error.message };
    }
  });

/** A file that kept a set of files from being written; the others are as they were. */
export interface Refused {
  readonly path: string;
  readonly why: string;
  /** Files that could not be brought back either. */
  readonly stuck: readonly string[];
}

/** Brings every file to one side. Where one cannot be written, those that were are brought back, and it is told. */
export const writeFiles = (
  record: FixRecord,
  side: Side,
  writer: FileWriter,
  records: Pick<FixRecords, 'unseal'>,
): Refused | undefined => {
  const sealedOf = (file: FixRecord['files'][number], to: Side): string =>
    to === 'before' ? file.sealedBefore : file.sealedAfter;
  const put = (file: FixRecord['files'][number], to: Side): void => {
    const bytes = records.unseal(sealedOf(file, to));
    writer.replace(file.path, bytes, file[otherSide[to]], record.id);
  };
  const done: FixRecord['files'][number][] = [];
  for (const file of record.files) {
    try {
      writer.sweep(file.path, record.id);
      if (digestOf(writer.look(file.path).bytes) === file[side]) continue;
      put(file, side);
      done.push(file);
    } catch (error) {
      if (!(error instanceof AccessError || error instanceof SourceChanged)) throw error;
      const stuck = done.toReversed().filter((one) => !comesBack(() => put(one, otherSide[side])));
      return { path: file.path, why: error.message, stuck: stuck.map(({ path }) => path) };
    }
  }
  return undefined;
};

const comesBack = (act: () => void): boolean => {
  try {
    act();
    return true;
  } catch (error) {
    if (!(error instanceof AccessError || error instanceof SourceChanged)) throw error;
    return false;
  }
};
