/** Reads YAML with the line of every value; aliases are followed without being copied, and a bomb made of them is refused. */
import { type Alias, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import type { Scalar } from '../domain/term.ts';
import {
  deepestNesting,
  firstMistakes,
  type Positioned,
  type PositionedEntry,
  type PositionedFile,
} from './positioned.ts';

/** How many values one document may come to once its aliases are written out. */
const largestExpansion = 200_000;

/** Longest text that is read; the parser takes a second for every hundred thousand mistakes. */
const largestText = 3_000_000;

/** The key under which a value with this tag stands; undefined for a tag that changes nothing. */
export type KeyOfTag = (tag: string) => string | undefined;

class Stop {
  readonly line: number;
  readonly why: string;
  constructor(line: number, why: string) {
    this.line = line;
    this.why = why;
  }
}

/** A line whose nesting alone could exhaust the parser, which is recursive; undefined when there is none. */
const tooDeep = (text: string): number | undefined => {
  let line = 1;
  let flow = 0;
  let indent = 0;
  let dashes = 0;
  let atStart = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      line++;
      indent = 0;
      dashes = 0;
      atStart = true;
      continue;
    }
    if (code === 0x5b || code === 0x7b) flow++;
    else if ((code === 0x5d || code === 0x7d) && flow > 0) flow--;
    if (atStart) {
      if (code === 32) indent++;
      else if ((code === 0x2d || code === 0x3f) && text.charCodeAt(at + 1) === 32) dashes++;
      else atStart = false;
    }
    if (flow > deepestNesting * 5 || dashes > deepestNesting || indent > 4096) return line;
  }
  return undefined;
};

class Converter {
  /** Anchors seen so far, in the order of the document. The package’s own look-up walks the whole document for every alias. */
  readonly #anchors = new Map<string, Node>();
  readonly #lines: LineCounter;
  readonly #done = new Map<Node, { readonly value: Positioned; readonly size: number }>();
  readonly #under = new Set<Node>();

  readonly #keyOfTag: KeyOfTag | undefined;

  constructor(lines: LineCounter, keyOfTag: KeyOfTag | undefined) {
    this.#lines = lines;
    this.#keyOfTag = keyOfTag;
  }

  lineOf(node: { readonly range?: readonly number[] | null | undefined } | null | undefined): number {
    return node?.range ? this.#lines.linePos(node.range[0] ?? 0).line : 0;
  }

  /** The value of a node and how many values it comes to when written out. */
  convert(node: Node, depth: number): { readonly value: Positioned; readonly size: number } {
    const done = this.#done.get(node);
    if (done) return done;
    const line = this.lineOf(node);
    if (depth > deepestNesting) throw new Stop(line, `it is nested deeper than ${deepestNesting} levels`);
    if (this.#under.has(node)) throw new Stop(line, 'an alias stands inside what it names');
    this.#under.add(node);
    const result = this.#convert(node, line, depth);
    this.#under.delete(node);
    if (result.size > largestExpansion)
      throw new Stop(line, `its aliases come to more than ${largestExpansion} values when written out`);
    this.#done.set(node, result);
    return result;
  }

  #convert(node: Node, line: number, depth: number): { readonly value: Positioned; readonly size: number } {
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target === undefined) throw new Stop(line, `the alias ${node.source.slice(0, 60)} names nothing`);
      return this.convert(target, depth + 1);
    }
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    const { value, size } = this.#plain(node, line, depth);
    const key = node.tag === undefined ? undefined : this.#keyOfTag?.(node.tag);
    if (key === undefined) return { value, size };
    return { value: { is: 'map', entries: new Map([[key, { line, value }]]), line }, size: size + 1 };
  }

  #plain(
    node: Exclude<Node, Alias>,
    line: number,
    depth: number,
  ): { readonly value: Positioned; readonly size: number } {
    let size = 1;
    if (isSeq(node)) {
      const items = node.items.map((item) => {
        const result = this.#child(item, line, depth);
        size += result.size;
        return result.value;
      });
      return { value: { is: 'list', items, line }, size };
    }
    if (isMap(node)) {
      const entries = new Map<string, PositionedEntry>();
      const merged: Positioned[] = [];
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : String(key);
        const keyLine = this.lineOf(key as Node) || line;
        const result = this.#child(value, keyLine, depth);
        size += result.size;
        if (name === '<<') merged.push(...(result.value.is === 'list' ? result.value.items : [result.value]));
        else entries.set(name, { line: keyLine, value: result.value });
      }
      // What stands in the map itself wins over what is merged into it, wherever the merge key stands.
      for (const from of merged)
        if (from.is === 'map')
          for (const [name, entry] of from.entries) if (!entries.has(name)) entries.set(name, entry);
      return { value: { is: 'map', entries, line }, size };
    }
    const value = isScalar(node) ? node.value : null;
    return { value: { is: 'scalar', value: scalar(value), line }, size };
  }

  #child(node: unknown, line: number, depth: number): { readonly value: Positioned; readonly size: number } {
    if (node === null || node === undefined) return { value: { is: 'scalar', value: null, line }, size: 1 };
    return this.convert(node as Node, depth + 1);
  }
}

const scalar = (value: unknown): Scalar => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof Date ? value.toISOString() : null;
};

/** Reads every document of a YAML text; `!Tag value` becomes a map of one key where `keyOfTag` names it. A broken document gives what the parser could make of it, with the mistakes. */
export const readYamlDocuments = (text: string, keyOfTag?: KeyOfTag): readonly PositionedFile[] => {
  if (text.length > largestText) return [{ errors: [{ line: 1, why: `it is longer than ${largestText} characters` }] }];
  const deep = tooDeep(text);
  if (deep !== undefined)
    return [{ errors: [{ line: deep, why: `it is nested deeper than ${deepestNesting} levels` }] }];
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  if (!Array.isArray(documents)) return [{ errors: [] }];
  return documents.map((document) => {
    const errors = firstMistakes(
      document.errors.map(({ pos, message }) => ({
        line: lines.linePos(pos[0]).line,
        why: message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''),
      })),
    );
    if (!document.contents) return { errors };
    const converter = new Converter(lines, keyOfTag);
    try {
      return { value: converter.convert(document.contents, 0).value, errors };
    } catch (stop) {
      if (!(stop instanceof Stop)) throw stop;
      return { errors: [...errors, { line: stop.line, why: stop.why }] };
    }
  });
};

/** Reads the first document of a YAML text. */
export const readYaml = (text: string, keyOfTag?: KeyOfTag): PositionedFile =>
  readYamlDocuments(text, keyOfTag)[0] ?? { errors: [] };
