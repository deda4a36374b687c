/** Edits by line: finds a pattern on the lines that the evidence points at, and replaces it. */
import type { Edit, PlanFile } from './define-remediation.ts';

/**
 * The first hit of `pattern` on each pointed-at line, replaced by what `replace` gives for it; undefined from `replace` leaves the line.
 * A call is often written over several lines, so `reach` further lines are looked at until one has a hit.
 */
export function editLines(
  file: PlanFile,
  pattern: RegExp,
  replace: (hit: RegExpExecArray) => string | undefined,
  reach = 0,
): Edit[] {
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1);
  const edits = new Map<number, Edit>();
  for (const line of file.lines) {
    for (let index = line - 1; index < Math.min(line + reach, starts.length); index += 1) {
      const start = starts[index];
      if (start === undefined) break;
      const end = starts[index + 1] ?? file.text.length;
      const hit = new RegExp(pattern.source, pattern.flags.replaceAll(/[gy]/g, '')).exec(file.text.slice(start, end));
      if (!hit) continue;
      const text = replace(hit);
      const from = start + hit.index;
      if (text !== undefined) edits.set(from, { path: file.path, from, to: from + hit[0].length, text });
      break;
    }
  }
  return [...edits.values()];
}
