/** Finds weights in a folder as the hub keeps them that are kept as a pickle, though a format without code exists for them. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'weights-kept-as-pickle',
  title: 'Weights kept as a pickle where a format without code exists',
  about: 'model-artifact',
  tests: 'model-format-safe',
  category: 'model-integrity',
  severity: 'medium',
  // Only of a folder with its description is it sure that the file holds tensors and nothing else.
  applies: all(
    fact('it', 'inspected').is(true),
    fact('it', 'format').is('hub-folder'),
    fact('it', 'weightCount').atLeast(1),
  ),
  passes: fact('it', 'pickledWeights').isEmpty(),
  each: 'pickledWeights',
  message: (it) =>
    `${it.name} keeps its weights as a pickle (${it.item ?? 'a file'}), which may run code where it is loaded; the same tensors fit into safetensors.`,
  why: 'Loaders take a pickle when it is all there is or when they are told to, and every later copy of the file has to be trusted again.',
  remedy: (it) =>
    `Save the model with safe_serialization=True, load it with use_safetensors=True, and remove ${it.item ?? 'the pickle'} from ${it.name}.`,
  references: ['https://huggingface.co/docs/safetensors', 'LLM03:2025', 'AML.M0014', 'CWE-502'],
  payload: () => ({ loader: 'pickle', safeSetting: 'use_safetensors=True', isOnlyKept: true }),
});
