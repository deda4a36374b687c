/** Finds notebooks whose stored outputs hold credentials or personal data. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'notebook-output-sensitive',
  title: 'Notebook output with credentials or personal data',
  about: 'notebook',
  tests: 'notebook-outputs-clean',
  category: 'data-exposure',
  // What version control ignores stays on the machine of whoever ran it.
  severity: (it) =>
    it.text('tracked') === 'false' ? 'low' : it.text('outputKinds').includes('credential') ? 'high' : 'medium',
  applies: fact('it', 'hasOutputs').is(true),
  passes: fact('it', 'outputKinds').isEmpty(),
  message: (it) => `Stored outputs of ${it.name} hold ${it.text('dataClasses') || it.text('outputKinds')}.`,
  why: 'Outputs are saved and committed with the code, long after somebody printed a value to look at it.',
  remedy: (it) =>
    `Clear the outputs of ${it.name} before it is committed; withdraw every credential that stood in them.`,
  references: ['LLM02:2025', 'AML.T0055', 'CWE-615', 'CWE-359'],
});
