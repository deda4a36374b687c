/** Finds graphs with operations that run Python or reach files. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { tellList } from '../../../kit/tell-list.ts';
import { all, fact } from '../../../kit/tests.ts';
import { formatsAsked } from '../../../read/model-signs.ts';

export default defineDetector({
  id: 'model-operation-unsafe',
  title: 'Graph operation that leaves the graph',
  about: 'model-artifact',
  tests: 'model-artifact-inert',
  category: 'model-integrity',
  severity: (it) => (/runs Python|writes any file/.test(tellList(it, 'unsafeOperations', 20)) ? 'critical' : 'high'),
  applies: all(fact('it', 'inspected').is(true), fact('it', 'format').in(...formatsAsked.unsafeOperations)),
  passes: fact('it', 'unsafeOperations').isEmpty(),
  message: (it) => `The graph of ${it.name} does more than compute: ${tellList(it, 'unsafeOperations')}.`,
  why: 'Such an operation runs with the rights of the program that serves the model each time the model answers.',
  remedy: (it) =>
    `Do not serve ${it.name}. Export it again from its source without that operation, or take it from a publisher whom you know.`,
  steps: [
    'Move it away from where it is served.',
    'Export it again without the named operation from the source model, in a container without credentials.',
    'Serve with a runtime that has no custom operations registered.',
  ],
  references: [
    'https://github.com/tensorflow/tensorflow/blob/master/SECURITY.md',
    'LLM03:2025',
    'AML.T0018.002',
    'CWE-94',
  ],
  payload: (it) => ({
    format: it.text('format'),
    construct: tellList(it, 'unsafeOperations', 1),
    verdict: 'dangerous',
  }),
});
