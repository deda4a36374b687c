/** A comparison of two reports, as text for a terminal, Markdown for a pull request, or JSON. */
import type { Report } from '../../domain/report.ts';
import { escapeMarkdown, markdownCode } from '../../kit/escape-markdown.ts';
import { firstSentence, nameKind, showPlace } from '../../kit/read-report.ts';
import { count, createPage, cut, type Paint } from '../../kit/text-page.ts';
import type { Changed, Comparison, Gone } from '../../operate/compare-reports.ts';

type Forecast = Report['forecasts'][number];
type Finding = Report['findings'][number];
type Asset = Report['assets'][number];
type Place = { readonly path: string; readonly line: number };

/** Both reports and what changed between them. */
export interface Shown {
  readonly before: Report;
  readonly after: Report;
  readonly comparison: Comparison;
}

/** One line of the comparison, before it has a form. */
interface Line {
  readonly sign: '+' | '-' | '~' | '?';
  readonly label: string;
  readonly text: string;
  readonly place?: Place | undefined;
  readonly note?: string;
}

interface Part {
  readonly title: string;
  readonly noun: readonly [one: string, many: string];
  readonly lines: readonly Line[];
}

const mostShown = 20;
/** Code hosts refuse long comments; names are strangers’ and of any length. */
const mostOfText = 500;
const mostInMarkdown = 40;

const labelOf = ({ level, score }: Forecast): string => `${level} ${Math.round(score)}`;
const fixOf = ({ fixFirst }: Forecast): Pick<Line, 'note' | 'place'> =>
  fixFirst ? { note: `Fix first: ${fixFirst.does.replace(/\.$/, '')}`, place: fixFirst.place } : {};
const goneLine = <Item>({ was, life }: Gone<Item>, line: (item: Item) => Omit<Line, 'sign'>): Line =>
  life === 'stale'
    ? { ...line(was), sign: '?', note: 'not looked at this time; it may still be there' }
    : { ...line(was), sign: '-' };

const forecastLines = ({ forecasts }: Comparison): Line[] => {
  const plain = (one: Forecast) => ({ label: labelOf(one), text: one.sentence });
  // An advisory repeats the finding it stands for, unless it was more than that before.
  const isPath = ({ level }: Forecast): boolean => level !== 'advisory';
  return [
    ...forecasts.appeared.filter(isPath).map((one): Line => ({ sign: '+', ...plain(one), ...fixOf(one) })),
    ...forecasts.changed
      .filter(({ was, is }) => isPath(was) || isPath(is))
      .map(
        ({ was, is }: Changed<Forecast>): Line => ({
          ...{ sign: '~', label: `${labelOf(was)} → ${labelOf(is)}`, text: is.sentence },
          ...fixOf(is),
        }),
      ),
    ...forecasts.gone.filter(({ was }) => isPath(was)).map((one) => goneLine(one, plain)),
  ];
};

const findingLines = ({ findings }: Comparison): Line[] => {
  const plain = (one: Finding) => ({
    label: one.severity,
    text: firstSentence(one.message),
    ...(one.evidence[0] ? { place: one.evidence[0] } : {}),
  });
  return [
    ...findings.appeared.map((one): Line => ({ sign: '+', ...plain(one) })),
    ...findings.changed.map(
      ({ was, is }): Line => ({ sign: '~', ...plain(is), label: `${was.severity} → ${is.severity}` }),
    ),
    ...findings.gone.map((one) => goneLine(one, plain)),
  ];
};

const assetLines = ({ assets }: Comparison): Line[] => {
  const plain = (one: Asset) => ({
    label: nameKind(one.kind, 1),
    text: one.name,
    ...(one.seen[0] ? { place: one.seen[0] } : {}),
  });
  return [
    ...assets.appeared.map((one): Line => ({ sign: '+', ...plain(one) })),
    ...assets.gone.map((one) => goneLine(one, plain)),
  ];
};

const partsOf = ({ comparison }: Shown): Part[] => [
  { title: 'forecast', noun: ['forecast', 'forecasts'], lines: forecastLines(comparison) },
  { title: 'findings', noun: ['finding', 'findings'], lines: findingLines(comparison) },
  { title: 'assets', noun: ['asset', 'assets'], lines: assetLines(comparison) },
];

const signWords = { '+': 'new', '~': 'changed', '-': 'gone', '?': 'not looked at' } as const;

/** “1 new, 2 gone”. */
const summarise = (lines: readonly Line[]): string =>
  (Object.keys(signWords) as (keyof typeof signWords)[])
    .map((sign) => [lines.filter((line) => line.sign === sign).length, signWords[sign]] as const)
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ');

