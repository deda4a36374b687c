/** Ways to read a report that every format shares: names of kinds, places, shares, groups, and what counts as the same watch. */
import { kinds } from '../domain/kinds.ts';
import { type Severity, severities } from '../domain/outcome.ts';
import type { Report } from '../domain/report.ts';

export { severities } from '../domain/outcome.ts';

type Finding = Report['findings'][number];
type Forecast = Report['forecasts'][number];
type Tally = Report['coverage']['detectors'][number];
type Place = { readonly path: string; readonly line: number };

/** A kind’s title inside a sentence, in the plural unless the number is 1: “agents”, “AI application”, “identities”. */
export const nameKind = (kind: string, number: number): string => {
  const title = (kinds as Readonly<Record<string, { readonly title: string }>>)[kind]?.title ?? kind;
  const plain = /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;
  if (number === 1) return plain;
  return plain.endsWith('y') && !/[aeiou]y$/.test(plain) ? `${plain.slice(0, -1)}ies` : `${plain}s`;
};

/** A place as editors understand it: `src/agent.py:14`; empty where there is none. */
export const showPlace = (place: Place | undefined): string =>
  place === undefined ? '' : place.line > 0 ? `${place.path}:${place.line}` : place.path;

/** The groups in the order of their first items, and the items in theirs. */
export const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] => [
  ...Map.groupBy(items, keyOf),
];

/** “3 of 41 agents”: how many assets failed of those that could be asked, by the detector’s own tally. */
export const showShare = (failed: number, tally: Tally | undefined): string => {
  if (!tally) return `${failed} ${failed === 1 ? 'finding' : 'findings'}`;
  const asked = tally.pass + tally.fail + tally.unknown;
  const [kind, ...others] = tally.about ?? [];
  const noun = kind !== undefined && others.length === 0 ? nameKind(kind, asked) : asked === 1 ? 'asset' : 'assets';
  return `${failed} of ${asked} ${noun}`;
};

const gravity = (severity: Severity): number => severities.indexOf(severity);

/** Failing findings that nobody has accepted, the gravest first. */
export const failingFindings = (report: Pick<Report, 'findings'>): Finding[] =>
  report.findings
    .filter(({ outcome, waived }) => outcome === 'fail' && waived === undefined)
    .sort((a, b) => gravity(a.severity) - gravity(b.severity));

/** “2 critical, 5 high”. */
export const showSeverities = (findings: readonly Finding[]): string =>
  severities
    .map((severity) => [severity, findings.filter((one) => one.severity === severity).length] as const)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => `${number} ${severity}`)
    .join(', ');

/** What was not seen, with the questions apart that are only asked of a part of their assets: nothing went unread for them. */
export const splitNotSeen = ({
  notSeen,
  coverage,
}: Pick<Report, 'notSeen' | 'coverage'>): {
  readonly unread: Report['notSeen'];
  readonly inPart: Report['notSeen'];
} => {
  const detectors = new Set(coverage.detectors.map(({ detector }) => detector));
  return {
    unread: notSeen.filter(({ scope }) => !detectors.has(scope)),
    inPart: notSeen.filter(({ scope }) => detectors.has(scope)),
  };
};

/** A message’s first sentence: further findings of one detector need not say again why they matter. */
export const firstSentence = (message: string): string => /^.*?[.!?](?= \p{Lu})/su.exec(message)?.[0] ?? message;

/** Forecasts of one level that nobody has accepted, the most pressing first. */
export const forecastsOf = (report: Pick<Report, 'forecasts'>, level: Forecast['level']): Forecast[] =>
  report.forecasts.filter((one) => one.level === level && one.waived === undefined).sort((a, b) => b.score - a.score);

/** Watches that lack the same thing are one group; the most pressing group first, and in each the most pressing watch. */
export const foldWatches = (watches: readonly Forecast[]): [Forecast, ...Forecast[]][] =>
  groupBy(watches, ({ foldKey, missing }) => foldKey ?? missing ?? '')
    .map(([, own]) => own as [Forecast, ...Forecast[]])
    .sort(([a], [b]) => b.score - a.score);
