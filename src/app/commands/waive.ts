/** `isobar waive ID…`: writes the lines of isobar.yaml that accept findings or forecasts as they are now, until a day. */
import { stringify } from 'yaml';
import { type Waiver, waiverSchema } from '../../domain/configuration.ts';
import type { Report } from '../../domain/report.ts';
import { ConfigError } from '../../kit/errors.ts';
import { firstSentence } from '../../kit/read-report.ts';
import { clean } from '../../kit/text-page.ts';
import { stateOfFinding, stateOfForecast } from '../../operate/tell-state.ts';
import { openStoreOrRefuse } from '../data-folder.ts';
import { writeOut } from '../outputs.ts';
import { readReportFile } from '../read-report-file.ts';
import { sayTrouble } from '../trouble.ts';

/** What the command line says. */
export interface WaiveOptions {
  readonly owner: string;
  readonly reason: string;
  readonly expires: string;
  /** A report in which the ids stand; without one they are looked for in the remembered scans. */
  readonly report?: string;
  readonly data?: string;
}

interface Found {
  readonly state: string;
  readonly says: string;
}

const findIn = ({ findings, forecasts }: Report, id: string): Found | undefined => {
  const finding = findings.find((one) => one.id === id && one.outcome === 'fail');
  if (finding) return { state: stateOfFinding(finding), says: firstSentence(finding.message) };
  const forecast = forecasts.find((one) => one.id === id);
  return forecast && { state: stateOfForecast(forecast), says: firstSentence(forecast.sentence) };
};

const refuse = (what: string, act: string): never => {
  throw new ConfigError(sayTrouble(what, 'nothing was waived', act));
};

/** The last report of every source that was scanned here. */
const remembered = async (data: string | undefined): Promise<readonly Report[]> => {
  const store = await openStoreOrRefuse(data);
  try {
    const reports: Report[] = [];
    for (const { id } of await store.listSources()) {
      const [run] = await store.listRuns({ source: id, state: 'complete', limit: 1 });
      const kept = run && (await store.readReport(run.id));
      // A damaged report holds no ids; the refusal below names the way out.
      if (kept && 'text' in kept) reports.push(JSON.parse(kept.text) as Report);
    }
    return reports;
  } finally {
    await store.close();
  }
};

/** Runs the command; gives the exit code. */
export const runWaive = async (ids: readonly string[], options: WaiveOptions): Promise<number> => {
  const { owner, reason, expires } = options;
  const reports = options.report === undefined ? await remembered(options.data) : [readReportFile(options.report)];
  const entries = ids.map((id): { waiver: Waiver; says: string } => {
    const found = reports.map((report) => findIn(report, id)).find((one) => one !== undefined);
    if (found === undefined)
      return refuse(
        `${id} is no finding or forecast of ${options.report ?? 'the last scan of any folder that is remembered here'}`,
        'take the id from a report (--format json or csv), and name the report with --report',
      );
    const parsed = waiverSchema.safeParse({ id, state: found.state, owner, reason, expires });
    if (parsed.success) return { waiver: parsed.data, says: found.says };
    const [issue] = parsed.error.issues;
    return refuse(
      `${issue?.path.join('.')}: ${issue?.message}`,
      'say --owner, --reason and --expires as the help shows them',
    );
  });
  const today = new Date().toISOString().slice(0, 10);
  if (expires < today) return refuse(`--expires ${expires} has passed`, 'name a day to come');
  const lines = entries.map(({ waiver, says }) => {
    const [first, ...rest] = stringify(waiver, { lineWidth: 0 }).trimEnd().split('\n');
    return [`  # ${clean(says)}`, `  - ${first}`, ...rest.map((line) => `    ${line}`)].join('\n');
  });
  await writeOut(process.stdout, [`waivers:\n${lines.join('\n')}\n`]);
  return 0;
};
