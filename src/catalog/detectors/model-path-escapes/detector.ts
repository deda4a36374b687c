/** Finds models that make their loader read files outside the model’s own folder. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { tellList } from '../../../kit/tell-list.ts';
import { all, fact } from '../../../kit/tests.ts';
import { formatsAsked } from '../../../read/model-signs.ts';

export default defineDetector({
  id: 'model-path-escapes',
  title: 'Model that reads files outside its folder',
  about: 'model-artifact',
  tests: 'model-artifact-inert',
  category: 'model-integrity',
  severity: 'high',
  applies: all(fact('it', 'inspected').is(true), fact('it', 'format').in(...formatsAsked.outsidePaths)),
  passes: fact('it', 'outsidePaths').isEmpty(),
  message: (it) => `Loading ${it.name} reads outside its folder: ${tellList(it, 'outsidePaths')}.`,
  why: 'The file of another user, a key or a password comes into the model’s tensors, and from there into answers or an upload.',
  remedy: (it) =>
    `Do not load ${it.name} with a loader that follows such paths; save it again with its contents in one file or beside it.`,
  steps: [
    'Look at the paths that it names (external_data in ONNX: onnx.load(…, load_external_data=False)).',
    'Save it again with its weights in one file: onnx.save_model(model, <new file>, save_as_external_data=False).',
  ],
  references: ['https://onnx.ai/onnx/repo-docs/ExternalData.html', 'LLM03:2025', 'AML.T0010.003', 'CWE-22'],
  payload: (it) => ({ format: it.text('format'), construct: tellList(it, 'outsidePaths', 1), verdict: 'dangerous' }),
});
