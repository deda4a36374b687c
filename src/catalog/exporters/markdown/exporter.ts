// Markdown for a comment on a pull request: the forecast first, everything else folded, short enough for any code host.
import { defineExporter, type Report } from '../../../kit/define-exporter.ts';
import { escapeMarkdown, markdownCode } from '../../../kit/escape-markdown.ts';
import {
  failingFindings,
  firstSentence,
  foldWatches,
  forecastsOf,
  groupBy,
  nameKind,
  showPlace,
  showSeverities,
  showShare,
  splitNotSeen,
} from '../../../kit/read-report.ts';
import {
  acceptedOf,
  acceptedWords,
  goneWords,
  sayNoForecast,
  showControlCounts,
  standingWords,
  tellComparisons,
  tellConfiguration,
} from '../../../kit/report-standing.ts';
import { count, cut } from '../../../kit/text-page.ts';

type Forecast = Report['forecasts'][number];
type Place = { readonly path: string; readonly line: number };

/** GitHub refuses a comment of more than 65,536 characters; what is left out says so. */
const mostCharacters = 60_000;
const mostWarnings = 5;
const mostOthers = 10;
const mostExamples = 3;
const mostSteps = 12;
/** One sentence; names in it are strangers’ and of any length. */
const mostOfText = 500;

const say = (text: string): string => escapeMarkdown(cut(text, mostOfText));
const at = (place: Place | undefined): string =>
  place === undefined ? '' : ` ${markdownCode(cut(showPlace(place), mostOfText))}`;

const fold = (summary: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<details><summary>${summary}</summary>\n\n${lines.join('\n')}\n\n</details>\n`;

/** The lines up to a number, and a line that counts the rest. */
const some = (lines: readonly string[], most: number, noun: string, plural?: string): string[] => {
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), `- and ${count(rest, noun, plural)}`] : [...lines];
};

/** “**new** ” before a sentence, where there is something to be said of its standing. */
const marked = (one: Parameters<typeof standingWords>[0]): string => {
  const words = standingWords(one);
  return words.length === 0 ? '' : `**${words.map(say).join('; ')}** `;
};

const showFix = ({ fixFirst }: Forecast): string => {
  if (!fixFirst) return '';
  const others = fixFirst.ends.length - 1;
  const ends = others > 0 ? ` (also ends ${count(others, 'other forecast')})` : '';
  return `**Fix first:** ${say(fixFirst.does.replace(/\.$/, ''))}${ends}${at(fixFirst.place)}\n`;
};

const showWarning = (forecast: Forecast, nameOf: (asset: string) => string): string => {
  const path = forecast.hops.map(
    ({ from, relation, to, evidence }) =>
      `- ${say(nameOf(from))} ─ ${say(relation.replaceAll('-', ' '))} → ${say(nameOf(to))}${at(evidence[0])}`,
  );
  const because = forecast.conditions.map(
    ({ says, state, evidence }) => `- ${state === 'true' ? '✓' : '?'} ${say(says)}${at(evidence.at(-1))}`,
  );
  const lines = [
    ...some(path, mostSteps, 'other step'),
    ...(because.length > 0 ? ['', 'because', '', ...some(because, mostSteps, 'other condition')] : []),
    '',
    `<sub>${[forecast.correlation, ...forecast.references].map(say).join(' · ')}</sub>`,
  ];
  const words = standingWords(forecast).map(say).join('; ');
  return `### ▲ Warning ${Math.round(forecast.score)}${words === '' ? '' : ` (${words})`}\n\n**${say(forecast.sentence)}**\n\n${showFix(forecast)}\n${fold('Path and evidence', lines)}`;
};

const showOthers = (report: Report, warnings: readonly Forecast[]): string[] => {
  const watches = foldWatches(forecastsOf(report, 'watch')).map(([first, ...more]) => {
    const alike =
      more.length > 0
        ? ` And ${count(more.length, 'other path')} that lack${more.length === 1 ? 's' : ''} the same.`
        : '';
    const lacks = first.missing ? ` Lacks only: ${say(first.missing)}.` : '';
    return `- ○ ${Math.round(first.score)} ${marked(first)}${say(first.sentence)}${lacks}${alike}`;
  });
  const advisories = groupBy(forecastsOf(report, 'advisory'), ({ sentence }) => sentence).map(
    ([sentence, own]) => `- · ${say(sentence)}${own.length > 1 ? ` (in ${own.length} places)` : ''}`,
  );
  return [
    fold(
      count(warnings.length, 'other warning'),
      some(
        warnings.map(
          (one) => `- ▲ ${Math.round(one.score)} ${marked(one)}${say(one.sentence)}${at(one.fixFirst?.place)}`,
        ),
        mostOthers,
        'other warning',
      ),
    ),
    fold(
      `${count(watches.length, 'watch', 'watches')}: one condition short of a warning`,
      some(watches, mostOthers, 'other watch', 'other watches'),
    ),
    fold(
      count(advisories.length, 'advisory', 'advisories'),
      some(advisories, mostOthers, 'other advisory', 'other advisories'),
    ),
  ];
};

