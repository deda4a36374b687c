/** Finds Keras models with layers that run code of the file’s, or that make things from outside Keras. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { tellList } from '../../../kit/tell-list.ts';
import { all, fact } from '../../../kit/tests.ts';
import { formatsAsked } from '../../../read/model-signs.ts';

export default defineDetector({
  id: 'model-layer-runs-code',
  title: 'Keras layer that runs code of the file’s',
  about: 'model-artifact',
  tests: 'model-artifact-inert',
  category: 'model-integrity',
  severity: (it) =>
    /holds Python code|runs or opens|unpickles|fetches or loads/.test(tellList(it, 'codeLayers', 20))
      ? 'critical'
      : 'high',
  applies: all(fact('it', 'inspected').is(true), fact('it', 'format').in(...formatsAsked.codeLayers)),
  passes: fact('it', 'codeLayers').isEmpty(),
  message: (it) => `${it.name} is not layers alone: ${tellList(it, 'codeLayers')}.`,
  why: 'A lambda is kept as compiled Python and runs with the model; a class or function from elsewhere is imported and called by name, with arguments out of the file.',
  remedy: (it) =>
    `Load ${it.name} with safe_mode=True and a Keras of 3.11.3 or later, and ask its maker for a model without Lambda layers and foreign classes.`,
  steps: [
    'keras.saving.load_model({name}, safe_mode=True), with keras>=3.11.3.',
    'Ask for a model whose Lambda layers are registered classes (keras.saving.register_keras_serializable) in code that you hold.',
  ],
  references: [
    'https://keras.io/api/layers/core_layers/lambda/',
    'LLM03:2025',
    'AML.T0018.002',
    'AML.T0011.000',
    'CWE-94',
    'CWE-502',
  ],
  payload: (it) => ({ format: it.text('format'), construct: tellList(it, 'codeLayers', 1), verdict: 'dangerous' }),
});
