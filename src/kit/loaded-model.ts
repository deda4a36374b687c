/** Loaded models: how a model is named where a program loads it, on the hub or in a folder. */
import type { Meaning, Pick } from './define-library.ts';

/** The model’s own files as the hub names them, or, for short names, below the organisation that publishes them. */
interface Naming {
  readonly matching: RegExp;
  readonly prefix: string;
}

/** Folder names in which projects keep weights of their own; `organisation/model` looks the same otherwise. */
const localFolders =
  'models?|outputs?|checkpoints?|ckpts?|results|runs|logs|saved_models?|saved|artifacts|weights|data|assets|tmp|trained|finetuned|src|app';
/** A name on the hub; a folder of the project looks the same but for its first word. */
export const hub = new RegExp(`^(?!(?:${localFolders})/)([A-Za-z0-9][\\w.-]*(?:/[\\w.-]+)?)$`);
const folder = new RegExp(
  `^(?:\\./)?((?:\\.\\./|/|~/|[A-Za-z]:[\\\\/]|(?:${localFolders})/).+|[^/]+(?:/[^/]+){2,})/?$`,
);

/** Families of the hub’s first models, which have no organisation before their names; nobody else may have such a name. */
const withoutOwner =
  '(?:albert|bart|bert|camembert|ctrl|distilbert|distilgpt2|distilroberta|electra|flaubert|gpt2|openai-gpt|roberta|t5|transfo-xl|xlm|xlnet)(?:-[\\w.-]*)?';
const bare = '[A-Za-z0-9][\\w.-]*';
const published = new RegExp(`^(?!(?:${localFolders})/)(${bare}/[\\w.-]+|${withoutOwner})$`);
/** Any other short name is that of a folder which the program itself has written. */
const folderOfProgram = new RegExp(`${folder.source}|^((?!${withoutOwner}$)${bare})$`);

const onHub: Naming = { matching: published, prefix: 'huggingface:' };

/**
 * Gives what a call that loads a model means: a model of the hub, or the weights in a folder. `more` adds facts or replaces them;
 * `framework` and `reference` are those of the loader.
 */
export const loaded = (
  of: string | readonly string[],
  name: Pick,
  more: Readonly<Record<string, Pick>> = {},
  { matching, prefix }: Naming = onHub,
  framework = 'transformers',
  reference = 'https://huggingface.co/docs/transformers/main_classes/model',
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
    reference,
  },
  {
    of,
    onlyIf: { ...name, matching: matching === published ? folderOfProgram : folder },
    asset: {
      kind: 'model-artifact',
      identifier: { scheme: 'place', value: { ...name, matching: matching === published ? folderOfProgram : folder } },
      facts: {
        source: { value: 'local-file' },
        framework: { value: framework },
        remoteCode: { named: ['trust_remote_code'], fallback: false },
        ...more,
      },
    },
    links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
    reference,
  },
];