const showFindings = (report: Report): string => {
  const failing = failingFindings(report);
  const tallies = new Map(report.coverage.detectors.map((one) => [one.detector, one]));
  const lines = groupBy(failing, ({ detector }) => detector).flatMap(([detector, own]) => {
    const [worst] = own as [(typeof own)[number]];
    const tally = tallies.get(detector);
    const share = showShare(new Set(own.map(({ asset }) => asset)).size, tally);
    const examples = own.map((one) => `  - ${marked(one)}${say(firstSentence(one.message))}${at(one.evidence[0])}`);
    return [
      `- **${worst.severity}** ${say(tally?.title ?? detector)}: ${share}`,
      ...some(examples, mostExamples, 'more').map((line) => line.replace(/^- and/, '  - and')),
    ];
  });
  return fold(`Findings: ${showSeverities(failing)}`, lines);
};

const showGone = ({ history }: Report): string => {
  const gone = history?.gone ?? [];
  const lines = gone.map(
    ({ life, gravity, says }) =>
      `- ${life === 'resolved' ? '✓' : '?'} ${goneWords[life]}: ${say(gravity)} ${say(firstSentence(says))}`,
  );
  return fold(`No longer seen: ${gone.length}`, some(lines, mostOthers, 'other'));
};

/** What was accepted and chosen; before the findings, so that no length of theirs pushes it out. */
const showAccepted = (report: Report): string => {
  const accepted = acceptedOf(report);
  const lines = [
    ...some(
      accepted.map(
        ({ gravity, says, waived }) =>
          `- waived ${say(gravity)}: ${say(firstSentence(says))} ${say(acceptedWords(waived))}`,
      ),
      mostOthers,
      'other',
    ),
    ...some(
      tellConfiguration(report).map((text) => `- ${say(text)}`),
      mostOthers,
      'other',
    ),
  ];
  return fold(`Accepted and left out by choice: ${accepted.length} waived`, lines);
};

const showFrameworks = ({ coverage }: Report): string =>
  fold(
    'Frameworks, of what was seen',
    coverage.frameworks.map((one) => `- ${say(one.framework)} ${say(one.edition)}: ${showControlCounts(one)}`),
  );

const showNotSeen = (report: Report): string => {
  const { unread, inPart } = splitNotSeen(report);
  const gaps = unread.map(({ what, why }) => `- ${markdownCode(cut(what, mostOfText))}: ${say(why)}`);
  const unknown = groupBy(
    report.findings.filter(({ outcome }) => outcome === 'unknown'),
    ({ detector }) => detector,
  ).map(([detector, own]) => `- ${say(detector)}: unknown for ${count(own.length, 'asset')}`);
  const parts = [
    ...(gaps.length > 0 ? [`${count(gaps.length, 'thing')} not read`] : []),
    ...(unknown.length > 0 ? [`${count(unknown.length, 'question')} with unknown answers`] : []),
  ];
  return fold(`What was not seen: ${parts.join(', ')}`, [
    ...some(gaps, mostOthers, 'other thing'),
    ...some(unknown, mostOthers, 'other question'),
    ...some(
      inPart.map(({ what, why }) => `- not asked: ${say(what)}: ${say(why)}`),
      mostOthers,
      'other question',
    ),
  ]);
};

const showFoot = ({ tool, target, coverage }: Report): string => {
  const commit = target.commit === undefined ? '' : ` at ${markdownCode(target.commit.slice(0, 7))}`;
  return `<sub>Isobar ${say(tool.version)} on ${say(target.source)}${commit} · ${coverage.files.read} of ${count(coverage.files.seen, 'file')} read</sub>\n`;
};

export default defineExporter({
  id: 'markdown',
  title: 'Markdown for a pull request',
  mediaType: 'text/markdown',
  *render(report) {
    const names = new Map(report.assets.map(({ id, kind, name }) => [id, `${nameKind(kind, 1)} ${name}`]));
    const nameOf = (asset: string): string => names.get(asset) ?? asset;
    const warnings = forecastsOf(report, 'warning');
    const watches = forecastsOf(report, 'watch').length;
    const head =
      warnings.length + watches > 0
        ? `## Isobar: ${count(warnings.length, 'warning')}, ${count(watches, 'watch', 'watches')}\n`
        : `## Isobar: ${sayNoForecast(report).replace(/^./, (letter) => letter.toLowerCase())}\n`;
    const sections = [
      ...warnings.slice(0, mostWarnings).map((one) => showWarning(one, nameOf)),
      ...showOthers(report, warnings.slice(mostWarnings)),
      showGone(report),
      showAccepted(report),
      showFindings(report),
      showFrameworks(report),
      showNotSeen(report),
    ].filter((section) => section !== '');
    yield head;
    for (const text of tellComparisons(report)) yield `\n${say(text)}\n`;
    let left = mostCharacters;
    let leftOut = 0;
    for (const section of sections) {
      left -= section.length;
      if (left < 0) leftOut += 1;
      else yield `\n${section}`;
    }
    if (leftOut > 0)
      yield `\n${count(leftOut, 'section')} left out, too long for a comment; the full report has them.\n`;
    yield `\n${showFoot(report)}`;
  },
});
