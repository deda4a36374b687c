/** Finds data sets that have a card which names no licence. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'dataset-undocumented',
  title: 'Data set without a licence',
  about: 'dataset',
  tests: 'data-provenance-recorded',
  category: 'data-exposure',
  severity: 'low',
  applies: all(fact('it', 'inspected').is(true), fact('it', 'format').is('hub-folder')),
  passes: fact('it', 'documented').is(true),
  message: (it) => `The card of the data set ${it.name} names no licence under which it may be used.`,
  why: 'A model that is trained on it cannot show where its data came from and whether that was allowed.',
  remedy: (it) => `Name licence, source and date of acquisition in the card of ${it.name}.`,
  steps: [
    'Write a README.md beside {name} with a YAML head: `license:`, `source_datasets:`, and below it where it came from, by whom, on which day, and what was left out.',
    'Where persons are in it, name the legal basis and the day of its deletion.',
  ],
  references: ['https://huggingface.co/docs/hub/datasets-cards', 'LLM04:2025', 'AML.M0025', 'MAP 4.1'],
});
