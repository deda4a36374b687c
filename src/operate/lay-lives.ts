/** Lays what the store knows of earlier runs on a report: what is new, known or back, and what is gone. */
import type { Report } from '../domain/report.ts';
import type { KeptFinding, Run, RunChanges } from '../store/store.ts';

type Gone = NonNullable<Report['history']>['gone'][number];

/** The report with the life of everything in it. `kept` are the findings of its source as the store has them after the run. */
export const layLives = (
  report: Report,
  changes: RunChanges,
  kept: readonly KeptFinding[],
  run: string,
  previous: Run | undefined,
): Report => {
  const lives = new Map(changes.forecasts.map(({ id, life }) => [id, life]));
  const shown = new Set(report.forecasts.map(({ id }) => id));
  const messages = new Map(kept.map((one) => [one.id, one]));
  const gone = [
    ...changes.forecasts.flatMap(({ id, life, level, sentence, before }): Gone[] => {
      if (shown.has(id) || (life !== 'resolved' && life !== 'stale')) return [];
      return before?.life === 'resolved' ? [] : [{ id, what: 'forecast', life, gravity: level, says: sentence }];
    }),
    ...[...changes.findings].flatMap(([id, life]): Gone[] => {
      const one = messages.get(id);
      if (one === undefined || (life !== 'resolved' && life !== 'stale')) return [];
      return [{ id, what: 'finding', life, gravity: one.severity, says: one.message }];
    }),
  ];
  // Where nothing was remembered before, everything is new, and to say so of each thing tells nobody anything.
  const withLife = <Item extends { readonly id: string }>(one: Item, life: string | undefined): Item =>
    life === undefined || previous === undefined ? one : { ...one, life };
  return {
    ...report,
    findings: report.findings.map((one) =>
      one.outcome === 'fail' ? withLife(one, changes.findings.get(one.id)) : one,
    ),
    forecasts: report.forecasts.map((one) => withLife(one, lives.get(one.id))),
    history: {
      run,
      ...(previous ? { previous: { run: previous.id, startedAt: previous.startedAt } } : {}),
      gone,
    },
  };
};
