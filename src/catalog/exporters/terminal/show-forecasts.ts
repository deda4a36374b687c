// The first thing on the page: what is most likely to go wrong, by which path, and what to do first.
import type { Report } from '../../../kit/define-exporter.ts';
import { foldWatches, forecastsOf, showPlace } from '../../../kit/read-report.ts';
import { freshWord, sayNoForecast, standingWords } from '../../../kit/report-standing.ts';
import { clean, count, type Page, widthOf } from '../../../kit/text-page.ts';

type Forecast = Report['forecasts'][number];

/** Names of assets by id, with their kind: “agent triage”. */
export type NameOf = (asset: string) => string;

/** Most warnings with their paths, watches and advisories that are shown before the rest is counted. */
const mostShown = 5;
const mostReferences = 4;
const indent = 4;

/** The path, one line for each hop, its evidence in a column of its own where all lines fit. */
const showPath = (forecast: Forecast, nameOf: NameOf, page: Page): string[] => {
  const hops = forecast.hops.map(({ from, relation, to, evidence }) => ({
    text: clean(`${nameOf(from)} ─ ${relation.replaceAll('-', ' ')} → ${nameOf(to)}`),
    place: clean(showPlace(evidence[0])),
  }));
  const widest = Math.max(...hops.map(({ text }) => widthOf(text)));
  const fits = hops.every(({ place }) => indent + widest + 2 + widthOf(place) <= page.columns);
  return hops.flatMap(({ text, place }) =>
    fits
      ? [`${' '.repeat(indent)}${text}${' '.repeat(widest - widthOf(text))}  ${page.paint(place, 'dim')}`.trimEnd()]
      : page.placed(indent, text, place),
  );
};

/** The change that ends it, on lines of its own. */
export const showFix = ({ fixFirst }: Forecast, page: Page): string[] => {
  if (!fixFirst) return [];
  const others = fixFirst.ends.length - 1;
  const ends = others > 0 ? ` (also ends ${count(others, 'other forecast')})` : '';
  const place = showPlace(fixFirst.place);
  return page.marked('Fix first:', `${fixFirst.does.replace(/\.$/, '')}${ends}${place === '' ? '' : ` at ${place}`}`, {
    indent,
    paints: ['green', 'bold'],
  });
};

/** “▲ WARNING 72 new”: the mark in the margin, with what is to be said of its standing. */
const markOf = (sign: string, forecast: Forecast): string =>
  [`${sign} ${Math.round(forecast.score)}`, freshWord(forecast)].filter(Boolean).join(' ');

/** What does not fit into the margin. */
const showStanding = (forecast: Forecast, page: Page): string[] =>
  standingWords(forecast)
    .filter((word) => word !== freshWord(forecast))
    .flatMap((word) => page.marked('', word, { indent: indent - 1, textPaints: ['yellow'] }));

const showWarning = (
  forecast: Forecast,
  nameOf: NameOf,
  systemOf: (id: string) => string,
  page: Page,
  isVerbose: boolean,
): string[] => {
  // The path says where each part is joined; the last evidence is where the part itself stands.
  const known = forecast.conditions.map(({ says, state, evidence, missing }) =>
    page.placed(
      indent + 2,
      `${state === 'true' ? '✓' : '?'} ${says}${missing ? ` (${missing})` : ''}`,
      showPlace(evidence.at(-1)),
    ),
  );
  const factors = forecast.factors.map(({ name, side, value, why }) =>
    page.placed(indent + 2, `${side} × ${value} ${name}: ${why}`, ''),
  );
  const systems = forecast.systems.map(systemOf).join(', ');
  const references = isVerbose ? forecast.references : forecast.references.slice(0, mostReferences);
  const foot = [systems && `in ${systems}`, forecast.correlation, ...references].filter(Boolean).join(' · ');
  return [
    ...page.marked(markOf('▲ WARNING', forecast), forecast.sentence, {
      paints: ['red', 'bold'],
      textPaints: ['bold'],
    }),
    ...showStanding(forecast, page),
    ...showFix(forecast, page),
    ...showPath(forecast, nameOf, page),
    `${' '.repeat(indent)}because`,
    ...known.flat(),
    ...(isVerbose && factors.length > 0 ? [`${' '.repeat(indent)}score`, ...factors.flat()] : []),
    ...page.marked('', foot, { indent: indent - 1, textPaints: ['dim'] }),
  ];
};

const mostOthers = 10;

