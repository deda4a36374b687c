/** Finds buckets that anyone can read or write. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'storage-public',
  title: 'Bucket open to everyone',
  about: 'bucket',
  tests: 'storage-private',
  category: 'data-exposure',
  severity: (it) =>
    it.text('userWritable') === 'true' || ['confidential', 'restricted'].includes(it.text('sensitivity'))
      ? 'critical'
      : 'high',
  declared: 'public',
  passes: fact('it', 'public').is(false),
  leavesOut: 'who may read them stands in nothing that was read',
  message: (it) => `Anyone on the internet reaches the bucket ${it.name}.`,
  why: 'Weights, data sets and prompts are copied unseen, and where writing is open too, replaced.',
  remedy: (it) => `Block public access to ${it.name}, and grant each reader the objects that it needs.`,
  references: ['LLM02:2025', 'AML.T0025', 'CWE-732'],
  payload: (it) => ({
    audience: 'everyone',
    rights: it.text('userWritable') === 'true' ? ['list', 'read', 'write'] : ['list', 'read'],
  }),
});
