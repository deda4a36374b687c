/** Looks through a Keras model’s description for layers that run code of the file’s, or reach out of Keras. */
import { readJson } from './json-positions.ts';
import { latinOf } from './model-file.ts';
import { isDangerousName } from './model-pickle-names.ts';
import type { SignBook } from './model-signs.ts';
import { entriesOf, itemsOf, type Positioned, textOf, valueAt } from './positioned.ts';

const mostNodes = 500_000;

/** Modules whose classes Keras itself knows. */
const own =
  /^(?:keras|tf_keras|keras_core|keras_hub|keras_nlp|keras_cv|keras_tuner|tensorflow\.keras|tensorflow\.python\.keras|tensorflow_addons|tensorflow_hub|tensorflow_probability|tensorflow_text|builtins|numpy|tensorflow)(?:\.|$)/;
/** Words of descriptions that begin with such a module and name a function which fetches, opens or saves. */
const reaching =
  /^(?:get_file|load_model|load_weights|save_model|load_img|model_from_json|enable_unsafe_deserialization|custom_object_scope|pad_to_bounding_box_file|_extract_archive|extract_archive|plot_model|text_dataset_from_directory|image_dataset_from_directory|disable_interactive_logging)$/;

const layersWithCode: Readonly<Record<string, string>> = {
  TorchModuleWrapper: 'unpickles a module of PyTorch',
  TFSMLayer: 'loads a SavedModel from a path',
  JaxLayer: 'runs a function of the file’s',
  FlaxLayer: 'runs a module of the file’s',
  TFOpLambda: 'calls an operation by its name',
};

interface Visit {
  readonly book: SignBook;
  readonly part: string;
  left: number;
}

const nameOf = (node: Positioned): string =>
  textOf(valueAt(node, 'config', 'name')) ?? textOf(valueAt(node, 'name')) ?? '';

const judgeClass = (node: Positioned, kind: string, { book, part }: Visit): void => {
  const module = textOf(valueAt(node, 'module'));
  const config = valueAt(node, 'config');
  const named = nameOf(node) === '' ? '' : ` “${nameOf(node).slice(0, 60)}”`;
  const told = (says: string): void => book.add('codeLayers', says, part);
  if (kind === 'Lambda' || kind === '__lambda__') {
    const given = valueAt(config, 'function');
    const isNamed =
      kind === 'Lambda' &&
      (given === undefined || textOf(given) !== undefined) &&
      textOf(valueAt(config, 'function_type')) === 'function';
    if (kind === 'Lambda')
      told(
        isNamed
          ? `layer Lambda${named} calls a function of the loader’s program`
          : `layer Lambda${named} holds Python code that runs with it`,
      );
    return;
  }
  if (kind === 'TFOpLambda') {
    const called = textOf(valueAt(config, 'function')) ?? '';
    if (
      isDangerousName(called.split('.').slice(0, -1).join('.') || called, called.split('.').at(-1) ?? '') ||
      /(?:read_file|write_file|py_function|numpy_function|load_op_library|load_library)/.test(called)
    )
      told(`layer TFOpLambda${named} calls ${called.slice(0, 80)}`);
    return;
  }
  if (layersWithCode[kind] !== undefined) {
    told(`layer ${kind}${named} ${layersWithCode[kind]}`);
    return;
  }
  if (module !== undefined && module !== '') {
    const whole = `${module}.${kind}`;
    // A function is named by what it is called where the description holds it, not where its class is given.
    const called = kind === 'function' ? (textOf(config) ?? '') : kind;
    if (isDangerousName(module, called) && module !== 'builtins') {
      told(`it makes ${whole.slice(0, 100)}, which runs or opens things`);
      return;
    }
    if (module === 'builtins' && isDangerousName('builtins', kind)) {
      told(`it makes ${whole.slice(0, 100)}, which runs or opens things`);
      return;
    }
    if (reaching.test(kind) || reaching.test(called)) {
      told(`it calls ${module.slice(0, 80)}.${called.slice(0, 60)}, which fetches or loads`);
      return;
    }
    if (!own.test(module)) {
      told(`it makes ${whole.slice(0, 100)}, a class from outside Keras`);
      return;
    }
  }
  if (/^(?:StringLookup|IntegerLookup|IndexLookup|TextVectorization)$/.test(kind)) {
    const vocabulary = textOf(valueAt(config, 'vocabulary'));
    if (vocabulary !== undefined && /[/\\]/.test(vocabulary))
      book.add('outsidePaths', `layer ${kind}${named} reads “${vocabulary.slice(0, 100)}”`, part);
  }
};

const visit = (node: Positioned | undefined, state: Visit): void => {
  const pending: Positioned[] = node === undefined ? [] : [node];
  while (pending.length > 0 && state.left-- > 0) {
    const at = pending.pop()!;
    if (at.is === 'list') for (const item of itemsOf(at)) pending.push(item);
    if (at.is !== 'map') continue;
    const kind = textOf(valueAt(at, 'class_name'));
    if (kind !== undefined) judgeClass(at, kind, state);
    for (const [, { value }] of entriesOf(at)) if (value.is !== 'scalar') pending.push(value);
  }
};

/** Looks through a description; what cannot be read is told as such. */
export const inspectKerasDescription = (text: string, book: SignBook, part: string): void => {
  book.ask('codeLayers', 'outsidePaths');
  const { value, errors } = readJson(text);
  const state: Visit = { book, part, left: mostNodes };
  visit(value, state);
  if (errors.length > 0) book.unread(`its description is no JSON: ${errors[0]!.why}`, 'codeLayers');
  if (state.left <= 0) book.unread('its description is larger than is read', 'codeLayers');
};

/** Where a value of JSON that begins at a place ends; undefined when it does not. */
const endOfJson = (text: string, from: number): number | undefined => {
  let depth = 0;
  let inText = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x7b || code === 0x5b) depth++;
    else if ((code === 0x7d || code === 0x5d) && --depth === 0) return at + 1;
  }
  return undefined;
};

/** Looks through an HDF5 file: its attributes are kept as they are, so the description is found by how it begins. */
export const inspectKerasHdf5 = (bytes: Uint8Array, isWhole: boolean, book: SignBook, part: string): void => {
  book.ask('codeLayers', 'outsidePaths');
  const text = latinOf(bytes);
  const begins = /\{"(?:class_name|module|name)": ?"/g;
  let count = 0;
  for (let found = begins.exec(text); found !== null && count < 100; found = begins.exec(text)) {
    const end = endOfJson(text, found.index);
    count++;
    if (end === undefined) {
      if (text.startsWith('{"class_name"', found.index) || text.startsWith('{"module"', found.index))
        book.unread('its description breaks off', 'codeLayers');
      continue;
    }
    inspectKerasDescription(text.slice(found.index, end), book, part);
    begins.lastIndex = end;
  }
  if (!isWhole && count === 0)
    book.unread('only its beginning was read, and its description does not stand there', 'codeLayers');
};
