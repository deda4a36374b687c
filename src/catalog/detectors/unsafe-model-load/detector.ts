/** Finds weights that are loaded by a call which runs code found in the file. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, fact, kindIs } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'unsafe-model-load',
  title: 'Weights loaded by a call that runs code',
  about: ['model-artifact', 'model'],
  tests: 'model-format-safe',
  category: 'model-integrity',
  severity: 'high',
  applies: any(kindIs('it', 'model-artifact'), all(kindIs('it', 'model'), fact('it', 'hosting').is('local'))),
  passes: fact('it', 'unsafeLoad').is(false),
  message: (it) => `${it.name} is loaded by a call that runs whatever code the file holds.`,
  why: 'Whoever can replace the file runs code of their choice here, before a single weight is used.',
  remedy: (it) =>
    `Store ${it.name} as safetensors, or load it with the loader’s safe setting (torch.load: weights_only=True).`,
  steps: [
    'torch.load(<file>, weights_only=True) with torch 2.6 or later; numpy.load(<file>, allow_pickle=False); keras.saving.load_model(<file>, safe_mode=True).',
    'pickle, joblib, dill: convert the file once, in a container without network and credentials, to safetensors, ONNX or skops, and load that one (skops.io.load(<file>, trusted=[…])).',
  ],
  references: [
    'https://docs.pytorch.org/docs/stable/generated/torch.load.html',
    'https://docs.python.org/3/library/pickle.html',
    'AML.T0011.000',
    'LLM03:2025',
    'CWE-502',
  ],
  payload: (it) => {
    const loader = it.kind === 'model-artifact' ? it.text('framework') : '';
    return { loader: loader || 'pickle', ...(/torch/i.test(loader) ? { safeSetting: 'weights_only=True' } : {}) };
  },
});
