/** The gate, for every word that it knows. */
import { describe, expect, it } from 'vitest';
import { type Gate, gates } from '../domain/configuration.ts';
import type { Report } from '../domain/report.ts';
import { isHit } from './gate.ts';

const finding = (severity: string, outcome = 'fail') => ({ severity, outcome }) as Report['findings'][number];
const forecast = (level: string) => ({ level }) as Report['forecasts'][number];

/** Which gates are hit by what was found. */
const hits: [string, Pick<Report, 'findings' | 'forecasts'>, Gate[]][] = [
  ['nothing', { findings: [], forecasts: [] }, []],
  ['a critical finding', { findings: [finding('critical')], forecasts: [] }, ['critical', 'high', 'medium', 'low']],
  ['a high finding', { findings: [finding('high')], forecasts: [] }, ['high', 'medium', 'low']],
  ['a low finding', { findings: [finding('low')], forecasts: [] }, ['low']],
  ['an informative finding', { findings: [finding('info')], forecasts: [] }, []],
  ['an unknown critical answer', { findings: [finding('critical', 'unknown')], forecasts: [] }, []],
  [
    'a warning',
    { findings: [], forecasts: [forecast('warning')] },
    ['critical', 'high', 'medium', 'low', 'warning', 'watch'],
  ],
  ['a watch', { findings: [], forecasts: [forecast('watch')] }, ['watch']],
  [
    'what was waived or stood in the baseline',
    {
      findings: [
        { ...finding('critical'), waived: { owner: 'me', reason: 'x', expires: '2027-01-01' } },
        { ...finding('critical'), baseline: true },
      ],
      forecasts: [{ ...forecast('warning'), baseline: true }],
    },
    [],
  ],
  ['an advisory', { findings: [], forecasts: [forecast('advisory')] }, []],
];

describe('isHit', () => {
  it.each(hits)('by %s', (_, report, expected) => {
    expect(gates.filter((gate) => isHit(gate, report))).toEqual(expected);
  });
});
