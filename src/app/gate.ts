/** The gate: whether what was found should stop a build. */
import type { Gate } from '../domain/configuration.ts';
import type { Report } from '../domain/report.ts';

/** What stops a build when nothing else is said: a warning, or a failing finding that is at least high. */
export const defaultGate: Gate = 'high';

const severities = ['critical', 'high', 'medium', 'low'] as const;

/**
 * Tells whether the gate is hit. A severity means that severity or worse, or any warning, since a warning is a path to harm whatever
 * its parts are called; `warning` and `watch` look at forecasts alone. Unknown answers, what was waived and what the baseline has never stop a build.
 */
export const isHit = (gate: Gate, report: Pick<Report, 'findings' | 'forecasts'>): boolean => {
  if (gate === 'never') return false;
  const counts = (one: Pick<Report['findings'][number], 'waived' | 'baseline'>): boolean =>
    one.waived === undefined && one.baseline !== true;
  const hasLevel = (level: string): boolean => report.forecasts.some((one) => one.level === level && counts(one));
  if (hasLevel('warning')) return true;
  if (gate === 'warning') return false;
  if (gate === 'watch') return hasLevel('watch');
  const serious: readonly string[] = severities.slice(0, severities.indexOf(gate) + 1);
  return report.findings.some((one) => one.outcome === 'fail' && serious.includes(one.severity) && counts(one));
};
