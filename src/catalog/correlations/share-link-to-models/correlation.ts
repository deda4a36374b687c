/** A share link that stands in a file lets whoever reads it replace weights that are opened by running what they say. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { all, any, fact } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'share-link-to-models',
  title: 'A share link lets strangers replace a model that runs code',
  references: ['T12', 'LLM03:2025', 'ASI04:2026', 'AML.T0010.003', 'AML.T0055', 'AML.T0018.002'],
  variables: { link: 'secret', store: 'bucket', model: 'model-artifact' },
  edges: [
    { from: 'link', relation: 'authenticates-as', to: 'store' },
    { from: 'store', relation: 'contains', to: 'model' },
  ],
  identify: ['link', 'store'],
  conditions: [
    {
      id: 'may-change',
      says: 'the link allows to write to {store}',
      test: all(fact('link', 'hardCoded').is(true), fact('link', 'grants').includesAny('write', 'create')),
    },
    {
      id: 'runs-code',
      says: '{model} is opened by running what it says',
      test: any(fact('model', 'format').is('pickle'), fact('model', 'unsafeLoad').is(true)),
    },
  ],
  sentence:
    'A share link that stands in a file lets whoever reads it write to {store}, where {model} lies: the weights can be replaced by ones that run code on every machine that loads them.',
  attempt: { value: 0.7, why: 'such links are searched for in public code; one of them stayed open for three years' },
  impact: [
    { name: 'machines', value: 0.9, why: 'code of strangers runs wherever the model is loaded' },
    {
      name: 'machines',
      value: 0.95,
      why: 'the link ends only after many years',
      test: fact('link', 'expires').matches(/^20[4-9]\d/),
    },
  ],
});
