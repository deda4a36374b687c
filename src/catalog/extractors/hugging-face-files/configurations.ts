// The JSON files: config.json, adapter_config.json, model_index.json, tokenizer settings, indexes of shards.
import type { AssetReference, FactName, FactSaid } from '../../../kit/define-extractor.ts';
import { judgeTemplate } from '../../../read/model-template.ts';
import {
  booleanOf,
  entriesOf,
  entryOf,
  itemsOf,
  type Positioned,
  type PositionedFile,
  textOf,
  textsOf,
  valueAt,
} from '../../../read/positioned.ts';
import { folderOf, joinPath } from '../../../read/source-path.ts';
import { type FolderSaid, hubFolder, hubModel, modelNamed, type Origin } from './said.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

/** More files than any model is split into. */
const mostShards = 2000;

const fact = (name: FactName, root: Positioned | undefined, ...keys: readonly string[]): Facts => {
  for (const each of keys) {
    const entry = entryOf(root, each);
    const value = textOf(entry?.value)?.trim();
    if (entry !== undefined && value) return { [name]: { value, line: entry.line } };
  }
  return {};
};

/** Classes of the repository’s own that are loaded with it, and repositories of others that they come from (`org/name--module.Class`). */
const ownCode = (root: Positioned | undefined, key: string): { facts: Facts; origins: readonly Origin[] } => {
  const map = entryOf(root, key);
  const entries = entriesOf(map?.value);
  if (map === undefined || entries.length === 0) return { facts: {}, origins: [] };
  const foreign = entries.flatMap(([, { value, line }]) =>
    [...(textOf(value) === undefined ? textsOf(value) : [textOf(value)!])].flatMap((text) => {
      const name = /^([A-Za-z0-9][\w.-]*\/[\w.-]+)--/.exec(text)?.[1];
      return name === undefined ? [] : [{ relation: 'built-from', to: hubModel(name), line } as const];
    }),
  );
  const distinct = new Map(foreign.map((one) => [JSON.stringify(one.to), one]));
  return { facts: { remoteCode: { value: true, line: map.line } }, origins: [...distinct.values()] };
};

/** What is known of a folder of which the configuration was read: whether its own code runs was looked for. */
const looked: Facts = { format: { value: hubFolder }, inspected: { value: true } };

/**
 * Settings that name a repository from which code is fetched: kernels of attention, and a pipeline of the repository’s own.
 * https://huggingface.co/docs/transformers/main/en/attention_interface
 */
const fetchedCode = (root: Positioned | undefined): { facts: Facts; origins: readonly Origin[] } => {
  for (const key of [
    '_attn_implementation_internal',
    '_attn_implementation',
    'attn_implementation',
    'custom_pipelines',
  ]) {
    const entry = entryOf(root, key);
    if (entry === undefined) continue;
    const text = textOf(entry.value) ?? '';
    const name = /^([A-Za-z0-9][\w.-]*\/[\w.-]+)/.exec(text)?.[1];
    if (name !== undefined)
      return {
        facts: { remoteCode: { value: true, line: entry.line } },
        origins: [{ relation: 'built-from', to: hubModel(name), line: entry.line }],
      };
    if (key === 'custom_pipelines' && entriesOf(entry.value).length > 0)
      return { facts: { remoteCode: { value: true, line: entry.line } }, origins: [] };
  }
  return { facts: {}, origins: [] };
};

/** `config.json` of transformers; others use the name for something else. */
export const readConfig = ({ value: root }: PositionedFile, path: string): FolderSaid | undefined => {
  const type = textOf(valueAt(root, 'model_type'));
  const [architecture] = textsOf(valueAt(root, 'architectures'));
  const isOurs =
    (architecture !== undefined && type !== undefined) ||
    (type !== undefined &&
      (textOf(valueAt(root, 'transformers_version')) !== undefined || entryOf(root, 'auto_map') !== undefined)) ||
    (architecture !== undefined && textOf(valueAt(root, 'transformers_version')) !== undefined);
  const diffusion =
    textOf(valueAt(root, '_diffusers_version')) === undefined ? undefined : entryOf(root, '_class_name');
  if (!isOurs && diffusion === undefined) return undefined;
  const code = ownCode(root, 'auto_map');
  const fetched = fetchedCode(root);
  const named = entryOf(root, '_name_or_path');
  const base = modelNamed(textOf(named?.value) ?? '', folderOf(path));
  return {
    kind: 'model-artifact',
    ...(type === undefined ? {} : { name: type }),
    facts: {
      framework: { value: isOurs ? 'transformers' : 'diffusers' },
      source: { value: 'local-file' },
      ...(architecture === undefined
        ? fact('architecture', root, 'model_type', '_class_name')
        : { architecture: { value: architecture, line: entryOf(root, 'architectures')!.line } }),
      ...fact('precision', root, 'torch_dtype', 'dtype'),
      ...looked,
      remoteCode: { value: false, how: 'default' },
      ...fetched.facts,
      ...code.facts,
    },
    origins: [
      ...code.origins,
      ...fetched.origins,
      // What it was loaded from before it was saved: its base, or itself as the hub has it.
      ...(base === undefined || named === undefined
        ? []
        : [{ relation: 'built-from', to: base, line: named.line, how: 'inferred', confidence: 0.7 } as const]),
    ],
    line: root?.line ?? 1,
  };
};

