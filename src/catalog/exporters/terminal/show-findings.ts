// What is wrong, by severity and detector, each with how many of how many; then what was not seen, and what it leaves unknown.
import type { Report } from '../../../kit/define-exporter.ts';
import {
  failingFindings,
  firstSentence,
  groupBy,
  showPlace,
  showSeverities,
  showShare,
  splitNotSeen,
} from '../../../kit/read-report.ts';
import { standingWords } from '../../../kit/report-standing.ts';
import { count, type Page, type Paint } from '../../../kit/text-page.ts';

type Finding = Report['findings'][number];
type Tally = Report['coverage']['detectors'][number];

const paints: Readonly<Record<Finding['severity'], readonly Paint[]>> = {
  critical: ['red', 'bold'],
  high: ['red'],
  medium: ['yellow'],
  low: ['cyan'],
  info: ['dim'],
};
/** Findings of one detector that are shown before the rest is counted. */
const mostExamples = 3;
const mostGaps = 10;

/** A long path by its end, which tells files apart. */
const shorten = (path: string, width: number): string => {
  if (path.length <= width) return path;
  const kept = path.slice(path.indexOf('/', path.length - width) + 1);
  return `…/${kept}`;
};

/** One detector’s failures, the gravest first. */
const showDetector = (
  detector: string,
  own: readonly Finding[],
  tally: Tally | undefined,
  page: Page,
  most: number,
): string[] => {
  const [worst] = own as [Finding, ...Finding[]];
  const isMixed = own.some(({ severity }) => severity !== worst.severity);
  const isShared = new Set(own.map(({ remedy }) => remedy)).size === 1;
  const examples = own.slice(0, most).flatMap((one, at) => {
    const { message, evidence, remedy } = one;
    const words = standingWords(one);
    const text = at === 0 ? message : firstSentence(message);
    return [
      ...page.placed(4, words.length > 0 ? `[${words.join('; ')}] ${text}` : text, showPlace(evidence[0])),
      ...(isShared ? [] : page.marked('→', remedy, { indent: 6, paints: ['green'] })),
    ];
  });
  const assets = new Set(own.map(({ asset }) => asset)).size;
  const share = `${showShare(assets, tally)}${isMixed ? `; ${showSeverities(own)}` : own.length > assets ? `; ${own.length} findings` : ''}`;
  const rest = own.length - Math.min(own.length, most);
  return [
    ...page.marked(worst.severity.padEnd(8), `${tally?.title ?? detector}: ${share} [${detector}]`, {
      paints: paints[worst.severity],
      textPaints: ['bold'],
    }),
    ...examples,
    ...(rest > 0 ? [`    ${page.paint(`and ${rest} more, with --verbose`, 'dim')}`] : []),
    ...(isShared ? page.marked('→', worst.remedy, { indent: 4, paints: ['green'] }) : []),
    '',
  ];
};

/** Failing findings, one block for each detector, in the order of its gravest. */
export const showFindings = (report: Report, page: Page, isVerbose: boolean): string[] => {
  const failing = failingFindings(report);
  const tallies = new Map(report.coverage.detectors.map((one) => [one.detector, one]));
  const most = isVerbose ? Number.POSITIVE_INFINITY : mostExamples;
  const lines = groupBy(failing, (one) => one.detector).flatMap(([detector, own]) =>
    showDetector(detector, own, tallies.get(detector), page, most),
  );
  if (lines.at(-1) === '') lines.pop();
  return [
    ...page.heading('WHAT IS WRONG', showSeverities(failing)),
    ...(lines.length > 0 ? lines : ['  Nothing that was asked failed.']),
  ];
};

/** What was not seen, what it leaves unknown, and what was left out on purpose. */
export const showNotSeen = (report: Report, page: Page, isVerbose: boolean): string[] => {
  const unknown = report.findings.filter(({ outcome }) => outcome === 'unknown');
  const { excluded = [] } = report.coverage;
  if (report.notSeen.length + unknown.length + excluded.length === 0) return [];
  const tallies = new Map(report.coverage.detectors.map((one) => [one.detector, one]));
  const { unread, inPart } = splitNotSeen(report);
  const byReason = groupBy(unread, ({ why }) => why.replace(/^lines? \d+(?: to \d+)?: /, ''));
  const most = isVerbose ? Number.POSITIVE_INFINITY : mostGaps;
  const gaps = byReason.slice(0, most).flatMap(([why, own]) => {
    const places = [...new Set(own.map(({ what }) => what))];
    const names = isVerbose ? places : places.slice(0, 2).map((one) => shorten(one, 60));
    const more = places.length > names.length ? ` and ${count(places.length - names.length, 'other')}` : '';
    return page.marked('-', `${names.join(', ')}${more}: ${why}`, { indent: 2 });
  });
  const restGaps = byReason.length - Math.min(byReason.length, most);
  const answers = groupBy(unknown, ({ detector }) => detector);
  const shownAnswers = answers.slice(0, most).flatMap(([detector, own]) => {
    const reasons = [...new Set(own.map(({ missing }) => missing ?? ''))].filter((one) => one !== '');
    const shown = isVerbose ? reasons : reasons.slice(0, 1);
    const lines = shown.map((reason, at) =>
      at === 0 && reasons.length > 1 && !isVerbose
        ? `${reason}, and ${count(reasons.length - 1, 'other reason')}`
        : reason,
    );
    return [
      ...page.marked('?', `${detector}: unknown for ${showShare(own.length, tallies.get(detector))}`, {
        indent: 2,
        paints: ['yellow'],
      }),
      ...lines.flatMap((line) => page.marked('', line, { indent: 3, textPaints: ['dim'] })),
    ];
  });
  const restAnswers = answers.length - Math.min(answers.length, most);
  const summary = [
    ...(unread.length > 0 ? [`${count(unread.length, 'thing')} not read`] : []),
    ...(unknown.length > 0 ? [`${count(unknown.length, 'answer')} unknown`] : []),
  ].join(', ');
  return [
    ...page.heading('WHAT WAS NOT SEEN', summary),
    ...gaps,
    ...(restGaps > 0 ? [page.paint(`    and ${count(restGaps, 'other reason')}`, 'dim')] : []),
    ...shownAnswers,
    ...(restAnswers > 0 ? [page.paint(`    and ${count(restAnswers, 'other detector')}, with --verbose`, 'dim')] : []),
    ...(inPart.length > 0
      ? isVerbose
        ? inPart.flatMap(({ what, why }) => page.marked('·', `not asked: ${what}: ${why}`, { indent: 2 }))
        : page.marked(
            '·',
            `not asked, for want of data: ${inPart.map(({ what }) => what).join(', ')}; --verbose says why`,
            { indent: 2, textPaints: ['dim'] },
          )
      : []),
    ...(excluded.length > 0
      ? page.marked(
          '',
          `left out on purpose: ${excluded.map(({ what, count: number }) => `${what} (${number})`).join(', ')}`,
          { indent: 1, textPaints: ['dim'] },
        )
      : []),
  ];
};
