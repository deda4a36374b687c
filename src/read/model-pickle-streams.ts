/** Reads everything that is pickled in a file: one stream after another, arrays between them, the storages of PyTorch behind them, and what stands beyond a break. */
import { Broken, ByteCursor, type ByteSource, sourceOf } from './model-bytes.ts';
import { latinOf } from './model-file.ts';
import { arrayBehind, readNumpyHeader, skipArray } from './model-pickle-arrays.ts';
import { PickleCalls, type PickleUse } from './model-pickle-calls.ts';
import { type PickleStream, runPickle } from './model-pickle-machine.ts';
import type { PickleFault } from './model-pickle-stack.ts';
import { NamedGlobal, nameOf, Sequence, type Value } from './model-pickle-values.ts';

/** What all the streams of a file reach, and what of it could not be followed. */
export interface PickleReading {
  readonly uses: readonly PickleUse[];
  readonly faults: readonly PickleFault[];
  readonly streams: number;
  /** Texts of bytes that begin as programs do. */
  readonly programs: readonly { readonly from: number }[];
}

const mostStreams = 10_000;
const deepestNested = 4;
/** Bytes beyond a break that are searched for another beginning, and beginnings that are tried. */
const searchedBeyond = 16 << 20;
const mostTried = 200;

/** Bytes of one item of a storage by its class. */
const storageWidths: Readonly<Record<string, number>> = {
  DoubleStorage: 8,
  FloatStorage: 4,
  HalfStorage: 2,
  BFloat16Storage: 2,
  LongStorage: 8,
  IntStorage: 4,
  ShortStorage: 2,
  CharStorage: 1,
  ByteStorage: 1,
  BoolStorage: 1,
  ComplexFloatStorage: 8,
  ComplexDoubleStorage: 16,
  QInt8Storage: 1,
  QUInt8Storage: 1,
  QInt32Storage: 4,
  UntypedStorage: 1,
};

/** Storages by key, in bytes, as the identifiers in a stream tell them; undefined where one makes no sense. */
const storagesIn = (ids: readonly Value[]): ReadonlyMap<string, number> | undefined => {
  const lengths = new Map<string, number>();
  for (const id of ids) {
    const [is, type, key, , count] = id instanceof Sequence ? id.items : [];
    // The source of a class, which was kept with it and is never run.
    if (is === 'module') continue;
    const width = type instanceof NamedGlobal ? storageWidths[type.name] : undefined;
    if (is !== 'storage' || width === undefined || typeof count !== 'number') return undefined;
    lengths.set(String(key), width * count);
  }
  return lengths;
};

const torchMagic = [0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e];

/** Tells whether a stream can begin with these bytes. */
const canBegin = (bytes: Uint8Array): boolean => {
  const [first, second] = bytes;
  if (first === 0x80) return second !== undefined && second <= 5;
  return (
    first !== undefined &&
    /^(?:\(*(?:c[\w.]+\r?\n|i[\w.]+\r?\n|[dlt]|[SVIFLNU}\])K])|[\])}])/.test(latinOf(bytes.subarray(0, 200)))
  );
};

/** Dangerous names as protocol 0 to 3 write them, searched for where no stream can be followed. */
const plainGlobal =
  /[ci](?:os|posix|nt|subprocess|sys|builtins|__builtin__|runpy|pty|socket|importlib|pickle|_pickle|shutil|webbrowser|ctypes|commands|code|pdb|timeit|pip|marshal|types)\n[A-Za-z_][\w.]*\n/g;

/** Reads the streams of one source. */
class Streams {
  readonly calls: PickleCalls;
  readonly faults: PickleFault[] = [];
  readonly #source: ByteSource;
  readonly #depth: number;
  streams = 0;

  constructor(source: ByteSource, calls: PickleCalls, depth: number) {
    this.#source = source;
    this.calls = calls;
    this.#depth = depth;
  }

