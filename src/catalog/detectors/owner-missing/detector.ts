/** Finds AI applications that nobody answers for, where somebody keeps a record of who answers for what; and folders with AI that keep none. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'owner-missing',
  title: 'AI system without an owner',
  about: ['repository', 'ai-application', 'chatbot', 'copilot'],
  tests: 'owner-named',
  category: 'misconfiguration',
  severity: 'low',
  declared: 'ownership',
  passes: fact('it', 'ownership').is('named'),
  message: (it) =>
    it.kind === 'repository'
      ? `${it.name} has AI in it, and neither CODEOWNERS nor isobar.yaml says who answers for it.`
      : `Nobody is named who answers for ${it.name}, neither in CODEOWNERS nor in isobar.yaml.`,
  why: 'What is found in it has nobody to go to, and stays.',
  remedy: (it) =>
    it.kind === 'repository'
      ? 'Name an owner in CODEOWNERS, or declare the system with its owner in isobar.yaml.'
      : `Add the folder of ${it.name} with its owner to CODEOWNERS, or declare the system with its owner in isobar.yaml.`,
  steps: [
    'CODEOWNERS (.github/CODEOWNERS): /<folder>/ @<organisation>/<team>; or isobar.yaml: systems: - name: …, paths: […], owner: "@<organisation>/<team>".',
  ],
  references: ['GOVERN 2.1', 'A.3.2', 'A.4.2'],
});
