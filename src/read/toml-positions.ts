/** Reads TOML with the line of every key and value; dates stay texts. */

import type { Scalar } from '../domain/term.ts';
import { isPlainWord } from './plain-word.ts';
import { deepestNesting, type Positioned, type PositionedEntry, type PositionedFile } from './positioned.ts';

/** A table or array while the file is read; `isClosed` marks inline ones, which nothing later may extend. */
interface Table {
  readonly is: 'map';
  readonly entries: Map<string, PositionedEntry>;
  line: number;
  isClosed: boolean;
  isDefined: boolean;
}
interface List {
  readonly is: 'list';
  readonly items: Positioned[];
  readonly line: number;
  /** An array of tables, which a further `[[header]]` extends. */
  readonly isOfTables: boolean;
}

class Stop {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

const bareKey = /[A-Za-z0-9_-]+/y;
const bareValue = /[^\s,\]}#]+(?: \d{2}:\d{2}[^\s,\]}#]*)?/y;
const integer = /^[+-]?(?:0|[1-9](?:_?\d)*)$/;
const based = /^0(?:x[0-9a-fA-F](?:_?[0-9a-fA-F])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)$/;
const float = /^[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?$/;
const special = /^[+-]?(?:inf|nan)$/;
const date =
  /^(?:\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[Zz]|[+-]\d{2}:\d{2})?)?|\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/;
const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001b',
  '"': '"',
  '\\': '\\',
};

const newTable = (line: number): Table => ({ is: 'map', entries: new Map(), line, isClosed: false, isDefined: false });

class Reader {
  readonly #text: string;
  #at = 0;
  line = 1;
  readonly root = newTable(1);

