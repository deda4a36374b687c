/** How transformers, sentence-transformers, diffusers and peft name the model that they load. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';
import { hub, loaded } from '../../../kit/loaded-model.ts';

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

const adapter =
  'peft{,.peft_model}.{PeftModel,PeftModelForCausalLM,PeftModelForSequenceClassification}.from_pretrained';
/** An adapter stands beside the model that it is laid over: https://huggingface.co/docs/peft/main/en/package_reference/peft_model */
export const adapters: readonly Meaning[] = [
  ...loaded(adapter, { named: ['model_id'], at: 1 }, {}, undefined, 'peft'),
  {
    of: adapter,
    links: [
      { relation: 'fine-tuned-from', from: { made: 'model' }, to: { pick: { at: 0, named: ['model'] } } },
      { relation: 'fine-tuned-from', from: { made: 'model-artifact' }, to: { pick: { at: 0, named: ['model'] } } },
    ],
    reference: 'https://huggingface.co/docs/peft/main/en/package_reference/peft_model',
  },
];
