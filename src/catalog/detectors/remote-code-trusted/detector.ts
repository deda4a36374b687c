/** Finds models that are loaded with permission to run the code that comes with them. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, fact, kindIs } from '../../../kit/tests.ts';

const isCommit = (revision: string): boolean => /^[0-9a-f]{40}$/.test(revision);

export default defineDetector({
  id: 'remote-code-trusted',
  title: 'Code of the model’s repository is run',
  about: ['model', 'inference-endpoint', 'dataset'],
  tests: 'remote-code-refused',
  category: 'misconfiguration',
  // With a full commit only the code that stood there when it was chosen can run.
  severity: (it) => (isCommit(it.text('revision')) ? 'medium' : 'high'),
  passes: any(
    fact('it', 'remoteCode').is(false),
    // A model that a provider answers for is never loaded here, so there is nothing to refuse.
    all(kindIs('it', 'model'), fact('it', 'hosting').is('remote-api')),
    // What a pickle of one’s own may run is asked of the file.
    all(kindIs('it', 'dataset'), fact('it', 'source').is('local-file')),
  ),
  message: (it) =>
    it.kind === 'inference-endpoint'
      ? `${it.name} serves its model with permission to run the code in the model’s repository.`
      : `${it.name} is loaded with permission to run the code in its repository.`,
  why: 'Whoever can change that repository runs code of their choice here, with the rights of this process.',
  remedy: (it) =>
    `Load ${it.name} without trust_remote_code; where it needs code of its own, review it and pin the full commit.`,
  steps: [
    'Take --trust-remote-code (vLLM, TGI, TEI) or trust_remote_code=True (datasets, transformers) away from where {name} is loaded, and see whether the library has its class by now.',
    'Where it does not: copy the reviewed Python files into your repository, or pass revision="<40 hexadecimal digits>" and code_revision="<40 hexadecimal digits>"; data sets become Parquet (datasets 4 loads no scripts).',
  ],
  references: [
    'https://huggingface.co/docs/transformers/main/en/models#custom-models',
    'AML.T0010.003',
    'AML.T0011.000',
    'LLM03:2025',
    'CWE-94',
  ],
  payload: (it) => ({
    through: 'trust_remote_code',
    model: it.kind !== 'dataset' && it.has('modelName') ? it.text('modelName') : it.name,
    pinned: it.has('revision') ? isCommit(it.text('revision')) : 'unknown',
  }),
});
