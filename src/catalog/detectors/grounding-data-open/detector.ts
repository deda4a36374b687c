/** Finds stores of knowledge that anyone can write to. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { any, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'grounding-data-open',
  title: 'Knowledge that anyone can change',
  about: 'bucket',
  tests: 'grounding-data-protected',
  category: 'misconfiguration',
  severity: 'high',
  declared: 'usedFor',
  applies: fact('it', 'usedFor').includes('grounding'),
  // What nobody outside reaches, nobody outside writes.
  passes: any(fact('it', 'userWritable').is(false), fact('it', 'public').is(false)),
  message: (it) => `Anyone can write to ${it.name}, from which answers are drawn.`,
  why: 'A handful of crafted documents decides what the model answers, and can tell an agent what to do.',
  remedy: (it) =>
    `Take the right to write away from everyone in the policy of ${it.name}, and name the identities that need it.`,
  steps: [
    'AWS: take statements with Principal "*" and s3:PutObject out of the bucket policy; Google: remove allUsers and allAuthenticatedUsers from roles/storage.objectAdmin and objectCreator.',
    'Name the ARN or service account of the one pipeline that fills {name}.',
    'Switch versioning on, compare what is there with what the pipeline wrote, and build the index anew.',
  ],
  references: ['LLM04:2025', 'LLM08:2025', 'AML.T0070', 'CWE-732'],
  payload: () => ({ writers: 'everyone' as const, actions: ['s3:PutObject'] }),
});
