// JUnit’s XML for build servers: a suite for the forecast, and one for each detector with its findings as test cases.
import { defineExporter, type Report } from '../../../kit/define-exporter.ts';
import { escapeMarkup } from '../../../kit/escape-markup.ts';
import { groupBy, nameKind, showPlace } from '../../../kit/read-report.ts';
import {
  acceptedWords,
  showControlCounts,
  standingWords,
  tellComparisons,
  tellConfiguration,
} from '../../../kit/report-standing.ts';

type Place = { readonly path: string; readonly line: number };

interface Case {
  readonly name: string;
  readonly id: string;
  readonly place: Place | undefined;
  readonly result?: {
    readonly tag: 'failure' | 'skipped';
    readonly message: string;
    readonly type: string;
    readonly lines: readonly string[];
  };
}

const attributes = (values: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`)
    .join('');

const renderCase = (className: string, { name, place, result }: Case): string => {
  const head = `    <testcase${attributes({ classname: className, name, file: place?.path, line: place?.line || undefined })}`;
  if (!result) return `${head}/>\n`;
  const { tag, message, type, lines } = result;
  const said = attributes(tag === 'failure' ? { message, type } : { message });
  // Line ends between the parts are ours; what a part says has none.
  const text = lines.map(escapeMarkup).join('\n');
  return `${head}>\n      <${tag}${said}>${text}</${tag}>\n    </testcase>\n`;
};

/** Servers know a case from one build to the next by its name, so lines, counts and scores stay out of it. */
const unique = (cases: readonly Case[]): Case[] => {
  const named = Map.groupBy(cases, ({ name }) => name);
  return cases.map((one) => (named.get(one.name)!.length > 1 ? { ...one, name: `${one.name} [${one.id}]` } : one));
};

function* renderSuite(
  id: string,
  timestamp: string,
  all: readonly Case[],
  properties: readonly (readonly [name: string, value: string])[] = [],
): Generator<string> {
  const cases = unique(all);
  const counted = (tag: string): number => cases.filter(({ result }) => result?.tag === tag).length;
  const totals = { tests: cases.length, failures: counted('failure'), errors: 0, skipped: counted('skipped') };
  yield `  <testsuite${attributes({ name: `isobar.${id}`, ...totals, time: 0, timestamp })}>\n`;
  if (properties.length > 0) {
    yield '    <properties>\n';
    for (const [name, value] of properties) yield `      <property${attributes({ name, value })}/>\n`;
    yield '    </properties>\n';
  }
  for (const one of cases) yield renderCase(`isobar.${id}`, one);
  yield '  </testsuite>\n';
}

/** What was accepted stops no build, and neither does what the baseline has: both are skipped, and say why. */
const excuseOf = (
  one: Parameters<typeof standingWords>[0] & Pick<Report['findings'][number], 'waived'>,
): string | undefined =>
  one.waived ? `waived ${acceptedWords(one.waived)}` : one.baseline ? 'in the baseline' : undefined;

const forecastCase = (forecast: Report['forecasts'][number]): Case => {
  const { level, score, sentence, missing, conditions, hops, fixFirst, correlation } = forecast;
  const type = `${level} ${Math.round(score)}`;
  const excuse = excuseOf(forecast);
  const lines = [
    sentence,
    ...(fixFirst ? [`Fix first: ${fixFirst.does} ${showPlace(fixFirst.place)}`.trim()] : []),
    ...conditions.map(({ says, state, evidence }) => `${state}: ${says} ${showPlace(evidence[0])}`.trim()),
    ...standingWords(forecast),
  ];
  return {
    name: `${correlation}: ${sentence}`,
    id: forecast.id,
    place: fixFirst?.place ?? hops[0]?.evidence[0] ?? conditions[0]?.evidence[0],
    result: {
      tag: level === 'warning' && excuse === undefined ? 'failure' : 'skipped',
      message: [excuse, missing ? `${type}, lacks only: ${missing}` : type].filter(Boolean).join('; '),
      type,
      lines,
    },
  };
};

export default defineExporter({
  id: 'junit',
  title: 'JUnit XML',
  mediaType: 'application/xml',
  *render(report) {
    const assets = new Map(report.assets.map((asset) => [asset.id, asset]));
    const timestamp = report.startedAt.replace(/\.\d+/, '').replace(/Z$/, '');
    const findingCase = (finding: Report['findings'][number]): Case => {
      const asset = assets.get(finding.asset);
      const subject = asset ? `${nameKind(asset.kind, 1)} ${asset.name}` : finding.asset;
      const place = finding.evidence[0] ?? asset?.seen[0];
      const excuse = excuseOf(finding);
      const isFailure = finding.outcome === 'fail' && excuse === undefined;
      return {
        name: [subject, finding.discriminator, place && `in ${place.path}`].filter(Boolean).join(' '),
        id: finding.id,
        place,
        result: {
          tag: isFailure ? 'failure' : 'skipped',
          message: isFailure
            ? finding.message
            : excuse !== undefined
              ? `${excuse}: ${finding.message}`
              : `unknown: ${finding.missing ?? finding.message}`,
          type: finding.severity,
          lines: [finding.message, finding.remedy, ...finding.evidence.map(showPlace), ...standingWords(finding)],
        },
      };
    };
    // An advisory only repeats the finding it stands for.
    const forecast = report.forecasts.filter(({ level }) => level !== 'advisory').map(forecastCase);
    const none = { name: 'nothing that was seen combines to a path to harm', id: 'none', place: undefined };
    const found = new Map(groupBy(report.findings, ({ detector }) => detector));
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: `isobar ${report.target.source}` })}>\n`;
    yield* renderSuite('forecast', timestamp, forecast.length > 0 ? forecast : [none], [
      ...report.coverage.frameworks.map(
        (one) => [`framework ${one.framework} ${one.edition}, of what was seen`, showControlCounts(one)] as const,
      ),
      ...tellComparisons(report).map((text) => ['compared', text] as const),
      ...tellConfiguration(report).map((text) => ['chosen', text] as const),
    ]);
    for (const tally of report.coverage.detectors) {
      // A report holds no finding for what passed, so one case stands for all of it.
      const passed = { name: `no finding: ${tally.title ?? tally.detector}`, id: 'none', place: undefined };
      const own = found.get(tally.detector)?.map(findingCase) ?? [passed];
      yield* renderSuite(tally.detector, timestamp, own);
      found.delete(tally.detector);
    }
    for (const [detector, own] of found) yield* renderSuite(detector, timestamp, own.map(findingCase));
    yield '</testsuites>\n';
  },
});
