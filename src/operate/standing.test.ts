/** Waivers, baseline and restriction on one report: what they mark, what they leave alone, and that nothing ever disappears. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Waiver } from '../domain/configuration.ts';
import type { Report } from '../domain/report.ts';
import { sampleReport } from '../kit/exporter-bench.ts';
import { applyWaivers } from './apply-waivers.ts';
import { baselineOf, baselineSchema, holdAgainstBaseline } from './hold-against-baseline.ts';
import { pathsInQuestion, restrictToChange } from './restrict-to-change.ts';
import { stateOfFinding, stateOfForecast } from './tell-state.ts';

const now = new Date('2026-05-01T23:59:59Z');
const [mail, unpinned, unknown] = sampleReport.findings as [Finding, Finding, Finding];
const [warning, watch] = sampleReport.forecasts as [Forecast, Forecast];
type Finding = Report['findings'][number];
type Forecast = Report['forecasts'][number];

const waiver = (id: string, state: string, more: Partial<Waiver> = {}): Waiver => ({
  ...{ id, state, owner: 'mira', reason: 'a test', expires: '2026-12-31' },
  ...more,
});
const of = (waivers: readonly Waiver[], report = sampleReport, at = now) => applyWaivers(report, waivers, at);

describe('applyWaivers', () => {
  it('marks what was accepted and tells the state of all else', () => {
    const { report, waivers } = of([waiver(mail.id, stateOfFinding(mail))]);
    expect(report.findings[0]).toMatchObject({ waived: { owner: 'mira', expires: '2026-12-31' } });
    expect(report.findings[1]).toEqual({ ...unpinned, state: stateOfFinding(unpinned) });
    expect(report.findings[2]).toEqual(unknown);
    expect(waivers.map(({ state }) => state)).toEqual(['holds']);
  });

  it('of a finding leaves the warning that rests on it open, and takes its advisory along', () => {
    const advisory: Forecast = { ...warning, id: 'forecast-3', level: 'advisory', hops: [], conditions: [] };
    const { report } = of([waiver(mail.id, stateOfFinding(mail))], {
      ...sampleReport,
      forecasts: [warning, watch, advisory],
    });
    expect(report.forecasts.map(({ waived }) => waived !== undefined)).toEqual([false, false, true]);
    const two: Forecast = { ...advisory, findings: [mail.id, unpinned.id] };
    const half = of([waiver(mail.id, stateOfFinding(mail))], { ...sampleReport, forecasts: [two] });
    expect(half.report.forecasts[0]).not.toHaveProperty('waived');
  });

  it.each([
    ['its last day', '2026-05-01', 'holds'],
    ['the day after', '2026-04-30', 'expired'],
  ])('holds through %s', (_, expires, state) => {
    expect(of([waiver(mail.id, stateOfFinding(mail), { expires })]).waivers[0]?.state).toBe(state);
  });

  it.each<[string, Partial<Finding>]>([
    ['it becomes graver', { severity: 'critical' }],
    ['it says something else', { message: 'Tool send_mail sends everything out.' }],
    ['it rests on another file', { evidence: [{ path: 'src/other.py', line: 28 }] }],
  ])('ends when %s', (_, change) => {
    const changed = { ...sampleReport, findings: [{ ...mail, ...change }] };
    const { report, waivers } = of([waiver(mail.id, stateOfFinding(mail))], changed);
    expect(report.findings[0]).toMatchObject({ waiverEnded: { why: 'changed' } });
    expect(waivers[0]?.state).toBe('changed');
  });

  it('does not end when lines move or a score does', () => {
    const moved = mail.evidence.map((place) => ({ ...place, line: place.line + 7 }));
    expect(stateOfFinding({ ...mail, evidence: moved })).toBe(stateOfFinding(mail));
    expect(stateOfForecast({ ...warning, score: 12 })).toBe(stateOfForecast(warning));
    expect(stateOfForecast({ ...warning, level: 'watch' })).not.toBe(stateOfForecast(warning));
  });

  it('of two for one thing uses the one that holds', () => {
    const state = stateOfFinding(mail);
    const both = [waiver(mail.id, state, { expires: '2020-01-01' }), waiver(mail.id, state)];
    for (const list of [both, both.toReversed()]) {
      const { report, waivers } = of(list);
      expect(report.findings[0]?.waived?.expires).toBe('2026-12-31');
      expect(waivers.map((one) => one.state).sort()).toEqual(['expired', 'holds']);
    }
  });

  it('never removes or invents a finding or forecast, whatever the waivers are', () => {
    const ids = [mail.id, unpinned.id, unknown.id, warning.id, watch.id, 'finding-none'];
    const states = [stateOfFinding(mail), stateOfFinding(unpinned), stateOfForecast(warning), '0'.repeat(12)];
    const any = fc.record({
      id: fc.constantFrom(...ids),
      state: fc.constantFrom(...states),
      owner: fc.constant('a'),
      reason: fc.constant('b'),
      expires: fc.constantFrom('2020-01-01', '2026-05-01', '2030-01-01'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (waivers) => {
        const { report, waivers: told } = of(waivers);
        expect(report.findings.map(({ id }) => id)).toEqual(sampleReport.findings.map(({ id }) => id));
        expect(report.forecasts.map(({ id }) => id)).toEqual(sampleReport.forecasts.map(({ id }) => id));
        expect(told).toHaveLength(waivers.length);
        expect(report.findings.find(({ id }) => id === unknown.id)).toEqual(unknown);
        for (const one of report.findings)
          expect(one.waived !== undefined && one.waiverEnded !== undefined).toBe(false);
      }),
    );
  });
});

describe('holdAgainstBaseline', () => {
  const baseline = baselineSchema.parse(JSON.parse(JSON.stringify(baselineOf(sampleReport))));

  it('knows everything of the report that it was made of, and no unknown answer', () => {
    const held = holdAgainstBaseline(sampleReport, baseline);
    expect(held.findings.map((one) => one.baseline)).toEqual([true, true, undefined]);
    expect(held.forecasts.map((one) => one.baseline)).toEqual([true, true]);
    expect(held.baseline).toMatchObject({ isSameSource: true, gone: 0 });
  });

  it('does not know what became graver, and counts what is gone', () => {
    const graver = {
      ...sampleReport,
      findings: [{ ...unpinned, severity: 'critical' as const }],
      forecasts: [{ ...watch, level: 'warning' as const }],
    };
    const held = holdAgainstBaseline(graver, baseline);
    expect(held.findings[0]).not.toHaveProperty('baseline');
    expect(held.forecasts[0]).not.toHaveProperty('baseline');
    expect(held.baseline?.gone).toBe(2);
    const milder = { ...sampleReport, findings: [{ ...mail, severity: 'low' as const }], forecasts: [] };
    expect(holdAgainstBaseline(milder, baseline).findings[0]?.baseline).toBe(true);
  });

  it('takes no id for one because every object has it', () => {
    const odd = {
      ...sampleReport,
      findings: [
        { ...mail, id: 'constructor' },
        { ...mail, id: '__proto__' },
      ],
    };
    expect(holdAgainstBaseline(odd, baseline).findings.every((one) => one.baseline === undefined)).toBe(true);
  });
});

describe('restrictToChange', () => {
  const commit = { ref: 'main', commit: '0'.repeat(40) };

  it('keeps what rests on a changed file, and the forecasts that rest on that', () => {
    const restricted = restrictToChange(sampleReport, commit, (path) => path === 'src/tools.py');
    expect(restricted.findings.map(({ id }) => id)).toEqual([mail.id, unknown.id]);
    expect(restricted.forecasts.map(({ id }) => id)).toEqual([warning.id]);
    expect(restricted.since).toMatchObject({ changed: 1, findings: 1, forecasts: 1 });
    expect(restricted.assets).toEqual(sampleReport.assets);
  });

  it('keeps what a report of that commit did not have, whatever it rests on', () => {
    const before = { ...sampleReport, findings: [mail], forecasts: [{ ...warning, level: 'watch' as const }, watch] };
    const restricted = restrictToChange(sampleReport, commit, () => false, before);
    expect(restricted.findings.map(({ id }) => id)).toEqual([unpinned.id]);
    expect(restricted.forecasts.map(({ id }) => id)).toEqual([warning.id, watch.id]);
    expect(restricted.since).toMatchObject({ isCompared: true });
  });

  it('asks about the place of an asset where a finding has none of its own', () => {
    expect(pathsInQuestion(sampleReport)).toContain('src/tools.py');
    expect(restrictToChange(sampleReport, commit, () => false)).toMatchObject({ findings: [], forecasts: [] });
    expect(restrictToChange(sampleReport, commit, () => true).since).toMatchObject({ findings: 0, forecasts: 0 });
  });
});
