/** Loading of models from the Hugging Face hub or a folder: transformers, sentence-transformers, diffusers, peft. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

/** Folder names in which projects keep weights of their own; `organisation/model` looks the same otherwise. */
const localFolders =
  'models?|outputs?|checkpoints?|ckpts?|results|runs|logs|saved_models?|saved|artifacts|weights|data|assets|tmp|trained|finetuned|src|app';
const hub = new RegExp(`^(?!(?:${localFolders})/)([A-Za-z0-9][\\w.-]*(?:/[\\w.-]+)?)$`);
const folder = new RegExp(
  `^(?:\\./)?((?:\\.\\./|/|~/|[A-Za-z]:[\\\\/]|(?:${localFolders})/).+|[^/]+(?:/[^/]+){2,})/?$`,
);

const loaded = (
  of: string | readonly string[],
  name: Pick,
  more: Readonly<Record<string, Pick>> = {},
): readonly Meaning[] => [
  {
    of,
    asset: {
      kind: 'model',
      identifier: { scheme: 'model-name', value: { ...name, matching: hub, prefix: 'huggingface:' } },
      facts: {
        provider: { value: 'huggingface' },
        modelName: { ...name, matching: hub },
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
const format: Readonly<Record<string, Pick>> = { unsafeLoad: { named: ['use_safetensors'], choices: { true: false } } };
const path: Pick = { named: ['pretrained_model_name_or_path', 'model_id', 'model'], at: 0 };
const task: Pick = { named: ['model'], at: 1 };

export default defineLibrary({
  id: 'transformers',
  title: 'Hugging Face transformers',
  homepage: 'https://huggingface.co/docs/transformers',
  python: {
    packages: ['transformers', 'sentence-transformers', 'diffusers', 'peft', 'optimum', 'accelerate', 'tokenizers'],
    modules: ['transformers', 'sentence_transformers', 'diffusers', 'peft', 'optimum', 'accelerate', 'tokenizers'],
    meanings: [
      ...loaded(
        ['{transformers,diffusers,peft}.*.from_pretrained', 'optimum.onnxruntime.*.from_pretrained'],
        path,
        format,
      ),
      ...loaded('transformers{,.pipelines}.pipeline', task, format),
      ...loaded('sentence_transformers.{SentenceTransformer,CrossEncoder,SparseEncoder}', {
        named: ['model_name_or_path', 'model_name'],
        at: 0,
      }),
      {
        of: 'peft.PeftModel.from_pretrained',
        links: [{ relation: 'loads', from: 'enclosing', to: { pick: { at: 0, named: ['model'] } } }],
      },
      {
        of: [
          '{transformers,diffusers}.*.from_pretrained().{save_pretrained,push_to_hub}',
          'transformers.Trainer().{save_model,push_to_hub}',
        ],
        effects: ['changes-state'],
      },
      {
        of: 'transformers{,.trainer}.{Trainer,Seq2SeqTrainer}',
        asset: { kind: 'training-job', facts: { framework: { value: 'transformers' } } },
        reference: 'https://huggingface.co/docs/transformers/main_classes/trainer',
      },
      {
        of: 'transformers.*.from_pretrained().generate',
        yields: 'model-output',
        reference: 'https://huggingface.co/docs/transformers/main_classes/text_generation',
      },
    ],
  },
  javascript: {
    packages: ['@huggingface/transformers', '@xenova/transformers'],
    modules: ['@huggingface/transformers', '@xenova/transformers'],
    meanings: [
      {
        of: [
          '{@huggingface/transformers,@xenova/transformers}.pipeline',
          '@huggingface/transformers.*.from_pretrained',
          '@xenova/transformers.*.from_pretrained',
        ],
        asset: {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { at: 1, matching: hub, prefix: 'huggingface:' } },
          facts: {
            provider: { value: 'huggingface' },
            source: { value: 'hub' },
            hosting: { value: 'local' },
            revision: { named: ['revision'], optionsAt: 2, fallback: 'main' },
            // These packages load ONNX files and run no code of the repository.
            remoteCode: { value: false },
            unsafeLoad: { value: false },
          },
        },
        links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
        yields: 'model-output',
        reference: 'https://huggingface.co/docs/transformers.js/api/pipelines',
      },
    ],
  },
});
