// Prints what knip found to be unused, one line each, and how many modules it read.
import { relative } from 'node:path';

interface Issue {
  type: string;
  filePath: string;
  symbol: string;
  line?: number;
}

interface ReporterOptions {
  cwd: string;
  report: Record<string, boolean>;
  issues: Record<string, Record<string, Record<string, Issue>>>;
  counters: { total: number };
}

/** The reporter: knip asks for a default export. */
export default function report({ cwd, report: asked, issues, counters }: ReporterOptions): void {
  for (const [type, files] of Object.entries(issues)) {
    if (asked[type] !== true) continue;
    for (const issue of Object.values(files).flatMap((symbols) => Object.values(symbols))) {
      const place = `${relative(cwd, issue.filePath)}${issue.line === undefined ? '' : `:${issue.line}`}`;
      console.log(
        `${place} [${type}] ${issue.symbol} is used nowhere; dead code misleads its readers; use it or remove it`,
      );
    }
  }
  console.log(`read ${counters.total} modules`);
}
