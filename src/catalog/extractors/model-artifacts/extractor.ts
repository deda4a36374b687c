/** Reads model files by their header: what they are by content, whatever their name; nothing in them is loaded or run. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FactName,
  type FactSaid,
  type FileInput,
  type Gap,
  type RelationObservation,
  unknownTerm,
} from '../../../kit/define-extractor.ts';
import { project } from '../../../kit/observe-packages.ts';
import { type ByteSource, sourceOf } from '../../../read/model-bytes.ts';
import { isTextAt, type ModelFile } from '../../../read/model-file.ts';
import { inspectModel } from '../../../read/model-inspection.ts';
import { isDisguised, isModelName, isPromised, readPointer, speaksOfModel } from '../../../read/model-name.ts';
import { type ModelSigns, type SignKind, signKinds } from '../../../read/model-signs.ts';
import { recogniseModel } from '../../../read/recognise-model.ts';
import { sha256Of } from '../../../read/sha256.ts';
import { baseNameOf, folderOf } from '../../../read/source-path.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

const key = 'file';

const hashOf = ({ bytes, size, sha256 }: FileInput): FactSaid =>
  bytes.length < size
    ? sha256 !== undefined
      ? { value: sha256, how: 'observed' }
      : { value: unknownTerm('it is larger than 64 MB, so only its beginning was read') }
    : { value: sha256Of(bytes), how: 'observed' };

const said = (fact: FactName, value: string | boolean | undefined): Facts =>
  value === undefined ? {} : { [fact]: { value, how: 'observed' } };

/** The file as a source of bytes: all of it, where stretches of it can be read. */
const sourceFrom = ({ bytes, size, range }: FileInput): ByteSource =>
  bytes.length >= size || range === undefined ? sourceOf(bytes, size) : { size, reach: size, at: range };

const ofData: readonly SignKind[] = ['codeOnLoad', 'unknownCalls', 'archiveFaults', 'embeddedPrograms'];

/** What was found as facts; where something could not be looked into, finding nothing says nothing. */
const signFacts = (signs: ModelSigns, kinds: readonly SignKind[]): Facts => {
  const facts: Facts = Object.keys(signs).length === 0 ? {} : { inspected: { value: true, how: 'observed' } };
  for (const kind of kinds) {
    const sign = signs[kind];
    if (sign === undefined) continue;
    facts[kind] =
      sign.found.length > 0 || sign.unread === undefined
        ? { value: sign.found, how: 'observed' }
        : { value: unknownTerm(sign.unread) };
  }
  return facts;
};

/** A pickle under the name of a format without code is there to be opened by mistake, or to pass by who looks at names. */
const addDisguise = (signs: ModelSigns, path: string, format: string): ModelSigns => {
  if (!isDisguised(path, format)) return signs;
  const found = [`by its name it is ${/[^.]*$/.exec(path)![0].toLowerCase()}, by its content ${format}`];
  return {
    ...signs,
    archiveFaults: { ...signs.archiveFaults, found: [...found, ...(signs.archiveFaults?.found ?? [])] },
  };
};

/** Models and data sets that the header names, each as the hub knows it. */
const origins = ({ bases = [], datasets = [] }: ModelFile): readonly RelationObservation[] => [
  ...bases.map(
    (name): RelationObservation => ({
      relation: 'fine-tuned-from',
      from: { local: key },
      to: { kind: 'model', identifier: { scheme: 'model-name', value: `huggingface:${name}` }, name },
      line: 1,
    }),
  ),
  ...datasets.map(
    (name): RelationObservation => ({
      relation: 'trained-on',
      from: { local: key },
      to: { kind: 'dataset', identifier: { scheme: 'dataset-name', value: `huggingface:${name}` }, name },
      line: 1,
    }),
  ),
];

const contained: RelationObservation = { relation: 'contains', from: project, to: { local: key }, line: 1 };

/** Where the model is: a SavedModel and an `.mlpackage` are folders, of which one file says what they are. */
const placeOf = (path: string, { format }: ModelFile): string => {
  if (format === 'saved-model') return folderOf(path);
  return /^(.+\.mlpackage)\//.exec(path)?.[1] ?? path;
};