/** `adapter_config.json` of PEFT: https://huggingface.co/docs/peft/package_reference/config */
export const readAdapter = ({ value: root }: PositionedFile, path: string): FolderSaid | undefined => {
  const base = entryOf(root, 'base_model_name_or_path');
  const isAdapter = textOf(valueAt(root, 'peft_type')) !== undefined || base !== undefined;
  // Saved beside weights it is set to be used; as input of a training run it is not.
  const isUsed = booleanOf(valueAt(root, 'inference_mode'));
  const isSaved = isUsed === true || (isUsed === undefined && (textOf(base?.value) ?? '') !== '');
  if (!isAdapter || !isSaved) return undefined;
  const to = modelNamed(textOf(base?.value) ?? '', folderOf(path));
  return {
    kind: 'model-artifact',
    name: 'adapter',
    facts: {
      framework: { value: 'peft' },
      source: { value: 'local-file' },
      ...fact('architecture', root, 'peft_type'),
    },
    origins: to === undefined || base === undefined ? [] : [{ relation: 'fine-tuned-from', to, line: base.line }],
    line: root?.line ?? 1,
  };
};

const libraries = new Set(['diffusers', 'transformers', 'onnxruntime', 'optimum', 'flax', 'stable_diffusion', 'null']);

/** Classes of parts that have weights of their own, as against schedulers and tokenizers. */
const holdsWeights = /(?:Model|UNet|Autoencoder|Transformer|Encoder|ControlNet|Prior|Checker)/;

/** `model_index.json` of diffusers: a pipeline’s class and the library and class of each part. */
export const readPipeline = ({ value: root }: PositionedFile, path: string): FolderSaid | undefined => {
  const made = entryOf(root, '_class_name');
  if (made === undefined || entryOf(root, '_diffusers_version') === undefined) return undefined;
  // A class in a list comes with its module, which is a file of the repository.
  const [, listed] = textsOf(made.value);
  const own = entriesOf(root).find(([name, { value }]) => {
    const [library, type] = itemsOf(value).map(textOf);
    return (
      name !== '_class_name' &&
      library !== undefined &&
      type !== undefined &&
      !libraries.has(library) &&
      !library.includes('.')
    );
  });
  const line = listed === undefined ? own?.[1].line : made.line;
  const parts = entriesOf(root).flatMap(([name, { value, line: at }]): readonly Origin[] => {
    const place = holdsWeights.test(textOf(itemsOf(value)[1]) ?? '') ? joinPath(folderOf(path), name) : undefined;
    return place === undefined
      ? []
      : [
          {
            relation: 'contains',
            to: { kind: 'model-artifact', identifier: { scheme: 'place', value: place } },
            line: at,
          },
        ];
  });
  const architecture = textOf(made.value) ?? listed;
  return {
    kind: 'model-artifact',
    name: 'pipeline',
    facts: {
      framework: { value: 'diffusers' },
      source: { value: 'local-file' },
      ...(architecture === undefined ? {} : { architecture: { value: architecture, line: made.line } }),
      ...looked,
      remoteCode: line === undefined ? { value: false, how: 'default' } : { value: true, line },
    },
    origins: parts,
    line: root?.line ?? 1,
  };
};

/** The chat templates of a tokenizer or processor: one, or several with names; each with the line it stands on. */
const templatesOf = (root: Positioned | undefined): readonly Positioned[] => {
  const given = valueAt(root, 'chat_template');
  if (given?.is === 'scalar') return typeof given.value === 'string' ? [given] : [];
  const listed = itemsOf(given).flatMap((item) => valueAt(item, 'template') ?? []);
  return [...listed, ...entriesOf(given).map(([, { value }]) => value)];
};

const templateFacts = (templates: readonly Positioned[]): Facts => {
  const signs = templates.flatMap((each) => judgeTemplate(textOf(each) ?? ''));
  const [first] = templates;
  return first === undefined
    ? {}
    : { templateSigns: { value: [...new Set(signs)].slice(0, 12), line: first.line, how: 'observed' } };
};

/** Settings of a tokenizer or processor: the code that comes with it, and how it lays out a conversation. */
export const readTokenizer = ({ value: root }: PositionedFile): FolderSaid | undefined => {
  const { facts, origins } = ownCode(root, 'auto_map');
  const templates = templateFacts(templatesOf(root));
  if (facts.remoteCode === undefined && templates.templateSigns === undefined) return undefined;
  return {
    kind: 'model-artifact',
    facts: { source: { value: 'local-file' }, ...looked, ...facts, ...templates },
    origins,
    line: root?.line ?? 1,
  };
};

/** `chat_template.jinja`: the template by itself. */
export const readTemplate = (text: string): FolderSaid => ({
  kind: 'model-artifact',
  facts: {
    source: { value: 'local-file' },
    ...looked,
    templateSigns: { value: judgeTemplate(text).slice(0, 12), line: 1, how: 'observed' },
  },
  origins: [],
  line: 1,
});

/** The files over which the weights are spread. */
export const readShards = ({ value: root }: PositionedFile, path: string): FolderSaid | undefined => {
  const map = entryOf(root, 'weight_map');
  const files = new Set(entriesOf(map?.value).flatMap(([, { value }]) => textOf(value) ?? []));
  if (map === undefined || files.size === 0) return undefined;
  const places = [...files].slice(0, mostShards).flatMap((file) => joinPath(folderOf(path), file) ?? []);
  return {
    kind: 'model-artifact',
    facts: { source: { value: 'local-file' } },
    origins: places.map((place) => ({
      relation: 'contains',
      to: { kind: 'model-artifact', identifier: { scheme: 'place', value: place } } satisfies AssetReference,
      line: map.line,
    })),
    line: map.line,
  };
};
