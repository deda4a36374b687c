/** Finds stores of training data and of weights that anyone can write to. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { any, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'training-data-open',
  title: 'Training data or model store that anyone can change',
  about: 'bucket',
  tests: 'training-data-protected',
  category: 'misconfiguration',
  severity: 'high',
  declared: 'usedFor',
  applies: fact('it', 'usedFor').includesAny('training', 'models'),
  // What nobody outside reaches, nobody outside writes.
  passes: any(fact('it', 'userWritable').is(false), fact('it', 'public').is(false)),
  message: (it) => `Anyone can write to ${it.name}, which trains a model or holds its weights.`,
  why: 'Whoever puts in examples or weights decides what the model does, and loading weights can run their code.',
  remedy: (it) =>
    `Take the right to write away from everyone in the policy of ${it.name}, and name the identities that need it.`,
  steps: [
    'AWS: take statements with Principal "*" and s3:PutObject out of the bucket policy; Google: remove allUsers and allAuthenticatedUsers from roles/storage.objectAdmin and objectCreator.',
    'Name the ARN or service account of those that may add records to {name}, and switch versioning on.',
    'Compare the records with a copy that is known, and train again from that one where they differ.',
  ],
  references: ['LLM04:2025', 'AML.T0020', 'AML.M0005', 'CWE-732'],
  payload: () => ({ writers: 'everyone' as const, actions: ['s3:PutObject'] }),
});
