/** Finds models that are fetched from a hub at a revision that can move. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'model-unpinned',
  title: 'Hub model without a fixed revision',
  about: 'model',
  tests: 'model-pinned',
  category: 'model-integrity',
  severity: 'medium',
  applies: all(fact('it', 'source').is('hub'), fact('it', 'hosting').is('local')),
  // A branch or a tag is a name that its owner can move; only a commit or a digest stays what it was.
  passes: fact('it', 'revision').matches(/^(?:[0-9a-f]{40}|(?:sha256:)?[0-9a-f]{64})$/),
  message: (it) =>
    it.text('revision') === ''
      ? `${it.name} is fetched from its hub without naming a revision.`
      : `${it.name} is fetched from its hub at “${it.text('revision')}”, a name that can be moved.`,
  why: 'Whoever controls the repository, or takes over its abandoned name, decides what is loaded here tomorrow.',
  remedy: (it) =>
    `Name the full commit that was reviewed where ${it.name} is loaded: revision="<40 hexadecimal digits>".`,
  references: ['https://huggingface.co/docs/huggingface_hub/guides/download', 'AML.T0010.003', 'LLM03:2025', 'CWE-494'],
  payload: (it) => ({
    model: it.has('modelName') ? it.text('modelName') : it.name,
    ...(it.has('revision') ? { revision: it.text('revision') } : {}),
  }),
});
