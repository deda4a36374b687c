/** Arrays of numbers inside and behind pickles: how long they are, so that they are passed over exactly. */
import { Broken, type ByteCursor, type ByteSource } from './model-bytes.ts';
import { Dictionary, Made, NamedGlobal, nameOf, Sequence, type Value } from './model-pickle-values.ts';

/** Bytes of one item of a NumPy type as its text says (`f8`, `<U10`, `|V16`); `object` for Python objects, undefined where it is not known. */
const widthOfText = (text: string): number | 'object' | undefined => {
  const found = /^[<>|=]?([?bBiufcmMOSUVa])(\d*)(?:\[\w+\])?$/.exec(text);
  if (!found) return text === 'bool' ? 1 : undefined;
  const [, letter, digits] = found;
  if (letter === 'O') return 'object';
  if (letter === '?') return 1;
  if (digits === '') return letter === 'b' || letter === 'B' ? 1 : undefined;
  return Number(digits) * (letter === 'U' ? 4 : 1);
};

/** Bytes of one item of a `numpy.dtype` that a pickle made. */
const widthOfType = (type: Value): number | 'object' | undefined => {
  if (!(type instanceof Made)) return undefined;
  const [text] = type.args;
  const state = type.state instanceof Sequence ? type.state.items : [];
  const width = typeof text === 'string' ? widthOfText(text) : undefined;
  if (width === 'object') return width;
  // A structure says in its state how long it is and, in its fields, whether objects are among them.
  if (typeof text === 'string' && /^\|?V/.test(text) && state[4] instanceof Dictionary) {
    const hasObject = state[4].entries.some(
      ([, field]) => field instanceof Sequence && widthOfType(field.items[0]) === 'object',
    );
    if (hasObject) return 'object';
  }
  return typeof state[5] === 'number' && state[5] > 0 ? state[5] : width;
};

const product = (shape: Value): number | undefined => {
  const items = shape instanceof Sequence ? shape.items : [shape];
  let count = 1;
  for (const item of items) {
    if (typeof item !== 'number' || item < 0) return undefined;
    count *= item;
  }
  return count;
};

/** What stands behind an object of joblib’s that is an array. */
export type ArrayBehind =
  | { readonly is: 'numbers'; readonly length: number; readonly isAligned: boolean }
  | { readonly is: 'pickle' }
  | { readonly is: 'unknown' };

/** Reads what joblib put behind an object; undefined when that is no array. https://github.com/joblib/joblib/blob/main/joblib/numpy_pickle.py */
export const arrayBehind = (target: Value): ArrayBehind | undefined => {
  if (!(target instanceof Made && target.of instanceof NamedGlobal)) return undefined;
  if (nameOf(target.of) !== 'joblib.numpy_pickle.NumpyArrayWrapper') return undefined;
  const state = target.state instanceof Dictionary ? target.state : undefined;
  const width = widthOfType(state?.get('dtype'));
  if (width === 'object') return { is: 'pickle' };
  const count = product(state?.get('shape'));
  if (width === undefined || count === undefined) return { is: 'unknown' };
  return {
    is: 'numbers',
    length: width * count,
    isAligned: typeof state?.get('numpy_array_alignment_bytes') === 'number',
  };
};

/** Passes over an array’s numbers and what aligns them. */
export const skipArray = (
  cursor: ByteCursor,
  { length, isAligned }: { readonly length: number; readonly isAligned: boolean },
): void => {
  if (isAligned) cursor.skip(cursor.byte());
  cursor.skip(length);
};

/** The header of a `.npy` file or part: where its content begins and how long that is. */
export interface NumpyHeader {
  readonly content: number;
  /** Undefined for objects, which are kept as a pickle that only its end tells the length of. */
  readonly length: number | undefined;
  readonly isObject: boolean;
}

/** The number of items of a shape as Python writes it. */
const countOf = (shape: string): number =>
  shape
    .split(',')
    .filter((part) => part.trim() !== '')
    .reduce((all, part) => all * Number(part), 1);

/** Reads a `.npy` header at a place; throws `Broken` where there is none or it makes no sense. https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html */
export const readNumpyHeader = (source: ByteSource, from: number): NumpyHeader => {
  const begin = source.at(from, 12);
  if (begin.length < 12 || String.fromCharCode(...begin.subarray(0, 6)) !== '\x93NUMPY')
    throw new Broken('it is no array of NumPy', from);
  const isShort = begin[6] === 1;
  const length = isShort
    ? begin[8]! + begin[9]! * 256
    : begin[8]! + begin[9]! * 256 + begin[10]! * 65_536 + begin[11]! * 16_777_216;
  if (begin[6]! > 3 || length > 1_000_000) throw new Broken('the header of an array makes no sense', from);
  const text = new TextDecoder('latin1').decode(source.at(from + (isShort ? 10 : 12), length));
  if (text.length < length) throw new Broken('an array ends inside its header', from);
  // Only a dictionary of constants may stand there; NumPy evaluates it as a literal.
  const content = from + (isShort ? 10 : 12) + length;
  const simple = /'descr': *'([^']+)'/.exec(text);
  const types = simple === null ? [...text.matchAll(/'[^']*', *'([^']+)'(?: *, *\(([\d, ]*)\))?/g)] : [simple];
  const shape = /'shape': *\(([\d, ]*)\)/.exec(text)?.[1];
  if (shape === undefined || types.length === 0 || !/^\s*\{.*\}\s*$/s.test(text))
    throw new Broken('the header of an array makes no sense', from);
  const widths = types.map(([, type]) => widthOfText(type!));
  if (widths.includes('object')) return { content, length: undefined, isObject: true };
  const width =
    simple !== null
      ? widths[0]
      : types.reduce<number | undefined>((all, [, , many], index) => {
          const each = widths[index];
          return all === undefined || typeof each !== 'number'
            ? undefined
            : all + each * (many === undefined ? 1 : countOf(many));
        }, 0);
  return { content, length: typeof width === 'number' ? width * countOf(shape) : undefined, isObject: false };
};
