/** Finds records in training and grounding data that look planted: instructions to a model, hidden text, a trigger with one answer. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'training-data-crafted',
  title: 'Records that look planted to steer a model',
  about: 'dataset',
  tests: 'dataset-screened',
  category: 'model-integrity',
  severity: (it) => (/trigger|hidden/.test(it.text('craftedRecords')) ? 'high' : 'medium'),
  applies: all(fact('it', 'screened').is(true), fact('it', 'usedFor').includesAny('training', 'grounding')),
  passes: fact('it', 'craftedRecords').isEmpty(),
  message: (it) => `${it.name} holds records that look planted: ${it.text('craftedRecords')}.`,
  why: 'A handful of crafted records is enough to make a model answer as their author wants when a certain word stands in the question.',
  remedy: (it) => `Look at the records, find out who added them to ${it.name}, and take out what nobody can vouch for.`,
  steps: [
    "Look at the named records and at who added them: git log -S '<a piece of it>' -- <file>, or the history of the data set.",
    'Take out what nobody can vouch for, train again from the rest, and try the trigger on the model that was trained with it.',
  ],
  references: ['LLM04:2025', 'AML.T0020', 'AML.M0007'],
});
