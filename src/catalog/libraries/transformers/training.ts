/** Training with Hugging Face’s trainers: on which data, from which model, into which folder. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';

const base: Pick = { named: ['model'], at: 0, prefix: 'huggingface:' };
/** `TrainingArguments(output_dir)`, and the configurations of TRL that extend it. */
const folder: Pick = { named: ['args'], at: 1, maker: { named: ['output_dir'], at: 0 } };
const weights = { kind: 'model-artifact', scheme: 'place', value: folder } as const;

const trainer = (of: string | readonly string[], framework: string, reference: string): Meaning => ({
  of,
  asset: { kind: 'training-job', facts: { framework: { value: framework } } },
  links: [
    { relation: 'trained-on', from: 'self', to: { pick: { named: ['train_dataset'] } } },
    { relation: 'produces', from: 'self', to: weights },
    { relation: 'trained-on', from: weights, to: { pick: { named: ['train_dataset'] } } },
    {
      relation: 'fine-tuned-from',
      from: weights,
      to: { pick: base, texts: { kind: 'model', scheme: 'model-name' } },
    },
  ],
  reference,
});

export const training: readonly Meaning[] = [
  trainer(
    'transformers{,.trainer,.trainer_seq2seq}.{Trainer,Seq2SeqTrainer}',
    'transformers',
    'https://huggingface.co/docs/transformers/main_classes/trainer',
  ),
  trainer(
    'trl{,.trainer,.trainer.*}.{SFTTrainer,DPOTrainer,ORPOTrainer,KTOTrainer,GRPOTrainer,CPOTrainer,RewardTrainer}',
    'trl',
    'https://huggingface.co/docs/trl/sft_trainer',
  ),
  trainer(
    ['sentence_transformers{,.trainer}.SentenceTransformerTrainer', 'setfit.Trainer'],
    'sentence-transformers',
    'https://sbert.net/docs/sentence_transformer/training_overview.html',
  ),
  {
    // The same model with adapters, or made ready to be trained.
    of: [
      'peft{,.mapping,.utils,.utils.other}.{get_peft_model,prepare_model_for_kbit_training}',
      'unsloth.{FastLanguageModel,FastModel,FastVisionModel}.get_peft_model',
    ],
    returns: { named: ['model'], at: 0 },
    reference: 'https://huggingface.co/docs/peft/quicktour',
  },
];
