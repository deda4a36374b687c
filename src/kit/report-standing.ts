/** How a report stands among others, in words that every format for people shares: what is new, gone, accepted, left out and why. */
import type { Report } from '../domain/report.ts';
import { groupBy } from './read-report.ts';
import { count } from './text-page.ts';

type Standing = Pick<Report['findings'][number], 'life' | 'baseline' | 'waived' | 'waiverEnded'>;
type Framework = Report['coverage']['frameworks'][number];

/** The four words for what the answers mean for a control, the worst first. */
export const controlWords = {
  'not-met': 'not met',
  met: 'met',
  'not-assessed': 'not assessed',
  manual: 'manual',
} as const satisfies Record<Framework['controls'][number]['state'], string>;

/** “3 not met, 1 met, 6 not assessed, 0 manual”. */
export const showControlCounts = ({ controls }: Framework): string =>
  Object.entries(controlWords)
    .map(([state, words]) => `${controls.filter((one) => one.state === state).length} ${words}`)
    .join(', ');

/** What is to be said beside a finding or forecast: that it is new, came back, or was accepted once; nothing of what was there before. */
export const standingWords = ({ life, baseline, waiverEnded }: Standing): string[] => [
  ...(freshWord({ life }) === undefined ? [] : [freshWord({ life })!]),
  ...(baseline ? ['in the baseline'] : []),
  ...(waiverEnded
    ? [
        waiverEnded.why === 'expired'
          ? `waiver of ${waiverEnded.owner} expired on ${waiverEnded.expires}`
          : `changed since ${waiverEnded.owner} waived it`,
      ]
    : []),
];

/** The word that fits into a margin: that it is new or came back. */
export const freshWord = ({ life }: Standing): string | undefined =>
  life === 'new' || life === 're-opened' ? life : undefined;

/** What is said where no forecast is open, without claiming more than was looked at. */
export const sayNoForecast = ({ since, forecasts }: Pick<Report, 'since' | 'forecasts'>): string => {
  if (since) return 'Of what rests on a file that changed, nothing combines to a path to harm';
  return forecasts.some(({ waived, level }) => waived !== undefined && level !== 'advisory')
    ? 'Every path to harm that was seen was waived'
    : 'Nothing that was seen combines to a path to harm';
};

/** “by mira until 2027-01-31: no customer data in it”. */
export const acceptedWords = ({ owner, reason, expires }: NonNullable<Standing['waived']>): string =>
  `by ${owner} until ${expires}: ${reason}`;

/** Everything that somebody accepted, forecasts first; an advisory that only repeats a finding is left to it. */
export const acceptedOf = (
  report: Report,
): {
  readonly id: string;
  readonly gravity: string;
  readonly says: string;
  readonly waived: NonNullable<Standing['waived']>;
}[] => [
  ...report.forecasts.flatMap(({ id, level, sentence, waived }) =>
    waived && level !== 'advisory' ? [{ id, gravity: level, says: sentence, waived }] : [],
  ),
  ...report.findings.flatMap(({ id, severity, message, waived }) =>
    waived ? [{ id, gravity: severity, says: message, waived }] : [],
  ),
];

const moment = (at: string): string => `${at.slice(0, 16).replace('T', ' ')} UTC`;

/** How many findings and forecasts are as they are; advisories are left to the findings that they repeat. */
const countWhere = ({ findings, forecasts }: Report, is: (one: Standing) => boolean): number =>
  findings.filter((one) => one.outcome === 'fail' && is(one)).length +
  forecasts.filter((one) => one.level !== 'advisory' && is(one)).length;

/** One sentence for each thing that the scan was held against: the scan before, a baseline, a commit. */
export const tellComparisons = (report: Report): string[] => {
  const { history, baseline, since } = report;
  const gone = (life: 'resolved' | 'stale'): number => history?.gone.filter((one) => one.life === life).length ?? 0;
  return [
    ...(history?.previous
      ? [
          `Since the scan of ${moment(history.previous.startedAt)}: ${[
            [countWhere(report, ({ life }) => life === 'new'), 'new'],
            [countWhere(report, ({ life }) => life === 're-opened'), 're-opened'],
            [countWhere(report, ({ life }) => life === 'known'), 'known'],
            [gone('resolved'), 'resolved'],
            [gone('stale'), 'stale'],
          ]
            .map(([number, word]) => `${number} ${word}`)
            .join(', ')}.`,
        ]
      : history
        ? ['First scan of this folder that is remembered: everything is new.']
        : []),
    ...(baseline
      ? [
          `Held against the baseline of ${moment(baseline.at)}: ${countWhere(report, (one) => one.baseline !== true)} not in it or graver, ${countWhere(report, (one) => one.baseline === true)} known, ${baseline.gone} gone.${baseline.isSameSource ? '' : ' It is of another source.'}`,
        ]
      : []),
    ...(since
      ? [
          `Only what rests on a file that changed since ${since.ref} (${since.commit.slice(0, 7)}): ${count(since.findings, 'finding')} and ${count(since.forecasts, 'forecast')} that rest on others are left out${since.isCompared ? '; what a scan of that commit did not have is here too' : ', and so is what the change brings about in files that it does not touch'}.`,
        ]
      : []),
  ];
};

/** “Support bot (high risk, owned by @acme/support)” for each system that people declared. */
export const tellDeclaredSystems = ({ systems }: Pick<Report, 'systems'>): string[] =>
  systems.flatMap(({ name, declared, riskTier, owner, purpose }) => {
    if (!declared) return [];
    const said = [
      riskTier === undefined ? 'no risk tier' : `${riskTier} risk`,
      owner === undefined ? 'no owner' : `owned by ${owner}`,
    ].join(', ');
    return [`${name} (${said})${purpose === undefined ? '' : `: ${purpose}`}`];
  });

/** What a configuration file changed, each in a sentence: nothing is left out or accepted in silence. */
export const tellConfiguration = ({ configuration }: Report): string[] => {
  if (configuration === undefined) return [];
  const { file, from, isIgnored, exclude, detectorsOff, severities, waivers, notApplied } = configuration;
  const name = from === 'tree' ? `${file} of the scanned folder` : `${file}, given with --config,`;
  if (isIgnored) return [`${file} of the scanned folder was left unread.`];
  const ends = groupBy(waivers, ({ state }) => state).map(
    ([state, own]) => `${own.length} ${waiverWords[state as keyof typeof waiverWords]}`,
  );
  return [
    ...(exclude.length > 0 ? [`${name} leaves out what matches ${exclude.join(', ')}.`] : []),
    ...detectorsOff.map(({ detector, reason }) => `${name} switches ${detector} off: ${reason}`),
    ...severities.map(
      ({ detector, severity, reason }) => `${name} sets the severity of ${detector} to ${severity}: ${reason}`,
    ),
    ...(waivers.length > 0 ? [`${name} has ${count(waivers.length, 'waiver')}: ${ends.join(', ')}.`] : []),
    ...notApplied.map(({ what, why }) => `not applied: ${what}, because ${why}`),
  ];
};

const waiverWords = {
  holds: 'in force',
  expired: 'expired',
  changed: 'ended by a change',
  unmatched: 'for nothing that was found',
} as const;

/** What an earlier scan saw and this one does not, in words. */
export const goneWords = { resolved: 'resolved', stale: 'not looked at again' } as const;
