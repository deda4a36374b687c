/** Finds models that are kept as the hub keeps them, weights and all, without a card and a licence. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'model-undocumented',
  title: 'Model without a card or a licence',
  about: 'model-artifact',
  tests: 'model-documented',
  category: 'model-integrity',
  severity: 'low',
  // A configuration alone is a fixture or a setting; with weights beside it, it is a model that somebody keeps.
  applies: all(
    fact('it', 'inspected').is(true),
    fact('it', 'format').is('hub-folder'),
    fact('it', 'weightCount').atLeast(1),
  ),
  passes: fact('it', 'documented').is(true),
  message: (it) => `${it.name} is kept with its weights, but no card beside it names its use and its licence.`,
  why: 'Nobody can tell what it was trained on and for, whether it may be used so, or whether it was ever evaluated.',
  remedy: (it) =>
    `Put a README.md with a model card beside ${it.name}: what it is for, what it was trained on, how it was evaluated, and \`license:\` in its head.`,
  steps: [
    'Write README.md beside it with a YAML head (`license:`, `base_model:`, `datasets:`) and the parts Intended use, Training data, Evaluation, Limitations: huggingface_hub.ModelCard.from_template gives the form.',
  ],
  references: ['https://huggingface.co/docs/hub/model-cards', 'MEASURE 2.9', 'LLM03:2025'],
});
