/** The settings by which coding agents give up the sandbox around their commands, or start what a repository brings along. */
import { booleanOf, entriesOf, entryOf, type Positioned, textOf, textsOf, valueAt } from '../../../read/positioned.ts';

/** A setting with the line on which it stands. */
export interface Switch {
  readonly value: boolean;
  readonly line: number;
}

const last = (root: Positioned, ...path: readonly string[]) =>
  entryOf(valueAt(root, ...path.slice(0, -1)), path.at(-1)!);

const readers: Readonly<Record<string, (root: Positioned) => readonly Switch[]>> = {
  // https://code.claude.com/docs/en/sandboxing
  'claude-code': (root) => {
    const enabled = last(root, 'sandbox', 'enabled');
    const excluded = last(root, 'sandbox', 'excludedCommands');
    return [
      ...(enabled && booleanOf(enabled.value) !== undefined
        ? [{ value: booleanOf(enabled.value) === false, line: enabled.line }]
        : []),
      ...(excluded && textsOf(excluded.value).includes('*') ? [{ value: true, line: excluded.line }] : []),
    ];
  },
  // https://developers.openai.com/codex/config-reference
  codex: (root) =>
    [root, ...entriesOf(valueAt(root, 'profiles')).map(([, { value }]) => value)].flatMap((each) => {
      const mode = entryOf(each, 'sandbox_mode');
      const text = textOf(mode?.value);
      return mode && text !== undefined ? [{ value: text === 'danger-full-access', line: mode.line }] : [];
    }),
  // https://geminicli.com/docs/cli/sandbox/
  'gemini-cli': (root) => sandboxOfTools(root),
  'qwen-code': (root) => sandboxOfTools(root),
  // https://cursor.com/docs/agent/terminal
  cursor: (root) => {
    const type = entryOf(root, 'type');
    const text = textOf(type?.value);
    return type && text !== undefined && /^(?:insecure_none|workspace_\w+)$/.test(text)
      ? [{ value: text === 'insecure_none', line: type.line }]
      : [];
  },
};

const sandboxOfTools = (root: Positioned): readonly Switch[] => {
  const sandbox = last(root, 'tools', 'sandbox') ?? entryOf(root, 'sandbox');
  if (sandbox === undefined) return [];
  const said = booleanOf(sandbox.value);
  // A name is that of the program that holds it: `docker`.
  return said === undefined && textOf(sandbox.value) === undefined
    ? []
    : [{ value: said === false, line: sandbox.line }];
};

/** Whether the settings of a client switch its sandbox off; undefined where they say nothing of it. */
export const sandboxOffIn = (client: string, root: Positioned): Switch | undefined => {
  const said = readers[client]?.(root) ?? [];
  return said.find(({ value }) => value) ?? said[0];
};

/** Whether servers that a repository brings along are approved by its own settings. https://code.claude.com/docs/en/settings */
export const serversStartedIn = (client: string, root: Positioned): Switch | undefined => {
  if (client !== 'claude-code') return undefined;
  const all = entryOf(root, 'enableAllProjectMcpServers');
  const named = entryOf(root, 'enabledMcpjsonServers');
  if (all && booleanOf(all.value) === true) return { value: true, line: all.line };
  if (named && textsOf(named.value).length > 0) return { value: true, line: named.line };
  return all ? { value: false, line: all.line } : undefined;
};
