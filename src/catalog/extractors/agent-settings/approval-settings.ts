/** The settings by which coding agents are told to act without asking, one row per setting and vendor. */
import { isBroadCommand, isBroadEntry, isBroadExpression } from '../../../read/broad-approvals.ts';
import {
  booleanOf,
  entriesOf,
  entryOf,
  itemsOf,
  type Positioned,
  type PositionedEntry,
  textOf,
  textsOf,
  valueAt,
} from '../../../read/positioned.ts';

/** Who approves: nobody, a person for some actions, a person always. */
export type Approval = 'never-asks' | 'asks-for-some' | 'always-asks';

export interface ApprovalSaid {
  readonly approval: Approval;
  readonly line: number;
  /** What it approves, where that amounts to any code or any address. */
  readonly broad?: string;
}

export interface SettingsFile {
  readonly client: string;
  readonly path: RegExp;
  readonly format: 'json' | 'toml' | 'yaml';
  /** What the file says of approval, setting by setting. */
  approvals(root: Positioned): readonly ApprovalSaid[];
  /** The vendor’s page. */
  readonly reference: string;
}

/** An entry by its path; a dotted key may also be written as one (`chat.tools.autoApprove`). */
const at = (root: Positioned, path: readonly string[]): PositionedEntry | undefined =>
  entryOf(valueAt(root, ...path.slice(0, -1)), path.at(-1)!) ?? entryOf(root, path.join('.'));

/** Says one thing for a value of a setting, and nothing for any other. */
const says = (
  root: Positioned,
  path: readonly string[],
  table: Readonly<Record<string, Approval>>,
): readonly ApprovalSaid[] => {
  const entry = at(root, path);
  if (entry?.value.is !== 'scalar') return [];
  const approval = table[String(entry.value.value)];
  return approval === undefined ? [] : [{ approval, line: entry.line }];
};

/** A list of what needs no approval: everything, something, or (when it is there and empty) nothing. */
const allows = (
  root: Positioned,
  path: readonly string[],
  everything: RegExp,
  isBroad: (item: string) => boolean = () => false,
  denied: readonly string[] = [],
): readonly ApprovalSaid[] => {
  const entry = at(root, path);
  if (entry?.value.is !== 'list') return [];
  const items = itemsOf(entry.value).flatMap((item): readonly ApprovalSaid[] => {
    const text = textOf(item)?.trim();
    // What is denied as well stays denied in every client.
    if (!text || denied.includes(text)) return [];
    const { line } = item;
    if (everything.test(text)) return [{ approval: 'never-asks', line }];
    return [{ approval: 'asks-for-some', line, ...(isBroad(text) ? { broad: text } : {}) }];
  });
  // Where the list begins, unless an item says more.
  return items.map((item) => (item.approval === 'never-asks' || item.broad ? item : { ...item, line: entry.line }));
};

/** A map from pattern to whether it needs no approval. */
const allowsByPattern = (
  root: Positioned,
  path: readonly string[],
  everything: RegExp,
  isBroad: (pattern: string) => boolean,
): readonly ApprovalSaid[] =>
  entriesOf(at(root, path)?.value).flatMap(([pattern, { line, value }]): readonly ApprovalSaid[] => {
    if (booleanOf(value) !== true && booleanOf(valueAt(value, 'approve')) !== true && textOf(value) !== 'allow')
      return [];
    if (everything.test(pattern)) return [{ approval: 'never-asks', line }];
    return [{ approval: 'asks-for-some', line, ...(isBroad(pattern) ? { broad: pattern } : {}) }];
  });

const claudeEntry = (item: string): boolean => isBroadEntry(item);
const byPrefix = (item: string): boolean => isBroadEntry(item, true) || isBroadCommand(item, true);

/** Any command without asking is anything without asking: whatever a tool does, a command can do. */
const anyCommand = /^(?:\*|Bash|(?:Bash|Shell)\((?:\*|\*:\*|:\*)?\)|run_shell_command|ShellTool)$/;

/** With a sandbox that only reads, nothing is left to approve. https://developers.openai.com/codex/config-reference */
const codexPolicy = (root: Positioned): readonly ApprovalSaid[] =>
  says(root, ['approval_policy'], {
    never: textOf(valueAt(root, 'sandbox_mode')) === 'read-only' ? 'asks-for-some' : 'never-asks',
    'on-failure': 'asks-for-some',
    'on-request': 'asks-for-some',
    untrusted: 'asks-for-some',
  });

