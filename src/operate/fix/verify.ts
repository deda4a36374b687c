/** Holds a scan after fixes against what was foretold of it. */
import type { FixRecord } from './fix-record.ts';
import type { Standing } from './predict.ts';

/** Something that is not as it was foretold. */
export interface Difference {
  readonly id: string;
  readonly what: 'finding' | 'forecast';
  /** What was foretold: `fails`, `gone`, or a level. */
  readonly foretold: string;
  readonly found: string;
  readonly says: string;
}

export interface Verification {
  readonly record: string;
  readonly isVerified: boolean;
  readonly steps: readonly {
    readonly id: string;
    readonly does: string;
    /** Findings that were to end, and still fail. */
    readonly stillFailing: readonly string[];
    /** Forecasts that were to end, and stand as they did. */
    readonly stillStanding: readonly string[];
  }[];
  /** Everything that is not as it was foretold. */
  readonly differences: readonly Difference[];
}

const orGone = (value: string | undefined): string => value ?? 'gone';

/** Compares; nothing is verified that differs in any finding or forecast. */
export const compareStandings = (record: FixRecord, found: Standing): Verification => {
  const failing = new Map(record.predicted.failing);
  const forecasts = new Map(record.predicted.forecasts);
  const differences: Difference[] = [];
  for (const id of [...new Set([...failing.keys(), ...found.failing.keys()])].sort()) {
    const [foretold, now] = [failing.get(id), found.failing.get(id)];
    if ((foretold === undefined) === (now === undefined)) continue;
    differences.push({
      id,
      what: 'finding',
      foretold: foretold === undefined ? 'gone' : 'fails',
      found: now === undefined ? 'gone' : 'fails',
      says: now ?? foretold!,
    });
  }
  for (const id of [...new Set([...forecasts.keys(), ...found.forecasts.keys()])].sort()) {
    const [foretold, now] = [forecasts.get(id), found.forecasts.get(id)];
    if (foretold?.level === now?.level) continue;
    differences.push({
      id,
      what: 'forecast',
      foretold: orGone(foretold?.level),
      found: orGone(now?.level),
      says: (now ?? foretold)!.sentence,
    });
  }
  const steps = record.steps.map(({ id, does, findings, forecasts: ended }) => ({
    id,
    does,
    stillFailing: findings.filter((one) => found.failing.has(one)),
    stillStanding: ended.filter((one) => found.forecasts.get(one)?.level !== forecasts.get(one)?.level),
  }));
  const isVerified =
    differences.length === 0 && steps.every((one) => one.stillFailing.length + one.stillStanding.length === 0);
  return { record: record.id, isVerified, steps, differences };
};
