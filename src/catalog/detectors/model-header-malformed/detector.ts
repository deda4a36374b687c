/** Finds model files whose header does not fit the file. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { tellList } from '../../../kit/tell-list.ts';
import { all, fact } from '../../../kit/tests.ts';
import { formatsAsked } from '../../../read/model-signs.ts';

export default defineDetector({
  id: 'model-header-malformed',
  title: 'Model file with a header that does not fit it',
  about: 'model-artifact',
  tests: 'model-artifact-inert',
  category: 'model-integrity',
  severity: 'medium',
  applies: all(fact('it', 'inspected').is(true), fact('it', 'format').in(...formatsAsked.formatFaults)),
  passes: fact('it', 'formatFaults').isEmpty(),
  message: (it) => `The header of ${it.name} does not fit the file: ${tellList(it, 'formatFaults')}.`,
  why: 'Loaders that believe such bounds read or write beyond their memory; at best the file is damaged and not the model that it should be.',
  remedy: (it) => `Do not load ${it.name}. Fetch it again and compare its digest with its publisher’s.`,
  steps: [
    'Move it away from where it is loaded.',
    'Fetch it again by its full commit (hf download <repo> --revision <commit>), and compare sha256sum with the publisher’s.',
    'Where the publisher’s own file is malformed, report it and use another.',
  ],
  references: ['https://github.com/ggml-org/llama.cpp/security/advisories', 'LLM03:2025', 'CWE-125', 'CWE-20'],
  payload: (it) => ({ format: it.text('format'), construct: tellList(it, 'formatFaults', 1), verdict: 'malformed' }),
});