/** Agents that live in the editor as extensions keep their lists in its settings. */
const extensionsOfVscode = (root: Positioned): readonly ApprovalSaid[] =>
  [
    ['roo-cline.allowedCommands'],
    ['kilo-code.allowedCommands'],
    ['zoo-code.allowedCommands'],
    ['windsurf.cascadeCommandsAllowList'],
  ].flatMap((path) => allows(root, path, /^\*$/, (item) => isBroadCommand(item, true)));

export const settingsFiles: readonly SettingsFile[] = [
  {
    client: 'claude-code',
    path: /(^|\/)\.claude\/settings(?:\.local)?\.json$|(^|\/)managed-settings\.json$/,
    format: 'json',
    reference: 'https://code.claude.com/docs/en/settings',
    approvals: (root) => [
      ...says(root, ['permissions', 'defaultMode'], {
        bypassPermissions: 'never-asks',
        acceptEdits: 'asks-for-some',
        auto: 'asks-for-some',
        dontAsk: 'asks-for-some',
        default: 'always-asks',
        plan: 'always-asks',
      }),
      ...allows(
        root,
        ['permissions', 'allow'],
        anyCommand,
        claudeEntry,
        textsOf(valueAt(root, 'permissions', 'deny')).concat(textsOf(valueAt(root, 'permissions', 'ask'))),
      ),
      ...says(root, ['enableAllProjectMcpServers'], { true: 'asks-for-some' }),
    ],
  },
  {
    client: 'cursor',
    path: /(^|\/)\.cursor\/(?:permissions|cli|cli-config|sandbox)\.json$/,
    format: 'json',
    reference: 'https://cursor.com/docs/cli/reference/permissions',
    approvals: (root) => [
      ...allows(root, ['permissions', 'allow'], anyCommand, byPrefix, textsOf(valueAt(root, 'permissions', 'deny'))),
      ...allows(root, ['terminalAllowlist'], /^\*$/, byPrefix),
      ...allows(root, ['mcpAllowlist'], /^\*:\*$/),
    ],
  },
  {
    client: 'vscode',
    path: /(^|\/)\.vscode\/settings\.json$|\/Code\/User\/settings\.json$/,
    format: 'json',
    reference: 'https://code.visualstudio.com/docs/copilot/chat/chat-tools',
    approvals: (root) => [
      ...says(root, ['chat', 'tools', 'global', 'autoApprove'], { true: 'never-asks', false: 'always-asks' }),
      ...says(root, ['chat', 'tools', 'autoApprove'], { true: 'never-asks', false: 'always-asks' }),
      ...allowsByPattern(
        root,
        ['chat', 'tools', 'terminal', 'autoApprove'],
        /^(?:\/(?:\^?\.\*\$?)\/[a-z]*|\*)$/,
        isBroadExpression,
      ),
      ...allowsByPattern(root, ['chat', 'tools', 'edits', 'autoApprove'], /^$/, (pattern) =>
        /^\*\*(?:\/\*)?$/.test(pattern),
      ),
      ...extensionsOfVscode(root),
      ...allowsByPattern(root, ['chat', 'tools', 'urls', 'autoApprove'], /^$/, (pattern) =>
        /^(?:https?:\/\/)?\*$/.test(pattern),
      ),
    ],
  },
  {
    client: 'gemini-cli',
    path: /(^|\/)\.gemini\/settings\.json$/,
    format: 'json',
    reference: 'https://geminicli.com/docs/get-started/configuration/',
    approvals: (root) => [
      ...allows(root, ['tools', 'allowed'], anyCommand, byPrefix),
      ...says(root, ['autoAccept'], { true: 'asks-for-some' }),
      ...says(root, ['general', 'defaultApprovalMode'], {
        auto_edit: 'asks-for-some',
        yolo: 'never-asks',
        default: 'always-asks',
      }),
    ],
  },
  {
    client: 'codex',
    path: /(^|\/)\.codex\/config\.toml$/,
    format: 'toml',
    reference: 'https://developers.openai.com/codex/config-reference',
    approvals: (root) =>
      [root, ...entriesOf(valueAt(root, 'profiles')).map(([, { value }]) => value)].flatMap(codexPolicy),
  },
  {
    client: 'opencode',
    path: /(^|\/)opencode\.jsonc?$/,
    format: 'json',
    reference: 'https://opencode.ai/docs/permissions/',
    approvals: (root) => [
      ...says(root, ['permission'], { allow: 'never-asks', ask: 'always-asks' }),
      ...says(root, ['permission', '*'], { allow: 'never-asks', ask: 'always-asks' }),
      ...says(root, ['permission', 'bash'], { allow: 'never-asks' }),
      ...says(root, ['permission', 'bash', '*'], { allow: 'never-asks' }),
      ...allowsByPattern(root, ['permission', 'bash'], /^\*$/, byPrefix),
      ...says(root, ['permission', 'edit'], { allow: 'asks-for-some' }),
    ],
  },
  {
    client: 'amp',
    path: /(^|\/)\.?amp\/settings\.json$/,
    format: 'json',
    reference: 'https://ampcode.com/manual',
    approvals: (root) => says(root, ['amp.dangerouslyAllowAll'], { true: 'never-asks' }),
  },
  {
    client: 'zed',
    path: /(^|\/)\.?zed\/settings\.json$/,
    format: 'json',
    reference: 'https://zed.dev/docs/ai/agent-settings',
    approvals: (root) =>
      says(root, ['agent', 'always_allow_tool_actions'], { true: 'never-asks', false: 'always-asks' }),
  },
  {
    client: 'goose',
    path: /(^|\/)goose\/(?:config\/)?config\.ya?ml$/,
    format: 'yaml',
    reference: 'https://block.github.io/goose/docs/guides/goose-permissions',
    approvals: (root) =>
      says(root, ['GOOSE_MODE'], { auto: 'never-asks', smart_approve: 'asks-for-some', approve: 'always-asks' }),
  },
  {
    client: 'kiro',
    path: /(^|\/)\.kiro\/settings\/(?:settings|cli)\.json$/,
    format: 'json',
    reference: 'https://kiro.dev/docs/',
    approvals: (root) => allows(root, ['trustedCommands'], /^\*$/, (item) => isBroadCommand(item)),
  },
  {
    client: 'amazon-q',
    path: /(^|\/)\.(?:aws\/)?amazonq\/(?:default|(?:cli-)?agents\/[^/]+)\.json$/,
    format: 'json',
    reference: 'https://github.com/aws/amazon-q-developer-cli/blob/main/docs/agent-format.md',
    approvals: (root) => allows(root, ['allowedTools'], /^\*$|^execute_bash$/),
  },
  {
    client: 'roo',
    path: /(^|\/)\.roo\/settings\.json$/,
    format: 'json',
    reference: 'https://docs.roocode.com/features/auto-approving-actions',
    approvals: (root) => says(root, ['alwaysAllowExecute'], { true: 'never-asks' }),
  },
  {
    client: 'qwen-code',
    path: /(^|\/)\.qwen\/settings\.json$/,
    format: 'json',
    reference: 'https://qwenlm.github.io/qwen-code-docs/en/users/configuration/settings/',
    approvals: (root) => [
      ...allows(root, ['tools', 'allowed'], anyCommand, byPrefix),
      ...says(root, ['tools', 'approvalMode'], {
        yolo: 'never-asks',
        'auto-edit': 'asks-for-some',
        default: 'always-asks',
        plan: 'always-asks',
      }),
    ],
  },
  {
    client: 'aider',
    path: /(^|\/)\.aider\.conf\.ya?ml$/,
    format: 'yaml',
    reference: 'https://aider.chat/docs/config/aider_conf.html',
    approvals: (root) => says(root, ['yes-always'], { true: 'never-asks', false: 'always-asks' }),
  },
  {
    client: 'crush',
    path: /(^|\/)\.?crush\.json$/,
    format: 'json',
    reference: 'https://github.com/charmbracelet/crush#allowing-tools',
    approvals: (root) => allows(root, ['permissions', 'allowed_tools'], /^bash$/),
  },
];

/** What a file says altogether: the least asking of its settings. */
export const leastAsking = (said: readonly ApprovalSaid[]): ApprovalSaid | undefined => {
  for (const approval of ['never-asks', 'asks-for-some', 'always-asks'] as const) {
    const found = said.find((one) => one.approval === approval);
    if (found) return found;
  }
  return undefined;
};

/** The text of a setting, for hooks and helpers. */
export const textAt = (root: Positioned, key: string): { readonly text: string; readonly line: number } | undefined => {
  const entry = entryOf(root, key);
  const text = textOf(entry?.value);
  return entry && text !== undefined ? { text, line: entry.line } : undefined;
};
