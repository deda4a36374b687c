/** Recognises pickles by their first opcodes, and by the names in their beginning the library that wrote them; nothing is interpreted. */
import { latinOf, type ModelBytes, type ModelFile } from './model-file.ts';
import { findUnpacker } from './model-unpacking.ts';

/** How much of a pickle is searched for names; classes are named where they are first used. */
const searched = 65_536;

/** Packages that pickles of models name, and the framework that stands for. */
const frameworks: Readonly<Record<string, string>> = Object.fromEntries(
  'torch sklearn xgboost lightgbm catboost keras tensorflow transformers ultralytics fastai gensim statsmodels spacy flax jax paddle stable_baselines3 imblearn sklearn_crfsuite prophet pmdarima surprise implicit hmmlearn autogluon pycaret mxnet sentence_transformers'
    .split(' ')
    .map((name) => [name, name]),
);
// GLOBAL, SHORT_BINUNICODE and BINUNICODE put the module’s name behind themselves and a length.
const globals = new RegExp(`(?:c|\\x8c.|X.{4})(${Object.keys(frameworks).join('|')})(?=[.\\n\\x94])`, 's');
const tables = /(?:c|\x8c.|X.{4})(?:pandas|polars|pyarrow|numpy)[.\n]/s;
const joblib = /joblib\.numpy_pickle/;

/** Opcodes with which a value of protocol 2 or 3 can begin. */
const firstOpcodes = new Set(
  '}](cKMJXUGNT)BC]IVL'
    .split('')
    .map((each) => each.charCodeAt(0))
    .concat([0x8a, 0x88, 0x89]),
);

/** Text pickles whose first value is no class; only a name makes them credible, for much text ends with a full stop. */
const textBegin = /^\(*(?:[SV]|[IFL]-?\d|[cid]\w|[N\])}lt.])/;

const protocolOf = (bytes: Uint8Array, size: number, isNamedSo: boolean): number | undefined => {
  const [mark, protocol, next] = bytes;
  // Damaged ones count as well: what stands before the damage is carried out.
  if (isNamedSo && mark === 0x80 && protocol !== undefined && protocol >= 2 && protocol <= 5) return protocol;
  if (mark === 0x80 && protocol !== undefined && next !== undefined) {
    if (protocol === 2 || protocol === 3) return firstOpcodes.has(next) ? protocol : undefined;
    if (protocol !== 4 && protocol !== 5) return undefined;
    if (next !== 0x95) return firstOpcodes.has(next) || next === 0x8c ? protocol : undefined;
    if (bytes.length < 11) return undefined;
    const frame = Number(new DataView(bytes.buffer, bytes.byteOffset + 3, 8).getBigUint64(0, true));
    return frame + 11 <= size ? protocol : undefined;
  }
  // Protocol 0 is text: a class named on two lines, or the first of a map or list kept under number 0.
  const begin = latinOf(bytes.subarray(0, 300));
  if (isNamedSo && textBegin.test(begin) && /\.\s*$/.test(latinOf(bytes.subarray(-20)))) return 0;
  return /^\(?(?:c[A-Za-z_][\w.]*\n[A-Za-z_][\w.]*\n|i[A-Za-z_][\w.]*\n[A-Za-z_]\w*\n|[dl]p\d+\n|[dl]q)/.test(begin)
    ? 0
    : undefined;
};

/** The magic number that PyTorch pickled before its files became archives. */
const legacyTorch = '\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19.';

const readPickle = (bytes: Uint8Array, size: number, isNamedSo: boolean): ModelFile | undefined => {
  if (protocolOf(bytes, size, isNamedSo) === undefined) return undefined;
  const begin = latinOf(bytes.subarray(0, searched));
  if (begin.startsWith(legacyTorch)) return { format: 'pytorch', framework: 'torch', runsCode: true };
  const framework = globals.exec(begin)?.[1];
  const format = joblib.test(begin) ? 'joblib' : 'pickle';
  return {
    format,
    ...(framework === undefined ? {} : { framework: frameworks[framework]! }),
    isData: framework === undefined && tables.test(begin),
    runsCode: true,
  };
};

/** Packed bytes that are looked at, and what they may unpack to: a block of bzip2 is unpacked as a whole. */
const mostPacked = 1 << 20;
const mostUnpacked = 8_000_000;

/** The beginning of what is packed; undefined when it is not, or not so. */
const unpack = (bytes: Uint8Array): Uint8Array | undefined => {
  const begin = findUnpacker(bytes)?.unpack(bytes.subarray(0, mostPacked), mostUnpacked).bytes;
  return begin === undefined || begin.length === 0 ? undefined : begin;
};

/** Reads a file; undefined when it is neither a pickle nor a packed one. */
export const readModelPickle = ({ bytes, size }: ModelBytes, path: string): ModelFile | undefined => {
  const plain = readPickle(bytes, size, /\.(?:pkl|pickle|dill|joblib)$/i.test(path));
  if (plain !== undefined) return plain;
  const begin = unpack(bytes);
  return begin === undefined ? undefined : readPickle(begin, Number.POSITIVE_INFINITY, false);
};
