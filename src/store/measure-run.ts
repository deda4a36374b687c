/** Measures of one run: how grave its forecast is, and how much it saw; their row over time is the trend. */
import type { Insertable } from 'kysely';
import type { Report } from '../domain/report.ts';
import type { Keeping } from './keep-findings.ts';
import type { Tables } from './tables.ts';

const tally = <Word extends string>(words: readonly Word[]): Partial<Record<Word, number>> => {
  const counts: Partial<Record<Word, number>> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

/** The measures of the report; what somebody waived does not count. */
export const measureRun = ({ run, source, at }: Keeping, report: Report): Insertable<Tables['run_measure']> => {
  const forecasts = report.forecasts.filter(({ waived }) => !waived);
  const levels = tally(forecasts.map(({ level }) => level));
  const failing = report.findings.filter(({ outcome, waived }) => outcome === 'fail' && !waived);
  const { critical = 0, high = 0, medium = 0, low = 0, info = 0 } = tally(failing.map(({ severity }) => severity));
  const { files, detectors } = report.coverage;
  const answered = detectors.reduce((sum, { pass, fail }) => sum + pass + fail, 0);
  return {
    ...{ run, source, at, critical, high, medium, low, info, answered, assets: report.assets.length },
    ...{ warnings: levels.warning ?? 0, watches: levels.watch ?? 0, advisories: levels.advisory ?? 0 },
    score: forecasts.reduce((most, { score }) => Math.max(most, score), 0),
    ...{ files_seen: files.seen, files_understood: files.understood },
    asked: answered + detectors.reduce((sum, { unknown }) => sum + unknown, 0),
  };
};
