/** Restricts a report to what a change touches: findings and forecasts that rest on a file that is not as it was. */
import type { Report } from '../domain/report.ts';
import { baselineOf, holdAgainstBaseline } from './hold-against-baseline.ts';

/** Every path on which a finding or forecast of the report rests, each once. */
export const pathsInQuestion = ({ findings, forecasts, assets }: Report): string[] => {
  const named = new Set(findings.map(({ asset }) => asset));
  return [
    ...new Set(
      [
        ...findings.flatMap(({ evidence }) => evidence),
        ...forecasts.flatMap(({ hops, conditions }) => [...hops, ...conditions].flatMap(({ evidence }) => evidence)),
        ...assets.filter(({ id }) => named.has(id)).flatMap(({ seen }) => seen),
      ].map(({ path }) => path),
    ),
  ].sort();
};

/**
 * `isChanged` tells of a path of the report whether its content is not what it was at the commit, or was not there. With `before`, a
 * report of that commit, everything stays that is not in it or graver than there, whatever it rests on.
 */
export const restrictToChange = (
  report: Report,
  { ref, commit }: { readonly ref: string; readonly commit: string },
  isChanged: (path: string) => boolean,
  before?: Report,
): Report => {
  const added = before && holdAgainstBaseline(report, baselineOf(before));
  const isAdded = (list: readonly { readonly id: string; readonly baseline?: boolean | undefined }[]): Set<string> =>
    new Set(list.flatMap(({ id, baseline }) => (baseline ? [] : [id])));
  const addedFindings = isAdded(added?.findings.filter(({ outcome }) => outcome === 'fail') ?? []);
  const addedForecasts = isAdded(added?.forecasts ?? []);
  const seenAt = new Map(report.assets.map(({ id, seen }) => [id, seen]));
  const rests = (places: readonly { readonly path: string }[]): boolean => places.some(({ path }) => isChanged(path));
  const findings = report.findings.filter(
    ({ id, evidence, asset }) =>
      addedFindings.has(id) || rests(evidence.length > 0 ? evidence : (seenAt.get(asset) ?? [])),
  );
  const touched = new Set(findings.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id));
  const forecasts = report.forecasts.filter(
    ({ id, hops, conditions, findings: behind }) =>
      addedForecasts.has(id) ||
      [...hops, ...conditions].some(({ evidence }) => rests(evidence)) ||
      behind.some((id) => touched.has(id)),
  );
  const shown = new Set(forecasts.map(({ id }) => id));
  const fixes = report.fixes?.filter(({ ends }) => ends.some((id) => shown.has(id)));
  return {
    ...report,
    findings,
    forecasts,
    ...(fixes ? { fixes } : {}),
    since: {
      ref,
      commit,
      changed: pathsInQuestion(report).filter(isChanged).length,
      findings: report.findings.length - findings.length,
      forecasts: report.forecasts.length - forecasts.length,
      isCompared: before !== undefined,
    },
  };
};
