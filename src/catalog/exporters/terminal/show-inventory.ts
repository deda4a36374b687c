// What AI there is: every kind with its count and as many names as fit, layer by layer.
import { layers, type Report } from '../../../kit/define-exporter.ts';
import { nameKind } from '../../../kit/read-report.ts';
import { tellDeclaredSystems } from '../../../kit/report-standing.ts';
import { clean, count, cut, type Page, widthOf } from '../../../kit/text-page.ts';

/** Kinds that come by the thousand, whose first names in the alphabet tell nobody anything. */
const countedOnly = new Set(['package-occurrence', 'package-version']);
const mostCounted = 5;

const listNames = (names: readonly string[], width: number): string => {
  const unique = [...new Set(names.map(clean))].sort();
  let line = '';
  for (const [at, name] of unique.entries()) {
    const more = unique.length - at;
    const rest = more > 1 ? `, +${more - 1}` : '';
    const next = line === '' ? cut(name, width - widthOf(rest)) : `${line}, ${name}`;
    if (line !== '' && widthOf(next) + widthOf(rest) > width) return `${line}, +${more}`;
    line = next;
  }
  return line;
};

/** The inventory of one report. */
export const showInventory = (report: Report, page: Page): string[] => {
  const byKind = new Map<string, Report['assets']>();
  for (const asset of report.assets) {
    const own = byKind.get(asset.kind);
    if (own) own.push(asset);
    else byKind.set(asset.kind, [asset]);
  }
  const summary = [
    count(report.assets.length, 'asset'),
    count(report.relations.length, 'relation'),
    count(report.systems.length, 'system'),
  ].join(', ');
  const labels = new Map([...byKind].map(([kind, own]) => [kind, `${own.length} ${nameKind(kind, own.length)}`]));
  const widest = Math.max(0, ...[...labels.values()].map(widthOf));
  const lines = layers.flatMap((layer) => {
    const own = [...byKind].filter(([, [first]]) => first!.layer === layer).sort(([a], [b]) => (a < b ? -1 : 1));
    if (own.length === 0) return [];
    return [
      `  ${page.paint(layer, 'blue')}`,
      ...own.map(([kind, assets]) => {
        const label = labels.get(kind)!;
        const names =
          countedOnly.has(kind) && assets.length > mostCounted
            ? ''
            : listNames(
                assets.map(({ name }) => name),
                page.columns - widest - 6,
              );
        return `    ${label}${' '.repeat(widest - widthOf(label))}  ${page.paint(names, 'dim')}`.trimEnd();
      }),
    ];
  });
  const declared = tellDeclaredSystems(report).flatMap((text) => page.marked('declared system', text, { indent: 2 }));
  return [
    ...page.heading('WHAT IS HERE', summary),
    ...declared,
    ...(lines.length > 0 ? lines : ['  No AI was found here.']),
  ];
};
