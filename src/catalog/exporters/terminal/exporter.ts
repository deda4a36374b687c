// The report for a tired human at a terminal: the forecast first, then what is here, what is wrong, and what was not seen.
import { defineExporter, type Report } from '../../../kit/define-exporter.ts';
import { failingFindings, forecastsOf, nameKind, showSeverities } from '../../../kit/read-report.ts';
import { acceptedOf, showControlCounts, tellComparisons } from '../../../kit/report-standing.ts';
import { count, createPage, type Page } from '../../../kit/text-page.ts';
import { showFindings, showNotSeen } from './show-findings.ts';
import { showFix, showForecasts } from './show-forecasts.ts';
import { showInventory } from './show-inventory.ts';
import { showAccepted, showGone } from './show-standing.ts';

const showHead = (report: Report, page: Page): string[] => {
  const { tool, target, coverage, startedAt, finishedAt } = report;
  const seconds = finishedAt === undefined ? undefined : (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  const commit = target.commit === undefined ? '' : ` at ${target.commit.slice(0, 7)}`;
  const read = `${coverage.files.read} of ${count(coverage.files.seen, 'file')} read${seconds === undefined ? '' : ` in ${seconds.toFixed(1)} s`}`;
  return [
    ...page.marked(`Isobar ${tool.version}`, `${target.source}${commit}`, { paints: ['bold'] }),
    ...[read, ...tellComparisons(report)].flatMap((text) =>
      page.marked('', text, { textPaints: ['dim'] }).map((line) => line.replace(/^ /, '')),
    ),
  ];
};

const showFrameworks = ({ coverage }: Report, page: Page): string[] => {
  if (coverage.frameworks.length === 0) return [];
  return [
    ...page.heading('FRAMEWORKS', 'of what was seen'),
    ...coverage.frameworks.flatMap((one) =>
      page.marked(one.framework.padEnd(22), showControlCounts(one), { indent: 2 }),
    ),
  ];
};

/** The least that tells whether something must be done: counts, and each warning with its fix. */
const showQuiet = (report: Report, page: Page): string[] => {
  const warnings = forecastsOf(report, 'warning');
  const failing = failingFindings(report);
  const counts = [
    count(warnings.length, 'warning'),
    count(forecastsOf(report, 'watch').length, 'watch', 'watches'),
    failing.length === 0 ? 'no findings' : `${count(failing.length, 'finding')} (${showSeverities(failing)})`,
    ...(acceptedOf(report).length > 0 ? [`${acceptedOf(report).length} waived`] : []),
  ];
  return [
    ...page.marked(report.target.source, counts.join(', '), { paints: ['bold'] }),
    ...warnings.flatMap((one) => [
      ...page.marked(`▲ WARNING ${Math.round(one.score)}`, one.sentence, { paints: ['red', 'bold'] }),
      ...showFix(one, page),
    ]),
  ];
};

export default defineExporter({
  id: 'terminal',
  title: 'Text for people',
  mediaType: 'text/plain',
  *render(report, options) {
    const page = createPage(options);
    if (options.quiet) {
      yield `${showQuiet(report, page).join('\n')}\n`;
      return;
    }
    const names = new Map(report.assets.map(({ id, kind, name }) => [id, `${nameKind(kind, 1)} ${name}`]));
    const nameOf = (asset: string): string => names.get(asset) ?? asset;
    const parts = [
      () => showHead(report, page),
      () => showForecasts(report, nameOf, page, options.verbose),
      () => showInventory(report, page),
      () => showFindings(report, page, options.verbose),
      () => showGone(report, page, options.verbose),
      () => showAccepted(report, page),
      () => showFrameworks(report, page),
      () => showNotSeen(report, page, options.verbose),
      () => [
        '',
        ...page.marked('Next:', 'isobar explain <id> says more of anything named here; --format json has all of it.', {
          textPaints: ['dim'],
        }),
      ],
    ];
    for (const part of parts) {
      const lines = part();
      if (lines.length > 0) yield `${lines.join('\n')}\n`;
    }
  },
});
