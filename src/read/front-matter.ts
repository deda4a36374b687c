/** Reads the YAML that stands between two lines of dashes before a Markdown text, and the text after it. */
import type { PositionedFile } from './positioned.ts';
import { readYaml } from './yaml-positions.ts';

/** A text with what stands before it. */
export interface FrontMatter {
  /** Lines count from the beginning of the file. */
  readonly head: PositionedFile;
  readonly body: string;
  /** Line on which the body begins. */
  readonly bodyLine: number;
}

/** Longest head that is read; people write some lines. */
const longest = 200_000;

/** Splits a text; undefined when it does not begin with a head, or the head does not end. */
export const readFrontMatter = (text: string): FrontMatter | undefined => {
  const begin = /^\uFEFF?---[ \t]*\r?\n/.exec(text.slice(0, 100));
  if (!begin) return undefined;
  const from = begin[0].length;
  const end = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(text.slice(from, from + longest));
  if (!end) return undefined;
  const head = text.slice(from, from + end.index);
  // The line of dashes stays a line, so that the lines that are told are those of the file.
  return {
    head: readYaml(`\n${head}`),
    body: text.slice(from + end.index + end[0].length),
    bodyLine: 3 + head.split('\n').length - 1,
  };
};
