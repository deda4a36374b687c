/** The score of a forecast: likelihood times impact, 0 to 100, with every factor shown. */
import type { Finding } from '../domain/finding.ts';
import type { Factor } from '../domain/forecast.ts';
import type { Severity } from '../domain/outcome.ts';
import { ask } from '../graph/matcher.ts';
import type { Answers } from '../graph/pattern.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import type { Correlation } from '../kit/define-correlation.ts';
import type { WeighedMatch } from '../kit/weigh-correlation.ts';

/** What an unknown, and what one ordinary change, takes off the likelihood of a watch. */
const unknownCondition = 0.5;
const changeAway = 0.3;
/** Share of published weaknesses without a sign of exploitation that are exploited at all; FIRST, EPSS data. */
const unsungWeakness = 0.1;

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** How probably a matched advisory is exploited: known exploitation, then EPSS, then its severity. */
export function exploitability(payload: unknown): { readonly value: number; readonly why: string } | undefined {
  if (typeof payload !== 'object' || payload === null || !('advisory' in payload)) return undefined;
  const { advisory, exploited, exploitProbability, score } = payload as Readonly<Record<string, unknown>>;
  if (exploited === true) return { value: 1, why: `${advisory} is known to be exploited` };
  if (typeof exploitProbability === 'number') {
    return {
      value: round(Math.max(unsungWeakness, exploitProbability)),
      why: `EPSS of ${advisory} is ${exploitProbability}`,
    };
  }
  const value = typeof score === 'number' ? round(Math.max(unsungWeakness, score / 20)) : unsungWeakness;
  return { value, why: `no sign that ${advisory} is exploited; CVSS ${score ?? 'not given'}` };
}

/** Factors of the likelihood of one match: the attempt, each condition’s exploitability, and how surely each part is known. */
export function likelihoodOf(
  correlation: Correlation,
  { match, conditions, lacking }: WeighedMatch,
  snapshot: Snapshot,
  findings: ReadonlyMap<string, Finding>,
): Factor[] {
  const factors: Factor[] = [];
  const add = (name: string, value: number, why: string): void => {
    if (value !== 1) factors.push({ name, side: 'likelihood', value: round(value), why });
  };
  factors.push({ name: 'attempt', side: 'likelihood', value: correlation.attempt.value, why: correlation.attempt.why });
  for (const weighed of conditions) {
    const { condition, verdict } = weighed;
    if (weighed === lacking) {
      const isUnknown = weighed.state === 'unknown';
      add(
        condition.id,
        isUnknown ? unknownCondition : changeAway,
        isUnknown ? 'not known whether it holds' : 'one ordinary change away',
      );
      continue;
    }
    add(condition.id, condition.likelihood ?? 1, condition.because ?? 'as easily used as the correlation says');
    const exploits = verdict.findings
      .map((id) => exploitability(findings.get(id)?.payload))
      .filter((one) => one !== undefined);
    const [easiest] = exploits.toSorted((a, b) => b.value - a.value);
    if (easiest) add(`${condition.id} exploited`, easiest.value, easiest.why);
    add(`${condition.id} known`, verdict.confidence, 'confidence of what the condition rests on');
  }
  const hops = match.chains.flat().reduce((product, relation) => product * snapshot.relationConfidence(relation), 1);
  add('path known', hops, 'confidence of the relations that join the path');
  return factors;
}

/** Factors of the impact: of each name the largest whose test is true. */
export function impactOf(
  correlation: Correlation,
  match: WeighedMatch['match'],
  snapshot: Snapshot,
  answers: Answers,
): Factor[] {
  const largest = new Map<string, Factor>();
  for (const { name, value, why, test } of correlation.impact) {
    if ((largest.get(name)?.value ?? -1) >= value) continue;
    if (test && ask(snapshot, test, match.bound, answers).truth !== 'true') continue;
    largest.set(name, { name, side: 'impact', value, why });
  }
  return [...largest.values()];
}

/** The product of one side. */
export const productOf = (factors: readonly Factor[], side: Factor['side']): number =>
  factors.filter((factor) => factor.side === side).reduce((product, { value }) => product * value, 1);

/** Likelihood that at least one of several independent ways succeeds. */
export const noisyOr = (likelihoods: readonly number[]): number =>
  1 - likelihoods.reduce((product, likelihood) => product * (1 - likelihood), 1);

/** 0 to 100, whole points. */
export const scoreOf = (factors: readonly Factor[]): number =>
  Math.round(100 * Math.min(1, Math.max(0, productOf(factors, 'likelihood') * productOf(factors, 'impact'))));

const severityImpact: Readonly<Record<Severity, number>> = {
  critical: 0.9,
  high: 0.7,
  medium: 0.4,
  low: 0.2,
  info: 0.05,
};

/** Factors of an advisory, which has no path yet: what the finding alone says. */
export function advisoryFactors(finding: Finding): Factor[] {
  const exploit = exploitability(finding.payload);
  return [
    { name: 'alone', side: 'likelihood', value: 0.3, why: 'no combination that leads to harm was seen' },
    ...(exploit ? [{ name: 'exploited', side: 'likelihood', ...exploit } as const] : []),
    { name: 'confidence', side: 'likelihood', value: round(finding.confidence), why: 'confidence of the finding' },
    { name: 'severity', side: 'impact', value: severityImpact[finding.severity], why: `severity ${finding.severity}` },
  ];
}
