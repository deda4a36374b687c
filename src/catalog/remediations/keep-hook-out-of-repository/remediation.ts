/** Lets a repository run nothing by itself on the machine of whoever opens it. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

export default defineRemediation({
  id: 'keep-hook-out-of-repository',
  title: 'Take what starts by itself out of the repository',
  restores: 'workspace-autostart-refused',
  on: 'hook',
  effort: 1,
  changes: [{ set: 'tracked', value: false }],
  does: (it) => `Let the repository not run ${it.name} by itself.`,
  // Only a task has one word that tells when it runs; a hook is taken out by hand, with its list.
  plan: (it, files) => {
    const edits = files.flatMap((file) =>
      it.text('event') === 'folderOpen'
        ? editLines(file, /("runOn"\s*:\s*)"folderOpen"/, ([, start]) => `${start}"default"`, 15)
        : [],
    );
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Take ${it.name} out of the settings that the repository brings along.`,
    'Whoever wants it puts it into their own settings: ~/.claude/settings.json, .claude/settings.local.json.',
    'What everybody needs belongs into a script that people start, or into the pipeline.',
  ],
});
