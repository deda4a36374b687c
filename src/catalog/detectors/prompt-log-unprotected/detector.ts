/** Finds records of prompts and answers that hold personal data or credentials and are kept with the code. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact, not } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'prompt-log-unprotected',
  title: 'Personal data or credentials in a log of prompts',
  about: 'log-sink',
  tests: 'prompt-log-protected',
  category: 'data-exposure',
  // What version control ignores stays on the machine of whoever wrote it.
  severity: (it) =>
    it.text('tracked') === 'false' ? 'low' : it.text('sensitivity') === 'restricted' ? 'high' : 'medium',
  // Logs of a cloud stand behind rights of their own; these are files that whoever has the tree can read.
  applies: fact('it', 'screened').is(true),
  passes: not(fact('it', 'dataKinds').includesAny('personal', 'health', 'payment', 'credential')),
  message: (it) =>
    `${it.name} records what was asked and answered (${it.text('service')}) and holds ${it.text('dataClasses') || it.text('dataKinds')}.`,
  why: 'Prompts carry what people would write nowhere else, and a log in a repository is copied to everyone who clones it, for ever.',
  remedy: (it) =>
    `Let the tracing library mask inputs and outputs before it writes, and take ${it.name} out of the repository and its history.`,
  steps: [
    'Mask before writing: Langfuse(mask=…), LANGSMITH_HIDE_INPUTS=true and LANGSMITH_HIDE_OUTPUTS=true, OpenTelemetry: OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT=false.',
    'Take it out of version control and its history: git rm --cached {name}, a line in .gitignore, git filter-repo --path {name} --invert-paths; everybody clones anew.',
    'Withdraw the credentials, and tell whoever answers for personal data what stood in it.',
  ],
  references: ['LLM02:2025', 'CWE-532', 'CWE-359'],
});
