/** Finds AI applications whose declaration lacks a purpose or a risk tier, and those that are not declared while others are. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

const lacking: Readonly<Record<string, string>> = {
  'without-purpose': 'is declared without its purpose',
  'without-tier': 'is declared without its risk tier',
  'name-only': 'is declared without its purpose and its risk tier',
  missing: 'is not among the systems that are declared',
};

export default defineDetector({
  id: 'purpose-missing',
  title: 'AI system without a recorded purpose or risk tier',
  about: ['ai-application', 'chatbot', 'copilot'],
  tests: 'purpose-recorded',
  category: 'misconfiguration',
  severity: 'low',
  // Where no system is declared at all, nobody keeps such a record here; that is for people to know.
  declared: 'declaration',
  passes: fact('it', 'declaration').is('whole'),
  message: (it) => `${it.name} ${lacking[it.text('declaration')] ?? lacking.missing}.`,
  why: 'Without them nobody can tell whether it does more than it is meant to, or how carefully it has to be watched.',
  remedy: (it) =>
    it.text('declaration') === 'missing'
      ? `Declare ${it.name} in isobar.yaml under \`systems\`, with \`purpose\` and \`riskTier\`.`
      : `Add what is missing to the declaration of ${it.text('system') || it.name} in isobar.yaml.`,
  steps: [
    'isobar.yaml: systems: - name: …, paths: […], owner: …, purpose: "<what it decides, and for whom>", riskTier: minimal | limited | high.',
  ],
  references: ['GOVERN 1.6', 'MAP 1.1', 'A.9.4', 'Art. 26'],
});
