/** Waivers: what somebody accepted until a day; it stays in the report, is called waived, and is open again when it ends or changes. */
import type { Waiver } from '../domain/configuration.ts';
import type { Report } from '../domain/report.ts';
import { stateOfFinding, stateOfForecast } from './tell-state.ts';

type Standing = Pick<Report['findings'][number], 'state' | 'waived' | 'waiverEnded'>;
type Applied = NonNullable<Report['configuration']>['waivers'][number];

/** A waiver holds through its last day, in UTC. */
const isExpired = ({ expires }: Waiver, now: Date): boolean => now.toISOString().slice(0, 10) > expires;

/** Of several waivers of one thing the one that holds, else the one that would hold longest. */
const pick = (waivers: readonly Waiver[], state: string, now: Date): [Waiver, Applied['state']] | undefined => {
  const judged = waivers.map((waiver): [Waiver, Applied['state']] => [
    waiver,
    isExpired(waiver, now) ? 'expired' : waiver.state === state ? 'holds' : 'changed',
  ]);
  const latest = (a: (typeof judged)[number], b: (typeof judged)[number]): number =>
    a[0].expires < b[0].expires ? 1 : -1;
  return judged.filter(([, one]) => one === 'holds').sort(latest)[0] ?? judged.sort(latest)[0];
};

/** The report with the state of everything in it and its waivers applied, and what became of each waiver. */
export const applyWaivers = (
  report: Report,
  waivers: readonly Waiver[],
  now: Date,
): { readonly report: Report; readonly waivers: readonly Applied[] } => {
  const byId = Map.groupBy(waivers, ({ id }) => id);
  const used = new Map<Waiver, Applied['state']>();
  const standingOf = (id: string, state: string): Standing => {
    const own = byId.get(id) ?? [];
    const picked = pick(own, state, now);
    if (!picked) return { state };
    const [{ owner, reason, expires }, ends] = picked;
    used.set(...picked);
    if (ends === 'holds') return { state, waived: { owner, reason, expires } };
    return { state, waiverEnded: { owner, reason, expires, why: ends === 'expired' ? 'expired' : 'changed' } };
  };
  const findings = report.findings.map((one) =>
    one.outcome === 'fail' ? { ...one, ...standingOf(one.id, stateOfFinding(one)) } : one,
  );
  const waived = new Map(
    findings.flatMap((one) => ('waived' in one && one.waived ? [[one.id, one.waived] as const] : [])),
  );
  const forecasts = report.forecasts.map((one) => {
    const standing = standingOf(one.id, stateOfForecast(one));
    // An advisory only repeats its findings. A warning is more than its parts: accepting a part does not accept the path.
    const behind = one.level === 'advisory' && !standing.waived ? one.findings.map((id) => waived.get(id)) : [];
    const [first] = behind;
    return first !== undefined && behind.every((each) => each !== undefined)
      ? { ...one, ...standing, waived: first }
      : { ...one, ...standing };
  });
  const open = new Set(forecasts.filter((one) => !one.waived).map(({ id }) => id));
  const fixes = report.fixes?.filter(({ ends }) => ends.some((id) => open.has(id)));
  return {
    report: { ...report, findings, forecasts, ...(fixes ? { fixes } : {}) },
    waivers: waivers.map((waiver) => {
      const { id, owner, reason, expires } = waiver;
      const other = byId.get(id)!.some((each) => used.has(each))
        ? isExpired(waiver, now)
          ? 'expired'
          : 'changed'
        : 'unmatched';
      return { id, owner, reason, expires, state: used.get(waiver) ?? other };
    }),
  };
};
