/** Reads JSON with the line of every value; tolerates comments, trailing commas, single quotes and bare keys (JSONC and JSON5). */

import type { Scalar } from '../domain/term.ts';
import { isPlainWord } from './plain-word.ts';
import { deepestNesting, type Positioned, type PositionedEntry, type PositionedFile } from './positioned.ts';

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029;
/** Characters that end a bare word: space, punctuation of JSON, quotes and the start of a comment. */
const wordEnd = /[\s{}[\],:"'/]/g;
const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '0': '\0' };
const numberShape = /^[+-]?(?:0[xX][0-9a-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|Infinity|NaN)$/;

/** A map or list under construction. */
type Open =
  | { readonly is: 'list'; readonly items: Positioned[]; readonly line: number }
  | {
      readonly is: 'map';
      readonly entries: Map<string, PositionedEntry>;
      readonly line: number;
      key: string | undefined;
      keyLine: number;
    };

/** Thrown to leave the reader at the first thing it cannot read; never an `Error`, for it is expected trouble. */
class Stop {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #counted = 0;
  /** Where the next line ends. */
  #nextBreak: number;
  /** Where the next backslash stands; looked for anew only once it is passed, else every text would search the whole rest. */
  #nextEscape = -1;
  readonly stack: Open[] = [];
  root: Positioned | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#nextBreak = text.indexOf('\n');
  }

  /** Line of the position reached; positions only grow. */
  get line(): number {
    while (this.#nextBreak >= 0 && this.#nextBreak < this.#at) {
      this.#line++;
      this.#counted = this.#nextBreak + 1;
      this.#nextBreak = this.#text.indexOf('\n', this.#counted);
    }
    return this.#line;
  }

  read(): void {
    const text = this.#text;
    for (;;) {
      this.#skip();
      if (this.#at >= text.length) break;
      if (this.root !== undefined && this.stack.length === 0)
        throw new Stop('there is more after the end of the value');
      const open = this.stack.at(-1);
      const code = text.charCodeAt(this.#at);
      if (code === 0x7d || code === 0x5d) this.#close(open, code === 0x7d ? 'map' : 'list');
      else if (open?.is === 'map' && open.key === undefined) this.#readKey(open);
      else if (code === 0x7b || code === 0x5b) this.#open(code === 0x7b);
      else this.#put(this.#readScalar(code));
    }
    if (this.stack.length > 0) throw new Stop('the file ends inside a value: it is cut short');
    if (this.root === undefined) throw new Stop('the file is empty');
  }

  /** Skips space and comments; a comma is skipped here too, so that a trailing one means nothing. */
  #skip(): void {
    const text = this.#text;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (isSpace(code) || (code === 0x2c && this.stack.length > 0)) this.#at++;
      else if (code === 0x2f && text[this.#at + 1] === '/') {
        const end = text.indexOf('\n', this.#at);
        this.#at = end < 0 ? text.length : end;
      } else if (code === 0x2f && text[this.#at + 1] === '*') {
        const end = text.indexOf('*/', this.#at + 2);
        if (end < 0) throw new Stop('a comment does not end');
        this.#at = end + 2;
      } else return;
    }
  }

  #open(isMap: boolean): void {
    if (this.stack.length >= deepestNesting) throw new Stop(`it is nested deeper than ${deepestNesting} levels`);
    const line = this.line;
    this.stack.push(
      isMap ? { is: 'map', entries: new Map(), line, key: undefined, keyLine: 0 } : { is: 'list', items: [], line },
    );
    this.#at++;
  }

  #close(open: Open | undefined, is: 'map' | 'list'): void {
    if (open?.is !== is) throw new Stop(`a ${is === 'map' ? '}' : ']'} closes nothing`);
    if (open.is === 'map' && open.key !== undefined) throw new Stop(`the key ${open.key} has no value`);
    this.#at++;
    this.stack.pop();
    this.#put(open);
  }

  #put(value: Positioned): void {
    const open = this.stack.at(-1);
    if (open === undefined) this.root = value;
    else if (open.is === 'list') open.items.push(value);
    else {
      open.entries.set(open.key!, { line: open.keyLine, value });
      open.key = undefined;
    }
  }

  #readKey(open: Extract<Open, { is: 'map' }>): void {
    const code = this.#text.charCodeAt(this.#at);
    const line = this.line;
    const key = code === 0x22 || code === 0x27 ? this.#readText(code) : this.#readWord();
    this.#skip();
    if (this.#text[this.#at] !== ':') throw new Stop(`a colon is missing after the key ${key.slice(0, 60)}`);
    this.#at++;
    open.key = key;
    open.keyLine = line;
  }

  #readScalar(code: number): Positioned {
    const line = this.line;
    if (code === 0x22 || code === 0x27) return { is: 'scalar', value: this.#readText(code), line };
    const word = this.#readWord();
    let value: Scalar;
    if (word === 'true') value = true;
    else if (word === 'false') value = false;
    else if (word === 'null') value = null;
    else if (numberShape.test(word)) value = Number(word.startsWith('+') ? word.slice(1) : word);
    else throw new Stop(isPlainWord(word) ? `${word} is no value` : 'what stands there is no value');
    return { is: 'scalar', value, line };
  }

  #readWord(): string {
    wordEnd.lastIndex = this.#at;
    const end = wordEnd.exec(this.#text)?.index ?? this.#text.length;
    if (end === this.#at) throw new Stop(`unexpected ${JSON.stringify(this.#text[this.#at])}`);
    const word = this.#text.slice(this.#at, end);
    this.#at = end;
    return word;
  }

  #readText(quote: number): string {
    const text = this.#text;
    const mark = quote === 0x22 ? '"' : "'";
    const start = this.#at + 1;
    let end = text.indexOf(mark, start);
    if (this.#nextEscape < start) {
      const next = text.indexOf('\\', start);
      this.#nextEscape = next < 0 ? text.length : next;
    }
    // Without an escape before the closing mark the text is a slice.
    if (end >= 0 && this.#nextEscape > end) {
      this.#at = end + 1;
      return text.slice(start, end);
    }
    const parts: string[] = [];
    let from = start;
    for (end = start; ; end++) {
      const code = text.charCodeAt(end);
      if (Number.isNaN(code)) throw new Stop('a text does not end: the file is cut short');
      if (code === quote) break;
      if (code !== 0x5c) continue;
      parts.push(text.slice(from, end));
      const next = text[++end];
      if (next === 'u') {
        const digits = text.slice(end + 1, end + 5);
        if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw new Stop('an escape \\u is not followed by four digits');
        parts.push(String.fromCharCode(Number.parseInt(digits, 16)));
        end += 4;
      } else if (next === '\r' && text[end + 1] === '\n') end++;
      else if (next !== undefined && next !== '\n') parts.push(escapes[next] ?? next);
      from = end + 1;
    }
    parts.push(text.slice(from, end));
    this.#at = end + 1;
    return parts.join('');
  }

  /** Closes what is open, so that what was read before the trouble is not lost. */
  salvage(): void {
    for (let open = this.stack.pop(); open; open = this.stack.pop()) this.#put(open);
  }
}

/** Reads a JSON text; at the first mistake it stops and gives what stands before it, with the mistake. */
export const readJson = (text: string): PositionedFile => {
  const reader = new Reader(text);
  try {
    reader.read();
    return { ...(reader.root === undefined ? {} : { value: reader.root }), errors: [] };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    const line = reader.line;
    reader.salvage();
    return { ...(reader.root === undefined ? {} : { value: reader.root }), errors: [{ line, why: stop.why }] };
  }
};
