/** Puts the sandbox around a coding agent’s commands again. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

const confined: readonly (readonly [setting: RegExp, instead: string])[] = [
  [/"danger-full-access"/, '"workspace-write"'],
  [/"insecure_none"/, '"workspace_readwrite"'],
  [/("(?:sandbox|enabled)"\s*:\s*)false/, '$1true'],
];

export default defineRemediation({
  id: 'sandbox-on',
  title: 'Put the sandbox around commands again',
  restores: 'sandbox-enforced',
  on: 'mcp-client',
  effort: 1,
  changes: [{ set: 'sandboxOff', value: false }],
  does: (it) => `Let ${it.name} run its commands in its sandbox.`,
  plan: (_, files) => {
    const edits = files.flatMap((file) => {
      for (const [setting, instead] of confined) {
        const found = editLines(file, setting, ([whole]) => whole.replace(setting, instead));
        if (found.length > 0) return found;
      }
      return [];
    });
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Take the setting or flag back that lets ${it.name} run commands outside its sandbox.`,
    'Open single folders and hosts to it where it needs them.',
    'Where nothing else will do, run the whole agent in a container without credentials.',
  ],
});
