/** What the name of a file promises of a model in it, and what stands in its place when it was not fetched. */
import { baseNameOf } from './source-path.ts';

const torch = ['pytorch', 'torchscript', 'torch-export', 'pickle'];
const pickled = ['pickle', 'joblib'];

/** Formats that an ending promises. An ending that many kinds of files have promises nothing. */
const promises: Readonly<Record<string, readonly string[]>> = {
  safetensors: ['safetensors'],
  gguf: ['gguf'],
  ggml: ['ggml', 'gguf'],
  onnx: ['onnx'],
  pt: torch,
  pth: torch,
  pt2: torch,
  ckpt: torch,
  pkl: [...pickled, 'pytorch', 'torchscript'],
  pickle: [...pickled, 'pytorch'],
  sav: [...pickled, 'pytorch'],
  joblib: pickled,
  h5: ['keras-h5'],
  hdf5: ['keras-h5'],
  keras: ['keras', 'keras-h5'],
  tflite: ['tflite'],
  mlmodel: ['coreml'],
  npy: ['npy'],
  npz: ['npz'],
  cbm: ['catboost'],
  ubj: ['xgboost'],
  mar: ['torchserve-archive'],
  nemo: ['nemo'],
  skops: ['skops'],
  llamafile: ['llamafile'],
};

/** Endings that only files with a model in them have, so that other content is worth a word. */
const models = new Set(
  'safetensors gguf onnx pt pth pt2 ckpt joblib keras tflite mlmodel cbm mar nemo skops llamafile'.split(' '),
);
/** Endings that data has as well: there the name must say more. */
const likelyModel =
  /(?:^|[^a-z])(?:model|weights?|checkpoint|ckpt|classifier|clf|regressor|estimator|adapter|lora|embedder|tokenizer|vectorizer|scaler|params|ggml|unet|vae|bert|gpt|llama)s?(?:[^a-z]|$)/i;
const mixed = new Set('bin sav pk p th pkl pickle h5 hdf5 pb model npz npy msgpack ggml ubj'.split(' '));

/** The base name without its ending, which would speak for itself. */
const stemOf = (path: string): string => baseNameOf(path).replace(/\.[^.]*$/, '');

const endingOf = (path: string): string => /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';

/** Tells whether content of this format is what the name promises; undefined where the name promises nothing. */
export const isPromised = (path: string, format: string): boolean | undefined =>
  promises[endingOf(path)]?.includes(format);

const inert = new Set('safetensors gguf onnx tflite cbm ubj'.split(' '));

/** Tells whether the name promises a format in which no code can stand, and the content is one in which it can. */
export const isDisguised = (path: string, format: string): boolean =>
  inert.has(endingOf(path)) &&
  [...torch, ...pickled, 'npz', 'npy', 'nemo', 'keras', 'keras-h5', 'torchserve-archive', 'zip', '7z', 'rar'].includes(
    format,
  );

/** Tells whether only files that hold a model bear such a name. */
export const isModelName = (path: string): boolean => {
  const ending = endingOf(path);
  return models.has(ending) || (mixed.has(ending) && likelyModel.test(stemOf(path)));
};

/** Tells whether the name speaks of a model, as against data. */
export const speaksOfModel = (path: string): boolean => likelyModel.test(stemOf(path));

/** What Git LFS keeps in a repository in place of a large file: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
export const readPointer = (text: string): { readonly sha256: string; readonly size: number } | undefined => {
  const found =
    /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:[^\n]{1,200}\n)*?oid sha256:([0-9a-f]{64})\nsize (\d{1,15})\n?/.exec(
      text,
    );
  return found ? { sha256: found[1]!, size: Number(found[2]) } : undefined;
};
