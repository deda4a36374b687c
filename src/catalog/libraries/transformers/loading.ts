/** How a model is named where it is loaded: on the hub, or in a folder. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';

/** The model’s own files as the hub names them, or, for short names, below the organisation that publishes them. */
interface Naming {
  readonly matching: RegExp;
  readonly prefix: string;
}

/** Folder names in which projects keep weights of their own; `organisation/model` looks the same otherwise. */
const localFolders =
  'models?|outputs?|checkpoints?|ckpts?|results|runs|logs|saved_models?|saved|artifacts|weights|data|assets|tmp|trained|finetuned|src|app';
export const hub = new RegExp(`^(?!(?:${localFolders})/)([A-Za-z0-9][\\w.-]*(?:/[\\w.-]+)?)$`);
const folder = new RegExp(
  `^(?:\\./)?((?:\\.\\./|/|~/|[A-Za-z]:[\\\\/]|(?:${localFolders})/).+|[^/]+(?:/[^/]+){2,})/?$`,
);

const onHub: Naming = { matching: hub, prefix: 'huggingface:' };

/** What a call that loads a model means: a model of the hub, or the weights in a folder. */
export const loaded = (
  of: string | readonly string[],
  name: Pick,
  more: Readonly<Record<string, Pick>> = {},
  { matching, prefix }: Naming = onHub,
): readonly Meaning[] => [
  {
    of,
    asset: {
      kind: 'model',
      identifier: { scheme: 'model-name', value: { ...name, matching, prefix } },
      facts: {
        provider: { value: 'huggingface' },
        modelName: { ...name, matching },
        source: { value: 'hub' },
        hosting: { value: 'local' },
        // https://huggingface.co/docs/transformers/main_classes/model#transformers.PreTrainedModel.from_pretrained
        revision: { named: ['revision'], fallback: 'main' },
        remoteCode: { named: ['trust_remote_code'], fallback: false },
        ...more,
      },
    },
    links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
    yields: 'model-output',
    reference: 'https://huggingface.co/docs/transformers/main_classes/model',
  },
  {
    of,
    onlyIf: { ...name, matching: folder },
    asset: {
      kind: 'model-artifact',
      identifier: { scheme: 'place', value: { ...name, matching: folder } },
      facts: {
        source: { value: 'local-file' },
        framework: { value: 'transformers' },
        remoteCode: { named: ['trust_remote_code'], fallback: false },
        ...more,
      },
    },
    links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
    reference: 'https://huggingface.co/docs/transformers/main_classes/model',
  },
];

/** With safetensors alone, no file that is loaded can hold code. */
export const format: Readonly<Record<string, Pick>> = {
  unsafeLoad: { named: ['use_safetensors'], choices: { true: false } },
};
export const path: Pick = { named: ['pretrained_model_name_or_path', 'model_id', 'model'], at: 0 };
export const task: Pick = { named: ['model'], at: 1 };

const sentenceModels = 'sentence_transformers.{SentenceTransformer,CrossEncoder,SparseEncoder}';
const sentenceName: Pick = { named: ['model_name_or_path', 'model_name'], at: 0 };

/** A short name is one of the project’s own models: https://sbert.net/docs/sentence_transformer/pretrained_models.html */
export const sentences: readonly Meaning[] = [
  ...loaded(
    sentenceModels,
    sentenceName,
    {},
    { matching: new RegExp(hub.source.replace(')?)$', '))$')), prefix: 'huggingface:' },
  ),
  ...loaded(
    sentenceModels,
    sentenceName,
    {},
    { matching: /^([A-Za-z0-9][\w.-]*)$/, prefix: 'huggingface:sentence-transformers/' },
  ),
];
