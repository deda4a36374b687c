// What an earlier scan saw and this one does not, what somebody accepted, and what a configuration chose.
import type { Report } from '../../../kit/define-exporter.ts';
import { firstSentence } from '../../../kit/read-report.ts';
import { acceptedOf, acceptedWords, goneWords, tellConfiguration } from '../../../kit/report-standing.ts';
import { count, type Page } from '../../../kit/text-page.ts';

const mostGone = 5;

/** What is gone, or was not looked at again. */
export const showGone = ({ history }: Report, page: Page, isVerbose: boolean): string[] => {
  const gone = history?.gone ?? [];
  if (gone.length === 0) return [];
  const summary = (['resolved', 'stale'] as const)
    .map((life) => [gone.filter((one) => one.life === life).length, goneWords[life]] as const)
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ');
  const shown = isVerbose ? gone : gone.slice(0, mostGone);
  const rest = gone.length - shown.length;
  return [
    ...page.heading('NO LONGER SEEN', summary),
    ...shown.flatMap(({ life, gravity, says }) =>
      page.marked(
        `${life === 'resolved' ? '✓' : '?'} ${gravity}`,
        `${firstSentence(says)}${life === 'stale' ? ` (${goneWords.stale}; it may still be there)` : ''}`,
        {
          indent: 2,
          paints: life === 'resolved' ? ['green'] : ['yellow'],
        },
      ),
    ),
    ...(rest > 0 ? [page.paint(`    and ${count(rest, 'other')}, with --verbose`, 'dim')] : []),
  ];
};

/** What was accepted, and everything else that a configuration file chose; never shortened. */
export const showAccepted = (report: Report, page: Page): string[] => {
  const accepted = acceptedOf(report);
  const chosen = tellConfiguration(report);
  if (accepted.length + chosen.length === 0) return [];
  return [
    ...page.heading('ACCEPTED AND LEFT OUT BY CHOICE', accepted.length > 0 ? `${accepted.length} waived` : ''),
    ...accepted.flatMap(({ gravity, says, waived }) => [
      ...page.marked(`waived ${gravity}`, firstSentence(says), { indent: 2, paints: ['cyan'] }),
      ...page.marked('', acceptedWords(waived), { indent: 3, textPaints: ['dim'] }),
    ]),
    ...chosen.flatMap((text) => page.marked('-', text, { indent: 2 })),
  ];
};
