/** Finds agents of which nothing is recorded because a program switches recording off. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'tracing-switched-off',
  title: 'Recording of an agent’s actions switched off',
  about: 'agent',
  tests: 'agent-actions-logged',
  category: 'agentic',
  severity: 'medium',
  passes: fact('it', 'tracingOff').is(false),
  message: (it) => `What ${it.name} does is not recorded: its program switches tracing off.`,
  why: 'When something goes wrong, nobody can tell which tool was called, with what, and on whose word.',
  remedy: (it) => `Leave tracing on for ${it.name}, or send its traces to a log of your own that it cannot change.`,
  references: ['ASI10:2026', 'AML.M0024', 'CWE-778'],
});
