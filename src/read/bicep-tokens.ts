/** The words and marks of a Bicep file, with what stands inside `${…}` of its texts. https://learn.microsoft.com/azure/azure-resource-manager/bicep/file */
import type { Mistake } from './positioned.ts';

export type BicepToken =
  | { readonly is: 'word'; readonly text: string; readonly line: number }
  | { readonly is: 'number'; readonly value: number; readonly line: number }
  /** Its pieces: texts as they are, and the tokens of an interpolation. */
  | { readonly is: 'text'; readonly pieces: readonly (string | readonly BicepToken[])[]; readonly line: number }
  | { readonly is: 'mark'; readonly text: string; readonly line: number }
  | { readonly is: 'line'; readonly line: number }
  | { readonly is: 'end'; readonly line: number };

/** Deepest nesting of interpolations in interpolations. */
const deepest = 12;

/** Blanks, comments and directives for the compiler. */
const blank = /(?:[ \t\r\uFEFF]+|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const word = /[A-Za-z_]\w*/y;
const number = /\d+/y;
const mark = /::|\.\?|\?\.|\[\?|\?\?|=>|==|!=|=~|!~|<=|>=|&&|\|\||\.\.\.|[-{}()[\],.:=?!<>+*/%|@;]/y;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', "'": "'", $: '$', '\\': '\\' };

class Lexer {
  readonly #text: string;
  readonly mistakes: Mistake[] = [];
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    this.#at += found.length;
    for (const character of found) if (character === '\n') this.#line += 1;
    return found;
  }

  /** Tokens until the end, or until the brace that closes an interpolation. */
  read(depth = 0): readonly BicepToken[] {
    const tokens: BicepToken[] = [];
    let braces = 0;
    for (;;) {
      this.#take(blank);
      const line = this.#line;
      const next = this.#text[this.#at];
      if (next === undefined) {
        if (depth > 0) this.mistakes.push({ line, why: 'an interpolation does not end' });
        tokens.push({ is: 'end', line });
        return tokens;
      }
      if (next === '\n') {
        this.#at += 1;
        this.#line += 1;
        tokens.push({ is: 'line', line });
        continue;
      }
      // `/*` that nothing closes.
      if (this.#text.startsWith('/*', this.#at)) {
        this.mistakes.push({ line, why: 'a comment does not end' });
        this.#at = this.#text.length;
        continue;
      }
      if (next === "'") {
        tokens.push(this.#text.startsWith("'''", this.#at) ? this.#block(line) : this.#quoted(line, depth));
        continue;
      }
      if (next === '}' && depth > 0 && braces === 0) {
        this.#at += 1;
        tokens.push({ is: 'end', line });
        return tokens;
      }
      const name = this.#take(word);
      if (name !== undefined) {
        tokens.push({ is: 'word', text: name, line });
        continue;
      }
      const digits = this.#take(number);
      if (digits !== undefined) {
        tokens.push({ is: 'number', value: Number(digits), line });
        continue;
      }
      const sign = this.#take(mark);
      if (sign === undefined) {
        this.mistakes.push({ line, why: `a character that means nothing here: ${JSON.stringify(next)}` });
        this.#at += 1;
        continue;
      }
      if (sign === '{') braces += 1;
      if (sign === '}') braces -= 1;
      tokens.push({ is: 'mark', text: sign, line });
    }
  }

  #block(line: number): BicepToken {
    const end = this.#text.indexOf("'''", this.#at + 3);
    const stop = end < 0 ? this.#text.length : end;
    const text = this.#text.slice(this.#at + 3, stop).replace(/^\r?\n/, '');
    if (end < 0) this.mistakes.push({ line, why: 'a text does not end' });
    for (let at = this.#text.indexOf('\n', this.#at); at >= 0 && at < stop; at = this.#text.indexOf('\n', at + 1))
      this.#line += 1;
    this.#at = Math.min(stop + 3, this.#text.length);
    return { is: 'text', pieces: [text], line };
  }

  #quoted(line: number, depth: number): BicepToken {
    const pieces: (string | readonly BicepToken[])[] = [];
    let text = '';
    this.#at += 1;
    for (;;) {
      const next = this.#text[this.#at];
      if (next === undefined || next === '\n') {
        this.mistakes.push({ line, why: 'a text does not end' });
        break;
      }
      this.#at += 1;
      if (next === "'") break;
      if (next === '\\') {
        const code = this.#text[this.#at] ?? '';
        const point = /u\{([0-9a-fA-F]{1,6})\}/y;
        point.lastIndex = this.#at;
        const hexadecimal = point.exec(this.#text);
        const value = Number.parseInt(hexadecimal?.[1] ?? '', 16);
        text += hexadecimal && value <= 0x10ffff ? String.fromCodePoint(value) : (escapes[code] ?? code);
        this.#at += hexadecimal ? hexadecimal[0].length : 1;
      } else if (next === '$' && this.#text[this.#at] === '{') {
        if (depth >= deepest) {
          this.mistakes.push({ line, why: `texts in texts deeper than ${deepest} levels` });
          this.#at = this.#text.length;
          break;
        }
        if (text !== '') pieces.push(text);
        text = '';
        this.#at += 1;
        pieces.push(this.read(depth + 1));
      } else text += next;
    }
    if (text !== '' || pieces.length === 0) pieces.push(text);
    return { is: 'text', pieces, line };
  }
}

/** Gives the tokens of a text, with an `end` as the last one. */
export const readBicepTokens = (
  text: string,
): { readonly tokens: readonly BicepToken[]; readonly mistakes: readonly Mistake[] } => {
  const lexer = new Lexer(text);
  const tokens = lexer.read();
  return { tokens, mistakes: lexer.mistakes };
};
