/** A deployed application loads a model from a hub by its publisher’s name alone, which another can register later. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'deployed-model-name-reused',
  title: 'Whoever takes over a publisher’s name puts a model into service',
  references: ['T23', 'LLM03:2025', 'ASI04:2026', 'AML.T0010.003'],
  variables: {
    host: 'compute',
    app: ['ai-application', 'code-project', 'inference-endpoint', 'agent', 'notebook'],
    model: 'model',
  },
  edges: [
    { from: 'host', relation: 'runs', to: 'app' },
    { from: 'app', relation: 'loads', to: 'model' },
  ],
  identify: ['app', 'model'],
  conditions: [
    {
      id: 'unpinned',
      says: '{model} is fetched from a hub at no fixed commit',
      test: failing('model', 'model-pinned'),
      likelihood: 0.4,
      because: 'it takes a name that was given up, or an account that was taken over',
    },
    {
      id: 'publisher-name',
      says: '{model} is found by the name of its publisher',
      test: fact('model', 'modelName').matches(/^[^/\s]+\/[^/\s]+$/),
    },
  ],
  sentence:
    '{host} runs {app}, which fetches {model} by name at no fixed commit: whoever takes over the name of its publisher puts another model into service.',
  attempt: { value: 0.4, why: 'names of deleted and renamed publishers can be registered by anyone' },
  impact: [
    { name: 'integrity', value: 0.8, why: 'another’s model answers, and its files are opened, in a deployed service' },
  ],
});
