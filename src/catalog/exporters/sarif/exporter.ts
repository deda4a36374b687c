// SARIF 2.1.0 for code hosts and editors: failing findings, and forecasts as results whose hops are code flows.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import { defineExporter, type Report } from '../../../kit/define-exporter.ts';
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

const findingResult = (finding: Finding, ruleIndex: number, asset: Asset | undefined) => {
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
    ...(finding.confidence === undefined ? {} : { rank: Math.round(finding.confidence * 100) }),
    properties: {
      severity: finding.severity,
      category: finding.category,
      objective: finding.objective,
      systems: finding.systems,
    },
  };
};

const forecastResult = (forecast: Forecast, ruleIndex: number, nameOf: (asset: string) => string) => {
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
          toolExecutionNotifications: report.notSeen.map(({ what, scope, why }) => ({
            level: 'warning',
            message: { text: `${what} (${scope}) was not read: ${why}. Answers that would need it are unknown.` },
          })),
        },
      ],
      properties: { source: report.target.source },
    };
    const head = JSON.stringify(run);
    yield `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[${head.slice(0, -1)},"results":[`;
    let separator = '\n';
    for (const forecast of forecasts) {
      yield separator + JSON.stringify(forecastResult(forecast, indexOf(forecast.correlation), nameOf));
      separator = ',\n';
    }
    for (const finding of failing) {
      yield separator + JSON.stringify(findingResult(finding, indexOf(finding.detector), assets.get(finding.asset)));
      separator = ',\n';
    }
    yield '\n]}]}\n';
  },
});
