/** Finds models whose own description names Python that is loaded with them. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'model-brings-code',
  title: 'Model whose description names code to load with it',
  about: 'model-artifact',
  tests: 'remote-code-refused',
  category: 'misconfiguration',
  severity: 'high',
  applies: all(fact('it', 'inspected').is(true), fact('it', 'format').is('hub-folder')),
  passes: fact('it', 'remoteCode').is(false),
  message: (it) => `The description of ${it.name} names Python that is to be loaded with it.`,
  why: 'A loader that trusts remote code runs it with the program’s rights; where the name leads to another repository, whoever owns that decides what runs, today and later.',
  remedy: (it) =>
    `Load ${it.name} with a class that the library ships and without trust_remote_code; where its own code is needed, review it, keep it beside the weights and pin the commit.`,
  steps: [
    'Load it with the class that the library ships (AutoModel… without trust_remote_code).',
    'Where that fails, copy the reviewed Python files into your repository, import the class from there, and pass revision="<40 hexadecimal digits>".',
  ],
  references: [
    'https://huggingface.co/docs/transformers/main/en/custom_models',
    'LLM03:2025',
    'AML.T0010.003',
    'AML.T0011.000',
    'CWE-94',
  ],
  payload: (it) => ({ through: 'auto_map', model: it.name, pinned: 'unknown' }),
});
