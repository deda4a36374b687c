/** Recognises a model file by its content, whatever its name: magic bytes, the shape of its header, the words it begins with. */
import { readGguf } from './gguf.ts';
import { isObjectArray, readModelArchive } from './model-archive.ts';
import { isTextAt, latinOf, type ModelBytes, type ModelFile } from './model-file.ts';
import { readModelPickle } from './model-pickle.ts';
import { readModelMessage } from './model-protobuf.ts';
import { readSafetensors } from './safetensors.ts';

/** How much of a file is searched for words that its beginning should hold. */
const beginning = 1_000_000;

/** Older formats of llama.cpp and whisper.cpp; the magic numbers are written from the low byte. */
const olderGgml = ['lmgg', 'fmgg', 'tjgg', 'algg'];

const hdf5 = '\x89HDF\r\n\x1a\n';

/** Keras keeps what made a model as attributes of the file: https://github.com/keras-team/keras/blob/master/keras/src/legacy/saving/legacy_h5_format.py */
const readHdf5 = (bytes: Uint8Array, path: string): ModelFile | undefined => {
  if (!isTextAt(bytes, hdf5)) return undefined;
  const begin = latinOf(bytes.subarray(0, beginning));
  const isKeras =
    begin.includes('keras_version') ||
    begin.includes('model_config') ||
    begin.includes('layer_names') ||
    begin.includes('weight_names') ||
    (path.endsWith('.weights.h5') && begin.includes('vars'));
  if (!isKeras) return undefined;
  const architecture = /"class_name": ?"(Sequential|Functional|Model)"/.exec(begin)?.[1];
  return { format: 'keras-h5', framework: 'keras', ...(architecture === undefined ? {} : { architecture }) };
};

/** Formats that are text, by how they begin. */
const readText = (bytes: Uint8Array): ModelFile | undefined => {
  const begin = latinOf(bytes.subarray(0, 4096)).replace(/^\xef\xbb\xbf/, '');
  if (/^tree\r?\nversion=v\d+\r?\n/.test(begin)) return { format: 'lightgbm', framework: 'lightgbm' };
  // The Booster’s JSON, plain or as UBJSON, where a text’s length stands between its parts.
  if (
    /^\{"learner":\{"attributes"/.test(begin.replace(/\s+/g, '')) ||
    (begin.startsWith(`{L${'\0'.repeat(7)}\x07learner{`) && begin.includes('gradient_booster'))
  )
    return { format: 'xgboost', framework: 'xgboost' };
  // Its older binary format has no mark of its own but names objective and booster, each after its length.
  if (/(?:reg|binary|multi|rank|count|survival):[a-z_]{3,20}.{8}(?:gbtree|gblinear|dart)/s.test(begin.slice(0, 400)))
    return { format: 'xgboost', framework: 'xgboost' };
  // https://docs.openvino.ai/2025/documentation/openvino-ir-format.html
  if (/^(?:<\?xml[^>]{0,100}>\s*)?<net [^>]{0,400}version="\d+"[^>]{0,400}>/.test(begin) && begin.includes('<layer'))
    return { format: 'openvino', framework: 'openvino' };
  return undefined;
};

/** An executable with weights in it: https://github.com/mozilla-ai/llamafile */
const readLlamafile = (bytes: Uint8Array, path: string): ModelFile | undefined =>
  /\.llamafile(?:\.exe)?$/i.test(path) && (isTextAt(bytes, 'MZ') || isTextAt(bytes, '\x7fELF'))
    ? { format: 'llamafile', framework: 'llama.cpp', runsCode: true }
    : undefined;

const isTar = (bytes: Uint8Array): boolean => isTextAt(bytes, 'ustar', 257);

/** Recognises a file; undefined for what holds no model that is known. The path decides only where the content leaves it open. */
export const recogniseModel = (file: ModelBytes, path: string): ModelFile | undefined => {
  const { bytes } = file;
  const gguf = readGguf(file);
  if (gguf) return gguf;
  if (isTextAt(bytes, 'TFL3', 4)) return { format: 'tflite', framework: 'tensorflow' };
  if (isTextAt(bytes, 'CBM1')) return { format: 'catboost', framework: 'catboost' };
  if (olderGgml.some((magic) => isTextAt(bytes, magic))) return { format: 'ggml', framework: 'llama.cpp' };
  if (isTextAt(bytes, '\x93NUMPY')) {
    const more = isObjectArray(bytes) ? { runsCode: true } : {};
    return { format: 'npy', framework: 'numpy', isData: true, ...more };
  }
  const archive = readModelArchive(file);
  if (archive !== undefined) return archive === 'other archive' ? undefined : archive;
  // NeMo keeps a configuration and a checkpoint in a tar, which may be packed.
  if (path.toLowerCase().endsWith('.nemo') && (isTar(bytes) || isTextAt(bytes, '\x1f\x8b')))
    return { format: 'nemo', framework: 'nemo', runsCode: true };
  return (
    readHdf5(bytes, path) ??
    readLlamafile(bytes, path) ??
    readModelPickle(file, path) ??
    readSafetensors(file, path.toLowerCase().endsWith('.safetensors')) ??
    readText(bytes) ??
    readModelMessage(file, path)
  );
};
