/** What a pickle works on: stack, marks and memo, and the faults at which Python would have stopped. */
import type { ByteCursor } from './model-bytes.ts';
import type { PickleCalls } from './model-pickle-calls.ts';
import { ByteText, Dictionary, Made, NamedGlobal, Outside, Sequence, type Value } from './model-pickle-values.ts';

/** Where and why the rest of a stream could not be read, or could be read only by passing over a fault. */
export interface PickleFault {
  readonly why: string;
  readonly offset: number;
}

/** Called after BUILD: joblib puts the bytes of an array behind the object that stands for it. */
export type AfterBuild = (target: Value, cursor: ByteCursor) => void;

/** Texts up to this length are kept whole. */
const longestKept = 100_000;

const utf8 = new TextDecoder();
const textAt = (bytes: Uint8Array): string => {
  // Most are short and plain, for which the decoder takes longer than this.
  if (bytes.length > 40) return utf8.decode(bytes);
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! > 127) return utf8.decode(bytes);
    text += String.fromCharCode(bytes[at]!);
  }
  return text;
};

/** The state of one stream. */
export class PickleStack {
  readonly cursor: ByteCursor;
  readonly calls: PickleCalls;
  readonly stack: Value[] = [];
  readonly marks: number[] = [];
  readonly memo = new Map<number, Value>();
  readonly faults: PickleFault[] = [];
  readonly outside: Value[] = [];
  readonly afterBuild: AfterBuild | undefined;
  opcodes = 0;
  protocol = 0;
  offset = 0;

  constructor(cursor: ByteCursor, calls: PickleCalls, afterBuild: AfterBuild | undefined) {
    this.cursor = cursor;
    this.calls = calls;
    this.afterBuild = afterBuild;
  }

  /** Notes a fault at which Python would stop; what was done before it has been done, so it is only followed on for what comes behind. */
  fault(why: string): void {
    if (this.faults.length < 20) this.faults.push({ why, offset: this.offset });
  }

  pop(): Value {
    if (this.stack.length === 0 || this.stack.length === this.marks.at(-1)) {
      this.fault('it takes a value from an empty stack');
      return undefined;
    }
    return this.stack.pop();
  }

  popToMark(): Value[] {
    const mark = this.marks.pop();
    if (mark === undefined) {
      this.fault('a mark is missing');
      return [];
    }
    return this.stack.splice(mark);
  }

  top(): Value {
    if (this.stack.length === 0) this.fault('the stack is empty');
    return this.stack.at(-1);
  }

  get(index: number): void {
    if (!this.memo.has(index)) this.fault(`it takes ${index} from the memo, which is not there`);
    this.stack.push(this.memo.get(index));
  }

  put(index: number): void {
    this.memo.set(index, this.top());
  }

  lineText(): string {
    return textAt(this.cursor.line(longestKept));
  }

  /** A text between quotes, as Python 2 wrote it. */
  quoted(): string {
    const line = this.lineText().trim();
    const inside = /^(['"])(.*)\1$/s.exec(line)?.[2];
    if (inside === undefined) this.fault('a text is not quoted');
    return (inside ?? line).replaceAll(/\\(x[0-9a-f]{2}|[\\'"nrt])/gi, (whole, code: string) => {
      if (code[0] === 'x') return String.fromCharCode(Number.parseInt(code.slice(1), 16));
      return { n: '\n', r: '\r', t: '\t' }[code] ?? (code || whole);
    });
  }

  text(length: number): void {
    if (length <= longestKept) {
      this.stack.push(textAt(this.cursor.take(length)));
      return;
    }
    const begin = this.cursor.take(longestKept);
    this.stack.push(textAt(begin));
    this.cursor.skip(length - longestKept);
  }

  bytes(length: number): void {
    const offset = this.cursor.at;
    const kept = this.cursor.take(Math.min(length, longestKept));
    if (length > longestKept) this.cursor.skip(length - longestKept);
    if (kept[0] === 0x7f && kept[1] === 0x45 && kept[2] === 0x4c && kept[3] === 0x46 && this.calls.programs.length < 10)
      this.calls.programs.push(offset);
    this.stack.push(new ByteText(kept, length, offset));
  }

  argsOf(value: Value): readonly Value[] {
    return value instanceof Sequence ? value.items : [value];
  }

  setItems(pairs: readonly Value[]): void {
    const target = this.top();
    for (let index = 0; index + 1 < pairs.length; index += 2) {
      if (target instanceof Dictionary) target.set(pairs[index], pairs[index + 1]);
      else if (target instanceof Made && target.state === undefined) target.state = new Dictionary();
      if (target instanceof Made && target.state instanceof Dictionary)
        target.state.set(pairs[index], pairs[index + 1]);
    }
    if (target instanceof NamedGlobal) this.calls.build(target, undefined, this.offset);
  }

  addItems(items: readonly Value[]): void {
    const target = this.top();
    if (target instanceof Sequence) target.add(items);
    else if (target instanceof NamedGlobal) this.calls.build(target, undefined, this.offset);
  }

  extension(code: number): void {
    this.stack.push(this.calls.name(`extension ${code}`, '', this.offset));
  }

  outsideOf(id: Value): void {
    if (this.outside.length < 200_000) this.outside.push(id);
    this.stack.push(new Outside(id));
  }

  long(length: number): void {
    const bytes = this.cursor.take(Math.min(length, 8));
    if (length > 8) this.cursor.skip(length - 8);
    let value = 0;
    for (let index = 0; index < bytes.length; index++) value += bytes[index]! * 2 ** (8 * index);
    this.stack.push(
      length > 7 ? undefined : length > 0 && bytes[length - 1]! > 127 ? value - 2 ** (8 * length) : value,
    );
  }
}