  #fault(why: string, offset: number): void {
    if (this.faults.length < 20) this.faults.push({ why, offset });
  }

  #afterBuild = (target: Value, cursor: ByteCursor): void => {
    const behind = arrayBehind(target);
    if (behind === undefined) return;
    if (behind.is === 'unknown') throw new Broken('an array of joblib does not tell its length', cursor.at);
    if (behind.is === 'numbers') skipArray(cursor, behind);
    else this.#stream(cursor, 1);
  };

  #stream(cursor: ByteCursor, depth = 0): PickleStream {
    if (depth > 20 || ++this.streams > mostStreams)
      throw new Broken('it holds more pickles than a model does', cursor.at);
    const stream = runPickle(cursor, this.calls, this.#afterBuild);
    for (const { why, offset } of stream.faults) this.#fault(why, offset);
    return stream;
  }

  /** Searches for another beginning behind a place where nothing could be read on; gives whether anything is left to worry about. */
  #searchBeyond(from: number): void {
    const end = Math.min(this.#source.reach, from + searchedBeyond);
    const bytes = this.#source.at(from, end - from);
    for (let at = bytes.indexOf(0x80), tried = 0; at >= 0 && tried < mostTried; at = bytes.indexOf(0x80, at + 1)) {
      const version = bytes[at + 1] ?? 9;
      if (
        version < 2 ||
        version > 5 ||
        (version >= 4 &&
          bytes[at + 2] !== 0x95 &&
          bytes[at + 2] !== 0x8c &&
          bytes[at + 2] !== 0x5d &&
          bytes[at + 2] !== 0x7d &&
          bytes[at + 2] !== 0x28)
      )
        continue;
      tried++;
      const trial = new PickleCalls();
      const stream = runPickle(new ByteCursor(sourceOf(bytes), at), trial, undefined);
      // Numbers look like anything; only what names something as Python does is a stream.
      if (stream.opcodes > 3 && trial.uses.some(isCredible)) {
        for (const use of trial.uses.filter(isCredible)) this.calls.add({ ...use, offset: use.offset + from });
      }
    }
    const text = latinOf(bytes.subarray(0, 4 << 20));
    for (const found of [...text.matchAll(plainGlobal)].slice(0, 20)) {
      const [module, name] = found[0].slice(1).split('\n');
      this.calls.name(module, name, from + found.index);
    }
  }

  /** Reads on behind the stream that ended at the cursor; gives whether another may follow. */
  #next(cursor: ByteCursor): boolean {
    const source = this.#source;
    const begin = source.at(cursor.at, 200);
    if (begin.length === 0) return false;
    if (begin[0] === 0x93) {
      const header = readNumpyHeader(source, cursor.at);
      cursor.at = header.content;
      if (header.isObject) return true;
      if (header.length === undefined) throw new Broken('an array does not tell its length', cursor.at);
      cursor.skip(header.length);
      return cursor.at < source.size;
    }
    if (canBegin(begin)) return true;
    const rest = source.at(cursor.at, 65_536);
    if (rest.every((byte) => byte === 0 || byte === 10 || byte === 13) && cursor.at + rest.length >= source.size)
      return false;
    throw new Broken('something else follows behind its end', cursor.at);
  }

  /** The format of PyTorch before its files were archives: five pickles, then the storages. */
  #legacyTorch(cursor: ByteCursor): void {
    let ids: readonly Value[] = [];
    let last: Value;
    for (let index = 0; index < 5; index++) {
      const stream = this.#stream(cursor);
      if (!stream.isEnded) throw new Broken('it breaks off', cursor.at);
      if (stream.outside.length > 0) ids = stream.outside;
      last = stream.result;
    }
    const lengths = storagesIn(ids);
    const keys = last instanceof Sequence ? last.items.map(String) : [];
    if (lengths === undefined || keys.some((key) => !lengths.has(key)))
      throw new Broken('its storages do not tell their lengths', cursor.at);
    for (const key of keys) cursor.skip(8 + lengths.get(key)!);
  }

  read(): void {
    const cursor = new ByteCursor(this.#source);
    try {
      const begin = this.#source.at(0, 15);
      if (begin[0] === 0x80 && torchMagic.every((byte, index) => begin[index + 2] === byte)) this.#legacyTorch(cursor);
      else if (begin[0] !== 0x93 && !this.#stream(cursor).isEnded) throw new Broken('', cursor.at);
      while (this.#next(cursor)) if (!this.#stream(cursor).isEnded) throw new Broken('', cursor.at);
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      if (error.why !== '') this.#fault(error.why, error.offset);
      const reach = this.#source.reach;
      if (error.offset < reach) this.#searchBeyond(Math.min(error.offset, cursor.at));
      if (this.#source.size - error.offset > searchedBeyond)
        this.#fault('what lies far behind the break was not searched', error.offset);
    }
    if (this.calls.isOverfull) this.#fault('it names more things than are kept', 0);
    for (const text of this.calls.nested.splice(0)) this.#nested(text.offset, text.length);
  }

  #nested(from: number, length: number): void {
    if (this.#depth >= deepestNested) {
      this.#fault('pickles are nested too deep to be followed', from);
      return;
    }
    const bytes = this.#source.at(from, length);
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
      this.inside.push({ from, length });
      return;
    }
    const inner = new Streams(sourceOf(bytes), this.calls, this.#depth + 1);
    inner.read();
    for (const { why, offset } of inner.faults) this.#fault(why, offset + from);
  }

  /** Archives in texts of bytes. */
  readonly inside: { readonly from: number; readonly length: number }[] = [];
}

const isCredible = ({ module, name }: PickleUse): boolean =>
  /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(module) && /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(name);

/** Reads a source that holds pickles. Archives that are unpickled out of it are given back by their place. */
export const readPickles = (
  source: ByteSource,
): PickleReading & { readonly archives: readonly { readonly from: number; readonly length: number }[] } => {
  const streams = new Streams(source, new PickleCalls(), 0);
  streams.read();
  return {
    uses: streams.calls.uses,
    faults: streams.faults,
    streams: streams.streams,
    programs: streams.calls.programs.map((from) => ({ from })),
    archives: streams.inside,
  };
};

/** The global that a use is of, as Python writes it. */
export const globalOf = ({ module, name }: PickleUse): string => nameOf(new NamedGlobal(module, name, 0));
