/** Lets a repository run nothing by itself on the machine of whoever opens it. */

import type { Edit, PlanFile } from '../../../kit/define-remediation.ts';
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { nodesOf, outermostAlone, readJsonTree, removeChildren } from '../../../kit/json-edits.ts';
import { editLines } from '../../../kit/line-edits.ts';

/** Takes the one hook that begins or has its command on a pointed-at line out of a client’s settings, with what it leaves empty. */
const removeHook = (file: PlanFile): Edit[] => {
  if (!/\.jsonc?$/.test(file.path)) return [];
  const lineOf = (offset: number): number => file.text.slice(0, offset).split('\n').length;
  const commands = nodesOf(readJsonTree(file.text)).filter(
    ({ key, is, from, parent }) =>
      key === 'command' &&
      is === 'scalar' &&
      parent?.parent?.is === 'array' &&
      (file.lines.includes(lineOf(from)) || file.lines.includes(lineOf(parent.from))),
  );
  const [only] = commands;
  if (commands.length !== 1 || !only?.parent) return [];
  // The group that a list of hooks stands in has a matcher beside it, which means nothing without the list.
  const list = only.parent.parent!;
  const alone = list.children.length === 1 && list.key === 'hooks' && list.parent?.parent?.is === 'array';
  const taken = outermostAlone(alone ? list.parent! : only.parent);
  return taken.parent ? removeChildren(file.path, taken.parent, new Set([taken])) : [];
};

export default defineRemediation({
  id: 'keep-hook-out-of-repository',
  title: 'Take what starts by itself out of the repository',
  restores: 'workspace-autostart-refused',
  on: 'hook',
  effort: 1,
  changes: [{ set: 'tracked', value: false }],
  does: (it) => `Let the repository not run ${it.name} by itself.`,
  plan: (it, files) => {
    const edits = files.flatMap((file) =>
      // A task has one word that tells when it runs, and is wanted otherwise.
      it.text('event') === 'folderOpen'
        ? editLines(file, /("runOn"\s*:\s*)"folderOpen"/, ([, start]) => `${start}"default"`, 15)
        : removeHook(file),
    );
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Take ${it.name} out of the settings that the repository brings along.`,
    'Whoever wants it puts it into their own settings: ~/.claude/settings.json, .claude/settings.local.json.',
    'What everybody needs belongs into a script that people start, or into the pipeline.',
  ],
});
