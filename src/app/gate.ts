/** The gate: whether what was found should stop a build. */
import type { Report } from '../domain/report.ts';

/** What `--fail-on` may name, from the strictest last word to the laxest. */
export const gates = ['critical', 'high', 'medium', 'low', 'warning', 'watch', 'never'] as const;
export type Gate = (typeof gates)[number];

/** What stops a build when nothing else is said: a warning, or a failing finding that is at least high. */
export const defaultGate: Gate = 'high';

const severities = ['critical', 'high', 'medium', 'low'] as const;

/**
 * Tells whether the gate is hit. A severity means that severity or worse, or any warning, since a warning is a path to harm whatever
 * its parts are called; `warning` and `watch` look at forecasts alone. Unknown answers never stop a build.
 */
export const isHit = (gate: Gate, report: Pick<Report, 'findings' | 'forecasts'>): boolean => {
  if (gate === 'never') return false;
  const hasLevel = (level: string): boolean => report.forecasts.some((one) => one.level === level);
  if (hasLevel('warning')) return true;
  if (gate === 'warning') return false;
  if (gate === 'watch') return hasLevel('watch');
  const serious: readonly string[] = severities.slice(0, severities.indexOf(gate) + 1);
  return report.findings.some(({ outcome, severity }) => outcome === 'fail' && serious.includes(severity));
};
