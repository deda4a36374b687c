/** Tells a watch: what it lacks, what would follow, and what is known already. */
import type { ConditionState } from '../domain/forecast.ts';

/** More reasons than this do not help a reader. */
const mostReasons = 3;

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The first few reasons, and how many more there are. */
export function joinReasons(reasons: readonly string[]): string {
  const shown = reasons.slice(0, mostReasons).join('; ');
  return reasons.length > mostReasons ? `${shown}; and ${reasons.length - mostReasons} more` : shown;
}

/** “If the lacking condition holds: the story. The conditions that hold.” */
export function watchSentence(title: string, lack: ConditionState, states: readonly ConditionState[]): string {
  const known = states.filter(({ state }) => state === 'true').map(({ says }) => says);
  const premise = `If ${lack.flip ?? lack.says}: ${lowerFirst(title)}.`;
  return known.length > 0 ? `${premise} Known so far: ${known.join('; ')}.` : premise;
}

/** “All relations of a kind at an asset”, which nobody claims: the lack is the same whichever asset it is. */
const incomplete = /^(\S+) (?:of|into|from|out of) .+ was not observed completely: (.+)$/;

/**
 * Watches with this key lack the same thing. A reason that speaks of the watch’s own assets would keep every watch apart, so one that
 * several can share comes first.
 */
export function foldKeyOf(
  story: string,
  lack: ConditionState,
  reasons: readonly string[],
  own: readonly string[],
): string {
  if (lack.flip !== undefined) return `${story} ${lack.id}`;
  const shared = reasons.find((one) => !own.some((name) => one.includes(name)) && !incomplete.test(one));
  const reason = shared ?? reasons[0];
  const [, relation, why] = incomplete.exec(reason ?? '') ?? [];
  return relation === undefined ? (reason ?? `${story} ${lack.id}`) : `${story} ${relation} incomplete: ${why}`;
}
