/** Finds systems of a high risk tier for which nobody is named who can review, override and stop what they decide. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'oversight-missing',
  title: 'High-risk system without human oversight',
  about: ['ai-application', 'chatbot', 'copilot'],
  tests: 'oversight-assigned',
  category: 'misconfiguration',
  severity: 'high',
  declared: 'riskTier',
  applies: fact('it', 'riskTier').in('high', 'unacceptable'),
  passes: fact('it', 'oversightAssigned').is(true),
  message: (it) =>
    `${it.name} is declared as a system of ${it.text('riskTier')} risk, and nobody is named who can review, override and stop what it decides.`,
  why: 'Its mistakes reach people with no one in between, and the law asks for that person.',
  remedy: (it) =>
    `Name a person or role as \`oversight\` of ${it.text('system') || it.name} in isobar.yaml, and give them the step at which they decide.`,
  steps: [
    'isobar.yaml: systems: - name: …, paths: […], oversight: "<person or role>".',
    'Write down at which step they decide, what they see then, and how they stop it; let somebody else be there when they are away.',
  ],
  references: ['Art. 14', 'A.9.2', 'MAP 3.5', 'LLM06:2025', 'ASI09:2026', 'AML.M0029'],
});