/** Warnings beyond the first few, a sentence each; their paths with --verbose. */
const showOtherWarnings = (warnings: readonly Forecast[], page: Page): string[] => {
  const lines = warnings
    .slice(0, mostOthers)
    .flatMap((one) => page.marked(markOf('▲ WARNING', one), one.sentence, { paints: ['red'] }));
  const rest = warnings.length - mostOthers;
  return rest > 0 ? [...lines, page.paint(`  and ${count(rest, 'other warning')}, with --verbose`, 'dim')] : lines;
};

/** What a watch lacks; of several reasons the first, unless all are asked for. */
const showMissing = ({ missing }: Forecast, isVerbose: boolean): string => {
  if (missing === undefined) return 'one condition is missing';
  const [first, ...others] = missing.split('; ');
  return `lacks only: ${isVerbose || others.length === 0 ? missing : `${first}; and ${count(others.length, 'other observation')}`}`;
};

const showWatches = (watches: readonly Forecast[], page: Page, most: number, isVerbose: boolean): string[] => {
  const folded = foldWatches(watches);
  const lines = folded.slice(0, most).flatMap(([first, ...more]) => [
    ...page.marked(markOf('○ watch', first!), first!.sentence, { paints: ['yellow'] }),
    ...showStanding(first!, page),
    ...page.marked('', showMissing(first!, isVerbose), { indent: indent - 1 }),
    ...(more.length > 0
      ? page.marked('', `and ${count(more.length, 'other path')} that lack${more.length === 1 ? 's' : ''} the same`, {
          indent: indent - 1,
          textPaints: ['dim'],
        })
      : []),
  ]);
  const rest = folded.length - most;
  return rest > 0
    ? [...lines, page.paint(`  and ${count(rest, 'other watch', 'other watches')}, with --verbose`, 'dim')]
    : lines;
};

/** Advisories that say the same of different assets are one line. */
const showAdvisories = (advisories: readonly Forecast[], page: Page, most: number): string[] => {
  const folded = new Map<string, Forecast[]>();
  for (const one of advisories) {
    const own = folded.get(one.sentence);
    if (own) own.push(one);
    else folded.set(one.sentence, [one]);
  }
  const lines = [...folded.values()]
    .slice(0, most)
    .flatMap(([first, ...more]) =>
      page.marked(
        markOf('· advisory', first!),
        more.length > 0 ? `${first!.sentence} (and the same in ${count(more.length, 'other place')})` : first!.sentence,
        { paints: ['cyan'] },
      ),
    );
  const rest = folded.size - most;
  return rest > 0
    ? [...lines, page.paint(`  and ${count(rest, 'other advisory', 'other advisories')}, with --verbose`, 'dim')]
    : lines;
};

/** The whole forecast. */
export const showForecasts = (report: Report, nameOf: NameOf, page: Page, isVerbose: boolean): string[] => {
  const [warnings, watches, advisories] = (['warning', 'watch', 'advisory'] as const).map((level) =>
    forecastsOf(report, level),
  ) as [Forecast[], Forecast[], Forecast[]];
  const systems = new Map(
    report.systems.map(({ id, name, environment }) => [
      id,
      environment && environment !== 'unknown' ? `${name} (${environment})` : name,
    ]),
  );
  const systemOf = (id: string): string => systems.get(id) ?? id;
  const summary = [
    count(warnings.length, 'warning'),
    count(watches.length, 'watch', 'watches'),
    ...(advisories.length > 0 ? [count(advisories.length, 'advisory', 'advisories')] : []),
  ].join(', ');
  const most = isVerbose ? Number.POSITIVE_INFINITY : mostShown;
  const unknown = report.findings.filter(({ outcome }) => outcome === 'unknown').length;
  const open = warnings.length + watches.length + advisories.length;
  const none =
    open > 0
      ? []
      : page.marked(
          '',
          `${sayNoForecast(report)}${unknown > 0 ? `; ${count(unknown, 'answer')} could not be had, see below` : ''}.`,
          { indent: 1 },
        );
  const blocks = [
    none,
    ...warnings.slice(0, most).map((one) => showWarning(one, nameOf, systemOf, page, isVerbose)),
    showOtherWarnings(warnings.slice(most), page),
    showWatches(watches, page, most, isVerbose),
    showAdvisories(advisories, page, most),
  ].filter((lines) => lines.length > 0);
  return [
    ...page.heading('FORECAST', open === 0 ? '' : summary),
    ...blocks.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines])),
  ];
};