  constructor(text: string) {
    this.#text = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }

  read(): void {
    let table = this.root;
    for (;;) {
      this.#skip(true);
      const mark = this.#text[this.#at];
      if (mark === undefined) return;
      if (mark === '[') table = this.#readHeader();
      else this.#readPair(table);
      this.#skip(false);
      const next = this.#text[this.#at];
      if (next !== undefined && next !== '\n') throw new Stop('there is more on the line after its end');
    }
  }

  /** Skips blanks and comments; line ends too where they mean nothing. */
  #skip(lines: boolean): void {
    const text = this.#text;
    for (;;) {
      const mark = text[this.#at];
      if (mark === ' ' || mark === '\t' || (mark === '\r' && text[this.#at + 1] === '\n')) this.#at++;
      else if (mark === '#') {
        const end = text.indexOf('\n', this.#at);
        this.#at = end < 0 ? text.length : end;
      } else if (mark === '\n' && lines) {
        this.#at++;
        this.line++;
      } else return;
    }
  }

  #take(mark: string): void {
    if (!this.#text.startsWith(mark, this.#at)) throw new Stop(`${mark} is missing`);
    this.#at += mark.length;
  }

  #readHeader(): Table {
    const line = this.line;
    const isOfTables = this.#text.startsWith('[[', this.#at);
    this.#at += isOfTables ? 2 : 1;
    const keys = this.#readKeys();
    this.#take(isOfTables ? ']]' : ']');
    const last = keys.pop()!;
    const parent = this.#descend(this.root, keys, line, true);
    const there = parent.entries.get(last)?.value as Table | List | undefined;
    if (isOfTables) {
      const list: List = there === undefined ? { is: 'list', items: [], line, isOfTables: true } : (there as List);
      if (list.is !== 'list' || !list.isOfTables) throw new Stop(`${last} is already something else`);
      if (there === undefined) parent.entries.set(last, { line, value: list });
      const table = newTable(line);
      list.items.push(table);
      return table;
    }
    if (there === undefined) {
      const table = newTable(line);
      table.isDefined = true;
      parent.entries.set(last, { line, value: table });
      return table;
    }
    if (there.is !== 'map' || there.isClosed || there.isDefined) throw new Stop(`${last} is defined twice`);
    there.isDefined = true;
    there.line = line;
    return there;
  }

  /** The table below a path of keys; missing ones are made. From a header a key may stand for the last table of an array. */
  #descend(from: Table, keys: readonly string[], line: number, fromHeader: boolean): Table {
    let table = from;
    for (const key of keys) {
      const there = table.entries.get(key)?.value as Table | List | undefined;
      let next: Table | undefined;
      if (there === undefined) {
        next = newTable(line);
        table.entries.set(key, { line, value: next });
      } else if (there.is === 'list' && there.isOfTables && fromHeader) next = there.items.at(-1) as Table;
      else if (there.is === 'map' && !there.isClosed && (fromHeader || !there.isDefined)) next = there;
      if (next === undefined) throw new Stop(`${key} is already something else`);
      table = next;
    }
    return table;
  }

  #readKeys(): string[] {
    const keys: string[] = [];
    for (;;) {
      this.#skip(false);
      const mark = this.#text[this.#at];
      if (mark === '"' || mark === "'") keys.push(this.#readText(mark, false));
      else {
        bareKey.lastIndex = this.#at;
        const key = bareKey.exec(this.#text)?.[0];
        if (key === undefined) throw new Stop('a key is missing');
        this.#at += key.length;
        keys.push(key);
      }
      if (keys.length > deepestNesting) throw new Stop(`it is nested deeper than ${deepestNesting} levels`);
      this.#skip(false);
      if (this.#text[this.#at] !== '.') return keys;
      this.#at++;
    }
  }

  #readPair(table: Table, depth = 0): void {
    const line = this.line;
    const keys = this.#readKeys();
    this.#take('=');
    this.#skip(false);
    const last = keys.pop()!;
    const holder = this.#descend(table, keys, line, false);
    if (holder.entries.has(last)) throw new Stop(`${last} is defined twice`);
    holder.entries.set(last, { line, value: this.#readValue(depth) });
  }

  #readValue(depth: number): Positioned {
    if (depth > deepestNesting) throw new Stop(`it is nested deeper than ${deepestNesting} levels`);
    const line = this.line;
    const mark = this.#text[this.#at];
    if (mark === '"' || mark === "'") return { is: 'scalar', value: this.#readText(mark, true), line };
    if (mark === '[') return this.#readList(line, depth);
    if (mark === '{') return this.#readInlineTable(line, depth);
    bareValue.lastIndex = this.#at;
    const word = bareValue.exec(this.#text)?.[0];
    if (word === undefined) throw new Stop('a value is missing');
    this.#at += word.length;
    return { is: 'scalar', value: bare(word), line };
  }

  #readList(line: number, depth: number): List {
    const items: Positioned[] = [];
    this.#at++;
    for (;;) {
      this.#skip(true);
      if (this.#text[this.#at] === ']') break;
      items.push(this.#readValue(depth + 1));
      this.#skip(true);
      if (this.#text[this.#at] === ']') break;
      this.#take(',');
    }
    this.#at++;
    return { is: 'list', items, line, isOfTables: false };
  }

  #readInlineTable(line: number, depth: number): Table {
    const table = newTable(line);
    this.#at++;
    for (;;) {
      this.#skip(true);
      if (this.#text[this.#at] === '}') break;
      this.#readPair(table, depth + 1);
      this.#skip(true);
      if (this.#text[this.#at] === '}') break;
      this.#take(',');
    }
    this.#at++;
    close(table);
    return table;
  }

  #readText(mark: string, mayBeLong: boolean): string {
    const text = this.#text;
    const isLong = mayBeLong && text.startsWith(mark.repeat(3), this.#at);
    this.#at += isLong ? 3 : 1;
    if (isLong && text.startsWith('\r\n', this.#at)) this.#at++;
    if (isLong && text[this.#at] === '\n') {
      this.#at++;
      this.line++;
    }
    const parts: string[] = [];
    let from = this.#at;
    for (;;) {
      const next = text[this.#at];
      if (next === undefined || (next === '\n' && !isLong)) throw new Stop('a text does not end');
      if (next === mark && (!isLong || text.startsWith(mark.repeat(3), this.#at))) break;
      if (next === '\n') this.line++;
      if (next === '\\' && mark === '"') {
        parts.push(text.slice(from, this.#at), this.#readEscape(isLong));
        from = this.#at;
      } else this.#at++;
    }
    // Up to two more marks belong to the text: `""""a""""`.
    while (isLong && text[this.#at + 3] === mark) this.#at++;
    parts.push(text.slice(from, this.#at));
    this.#at += isLong ? 3 : 1;
    return parts.join('');
  }

  #readEscape(isLong: boolean): string {
    const text = this.#text;
    const mark = text[this.#at + 1] ?? '';
    const digits = { x: 2, u: 4, U: 8 }[mark];
    if (digits !== undefined) {
      const code = Number.parseInt(text.slice(this.#at + 2, this.#at + 2 + digits), 16);
      if (!(code <= 0x10ffff)) throw new Stop('an escape names no character');
      this.#at += 2 + digits;
      return String.fromCodePoint(code);
    }
    if (isLong && /\s/.test(mark)) {
      this.#at++;
      for (; /\s/.test(text[this.#at] ?? ''); this.#at++) if (text[this.#at] === '\n') this.line++;
      return '';
    }
    const escaped = escapes[mark];
    if (escaped === undefined) throw new Stop(`\\${mark} is no escape`);
    this.#at += 2;
    return escaped;
  }
}

/** Nothing may be added later to an inline table or to what it holds. */
const close = (table: Table): void => {
  table.isClosed = true;
  for (const { value } of table.entries.values()) if (value.is === 'map') close(value as Table);
};

const bare = (word: string): Scalar => {
  if (word === 'true') return true;
  if (word === 'false') return false;
  if (date.test(word)) return word;
  if (integer.test(word) || float.test(word)) return Number(word.replaceAll('_', ''));
  if (based.test(word)) return Number(word.replaceAll('_', ''));
  if (special.test(word)) return Number(word.replace('inf', 'Infinity').replace(/[+-]?nan/, 'NaN'));
  throw new Stop(isPlainWord(word) ? `${word} is no value` : 'what stands there is no value');
};

/** Reads a TOML text; at the first mistake it stops and gives what stands before it, with the mistake. */
export const readToml = (text: string): PositionedFile => {
  const reader = new Reader(text);
  try {
    reader.read();
    return { value: reader.root, errors: [] };
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return { value: reader.root, errors: [{ line: reader.line, why: stop.why }] };
  }
};
