/** The settings by which coding agents are told to act without asking, one row per setting and vendor. */
import {
  booleanOf,
  entriesOf,
  entryOf,
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
const allows = (root: Positioned, path: readonly string[], everything: RegExp): readonly ApprovalSaid[] => {
  const entry = at(root, path);
  if (entry?.value.is !== 'list') return [];
  const items = textsOf(entry.value);
  if (items.length === 0) return [];
  return [{ approval: items.some((item) => everything.test(item)) ? 'never-asks' : 'asks-for-some', line: entry.line }];
};

/** A map from pattern to whether it needs no approval. */
const allowsByPattern = (root: Positioned, path: readonly string[], everything: RegExp): readonly ApprovalSaid[] =>
  entriesOf(at(root, path)?.value).flatMap(([pattern, { line, value }]) =>
    booleanOf(value) === true || booleanOf(valueAt(value, 'approve')) === true
      ? [{ approval: everything.test(pattern) ? ('never-asks' as const) : ('asks-for-some' as const), line }]
      : [],
  );

/** Any command without asking is anything without asking: whatever a tool does, a command can do. */
const anyCommand = /^(?:\*|Bash|(?:Bash|Shell)\((?:\*|\*:\*|:\*)?\)|run_shell_command|ShellTool)$/;

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
      ...allows(root, ['permissions', 'allow'], anyCommand),
      ...says(root, ['enableAllProjectMcpServers'], { true: 'asks-for-some' }),
    ],
  },
  {
    client: 'cursor',
    path: /(^|\/)\.cursor\/(?:permissions|cli|cli-config)\.json$/,
    format: 'json',
    reference: 'https://cursor.com/docs/cli/reference/permissions',
    approvals: (root) => [
      ...allows(root, ['permissions', 'allow'], anyCommand),
      ...allows(root, ['terminalAllowlist'], /^\*$/),
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
      ...allowsByPattern(root, ['chat', 'tools', 'terminal', 'autoApprove'], /^(?:\/(?:\^?\.\*\$?)\/[a-z]*|\*)$/),
      ...allowsByPattern(root, ['chat', 'tools', 'edits', 'autoApprove'], /^$/),
      ...allowsByPattern(root, ['chat', 'tools', 'urls', 'autoApprove'], /^$/),
    ],
  },
  {
    client: 'gemini-cli',
    path: /(^|\/)\.gemini\/settings\.json$/,
    format: 'json',
    reference: 'https://geminicli.com/docs/get-started/configuration/',
    approvals: (root) => [
      ...allows(root, ['tools', 'allowed'], anyCommand),
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
    approvals: (root) => [
      ...says(root, ['approval_policy'], {
        never: 'never-asks',
        'on-failure': 'asks-for-some',
        'on-request': 'asks-for-some',
        untrusted: 'asks-for-some',
      }),
    ],
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
    approvals: (root) => allows(root, ['trustedCommands'], /^\*$/),
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