/** Names that transformers, peft and diffusers give to the weights of the folder that they save a model in. */
const inFolder =
  /\/(?:(?:diffusion_)?(?:pytorch|tf|flax)_model|adapter_model|model)(?:\.fp16)?\.(?:safetensors|bin|h5|msgpack)$/;

/** The folder as a model that holds these weights: it is the folder that is loaded. */
const partOf = (path: string): readonly RelationObservation[] =>
  inFolder.test(path)
    ? [
        {
          relation: 'contains',
          from: { kind: 'model-artifact', identifier: { scheme: 'place', value: folderOf(path) } },
          to: { local: key },
          line: 1,
        },
      ]
    : [];

const observeData = (input: FileInput, { format, runsCode }: ModelFile, signs: ModelSigns): Extraction => {
  const asset: AssetObservation = {
    key,
    kind: 'dataset',
    name: baseNameOf(input.path),
    identifiers: [{ scheme: 'place', value: input.path }],
    facts: {
      path: { value: input.path },
      format: { value: format, how: 'observed' },
      size: { value: input.size, how: 'observed' },
      source: { value: 'local-file' },
      remoteCode: { value: runsCode === true, how: 'observed' },
      ...signFacts(signs, ofData),
    },
    line: 1,
  };
  return { ...emptyExtraction, assets: [asset], relations: [contained] };
};

const observeModel = (input: FileInput, model: ModelFile, signs: ModelSigns): Extraction => {
  const place = placeOf(input.path, model);
  const isFile = place === input.path;
  const facts: Facts = {
    path: { value: place },
    format: { value: model.format, how: 'observed' },
    source: { value: 'local-file' },
    ...(isFile ? { size: { value: input.size, how: 'observed' }, sha256: hashOf(input) } : {}),
    ...said('framework', model.framework),
    ...said('architecture', model.architecture),
    ...said('precision', model.precision),
    ...said('license', model.license),
    ...said('nameMatchesContent', isPromised(input.path, model.format)),
    ...signFacts(signs, signKinds),
  };
  const asset: AssetObservation = {
    key,
    kind: 'model-artifact',
    name: baseNameOf(place) || 'model',
    identifiers: [{ scheme: 'place', value: place }],
    facts,
    line: 1,
  };
  const gaps = (model.mistakes ?? []).map((why): Gap => ({ what: input.path, scope: 'file', why }));
  return { ...emptyExtraction, assets: [asset], relations: [contained, ...partOf(place), ...origins(model)], gaps };
};

const observePointer = (path: string, { sha256, size }: { sha256: string; size: number }): Extraction => ({
  ...emptyExtraction,
  assets: [
    {
      key,
      kind: 'model-artifact',
      name: baseNameOf(path),
      identifiers: [{ scheme: 'place', value: path }],
      facts: {
        path: { value: path },
        source: { value: 'local-file' },
        size: { value: size },
        sha256: { value: sha256 },
        format: { value: unknownTerm('the file was not fetched: a Git LFS pointer stands in its place') },
      },
      line: 1,
    },
  ],
  relations: [contained, ...partOf(path)],
});

const nothingKnown = (why: string, path: string): Extraction => ({
  ...emptyExtraction,
  gaps: [{ what: path, scope: 'file', why }],
});

/** Ways of packing that hide what a file is from those who look at its beginning. */
const packings: readonly (readonly [name: string, magic: string, format: string])[] = [
  ['a 7z archive', '7z\xbc\xaf\x27\x1c', '7z'],
  ['a RAR archive', 'Rar!', 'rar'],
  ['a ZIP archive of other things', 'PK\x03\x04', 'zip'],
  ['packed with gzip', '\x1f\x8b', 'gzip'],
  ['packed with bzip2', 'BZh', 'bzip2'],
  ['packed with xz', '\xfd7zXZ', 'xz'],
  ['packed with zstd', '\x28\xb5\x2f\xfd', 'zstd'],
  ['packed with LZ4', '\x04\x22\x4d\x18', 'lz4'],
];

