/** Baseline: what was there on a day; only what is new or graver since then matters to a gate, and everything is still shown. */
import { z } from 'zod';
import { type Level, levels } from '../domain/forecast.ts';
import { type Severity, severities } from '../domain/outcome.ts';
import type { Report } from '../domain/report.ts';

export const baselineSchema = z.object({
  baselineVersion: z.literal('1.0'),
  source: z.string(),
  at: z.iso.datetime(),
  findings: z.record(z.string(), z.enum(severities)),
  forecasts: z.record(z.string(), z.enum(levels)),
});
export type Baseline = z.infer<typeof baselineSchema>;

/** The baseline that a report makes: its failing findings and its forecasts, by id, with how grave each is. */
export const baselineOf = ({ target, startedAt, findings, forecasts }: Report): Baseline => ({
  baselineVersion: '1.0',
  source: target.source,
  at: startedAt,
  findings: Object.fromEntries(
    findings.filter(({ outcome }) => outcome === 'fail').map(({ id, severity }) => [id, severity]),
  ),
  forecasts: Object.fromEntries(forecasts.map(({ id, level }) => [id, level])),
});

/** Gravest first, as both lists are declared. */
const isNoGraver = <Word>(words: readonly Word[], is: Word, was: Word): boolean =>
  words.indexOf(is) >= words.indexOf(was);

/** The report with everything marked that the baseline has and that is no graver than it was. */
export const holdAgainstBaseline = (report: Report, baseline: Baseline): Report => {
  const mark = <Item extends { readonly id: string }>(one: Item, isKnown: boolean): Item =>
    isKnown ? { ...one, baseline: true } : one;
  const failing = new Set(report.findings.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id));
  const standing = new Set(report.forecasts.map(({ id }) => id));
  const own = <Word>(words: Readonly<Record<string, Word>>, id: string): Word | undefined =>
    Object.hasOwn(words, id) ? words[id] : undefined;
  return {
    ...report,
    findings: report.findings.map((one) => {
      const was = own<Severity>(baseline.findings, one.id);
      return mark(one, one.outcome === 'fail' && was !== undefined && isNoGraver(severities, one.severity, was));
    }),
    forecasts: report.forecasts.map((one) => {
      const was = own<Level>(baseline.forecasts, one.id);
      return mark(one, was !== undefined && isNoGraver(levels, one.level, was));
    }),
    baseline: {
      at: baseline.at,
      source: baseline.source,
      isSameSource: baseline.source === report.target.source,
      gone:
        Object.keys(baseline.findings).filter((id) => !failing.has(id)).length +
        Object.keys(baseline.forecasts).filter((id) => !standing.has(id)).length,
    },
  };
};
