/** How detectors judge the signs of a text: each has a weight, and together they reach a bound or do not. */
import type { Severity } from '../domain/outcome.ts';
import type { Test } from '../graph/pattern.ts';
import { all, any, fact, not } from './tests.ts';

/** Weights of signs; one that is not listed weighs nothing. */
export type SignWeights = Readonly<Record<string, number>>;

/** The sum of the weights of these signs. */
export const weighSigns = (weights: SignWeights, signs: readonly string[]): number =>
  signs.reduce((sum, sign) => sum + (weights[sign] ?? 0), 0);

/** Every smallest set of signs that reaches the bound: without any of them it would not. */
const smallestSets = (weights: SignWeights, bound: number): readonly (readonly string[])[] => {
  const entries = Object.entries(weights).filter(([, weight]) => weight > 0);
  const found: string[][] = [];
  const grow = (from: number, chosen: readonly (readonly [string, number])[], sum: number): void => {
    if (sum >= bound) {
      if (chosen.every(([, weight]) => sum - weight < bound)) found.push(chosen.map(([sign]) => sign));
      return;
    }
    for (let at = from; at < entries.length; at++) grow(at + 1, [...chosen, entries[at]!], sum + entries[at]![1]);
  };
  grow(0, [], 0);
  return found;
};

/** Holds where the signs of `of` weigh less than the bound; unknown where its text was not read. */
export const weighsLess = (of: string, weights: SignWeights, bound: number): Test =>
  not(
    any(...smallestSets(weights, bound).map((set) => all(...set.map((sign) => fact(of, 'textSigns').includes(sign))))),
  );

/** How bad it is, by how far beyond the bound the signs are. */
export const severityOf = (
  weight: number,
  steps: readonly (readonly [atLeast: number, severity: Severity])[],
): Severity => steps.find(([atLeast]) => weight >= atLeast)?.[1] ?? 'low';

/** What each sign means, so that a finding explains itself. */
const meanings: Readonly<Record<string, string>> = {
  'overrides-instructions': 'tells the model to set aside instructions that it was given',
  'hides-from-user': 'tells the model to keep something from its user',
  'reads-credentials': 'has files read that hold credentials',
  'sends-data-out': 'has data sent to an address outside',
  'asks-for-conversation': 'asks for the whole conversation or the system prompt',
  'alters-other-tools': 'gives orders about the use of other tools',
  'commanding-markup': 'is written in markup that models take for orders of the system',
  'encoded-payload': 'holds an encoded payload that is to be run',
  'downloads-and-runs': 'downloads a program and runs it at once',
  'remote-instructions': 'fetches its instructions from an address',
  'switches-off-approval': 'switches off approvals or checks',
  destroys: 'deletes whole file systems or accounts',
  'inserts-remote-code': 'has a script of another address put into every page',
  silently: 'acts without telling anybody',
  padding: 'pushes a part of its text out of sight',
  'runs-any-command': 'allows itself every command',
  'tag-characters': 'characters that no screen shows and that spell a text',
  'variation-selectors': 'variation selectors in a row, which carry bytes',
  'zero-width': 'characters without width in a row or inside words',
  'bidirectional-override':
    'an override of the writing direction, which shows the text in another order than it is read',
  'bidirectional-marks': 'isolates or embeddings of the writing direction around Latin text',
  'look-alikes': 'letters of another script that look like Latin ones',
  'terminal-escapes': 'escapes that let a terminal conceal what is written',
};

/** The signs in words, as the second half of a sentence. */
export const tellSigns = (signs: readonly string[]): string => {
  const told = signs.flatMap((sign) => meanings[sign] ?? []);
  return told.length < 2 ? (told[0] ?? '') : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`;
};
