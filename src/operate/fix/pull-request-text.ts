/** The text of a pull request for fixes that were applied: what is done, what ends by it, what a person still does. */
import { escapeMarkdown } from '../../kit/escape-markdown.ts';
import type { FixPlan, FixStep } from './fix-plan.ts';
import { tellEnds } from './tell-plan.ts';
import type { Verification } from './verify.ts';

const tellStep = (step: FixStep): string => {
  const place = step.files.map((path) => escapeMarkdown(path)).join(', ');
  const warnings = step.ends.forecasts.filter(({ level }) => level === 'warning');
  return [
    `### ${escapeMarkdown(step.does)}`,
    '',
    `In ${place}; ${tellEnds(step)} (\`${step.remediation}\`).`,
    '',
    ...warnings.map(({ sentence }) => `- ▲ ${escapeMarkdown(sentence)}`),
    ...step.ends.findings.map(({ detector, message }) => `- \`${detector}\`: ${escapeMarkdown(message)}`),
    '',
    'Still to be done by a person, where it is not done yet:',
    '',
    ...step.instructions.map((one) => `- [ ] ${escapeMarkdown(one)}`),
    '',
  ].join('\n');
};

/** Title in the first line, then the body; it shows no line of a file, so no secret stands in it. */
export const writePullRequestText = (plan: FixPlan, verification?: Verification): string => {
  const patched = plan.steps.filter(({ kind }) => kind === 'patch');
  const only = patched.length === 1 ? patched[0] : undefined;
  const proof =
    verification === undefined
      ? 'What ends was foretold by laying the changes over the graph; a scan afterwards has not been made yet.'
      : verification.isVerified
        ? 'A scan afterwards shows what was foretold: the detectors pass, and what was to end has ended.'
        : `A scan afterwards differs from what was foretold in ${verification.differences.length} things; see isobar fix --verify.`;
  return [
    only ? escapeMarkdown(only.does.replace(/\.$/, '')) : `Apply ${patched.length} fixes of AI posture`,
    '',
    proof,
    '',
    ...patched.map(tellStep),
    'Files:',
    '',
    ...plan.files.map(({ path }) => `- ${escapeMarkdown(path)}`),
    '',
  ].join('\n');
};
