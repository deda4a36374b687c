/** Reads the commands that coding agents run by themselves on an event. */
import { entriesOf, entryOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { textAt } from './approval-settings.ts';

export interface HookSaid {
  /** The event, with the position of the hook where there are several. */
  readonly name: string;
  /** What it runs on, in the client’s own word. */
  readonly event: string;
  readonly command: string;
  readonly line: number;
}

/**
 * Claude Code nests: event → matchers → hooks (https://code.claude.com/docs/en/hooks); Cursor lists commands under the event
 * (https://cursor.com/docs/agent/hooks). Both are read from `hooks`.
 */
const readHookLists = (hooks: Positioned | undefined): readonly HookSaid[] =>
  entriesOf(hooks).flatMap(([event, { value }]) => {
    const all = itemsOf(value).flatMap((matcher) => {
      const inner = valueAt(matcher, 'hooks');
      return inner === undefined ? [matcher] : itemsOf(inner);
    });
    return all.flatMap((hook, index) => {
      const entry = entryOf(hook, 'command') ?? entryOf(hook, 'bash') ?? entryOf(hook, 'powershell');
      const command = textOf(entry?.value);
      return entry && command
        ? [{ name: all.length > 1 ? `${event} ${index + 1}` : event, event, command, line: entry.line }]
        : [];
    });
  });

/** Settings of Claude Code whose value is a command. */
const helpers = ['apiKeyHelper', 'awsAuthRefresh', 'awsCredentialExport', 'otelHeadersHelper'];

/** Every hook of a file of settings. */
export const readHooks = (root: Positioned): readonly HookSaid[] => {
  const helped = helpers.flatMap((name) => {
    const said = textAt(root, name);
    return said ? [{ name, event: name, command: said.text, line: said.line }] : [];
  });
  const status = valueAt(root, 'statusLine');
  const command = entryOf(status, 'command');
  const text = textOf(command?.value);
  return [
    ...readHookLists(valueAt(root, 'hooks')),
    ...helped,
    ...(command && text ? [{ name: 'statusLine', event: 'statusLine', command: text, line: command.line }] : []),
  ];
};

/** A hook file of Kiro: one event, and a command or a prompt (https://kiro.dev/docs/hooks/). */
export const readKiroHook = (root: Positioned): readonly HookSaid[] => {
  const entry = entryOf(valueAt(root, 'then'), 'command');
  const command = textOf(entry?.value);
  const name = textOf(valueAt(root, 'name')) ?? textOf(valueAt(root, 'when', 'type')) ?? 'hook';
  const event = textOf(valueAt(root, 'when', 'type')) ?? 'hook';
  return entry && command ? [{ name, event, command, line: entry.line }] : [];
};

/** Tasks of an editor that it runs when the folder is opened (https://code.visualstudio.com/docs/debugtest/tasks#_run-behavior). */
export const readFolderTasks = (root: Positioned): readonly HookSaid[] =>
  itemsOf(valueAt(root, 'tasks')).flatMap((task) => {
    if (textOf(valueAt(task, 'runOptions', 'runOn')) !== 'folderOpen') return [];
    const entry = entryOf(task, 'command') ?? entryOf(task, 'script');
    const program = textOf(entry?.value) ?? textOf(valueAt(entry?.value, 'value'));
    if (entry === undefined || program === undefined) return [];
    const words = itemsOf(valueAt(task, 'args')).flatMap(
      (word) => textOf(word) ?? textOf(valueAt(word, 'value')) ?? [],
    );
    const name = textOf(valueAt(task, 'label')) ?? program;
    return [{ name, event: 'folderOpen', command: [program, ...words].join(' '), line: entry.line }];
  });
