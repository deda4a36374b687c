/** Finds web routes whose answers hold a provider’s key or the standing instructions of a model. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

const holds = (it: {
  snapshot: { value(asset: number, name: 'responseHolds'): readonly string[] | undefined };
  number: number;
}) => it.snapshot.value(it.number, 'responseHolds') ?? [];

export default defineDetector({
  id: 'response-gives-away',
  title: 'Key or system prompt in an answer',
  about: 'web-route',
  tests: 'response-secret-free',
  category: 'endpoint',
  severity: (it) => (holds(it).includes('key') ? 'high' : 'medium'),
  passes: fact('it', 'responseHolds').isEmpty(),
  message: (it) => {
    const what = holds(it).map((each) => (each === 'key' ? 'the key of a provider' : 'the system prompt of its model'));
    return `${it.name} answers with ${what.join(' and ')}.`;
  },
  why: 'Whoever asks gets it: a key is used at your expense, and a system prompt tells how to get around it.',
  remedy: (it) =>
    `Take it out of what ${it.name} gives back; let the server alone call the model, and replace a key that was given out.`,
  steps: [
    'Name the fields that the route gives back (a response_model, a schema) in place of the whole object.',
    'Take system prompts, keys and raw errors out; write errors to a log with an id, and give the id back.',
    'Replace each key that was given out, at its provider.',
  ],
  references: ['LLM07:2025', 'LLM02:2025', 'AML.T0056', 'CWE-200'],
});
