/** Verdicts and how they combine, after Kleene: truth with what it rests on. */
import type { Evidence } from '../domain/evidence.ts';
import type { Truth } from '../domain/truth.ts';
import { negate } from '../domain/truth.ts';
import type { Verdict } from './pattern.ts';

/** A verdict over a thousand members keeps this much of what it rests on. */
const evidenceLimit = 64;
const missingLimit = 16;

const nothing = { evidence: [], findings: [], missing: [], witness: {}, steps: [] } as const;

export const trueVerdict: Verdict = { truth: 'true', confidence: 1, ...nothing };
export const falseVerdict: Verdict = { truth: 'false', confidence: 1, ...nothing };

export const knownVerdict = (value: boolean, confidence = 1, evidence: readonly Evidence[] = []): Verdict => ({
  ...nothing,
  truth: value ? 'true' : 'false',
  confidence,
  evidence,
});

export const unknownVerdict = (...missing: readonly string[]): Verdict => ({
  ...nothing,
  truth: 'unknown',
  confidence: 1,
  missing,
});

/** The opposite; unknown stays, and what it rests on stays too. */
export const notVerdict = (verdict: Verdict): Verdict => ({ ...verdict, truth: negate(verdict.truth) });

const sameEvidence = (one: Evidence): string =>
  `${one.source}\u0000${one.path}\u0000${one.line}\u0000${one.note ?? ''}`;

const unique = <T>(items: readonly T[], key: (item: T) => unknown, limit: number): readonly T[] => {
  if (items.length < 2) return items;
  const seen = new Map<unknown, T>();
  for (const item of items) {
    if (seen.size >= limit) break;
    const at = key(item);
    if (!seen.has(at)) seen.set(at, item);
  }
  return [...seen.values()];
};

/** Puts together what several verdicts rest on, under a truth that they give together. */
export const joinVerdicts = (truth: Truth, parts: readonly Verdict[]): Verdict => {
  if (parts.length === 1 && parts[0]!.truth === truth) return parts[0]!;
  return {
    truth,
    confidence: parts.reduce((product, part) => product * part.confidence, 1),
    evidence: unique(
      parts.flatMap((part) => part.evidence),
      sameEvidence,
      evidenceLimit,
    ),
    findings: [...new Set(parts.flatMap((part) => part.findings))],
    missing:
      truth === 'unknown'
        ? unique(
            parts.flatMap((part) => part.missing),
            (each) => each,
            missingLimit,
          )
        : [],
    witness: Object.assign({}, ...parts.map((part) => part.witness)) as Verdict['witness'],
    steps: [...new Set(parts.flatMap((part) => part.steps))],
  };
};

/** The surest of several; of equally sure ones the first. */
export const surest = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce((best, each) => (each.confidence > best.confidence ? each : best));

/**
 * One deciding verdict (`decider`) settles it, and the answer rests on the surest of those; else one unknown leaves it open;
 * else all together settle it the other way.
 */
export const settle = (verdicts: readonly Verdict[], decider: 'true' | 'false'): Verdict => {
  const deciding = verdicts.filter((each) => each.truth === decider);
  if (deciding.length > 0) return surest(deciding);
  if (verdicts.some((each) => each.truth === 'unknown')) return joinVerdicts('unknown', verdicts);
  return verdicts.length === 0
    ? decider === 'false'
      ? trueVerdict
      : falseVerdict
    : joinVerdicts(negate(decider), verdicts);
};
