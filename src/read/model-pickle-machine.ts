/** Runs the opcodes of a pickle of protocols 0 to 5 on stack, memo and marks without executing anything, and tells what is reached and called. */
import { Broken, type ByteCursor } from './model-bytes.ts';
import type { PickleCalls } from './model-pickle-calls.ts';
import { type AfterBuild, type PickleFault, PickleStack } from './model-pickle-stack.ts';
import { Dictionary, Sequence, type Value } from './model-pickle-values.ts';

/** One stream, from its first opcode to STOP or to where it breaks. */
export interface PickleStream {
  /** It came to STOP without a fault. */
  readonly isSound: boolean;
  /** It came to STOP. */
  readonly isEnded: boolean;
  readonly faults: readonly PickleFault[];
  /** What it gives. */
  readonly result: Value;
  readonly opcodes: number;
  /** What stands outside it: storages by their identifiers. */
  readonly outside: readonly Value[];
  readonly protocol: number;
}

/** Opcodes that are followed; a stream of more is not a model’s. */
const mostOpcodes = 40_000_000;
/** Values on the stack or in the memo. */
const mostHeld = 5_000_000;

/** Reads to STOP; throws `Broken` where it cannot go on. */
const run = (on: PickleStack): Value => {
  const { cursor, stack } = on;
  for (;;) {
    on.offset = cursor.at;
    if (++on.opcodes > mostOpcodes) throw new Broken(`it has more than ${mostOpcodes} operations`, on.offset);
    if (stack.length > mostHeld || on.memo.size > mostHeld)
      throw new Broken('it holds more values than a model’s does', on.offset);
    const code = cursor.byte();
    switch (code) {
      case 0x2e: // STOP
        return on.pop();
      case 0x28: // MARK
        if (on.marks.length > 100_000) throw new Broken('it is nested too deep', on.offset);
        on.marks.push(stack.length);
        break;
      case 0x30: // POP
        if (on.marks.at(-1) === stack.length && on.marks.length > 0) on.marks.pop();
        else on.pop();
        break;
      case 0x31: // POP_MARK
        on.popToMark();
        break;
      case 0x32: // DUP
        stack.push(on.top());
        break;
      case 0x46: // FLOAT
      case 0x49: // INT
      case 0x4c: {
        const line = on.lineText().trim().replace(/L$/, '');
        const value = code === 0x49 && line === '00' ? false : code === 0x49 && line === '01' ? true : Number(line);
        if (Number.isNaN(value) && !/^[+-]?(?:nan|inf(?:inity)?)$/i.test(line)) on.fault('a number is none');
        stack.push(value);
        break;
      }
      case 0x4a: // BININT
        stack.push(cursor.signedFour());
        break;
      case 0x4b: // BININT1
        stack.push(cursor.byte());
        break;
      case 0x4d: // BININT2
        stack.push(cursor.two());
        break;
      case 0x8a: // LONG1
        on.long(cursor.byte());
        break;
      case 0x8b: // LONG4
        on.long(cursor.four());
        break;
      case 0x47: // BINFLOAT
        cursor.take(8);
        stack.push(undefined);
        break;
      case 0x4e: // NONE
        stack.push(null);
        break;
      case 0x88:
        stack.push(true);
        break;
      case 0x89:
        stack.push(false);
        break;
      case 0x53: // STRING
        stack.push(on.quoted());
        break;
      case 0x56: // UNICODE
        stack.push(
          on
            .lineText()
            .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        );
        break;
      case 0x54: // BINSTRING
      case 0x58: // BINUNICODE
        on.text(cursor.four());
        break;
      case 0x55: // SHORT_BINSTRING
      case 0x8c: // SHORT_BINUNICODE
        on.text(cursor.byte());
        break;
      case 0x8d: // BINUNICODE8
        on.text(cursor.eight());
        break;
      case 0x42: // BINBYTES
        on.bytes(cursor.four());
        break;
      case 0x43: // SHORT_BINBYTES
        on.bytes(cursor.byte());
        break;
      case 0x8e: // BINBYTES8
      case 0x96: // BYTEARRAY8
        on.bytes(cursor.eight());
        break;
      case 0x97: // NEXT_BUFFER
        stack.push(undefined);
        break;
      case 0x98: // READONLY_BUFFER
        break;
      case 0x5d: // EMPTY_LIST
        stack.push(new Sequence('list', []));
        break;
      case 0x6c: // LIST
        stack.push(new Sequence('list', on.popToMark()));
        break;
      case 0x29: // EMPTY_TUPLE
        stack.push(new Sequence('tuple', []));
        break;
      case 0x74: // TUPLE
        stack.push(new Sequence('tuple', on.popToMark()));
        break;
      case 0x85:
      case 0x86:
      case 0x87: {
        const items: Value[] = [];
        for (let index = 0x84; index < code; index++) items.unshift(on.pop());
        stack.push(new Sequence('tuple', items));
        break;
      }
      case 0x8f: // EMPTY_SET
        stack.push(new Sequence('set', []));
        break;
      case 0x91: // FROZENSET
        stack.push(new Sequence('set', on.popToMark()));
        break;
      case 0x61: {
        // APPEND
        const item = on.pop();
        on.addItems([item]);
        break;
      }
      case 0x65: // APPENDS
      case 0x90: // ADDITEMS
        on.addItems(on.popToMark());
        break;
      case 0x7d: // EMPTY_DICT
        stack.push(new Dictionary());
        break;
      case 0x64: {
        // DICT
        const items = on.popToMark();
        stack.push(new Dictionary());
        on.setItems(items);
        break;
      }
      case 0x73: {
        // SETITEM
        const value = on.pop();
        const key = on.pop();
        on.setItems([key, value]);
        break;
      }
      case 0x75: // SETITEMS
        on.setItems(on.popToMark());
        break;
      case 0x67: // GET
        on.get(Number(on.lineText()));
        break;
      case 0x68: // BINGET
        on.get(cursor.byte());
        break;
      case 0x6a: // LONG_BINGET
        on.get(cursor.four());
        break;
      case 0x70: // PUT
        on.put(Number(on.lineText()));
        break;
      case 0x71: // BINPUT
        on.put(cursor.byte());
        break;
      case 0x72: // LONG_BINPUT
        on.put(cursor.four());
        break;
      case 0x94: // MEMOIZE
        on.put(on.memo.size);
        break;
      case 0x80: // PROTO
        on.protocol = cursor.byte();
        if (on.protocol > 5) on.fault(`its protocol is said to be ${on.protocol}`);
        break;
      case 0x95: // FRAME
        cursor.take(8);
        break;
      case 0x63: {
        // GLOBAL
        const module = on.lineText();
        stack.push(on.calls.name(module, on.lineText(), on.offset));
        break;
      }
      case 0x93: {
        // STACK_GLOBAL
        const name = on.pop();
        stack.push(on.calls.name(on.pop(), name, on.offset));
        break;
      }
      case 0x69: {
        // INST
        const module = on.lineText();
        const of = on.calls.name(module, on.lineText(), on.offset);
        stack.push(on.calls.call(of, on.popToMark(), on.offset));
        break;
      }
      case 0x6f: {
        // OBJ
        const [of, ...args] = on.popToMark();
        stack.push(on.calls.call(of, args, on.offset));
        break;
      }
      case 0x52: {
        // REDUCE
        const args = on.argsOf(on.pop());
        stack.push(on.calls.call(on.pop(), args, on.offset));
        break;
      }
      case 0x81: {
        // NEWOBJ
        const args = on.argsOf(on.pop());
        stack.push(on.calls.create(on.pop(), args, on.offset));
        break;
      }
      case 0x92: {
        // NEWOBJ_EX
        const named = on.pop();
        const args = on.argsOf(on.pop());
        stack.push(on.calls.create(on.pop(), [...args, named], on.offset));
        break;
      }
      case 0x62: {
        // BUILD
        const state = on.pop();
        const target = on.top();
        on.calls.build(target, state, on.offset);
        on.afterBuild?.(target, cursor);
        break;
      }
      case 0x82:
        on.extension(cursor.byte());
        break;
      case 0x83:
        on.extension(cursor.two());
        break;
      case 0x84:
        on.extension(cursor.four());
        break;
      case 0x50: // PERSID
        on.outsideOf(on.lineText());
        break;
      case 0x51: // BINPERSID
        on.outsideOf(on.pop());
        break;
      default:
        throw new Broken(`0x${code.toString(16).padStart(2, '0')} is no operation`, on.offset);
    }
  }
};

/** Reads one stream from where the cursor stands; the cursor is left behind its STOP, or where it broke. Never throws for what is in it. */
export const runPickle = (cursor: ByteCursor, calls: PickleCalls, afterBuild?: AfterBuild): PickleStream => {
  const machine = new PickleStack(cursor, calls, afterBuild);
  let result: Value;
  let isEnded = true;
  try {
    result = run(machine);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    machine.faults.push({ why: error.why, offset: error.offset });
    isEnded = false;
  }
  const { faults, opcodes, outside, protocol } = machine;
  return { isSound: isEnded && faults.length === 0, isEnded, faults, result, opcodes, outside, protocol };
};
