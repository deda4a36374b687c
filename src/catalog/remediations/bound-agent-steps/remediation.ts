/** Gives the loop of an agent a bound on its steps. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

/** Arguments that bound the steps, switched off or so large that they bound nothing. */
const unbounded =
  /(\b(?:max_iterations|max_turns|max_steps|max_iter|recursion_limit|maxIterations|maxTurns|recursionLimit)["']?\s*[=:]\s*)(?:None|null|undefined|Infinity|[\d_]{6,})/;

export default defineRemediation({
  id: 'bound-agent-steps',
  title: 'Bound the steps of the agent',
  restores: 'agent-loop-bounded',
  on: 'agent',
  effort: 1,
  changes: [{ set: 'loopUnbounded', value: false }],
  does: (it) => `Let ${it.name} end after a number of steps that its work needs.`,
  plan: (_, files) => {
    const edits = files.flatMap((file) => editLines(file, unbounded, ([, start]) => `${start}25`, 6));
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Set the bound of ${it.name} (max_iterations, max_turns, recursion_limit or a termination condition) to a few steps more than its longest good run took.`,
    'Set a bound on the time or the cost of a run beside it.',
    'Let whoever waits be told when a run ended at its bound.',
  ],
});
