/** Reads `.env` files: names, values and their lines, with quotes, comments, `export` and values over several lines. */
import { firstMistakes } from './positioned.ts';

export interface EnvironmentLine {
  readonly name: string;
  /** Without quotes; references such as `${OTHER}` are left as written. */
  readonly value: string;
  readonly line: number;
  /** In single quotes nothing is replaced. */
  readonly isLiteral: boolean;
}

export interface EnvironmentFile {
  readonly lines: readonly EnvironmentLine[];
  /** Lines that are neither empty, a comment nor `NAME=value`. */
  readonly errors: readonly { readonly line: number; readonly why: string }[];
}

const assignment = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \t]*=[ \t]*/;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Reads the text of a `.env` file. */
export const readDotenv = (text: string): EnvironmentFile => {
  const lines: EnvironmentLine[] = [];
  const errors: { line: number; why: string }[] = [];
  const written = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (let at = 0; at < written.length; at++) {
    const whole = written[at]!;
    if (/^\s*(?:#|$)/.test(whole)) continue;
    const start = assignment.exec(whole);
    if (!start) {
      // `export NAME` alone passes a variable on and says nothing of its value.
      if (!/^\s*(?:export\s+)?[A-Za-z_]\w*\s*$/.test(whole)) errors.push({ line: at + 1, why: 'it is no NAME=value' });
      continue;
    }
    const line = at + 1;
    const name = start[1]!;
    let rest = whole.slice(start[0].length);
    const quote = /^["'`]/.exec(rest)?.[0];
    if (quote === undefined) {
      lines.push({ name, value: rest.replace(/(?:^|\s)#.*$/, '').trim(), line, isLiteral: false });
      continue;
    }
    // A quoted value may go on over further lines; one that never ends is taken as its own line only.
    const closing = new RegExp(quote === '"' ? /^"((?:[^"\\]|\\[\s\S])*)"/ : `^${quote}([^${quote}]*)${quote}`);
    let taken = at;
    let match = closing.exec(rest);
    while (!match && taken + 1 < written.length && taken - at < 200) {
      taken++;
      rest += `\n${written[taken]}`;
      if (written[taken]!.includes(quote)) match = closing.exec(rest);
    }
    if (match) {
      at = taken;
      const value =
        quote === '"'
          ? match[1]!.replaceAll(/\\([\s\S])/g, (_, letter: string) => escapes[letter] ?? letter)
          : match[1]!;
      lines.push({ name, value, line, isLiteral: quote === "'" });
    } else {
      lines.push({ name, value: whole.slice(start[0].length + 1).trim(), line, isLiteral: false });
      errors.push({ line, why: `the value of ${name} has no closing quote` });
    }
  }
  return { lines, errors: firstMistakes(errors) };
};
