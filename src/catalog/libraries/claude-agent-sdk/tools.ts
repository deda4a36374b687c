/** The tools that come with Claude’s agents: what each of them does, by the name under which it is allowed. */
import type { Link, Meaning, Pick } from '../../../kit/define-library.ts';

export const framework: Pick = { value: 'claude-agent-sdk' };
const effects = ['takesUntrustedContent', 'readsPrivateData', 'sendsOut', 'changesState', 'executesCode'] as const;
type Effect = (typeof effects)[number];

/** https://code.claude.com/docs/en/tools-reference */
const builtIn: readonly (readonly [names: string, does: readonly Effect[]])[] = [
  ['Bash', ['executesCode', 'changesState', 'readsPrivateData', 'sendsOut', 'takesUntrustedContent']],
  ['Read', ['readsPrivateData']],
  ['Grep', ['readsPrivateData']],
  ['Glob', ['readsPrivateData']],
  ['Write', ['changesState']],
  ['Edit', ['changesState']],
  ['MultiEdit', ['changesState']],
  ['NotebookEdit', ['changesState']],
  ['WebFetch', ['takesUntrustedContent', 'sendsOut']],
  ['WebSearch', ['takesUntrustedContent']],
];
/** `Bash`, or `Bash(git log:*)`, which allows some commands alone. */
const named = (name: string): RegExp => new RegExp(`^${name}(?:\\(.*\\))?$`);
const usesTool: readonly Link[] = [{ relation: 'uses-tool', from: { made: 'agent' }, to: 'self' }];
/** Each agent has its own: what one may do without a question another has to ask for. */
const tool = (name: string, does: readonly Effect[], approval?: Pick): NonNullable<Meaning['asset']> => ({
  kind: 'tool',
  name: { value: name },
  facts: {
    framework,
    effectsKnown: { value: true },
    ...Object.fromEntries(effects.map((effect) => [effect, { value: does.includes(effect) }])),
    ...(approval ? { approval } : {}),
  },
});
const reference = 'https://code.claude.com/docs/en/agent-sdk/permissions';

/** Tools that an agent is given by name. */
export const namedTools = (of: string, tools: Pick): readonly Meaning[] =>
  builtIn.map(([name, does]) => ({
    of,
    onlyIf: { ...tools, matching: named(name) },
    asset: tool(name, does),
    links: usesTool,
    reference,
  }));

/** Tools that are allowed by name: they run without a question, unless a hook stands before them. */
export const allowedTools = (of: string, allowed: Pick, hooks: Pick): readonly Meaning[] => [
  ...namedTools(of, allowed),
  ...builtIn.flatMap(([name, does]): readonly Meaning[] => [
    {
      of,
      onlyIf: { ...allowed, matching: new RegExp(`^${name}$`) },
      unless: hooks,
      asset: tool(name, does, { value: 'never-asks' }),
      reference,
    },
    {
      // One that is allowed for some commands alone has been thought about.
      of,
      onlyIf: { ...allowed, matching: new RegExp(`^${name}\\(.+\\)$`) },
      unless: { ...allowed, matching: new RegExp(`^${name}$`) },
      asset: tool(name, does, { value: 'asks-for-some' }),
      reference,
    },
  ]),
];

/** Told to pass over permissions, an agent that keeps all its tools runs whatever commands it likes. */
export const bypassing = (of: string, mode: Pick, unless: readonly Pick[]): Meaning => ({
  of,
  onlyIf: { ...mode, matching: /^bypassPermissions$/ },
  unless,
  asset: tool('Bash', builtIn[0]![1], { value: 'never-asks' }),
  links: usesTool,
  reference,
});
