/** Lets a coding agent ask again before it acts. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { removeTexts } from '../../../kit/json-edits.ts';
import { editLines } from '../../../kit/line-edits.ts';

/** Each setting that approves in advance, with what it says where a person is asked. */
const asking: readonly (readonly [setting: RegExp, instead: string])[] = [
  [/"bypassPermissions"/, '"default"'],
  [/("chat\.tools\.(?:global\.)?autoApprove"\s*:\s*)true/, '$1false'],
  [/("(?:amp\.dangerouslyAllowAll|alwaysAllowExecute|always_allow_tool_actions)"\s*:\s*)true/, '$1false'],
  [/(approval_policy\s*=\s*)"never"/, '$1"on-request"'],
  [/(yes-always\s*:\s*)true/, '$1false'],
  [/(GOOSE_MODE\s*:\s*)["']?auto["']?/, '$1approve'],
  [/("(?:bash|\*|permission)"\s*:\s*)"allow"/, '$1"ask"'],
  [/("(?:approvalMode|defaultApprovalMode)"\s*:\s*)"yolo"/, '$1"default"'],
];

export default defineRemediation({
  id: 'ask-before-acting',
  title: 'Let the agent ask before it acts',
  restores: 'human-approval',
  on: 'mcp-client',
  effort: 1,
  changes: [
    { set: 'approval', value: 'always-asks' },
    { set: 'approvedBroadly', value: [] },
  ],
  does: (it) => `Let ${it.name} ask a person before it runs commands.`,
  plan: (it, files) => {
    const broad = new Set(it.snapshot.value(it.number, 'approvedBroadly') ?? []);
    const edits = files.flatMap((file) => [
      ...asking.flatMap(([setting, instead]) => editLines(file, setting, ([whole]) => whole.replace(setting, instead))),
      ...(/\.jsonc?$/.test(file.path) ? removeTexts(file, broad) : []),
    ]);
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Take the setting that approves everything out of the settings of ${it.name}.`,
    'Allow single commands by name, with what they are given: Bash(npm test), Bash(python -m pytest:*).',
    'Where it has to work alone, let it run in a container without credentials.',
  ],
});
