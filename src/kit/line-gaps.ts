/** Lines of a file that could not be read, as gaps of that file. */
import type { Gap } from '../domain/observation.ts';

/** Says each part as `line 3` or `lines 3 to 5`. */
export const lineGaps = (
  parts: readonly { readonly line: number; readonly endLine: number; readonly why: string }[],
): readonly Gap[] =>
  parts.map(({ line, endLine, why }) => ({
    what: line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`,
    scope: 'file',
    why,
  }));
