/** Finds records of model calls that are thrown away too early. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { any, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'log-retention-short',
  title: 'Records of model calls kept for less than six months',
  about: 'log-sink',
  tests: 'log-retention-set',
  category: 'misconfiguration',
  severity: 'low',
  declared: 'usedFor',
  applies: fact('it', 'usedFor').includes('invocation-records'),
  passes: any(fact('it', 'retentionDays').is(0), fact('it', 'retentionDays').atLeast(180)),
  message: (it) => `${it.name} keeps the record of model calls for ${it.text('retentionDays')} days only.`,
  why: 'What an agent did, or who used a stolen key, is asked months later; the EU AI Act asks for at least six months.',
  remedy: (it) => `Keep ${it.name} for 180 days or longer, or copy it to cheaper storage before it is thrown away.`,
  references: ['Art. 19', 'Art. 26', 'A.6.2.8'],
});
