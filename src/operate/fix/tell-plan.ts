/** Tells plans and what became of them as plain text: names from the tree repaint no screen. */
import { clean } from '../../kit/text-page.ts';
import type { FixPlan, FixStep } from './fix-plan.ts';
import type { FixRecord } from './fix-record.ts';
import type { Verification } from './verify.ts';

/** Lines with every sign made harmless; line breaks and tabs of a diff stay. */
const cleanLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/\r$/, '').split('\t').map(clean).join('\t'))
    .join('\n');

const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`;

const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;

/** “1 warning, 2 findings”; what is proven is told apart from what is only said. */
export const tellEnds = ({ ends, isSimulated }: Pick<FixStep, 'ends' | 'isSimulated'>): string => {
  const parts = (['warning', 'watch', 'advisory'] as const).flatMap((level) => {
    const number = ends.forecasts.filter((one) => one.level === level).length;
    const many = { warning: 'warnings', watch: 'watches', advisory: 'advisories' }[level];
    return number > 0 ? [count(number, level, many)] : [];
  });
  if (ends.findings.length > 0) parts.push(count(ends.findings.length, 'finding'));
  if (parts.length === 0) return 'ends nothing by itself';
  return `${isSimulated ? 'ends' : 'is meant to end'} ${parts.join(', ')}`;
};

const tellStep = (step: FixStep, number: number): string => {
  const where = step.place ? `  ${step.place.path}${step.place.line > 0 ? `:${step.place.line}` : ''}` : '';
  const kind = step.kind === 'patch' ? 'patch' : 'by hand';
  const lines = [
    `${String(number).padStart(3)}  ${clean(step.does)}`,
    `     ${kind} · ${step.remediation} · ${step.id}${clean(where)}`,
    `     ${tellEnds(step)}`,
    ...step.ends.forecasts
      .filter(({ level }) => level === 'warning')
      .map(({ id, sentence }) => `       ▲ ${clean(sentence)} (${id})`),
    ...step.ends.findings.map(({ detector, message }) => `       · ${detector}: ${clean(firstSentence(message))}`),
  ];
  if (step.why) lines.push(`     no patch: ${clean(step.why)}`);
  if (step.kind === 'instructions') lines.push(...step.instructions.map((one, at) => `     ${at + 1}. ${clean(one)}`));
  if (step.diff) {
    lines.push('', cleanLines(step.diff.replace(/\n$/, '')).replaceAll(/^/gm, '     '), '');
    lines.push('     The patch does not do the rest:', ...step.instructions.map((one) => `     - ${clean(one)}`));
  }
  return lines.join('\n');
};

/** The whole plan. */
export const tellPlan = (plan: FixPlan): string => {
  const patches = plan.steps.filter(({ kind }) => kind === 'patch').length;
  if (plan.steps.length === 0) return 'Nothing that was seen needs a fix.\n';
  const head = `${count(plan.steps.length, 'fix', 'fixes')}, what ends most risk first: ${count(patches, 'patch', 'patches')} in ${count(plan.files.length, 'file')}, ${plan.steps.length - patches} by hand.`;
  const blocked = plan.blocked.map(({ path, why }) => `${clean(path)} may not be changed: ${why}.`);
  const waived = plan.waived > 0 ? [`${count(plan.waived, 'finding')} that somebody accepted left out.`] : [];
  return `${[head, ...waived, ...blocked, '', ...plan.steps.map((step, at) => `${tellStep(step, at + 1)}\n`)].join('\n')}`;
};

/** What was written. */
export const tellRecord = (record: FixRecord, word: string): string =>
  `${word} ${count(record.steps.length, 'fix', 'fixes')} in ${count(record.files.length, 'file')}:\n${record.files
    .map(({ path }) => `  ${clean(path)}\n`)
    .join('')}`;

/** What a scan afterwards shows, and all that is not as it was foretold. */
export const tellVerification = (verification: Verification): string => {
  const lines = verification.steps.map(({ does, stillFailing, stillStanding }) => {
    const isDone = stillFailing.length + stillStanding.length === 0;
    const left = [
      ...(stillFailing.length > 0 ? [`still fails: ${stillFailing.join(', ')}`] : []),
      ...(stillStanding.length > 0 ? [`still stands: ${stillStanding.join(', ')}`] : []),
    ];
    return `  ${isDone ? '✓' : '✗'} ${clean(does)}${isDone ? '' : `\n      ${left.join('; ')}`}`;
  });
  const differences = verification.differences.map(
    ({ id, what, foretold, found, says }) =>
      `  ${what} ${id}: foretold ${foretold}, found ${found}\n      ${clean(firstSentence(says))}`,
  );
  const end = verification.isVerified
    ? 'Verified: every detector passes, what was to end has ended, and the scan equals what was foretold.'
    : differences.length > 0
      ? `Not verified: ${count(differences.length, 'thing')} not as foretold.\n${differences.join('\n')}`
      : 'Not verified.';
  return `${[...lines, end].join('\n')}\n`;
};

/** A word as a POSIX shell takes it for one. */
const quote = (word: string): string => (/^[\w./@%+,:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** The commands that put the change on a branch of its own. */
export const tellCommit = (root: string, record: FixRecord): string => {
  const title =
    record.steps.length === 1 ? record.steps[0]!.does.replace(/\.$/, '') : `Apply ${record.steps.length} fixes`;
  const paths = record.files.map(({ path }) => quote(path)).join(' ');
  const branch = `isobar/${record.id}`;
  return [
    'To put it on a branch of its own:',
    `  cd ${quote(root)}`,
    `  git switch -c ${branch}`,
    `  git add -- ${paths}`,
    `  git commit -m ${quote(clean(title))}`,
    '',
  ].join('\n');
};
