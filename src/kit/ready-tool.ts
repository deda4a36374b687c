/** Ready tools: tools that a framework ships, of which everything that they do is listed. */
import type { Meaning, Pick } from './define-library.ts';

const effects = ['takesUntrustedContent', 'readsPrivateData', 'sendsOut', 'changesState', 'executesCode'] as const;
export type ReadyEffect = (typeof effects)[number];

/** Gives the asset of a tool that does what is listed and nothing else; `more` adds facts or replaces them. */
export const readyTool = (
  framework: string,
  name: Pick | undefined,
  does: readonly ReadyEffect[],
  more: Readonly<Record<string, Pick>> = {},
): NonNullable<Meaning['asset']> => ({
  kind: 'tool',
  ...(name ? { name } : {}),
  facts: {
    framework: { value: framework },
    effectsKnown: { value: true },
    ...Object.fromEntries(effects.map((effect) => [effect, { value: does.includes(effect) }])),
    ...more,
  },
});

/**
 * Gives the meaning of names that are tools when they are mentioned, without a call: `tools=[google_search]`.
 * `of` is the path with `@` in the place of the name; each name is a tool of its own.
 */
export const mentionedTools = (
  framework: string,
  of: string,
  names: readonly string[],
  does: readonly ReadyEffect[],
  reference: string,
  more: Readonly<Record<string, Pick>> = {},
): readonly Meaning[] =>
  names.map((name) => ({
    of: of.replaceAll('@', name),
    when: 'symbol',
    asset: {
      ...readyTool(framework, { value: name }, does, more),
      identifier: { scheme: 'symbol', value: { value: `${framework}#${name}` } },
    },
    reference,
  }));
