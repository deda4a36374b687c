/** Finds personal data in the files that models are trained or tuned with. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact, not } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'training-data-personal',
  title: 'Personal data in training data',
  about: 'dataset',
  tests: 'training-data-depersonalised',
  category: 'data-exposure',
  severity: 'high',
  applies: all(fact('it', 'screened').is(true), fact('it', 'usedFor').includes('training')),
  passes: not(fact('it', 'dataKinds').includesAny('personal', 'health', 'payment')),
  message: (it) => `${it.name} is there to train or tune a model and holds personal data: ${it.text('dataClasses')}.`,
  why: 'A model repeats what it was trained on to whoever asks, and a person cannot be taken out of its weights again.',
  remedy: (it) =>
    `Replace or remove what tells of persons in ${it.name} before training; note basis and retention of what has to stay.`,
  steps: [
    'Find it: presidio-analyzer over every column; replace names, addresses and numbers by invented ones (presidio-anonymizer with the faker operator), or drop the column.',
    'Note for what stays: the purpose, the legal basis, the day of its deletion.',
    'Train again: what a model has learnt cannot be taken out of its weights.',
  ],
  references: ['LLM02:2025', 'LLM04:2025', 'AML.T0057', 'CWE-359'],
  leavesOut: 'what data on a hub or in a bucket holds was not read',
});
