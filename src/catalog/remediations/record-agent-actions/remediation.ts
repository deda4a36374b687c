/** Switches the recording of what an agent does on again. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

/** The setting in both languages of the Agents SDK, with the value that switches recording off. */
const off =
  /((?:set_tracing_disabled|setTracingDisabled)\(\s*(?:disabled\s*=\s*)?|\btracing_?[dD]isabled\s*[=:]\s*)([Tt])rue\b/;

export default defineRemediation({
  id: 'record-agent-actions',
  title: 'Record what the agent does',
  restores: 'agent-actions-logged',
  on: 'agent',
  effort: 1,
  changes: [{ set: 'tracingOff', value: false }],
  does: (it) => `Switch tracing on again where ${it.name} runs.`,
  plan: (_, files) => {
    const edits = files.flatMap((file) =>
      editLines(file, off, ([, start, first]) => `${start}${first === 'T' ? 'False' : 'false'}`, 6),
    );
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Leave tracing on where ${it.name} runs, or send its traces to a processor of your own.`,
    'If traces must not leave your network, add a trace processor that writes to a log of yours, and make it the only one.',
    'Keep the log where the agent’s own identity cannot change it.',
  ],
});
