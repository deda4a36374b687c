/** The values that a pickle builds, as far as telling what it calls needs them: constants stay, objects are what made them. */
import { findSecrets } from './secret-search.ts';

/** A class, function or module that a pickle names. */
export class NamedGlobal {
  readonly module: string;
  /** May be dotted, or empty for the module itself. */
  readonly name: string;
  readonly offset: number;
  constructor(module: string, name: string, offset: number) {
    this.module = module;
    this.name = name;
    this.offset = offset;
  }
}

/** What a call gave. */
export class Made {
  readonly of: Value;
  readonly args: readonly Value[];
  /** What was set on it afterwards. */
  state: Value;
  constructor(of: Value, args: readonly Value[]) {
    this.of = of;
    this.args = args;
  }
}

/** Items that are kept of a list; a longer one is only counted on. */
const mostKept = 100_000;

export class Sequence {
  readonly is: 'list' | 'tuple' | 'set';
  readonly items: Value[];
  constructor(is: 'list' | 'tuple' | 'set', items: Value[]) {
    this.is = is;
    this.items = items;
  }
  add(items: readonly Value[]): void {
    for (const one of items) if (this.items.length < mostKept) this.items.push(one);
  }
}

export class Dictionary {
  readonly entries: (readonly [Value, Value])[] = [];
  set(key: Value, value: Value): void {
    if (this.entries.length < mostKept) this.entries.push([key, value]);
  }
  get(key: string): Value {
    return this.entries.findLast(([each]) => each === key)?.[1];
  }
}

/** A text of bytes, which may lie in the file and be large. */
export class ByteText {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly offset: number;
  constructor(bytes: Uint8Array, length: number, offset: number) {
    this.bytes = bytes;
    this.length = length;
    this.offset = offset;
  }
}

/** An object that is kept outside the pickle: a tensor’s storage. */
export class Outside {
  readonly id: Value;
  constructor(id: Value) {
    this.id = id;
  }
}

/** Undefined stands for a value that is not known. */
export type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | NamedGlobal
  | Made
  | Sequence
  | Dictionary
  | ByteText
  | Outside;

/** Longest text that is shown of an argument. */
const longestShown = 60;

const cut = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);

/** A text without the credentials in it: those of a harmful file are somebody’s all the same. */
const withhold = (text: string): string => {
  const begin = text.slice(0, 4000);
  return findSecrets(new TextEncoder().encode(begin)).reduce(
    (all, { value }) => all.replaceAll(value, '[redacted]'),
    begin,
  );
};

/** Characters that a terminal acts on or nobody sees, as Python writes them. */
const showText = (text: string): string =>
  `'${cut(withhold(text)).replaceAll(/[\p{Cc}\p{Cf}]/gu, (one) => `\\x${one.codePointAt(0)!.toString(16).padStart(2, '0')}`)}'`;

/** The name of a global as Python writes it. */
export const nameOf = ({ module, name }: NamedGlobal): string => (name === '' ? module : `${module}.${name}`);

/** A value as Python would write it, in a few words. */
export const show = (value: Value, depth = 0): string => {
  if (value === undefined) return '?';
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return showText(value);
  if (typeof value === 'number') return String(value);
  if (value instanceof NamedGlobal) return nameOf(value);
  if (value instanceof ByteText)
    return value.bytes.length <= longestShown
      ? `b${showText(String.fromCharCode(...value.bytes))}`
      : `${value.length} bytes`;
  if (value instanceof Outside) return 'a storage';
  if (value instanceof Made)
    return depth > 2
      ? `${show(value.of, depth + 1)}(…)`
      : `${show(value.of, depth + 1)}${showArguments(value.args, depth + 1)}`;
  if (depth > 1) return '…';
  if (value instanceof Dictionary) return value.entries.length === 0 ? '{}' : '{…}';
  const items = value.items.slice(0, 4).map((item) => show(item, depth + 1));
  const listed = `${items.join(', ')}${value.items.length > 4 ? ', …' : ''}`;
  return value.is === 'list' ? `[${listed}]` : value.is === 'tuple' ? `(${listed})` : `{${listed}}`;
};

/** Arguments as Python would write them. */
export const showArguments = (args: readonly Value[], depth = 0): string =>
  `(${args
    .slice(0, 4)
    .map((one) => show(one, depth))
    .join(', ')}${args.length > 4 ? ', …' : ''})`;

/** The texts among arguments and what they hold, at most so many. */
export const textsAmong = (args: readonly Value[], most = 50): string[] => {
  const texts: string[] = [];
  const pending: Value[] = [...args].reverse();
  for (let steps = 0; pending.length > 0 && texts.length < most && steps < 1000; steps++) {
    const value = pending.pop();
    if (typeof value === 'string') texts.push(value);
    else if (value instanceof ByteText) texts.push(String.fromCharCode(...value.bytes.subarray(0, 2000)));
    else if (value instanceof Sequence) pending.push(...value.items.slice(0, 20));
    else if (value instanceof Made) pending.push(...value.args.slice(0, 20));
    else if (value instanceof Dictionary) for (const [key, one] of value.entries.slice(0, 20)) pending.push(key, one);
  }
  return texts;
};
