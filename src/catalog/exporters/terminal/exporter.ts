// The report for a tired human at a terminal: the forecast first, then what is here, what is wrong, and what was not seen.
import { defineExporter, type Report } from '../../../kit/define-exporter.ts';
import { nameKind } from '../../../kit/read-report.ts';
import { count, createPage, type Page } from '../../../kit/text-page.ts';
import { showFindings, showNotSeen } from './show-findings.ts';
import { showForecasts } from './show-forecasts.ts';
import { showInventory } from './show-inventory.ts';

const showHead = ({ tool, target, coverage, startedAt, finishedAt }: Report, page: Page): string[] => {
  const seconds = finishedAt === undefined ? undefined : (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  const commit = target.commit === undefined ? '' : ` at ${target.commit.slice(0, 7)}`;
  const read = `${coverage.files.read} of ${count(coverage.files.seen, 'file')} read${seconds === undefined ? '' : ` in ${seconds.toFixed(1)} s`}`;
  return [
    ...page.marked(`Isobar ${tool.version}`, `${target.source}${commit}`, { paints: ['bold'] }),
    ...page.marked('', read, { textPaints: ['dim'] }).map((line) => line.trimStart()),
  ];
};

const showFrameworks = ({ coverage }: Report, page: Page): string[] => {
  if (coverage.frameworks.length === 0) return [];
  return [
    ...page.heading('FRAMEWORKS', ''),
    ...coverage.frameworks.flatMap(({ framework, controls }) => {
      const of = (state: (typeof controls)[number]['state']): number =>
        controls.filter((one) => one.state === state).length;
      const parts = [
        `${of('not-met')} not met`,
        `${of('met')} met`,
        `${of('not-assessed')} not assessed`,
        `${of('manual')} for people to answer`,
      ];
      return page.marked(framework.padEnd(22), parts.join(', '), { indent: 2 });
    }),
  ];
};

export default defineExporter({
  id: 'terminal',
  title: 'Text for people',
  mediaType: 'text/plain',
  *render(report, options) {
    const page = createPage(options);
    const names = new Map(report.assets.map(({ id, kind, name }) => [id, `${nameKind(kind, 1)} ${name}`]));
    const nameOf = (asset: string): string => names.get(asset) ?? asset;
    const parts = [
      () => showHead(report, page),
      () => showForecasts(report, nameOf, page, options.verbose),
      () => showInventory(report, page),
      () => showFindings(report, page, options.verbose),
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
