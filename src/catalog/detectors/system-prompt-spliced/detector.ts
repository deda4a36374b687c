/** Finds code that puts text from outside into the standing instructions of a model. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'system-prompt-spliced',
  title: 'Text from outside in the system prompt',
  about: ['web-route', 'ai-application', 'notebook'],
  tests: 'prompt-input-separated',
  category: 'agentic',
  // Whoever works in a notebook is the one who writes.
  severity: (it) => (it.kind === 'notebook' ? 'low' : 'medium'),
  passes: fact('it', 'untrustedInstructions').is(false),
  message: (it) => `In ${it.name}, text from outside becomes part of the system prompt.`,
  why: 'A model obeys its system prompt before anything else, so whoever writes that text gives it orders.',
  remedy:
    'Send what comes from outside as a message of its own with the role of the user, and put into the system prompt only values from a list that you hold.',
  steps: [
    "messages=[{'role': 'system', 'content': FIXED}, {'role': 'user', 'content': outside}]: the first holds no variable that a caller or a document fills.",
    'Where the system prompt must vary, choose among texts by a key from a fixed list.',
    'Mark documents as data (a user message with a fence and the sentence that nothing in it is an instruction), and let no tool act without a person after them.',
  ],
  references: ['LLM01:2025', 'AML.T0051.000', 'CWE-1427'],
});
