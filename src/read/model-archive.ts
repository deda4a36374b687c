/** Recognises models that are ZIP archives by the names in them: PyTorch, TorchScript, Keras, NumPy, TorchServe, skops. */
import { readJson } from './json-positions.ts';
import { type ByteSource, sourceOf } from './model-bytes.ts';
import { isTextAt, type ModelBytes, type ModelFile } from './model-file.ts';
import { type Positioned, textOf, valueAt } from './positioned.ts';
import { listZip, openEntry, type ZipEntry } from './zip-entries.ts';

/** Longest description that is read; Keras keeps a whole network in it. */
const longest = 4_000_000;

/** The beginning of an entry’s content, as much of it as such a look needs; undefined where it cannot be had. */
const beginOf = (source: ByteSource, entry: ZipEntry | undefined, most: number): Uint8Array | undefined => {
  if (entry === undefined || entry.size > longest) return undefined;
  const content = openEntry(source, entry, longest);
  return typeof content === 'string' ? undefined : content.at(0, Math.min(content.size, most));
};

const jsonIn = (source: ByteSource, entries: readonly ZipEntry[], name: string): Positioned | undefined => {
  const bytes = beginOf(
    source,
    entries.find((each) => each.name === name),
    longest,
  );
  return bytes === undefined ? undefined : readJson(new TextDecoder().decode(bytes)).value;
};

const recognise = (source: ByteSource, entries: readonly ZipEntry[]): ModelFile | undefined => {
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
    const architecture = textOf(valueAt(jsonIn(source, entries, 'config.json'), 'class_name'));
    return { format: 'keras', framework: 'keras', ...(architecture === undefined ? {} : { architecture }) };
  }
  if (has('MAR-INF/MANIFEST.json')) return { format: 'torchserve-archive', framework: 'torchserve', runsCode: true };
  if (has('schema.json') && textOf(valueAt(jsonIn(source, entries, 'schema.json'), '__module__')) !== undefined)
    return { format: 'skops', framework: 'sklearn' };
  if (names.length > 0 && names.every((name) => name.endsWith('.npy'))) {
    const isObject = entries
      .slice(0, 200)
      .some((entry) => isObjectArray(beginOf(source, entry, 400) ?? new Uint8Array()));
    return { format: 'npz', framework: 'numpy', isData: true, ...(isObject ? { runsCode: true } : {}) };
  }
  return undefined;
};

/** Tells whether a NumPy array holds Python objects, which are kept as a pickle. */
export const isObjectArray = (bytes: Uint8Array): boolean =>
  /'descr': *'\|O/.test(String.fromCharCode(...bytes.subarray(8, 200)));

/** What an archive is, or that it is an archive of something else. */
export const readModelArchive = ({ bytes, size }: ModelBytes): ModelFile | 'other archive' | undefined => {
  const source = sourceOf(bytes, size);
  const list = listZip(source);
  // What only ends as an archive is first what it begins as.
  if (list === undefined || !isTextAt(bytes, 'PK')) return undefined;
  const found = recognise(source, list.entries);
  return found === undefined ? 'other archive' : { ...found, mistakes: list.mistakes };
};
