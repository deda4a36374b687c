// SARIF 2.1.0 for code hosts and editors: failing findings, and forecasts as results whose hops are code flows.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import { defineExporter, type Report } from '../../../kit/define-exporter.ts';
import { splitNotSeen } from '../../../kit/read-report.ts';
import { acceptedWords, showControlCounts, standingWords, tellConfiguration } from '../../../kit/report-standing.ts';
import { locate, locateAll } from './locate.ts';
import { collectRules } from './rules.ts';

type Finding = Report['findings'][number];
type Forecast = Report['forecasts'][number];

/** SARIF’s levels for severities: `error` is what a gate stops at. */
const levelOf: Readonly<Record<Finding['severity'], 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

type Asset = Report['assets'][number];

type Standing = Parameters<typeof standingWords>[0] & Pick<Finding, 'waived'>;

/** Without a history or a baseline nothing is known of how it was before. */
const baselineStateOf = ({ baseline, life }: Standing, isHeld: boolean): 'new' | 'unchanged' | undefined => {
  if (isHeld) return baseline ? 'unchanged' : 'new';
  return life === 'new' || life === 're-opened' ? 'new' : life === 'known' ? 'unchanged' : undefined;
};

/** §3.27.23 and §3.27.24 of the standard: what was accepted outside the code, and how a result stands to the run before. */
const standingOf = (one: Standing, isHeld: boolean) => {
  const baselineState = baselineStateOf(one, isHeld);
  return {
    ...(baselineState ? { baselineState } : {}),
    ...(one.waived
      ? {
          suppressions: [
            { kind: 'external', status: 'accepted', justification: `Waived ${acceptedWords(one.waived)}` },
          ],
        }
      : {}),
  };
};

const findingResult = (finding: Finding, ruleIndex: number, asset: Asset | undefined, isHeld: boolean) => {
  const [first, ...more] = finding.evidence.length > 0 ? finding.evidence : (asset?.seen ?? []);
  return {
    ruleId: finding.detector,
    ruleIndex,
    kind: 'fail',
    level: levelOf[finding.severity],
    message: { text: `${finding.message} ${finding.remedy}` },
    locations: first ? [locate(first, asset && { name: asset.name, kind: asset.kind })] : [],
    ...(more.length > 0 ? { relatedLocations: locateAll(more) } : {}),
    partialFingerprints: { 'isobarFinding/v1': finding.id },
    ...standingOf(finding, isHeld),
    ...(finding.confidence === undefined ? {} : { rank: Math.round(finding.confidence * 100) }),
    properties: {
      severity: finding.severity,
      category: finding.category,
      objective: finding.objective,
      systems: finding.systems,
      ...(standingWords(finding).length > 0 ? { standing: standingWords(finding) } : {}),
    },
  };
};

const forecastResult = (forecast: Forecast, ruleIndex: number, nameOf: (asset: string) => string, isHeld: boolean) => {
  const steps = forecast.hops.flatMap(({ from, relation, to, evidence }) =>
    evidence.slice(0, 1).map((place) => ({
      location: { ...locate(place), message: { text: `${nameOf(from)} ${relation} ${nameOf(to)}` } },
      nestingLevel: 0,
    })),
  );
  const conditions = forecast.conditions.flatMap(({ says, state, evidence }) =>
    evidence.map((place) => ({ ...place, note: state === 'true' ? says : `${says} (${state})` })),
  );
  const fix = forecast.fixFirst;
  const first = fix?.place ?? forecast.hops[0]?.evidence[0] ?? conditions[0];
  const advice = fix
    ? ` Fix first: ${fix.does.replace(/\.$/, '')}.`
    : forecast.missing
      ? ` Missing: ${forecast.missing.replace(/\.$/, '')}.`
      : '';
  return {
    ruleId: forecast.correlation,
    ruleIndex,
    kind: 'fail',
    level: forecast.level === 'warning' ? 'error' : 'note',
    message: { text: `${forecast.sentence}${advice}` },
    locations: first ? [locate(first)] : [],
    ...(conditions.length > 0 ? { relatedLocations: locateAll(conditions) } : {}),
    ...(steps.length > 0
      ? { codeFlows: [{ message: { text: forecast.sentence }, threadFlows: [{ locations: steps }] }] }
      : {}),
    partialFingerprints: { 'isobarForecast/v1': forecast.id },
    ...standingOf(forecast, isHeld),
    rank: forecast.score,
    properties: { level: forecast.level, score: forecast.score, systems: forecast.systems, factors: forecast.factors },
  };
};

export default defineExporter({
  id: 'sarif',
  title: 'SARIF 2.1.0',
  mediaType: 'application/sarif+json',
  *render(report) {
    const failing = report.findings.filter(({ outcome }) => outcome === 'fail');
    // An advisory only repeats the finding it stands for.
    const forecasts = report.forecasts.filter(({ level }) => level !== 'advisory');
    const { rules, indexOf } = collectRules(report, failing, forecasts);
    const assets = new Map(report.assets.map((asset) => [asset.id, asset]));
    const nameOf = (id: string): string => {
      const asset = assets.get(id);
      return asset ? `${asset.kind} ${asset.name}` : id;
    };
    const { remote, commit } = report.target;
    const { unread, inPart } = splitNotSeen(report);
    const run = {
      tool: { driver: { name: 'Isobar', semanticVersion: report.tool.version, rules } },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder that was scanned.' } } },
      ...(remote
        ? {
            versionControlProvenance: [
              {
                repositoryUri: encodeURI(`https://${remote}`),
                ...(commit ? { revisionId: commit } : {}),
                mappedTo: { uriBaseId: '%SRCROOT%' },
              },
            ],
          }
        : {}),
      invocations: [
        {
          executionSuccessful: true,
          startTimeUtc: report.startedAt,
          ...(report.finishedAt ? { endTimeUtc: report.finishedAt } : {}),
          toolExecutionNotifications: [
            ...unread.map(({ what, scope, why }) => ({
              level: 'warning',
              message: { text: `${what} (${scope}) was not read: ${why}. Answers that would need it are unknown.` },
            })),
            ...inPart.map(({ what, why }) => ({ level: 'note', message: { text: `Not asked: ${what}: ${why}.` } })),
          ],
        },
      ],
      properties: {
        source: report.target.source,
        ...(report.coverage.frameworks.length > 0
          ? {
              frameworksOfWhatWasSeen: Object.fromEntries(
                report.coverage.frameworks.map((one) => [`${one.framework} ${one.edition}`, showControlCounts(one)]),
              ),
            }
          : {}),
        ...(tellConfiguration(report).length > 0 ? { chosen: tellConfiguration(report) } : {}),
      },
    };
    const isHeld = report.baseline !== undefined;
    const head = JSON.stringify(run);
    yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[${head.slice(0, -1)},"results":[`;
    let separator = '\n';
    for (const forecast of forecasts) {
      yield separator + JSON.stringify(forecastResult(forecast, indexOf(forecast.correlation), nameOf, isHeld));
      separator = ',\n';
    }
    for (const finding of failing) {
      yield separator +
        JSON.stringify(findingResult(finding, indexOf(finding.detector), assets.get(finding.asset), isHeld));
      separator = ',\n';
    }
    yield '\n]}]}\n';
  },
});
