/** Recognises models that are ZIP archives by the names in them: PyTorch, TorchScript, Keras, NumPy, TorchServe, skops. */
import { readJson } from './json-positions.ts';
import type { ModelBytes, ModelFile } from './model-file.ts';
import { type Positioned, textOf, valueAt } from './positioned.ts';
import { listZip, type ZipEntry, type ZipList } from './zip-entries.ts';

/** Longest description that is read; Keras keeps a whole network in it. */
const longest = 4_000_000;

const jsonIn = (entries: readonly ZipEntry[], name: string): Positioned | undefined => {
  const stored = entries.find((each) => each.name === name)?.stored;
  return stored === undefined || stored.length > longest ? undefined : readJson(new TextDecoder().decode(stored)).value;
};

const recognise = ({ entries }: ZipList): ModelFile | undefined => {
  const names = entries.map(({ name }) => name);
  const has = (name: string): boolean => names.includes(name);
  const below = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (below(/^[^/]+\/constants\.pkl$/) || below(/^[^/]+\/code\/__torch__/))
    return { format: 'torchscript', framework: 'torch' };
  if (below(/(?:^|\/)serialized_exported_program\.json$/) || below(/^[^/]+\/archive_format$/))
    return { format: 'torch-export', framework: 'torch' };
  // A beginning may show the weights alone: they come first in TorchScript.
  if (below(/^(?:[^/]+\/)?data\.pkl$/) || below(/^[^/]+\/data\/\d+$/))
    return { format: 'pytorch', framework: 'torch', runsCode: true };
  if (has('config.json') && (has('model.weights.h5') || has('metadata.json'))) {
    const architecture = textOf(valueAt(jsonIn(entries, 'config.json'), 'class_name'));
    return { format: 'keras', framework: 'keras', ...(architecture === undefined ? {} : { architecture }) };
  }
  if (has('MAR-INF/MANIFEST.json')) return { format: 'torchserve-archive', framework: 'torchserve', runsCode: true };
  if (has('schema.json') && textOf(valueAt(jsonIn(entries, 'schema.json'), '__module__')) !== undefined)
    return { format: 'skops', framework: 'sklearn' };
  if (names.length > 0 && names.every((name) => name.endsWith('.npy'))) {
    const isObject = entries.some(({ stored }) => stored !== undefined && isObjectArray(stored));
    return { format: 'npz', framework: 'numpy', isData: true, ...(isObject ? { runsCode: true } : {}) };
  }
  return undefined;
};

/** Tells whether a NumPy array holds Python objects, which are kept as a pickle. */
export const isObjectArray = (bytes: Uint8Array): boolean =>
  /'descr': *'\|O/.test(String.fromCharCode(...bytes.subarray(8, 200)));

/** What an archive is, or that it is an archive of something else. */
export const readModelArchive = ({ bytes, size }: ModelBytes): ModelFile | 'other archive' | undefined => {
  const list = listZip(bytes, bytes.length >= size);
  if (list === undefined) return undefined;
  const found = recognise(list);
  return found === undefined ? 'other archive' : { ...found, mistakes: list.mistakes };
};
