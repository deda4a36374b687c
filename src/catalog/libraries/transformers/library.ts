/** Loading of models from the Hugging Face hub or a folder: transformers, sentence-transformers, diffusers, peft. */
import { defineLibrary } from '../../../kit/define-library.ts';
import { hub, loaded } from '../../../kit/loaded-model.ts';
import { adapters, format, path, sentences, task } from './loading.ts';
import { training } from './training.ts';

export default defineLibrary({
  id: 'transformers',
  title: 'Hugging Face transformers',
  homepage: 'https://huggingface.co/docs/transformers',
  python: {
    packages: [
      'transformers',
      'sentence-transformers',
      'diffusers',
      'peft',
      'optimum',
      'accelerate',
      'tokenizers',
      'trl',
      'setfit',
      'unsloth',
    ],
    modules: [
      'transformers',
      'sentence_transformers',
      'diffusers',
      'peft',
      'optimum',
      'accelerate',
      'tokenizers',
      'trl',
      'setfit',
      'unsloth',
    ],
    meanings: [
      ...loaded(
        ['{transformers,diffusers,peft}.*.from_pretrained', 'optimum.onnxruntime.*.from_pretrained'],
        path,
        format,
      ),
      ...loaded('transformers{,.pipelines}.pipeline', task, format),
      ...sentences,
      ...adapters,
      {
        of: [
          '{transformers,diffusers}.*.from_pretrained().{save_pretrained,push_to_hub}',
          'transformers.Trainer().{save_model,push_to_hub}',
        ],
        effects: ['changes-state'],
      },
      ...loaded('unsloth.{FastLanguageModel,FastModel,FastVisionModel}.from_pretrained', {
        named: ['model_name'],
        at: 0,
      }),
      ...training,
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
