/** How an exporter is written: one output format of the report. */
import type { Report } from '../domain/report.ts';

export { kinds, layerOf, layers } from '../domain/kinds.ts';
export { objectives } from '../domain/objectives.ts';
export type { Report } from '../domain/report.ts';

export interface ExportOptions {
  /** Terminal width in columns, where the format has lines. */
  readonly columns: number;
  readonly color: boolean;
  readonly verbose: boolean;
  /** As little as tells whether something must be done; formats for programs do not differ by it. */
  readonly quiet?: boolean;
}

export interface Exporter {
  readonly id: string;
  readonly title: string;
  readonly mediaType: string;
  /** Gives the whole output as chunks of text, so that a huge report is never one string. */
  render(report: Report, options: ExportOptions): Iterable<string>;
}

export const defineExporter = (exporter: Exporter): Exporter => exporter;
