/** Two reports of one source: what is new, what rose, what is gone, and what was only not looked at. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../domain/report.ts';
import { emptyReport, sampleReport } from '../kit/exporter-bench.ts';
import { compareReports, worsened } from './compare-reports.ts';

const nothingSeen: Report = { ...emptyReport, target: sampleReport.target, coverage: sampleReport.coverage };
const [warning, watch] = sampleReport.forecasts as [Report['forecasts'][number], Report['forecasts'][number]];
const [first, second] = sampleReport.findings as [Report['findings'][number], Report['findings'][number]];

describe('compareReports', () => {
  it('finds no difference between a report and itself', () => {
    const { isSameSource, ...lists } = compareReports(sampleReport, sampleReport);
    expect(isSameSource).toBe(true);
    for (const list of Object.values(lists)) expect(list).toEqual({ appeared: [], gone: [], changed: [] });
  });

  it('says what is new, and in the other direction what is gone', () => {
    const forth = compareReports(nothingSeen, sampleReport);
    expect(forth.forecasts.appeared).toEqual(sampleReport.forecasts);
    expect(forth.findings.appeared).toEqual([first, second]);
    expect(forth.assets.appeared).toEqual(sampleReport.assets);
    const back = compareReports(sampleReport, nothingSeen);
    expect(back.forecasts.gone).toEqual(sampleReport.forecasts.map((was) => ({ was, life: 'resolved' })));
    expect(back.findings.gone).toEqual([first, second].map((was) => ({ was, life: 'resolved' })));
    expect(back.assets.gone.map(({ was }) => was)).toEqual(sampleReport.assets);
    expect(back.findings.appeared).toEqual([]);
  });

  it('does not call gone what was not looked at again', () => {
    const blind = { ...nothingSeen, notSeen: [{ what: 'src/tools.py', scope: 'file', why: 'permission denied' }] };
    const { findings, forecasts, assets } = compareReports(sampleReport, blind);
    expect(findings.gone.map(({ was, life }) => [was.id, life])).toEqual([
      ['finding-1', 'stale'],
      ['finding-2', 'resolved'],
    ]);
    expect(forecasts.gone.map(({ life }) => life)).toEqual(['stale', 'resolved']);
    expect(assets.gone.filter(({ life }) => life === 'stale').map(({ was }) => was.id)).toEqual(['tool-1', 'tool-2']);
  });

  it.each([
    ['its question was not answered', { findings: [{ ...first, outcome: 'unknown' as const }] }],
    ['its detector was not asked', { coverage: emptyReport.coverage }],
    [
      'another part was left out by choice',
      { coverage: { ...sampleReport.coverage, excluded: [{ what: 'files', why: 'named with --exclude', count: 3 }] } },
    ],
  ])('keeps a finding stale where %s', (_, parts) => {
    const { findings } = compareReports(sampleReport, { ...nothingSeen, ...parts });
    expect(findings.gone.find(({ was }) => was.id === first.id)?.life).toBe('stale');
  });

  it('tells levels, scores and severities that changed, but no fraction of a point', () => {
    const after: Report = {
      ...sampleReport,
      forecasts: [
        { ...warning, score: warning.score + 0.4 },
        { ...watch, level: 'warning' },
      ],
      findings: [
        { ...first, message: 'said otherwise' },
        { ...second, severity: 'critical' },
      ],
    };
    const { forecasts, findings } = compareReports(sampleReport, after);
    expect(forecasts).toEqual({ appeared: [], gone: [], changed: [{ was: watch, is: after.forecasts[1] }] });
    expect(findings).toEqual({ appeared: [], gone: [], changed: [{ was: second, is: after.findings[1] }] });
  });

  it('says when the reports are of different sources', () => {
    expect(compareReports(sampleReport, emptyReport).isSameSource).toBe(false);
  });
});

describe('worsened', () => {
  it('has what is new and what rose, and nothing that fell or stayed', () => {
    const risen: Report = { ...sampleReport, forecasts: [{ ...watch, level: 'warning' }], findings: [second] };
    const before: Report = { ...sampleReport, forecasts: [watch], findings: [] };
    expect(worsened(compareReports(before, risen))).toEqual({ forecasts: risen.forecasts, findings: [second] });
    expect(worsened(compareReports(risen, before))).toEqual({ forecasts: [], findings: [] });
    expect(worsened(compareReports(risen, risen))).toEqual({ forecasts: [], findings: [] });
  });
});
