// Findings as CSV (RFC 4180) for spreadsheets, in which no cell can become a formula.
import { defineExporter, type Report } from '../../../kit/define-exporter.ts';
import { showPlace } from '../../../kit/read-report.ts';
import { acceptedWords, standingWords } from '../../../kit/report-standing.ts';
import { clean } from '../../../kit/text-page.ts';

type Finding = Report['findings'][number];

/** What spreadsheets take for a formula at the start of a cell, full-width forms too, even behind spaces. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** A cell in quotes. The apostrophe in front is how spreadsheets themselves mark text. https://owasp.org/www-community/attacks/CSV_Injection */
const cell = (text: string): string => {
  const shown = clean(text.toWellFormed());
  return `"${(formula.test(shown) ? `'${shown}` : shown).replaceAll('"', '""')}"`;
};

const row = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Names for the ids of one report. */
interface Names {
  systemOf(id: string): string;
  /** Controls that are not met because of a finding. */
  controlsOf(finding: string): readonly string[];
}

type Column = (finding: Finding, asset: Report['assets'][number] | undefined, names: Names) => string;

const columns: Readonly<Record<string, Column>> = {
  id: ({ id }) => id,
  outcome: ({ outcome }) => outcome,
  severity: ({ severity }) => severity,
  category: ({ category }) => category,
  detector: ({ detector }) => detector,
  objective: ({ objective }) => objective,
  kind: (_, asset) => asset?.kind ?? '',
  asset: ({ asset: id }, asset) => asset?.name ?? id,
  discriminator: ({ discriminator }) => discriminator ?? '',
  systems: ({ systems }, _, { systemOf }) => systems.map(systemOf).join('; '),
  path: ({ evidence }, asset) => (evidence[0] ?? asset?.seen[0])?.path ?? '',
  line: ({ evidence }, asset) => String((evidence[0] ?? asset?.seen[0])?.line || ''),
  message: ({ message }) => message,
  missing: ({ missing }) => missing ?? '',
  remedy: ({ remedy }) => remedy,
  evidence: ({ evidence }) => evidence.map(showPlace).join('; '),
  confidence: ({ confidence }) => (confidence === undefined ? '' : String(confidence)),
  references: ({ references }) => references.join('; '),
  life: ({ life }) => life ?? '',
  state: ({ state }) => state ?? '',
  standing: (finding) => standingWords(finding).join('; '),
  waived: ({ waived }) => (waived ? acceptedWords(waived) : ''),
  'controls not met': ({ id }, _, { controlsOf }) => controlsOf(id).join('; '),
};

export default defineExporter({
  id: 'csv',
  title: 'Findings as CSV',
  mediaType: 'text/csv',
  *render(report) {
    const assets = new Map(report.assets.map((asset) => [asset.id, asset]));
    const systems = new Map(report.systems.map(({ id, name }) => [id, name]));
    const controls = new Map<string, string[]>();
    for (const { framework, controls: own } of report.coverage.frameworks)
      for (const { id, state, findings } of own)
        if (state === 'not-met')
          for (const finding of findings) {
            const list = controls.get(finding);
            if (list) list.push(`${framework} ${id}`);
            else controls.set(finding, [`${framework} ${id}`]);
          }
    const names: Names = { systemOf: (id) => systems.get(id) ?? id, controlsOf: (id) => controls.get(id) ?? [] };
    yield row(Object.keys(columns));
    for (const finding of report.findings) {
      const asset = assets.get(finding.asset);
      yield row(Object.values(columns).map((column) => column(finding, asset, names)));
    }
  },
});