const nameVersion = ({ target, startedAt }: Report): string =>
  target.commit === undefined ? `${startedAt.slice(0, 16).replace('T', ' ')} UTC` : target.commit.slice(0, 7);

const nameSources = ({ before, after, comparison }: Shown): string =>
  comparison.isSameSource ? after.target.source : `${before.target.source} and ${after.target.source}`;

const otherSources =
  'These are reports of different sources: what is called new or gone may only be called differently.';

const paints: Readonly<Record<Line['sign'], readonly Paint[]>> = {
  '+': ['red', 'bold'],
  '~': ['yellow', 'bold'],
  '-': ['green', 'bold'],
  '?': ['dim'],
};

/** Text for people; every line of a list with `isVerbose`, else the first of each. */
export function* showDiffOnTerminal(
  shown: Shown,
  options: { readonly columns: number; readonly color: boolean; readonly verbose: boolean },
): Generator<string> {
  const page = createPage(options);
  const versions = `${nameVersion(shown.before)} → ${nameVersion(shown.after)}`;
  const head = page.marked('Isobar diff', `${nameSources(shown)}  ${versions}`, { paints: ['bold'] });
  const note = shown.comparison.isSameSource ? [] : page.marked('!', otherSources, { paints: ['yellow'] });
  yield `${[...head, ...note].join('\n')}\n`;
  for (const { title, noun, lines } of partsOf(shown)) {
    const summary = summarise(lines);
    const shownLines = options.verbose ? lines : lines.slice(0, mostShown);
    const rest = lines.length - shownLines.length;
    const rows = shownLines.flatMap(({ sign, label, text, place, note: said }) => {
      const paint = title === 'assets' && sign !== '?' ? (['bold'] as const) : paints[sign];
      const where = showPlace(place);
      return [
        ...page.marked(`${sign} ${label}`, said === undefined && where !== '' ? `${text} ${where}` : text, {
          paints: paint,
        }),
        ...(said === undefined
          ? []
          : page.marked('', `${said}${where === '' ? '' : ` at ${where}`}`, { indent: 3, textPaints: ['dim'] })),
      ];
    });
    const heading = page.heading(
      title.toUpperCase(),
      summary === '' ? `no ${noun[0]} is new, changed or gone` : summary,
    );
    yield `${[
      ...(lines.length === 0 ? heading.slice(0, -1) : heading),
      ...rows,
      ...(rest > 0 ? [page.paint(`  and ${count(rest, 'other line')}, with --verbose`, 'dim')] : []),
    ].join('\n')}\n`;
  }
}

/** Markdown for a comment, short enough for any code host. */
export function* showDiffAsMarkdown(shown: Shown): Generator<string> {
  const say = (text: string): string => escapeMarkdown(cut(text, mostOfText));
  const [forecast, ...others] = partsOf(shown) as [Part, ...Part[]];
  const render = ({ sign, label, text, place, note }: Line): string => {
    const where = showPlace(place);
    return `- **${sign === '-' ? '−' : sign === '~' ? '↕' : sign} ${say(label)}** ${say(text)}${note === undefined ? '' : ` ${say(note)}.`}${where === '' ? '' : ` ${markdownCode(cut(where, mostOfText))}`}`;
  };
  const list = (lines: readonly Line[], noun: string): string[] => {
    const rest = lines.length - mostInMarkdown;
    return [...lines.slice(0, mostInMarkdown).map(render), ...(rest > 0 ? [`- and ${count(rest, noun)}`] : [])];
  };
  const summary = summarise(forecast.lines);
  yield `## Isobar: ${summary === '' ? 'the forecast stays as it was' : `forecasts ${summary}`}\n`;
  if (!shown.comparison.isSameSource) yield `\n${otherSources}\n`;
  if (forecast.lines.length > 0) yield `\n${list(forecast.lines, 'other forecast').join('\n')}\n`;
  for (const { noun, lines } of others) {
    if (lines.length === 0) continue;
    const rows = list(lines, `other ${noun[0]}`).join('\n');
    yield `\n<details><summary>${noun[1][0]!.toUpperCase()}${noun[1].slice(1)}: ${summarise(lines)}</summary>\n\n${rows}\n\n</details>\n`;
  }
  yield `\n<sub>${say(nameSources(shown))} · ${markdownCode(nameVersion(shown.before))} → ${markdownCode(nameVersion(shown.after))}</sub>\n`;
}

/** JSON for programs: items as the reports hold them. */
export const showDiffAsJson = ({ before, after, comparison }: Shown): string => {
  const head = ({ target, startedAt }: Report) => ({ target, startedAt });
  return `${JSON.stringify({ schemaVersion: '1.0', before: head(before), after: head(after), ...comparison }, null, 1)}\n`;
};