const isFound = (signs: ModelSigns, kind: SignKind): boolean => (signs[kind]?.found.length ?? 0) > 0;

/** Signs that tell of harm even where the format is not known. */
const harms: readonly SignKind[] = ['codeOnLoad', 'archiveFaults', 'embeddedPrograms'];

const formatOf = ({ bytes }: FileInput): string =>
  packings.find(([, magic]) => isTextAt(bytes, magic))?.[2] ?? 'unrecognised';

/** What stands in place of a model, in the words of a reason. */
const whatElse = ({ bytes }: FileInput): string => {
  if (bytes.length === 0) return 'it is empty';
  const packing = packings.find(([, magic]) => isTextAt(bytes, magic));
  if (packing) return `it is ${packing[0]}, which is not unpacked here`;
  return bytes.subarray(0, 512).every((byte) => byte >= 32 || (byte >= 9 && byte <= 13))
    ? 'text stands in it'
    : 'its content is of no format that is known, or cut short';
};

export default defineExtractor({
  id: 'model-artifacts',
  title: 'Model files',
  claims: {
    names: ['saved_model.pb'],
    endings:
      '.safetensors .gguf .ggml .onnx .pt .pth .pt2 .ckpt .bin .pkl .pickle .pk .p .sav .th .pth.tar .dill .joblib .pkl.gz .pkl.bz2 .pkl.xz .joblib.gz .h5 .hdf5 .keras .tflite .lite .pb .mlmodel .npy .npz .cbm .ubj .mar .nemo .skops .llamafile .pdparams .model .bst'.split(
        ' ',
      ),
    paths: [
      // LightGBM and XGBoost write text and JSON, OpenVINO XML; all such files are too many to be looked into.
      /(?:^|[^a-z])(?:lgbm?|lightgbm|gbm|gbdt)[^/]*\.txt$/i,
      /(?:^|[^a-z])model[^/]*\.txt$/i,
      /(?:^|[^a-z])(?:xgb|xgboost|booster)[^/]*\.(?:json|txt|model)$/i,
      /(?:^|[^a-z])(?:openvino|fp16|fp32|int8|model)[^/]*\.xml$/i,
      /\/(?:fp16|fp32|int8)[^/]*\/[^/]+\.xml$/i,
    ],
  },
  limit: 64 * 1024 * 1024,
  head: 2 * 1024 * 1024,
  extract(input): Extraction {
    const { path, bytes } = input;
    if (bytes.length < 400) {
      const pointer = readPointer(input.text());
      if (pointer) return isModelName(path) ? observePointer(path, pointer) : emptyExtraction;
    }
    const model = recogniseModel(input, path);
    const format = model?.format ?? formatOf(input);
    const signs = addDisguise(inspectModel(sourceFrom(input), format), path, format);
    if (model === undefined) {
      // What is no model as such does its harm all the same where a program opens it as one.
      if (isModelName(path) ? harms.some((kind) => isFound(signs, kind)) : isFound(signs, 'codeOnLoad'))
        return observeModel(input, { format }, signs);
      return isModelName(path) && !isText(path)
        ? nothingKnown(`it is named as a model is, but ${whatElse(input)}`, path)
        : emptyExtraction;
    }
    if (!isDataOnly(model, path)) return observeModel(input, model, signs);
    // Plain arrays are the data of every numeric program; those that run code are worth a word.
    return model.runsCode === true || harms.some((kind) => isFound(signs, kind))
      ? observeData(input, model, signs)
      : emptyExtraction;
  },
});

/** Data, unless its name says that weights are kept so. */
const isDataOnly = ({ isData, format, framework }: ModelFile, path: string): boolean =>
  isData === true
    ? !((format === 'npy' || format === 'npz') && speaksOfModel(path))
    : format === 'pickle' && framework === undefined && !speaksOfModel(path);

const isText = (path: string): boolean => /\.(?:txt|json|xml)$/i.test(path);
