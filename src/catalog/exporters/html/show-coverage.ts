// How far the answers reach: each framework’s controls as a map of four states, and everything that was not seen.
import type { Report } from '../../../kit/define-exporter.ts';
import { groupBy, showShare, splitNotSeen } from '../../../kit/read-report.ts';
import { controlWords } from '../../../kit/report-standing.ts';
import { count, cut } from '../../../kit/text-page.ts';
import { html, type Markup, nothing, type PageContext } from './markup.ts';

type Framework = Report['coverage']['frameworks'][number];
type Control = Framework['controls'][number];

/** The four words, each with a sign: colour alone tells nobody anything on paper. */
const states: Readonly<Record<Control['state'], readonly [sign: string, words: string]>> = {
  'not-met': ['✕', controlWords['not-met']],
  met: ['✓', controlWords.met],
  'not-assessed': ['–', controlWords['not-assessed']],
  manual: ['☐', controlWords.manual],
};
const stateOrder = Object.keys(states) as Control['state'][];

const showCell = ({ id, name, state, why }: Control): Markup => {
  const [sign, words] = states[state];
  return html`<li class="${state}" title="${`${id} ${name}: ${words}. ${why}`}"><span class="sign" aria-hidden="true">${sign}</span> ${id}<span class="unseen"> ${name}: ${words}</span></li>`;
};

const showNotMet = ({ id, name, why, findings }: Control, context: PageContext): Markup => {
  const links = findings.slice(0, 5).flatMap((finding, at) => {
    const anchor = context.anchorOf(finding);
    return anchor === undefined ? [] : [html` <a href="#${anchor}">${at + 1}</a>`];
  });
  return html`<li><b>${id}</b> ${name} <span class="quiet">${why}</span>${links.length > 0 && html` <span class="quiet">findings</span>${links}${findings.length > 5 && ' …'}`}</li>`;
};

const showFramework = ({ framework, edition, controls }: Framework, context: PageContext): Markup => {
  const numbers = stateOrder.map((state) => [state, controls.filter((one) => one.state === state).length] as const);
  const notMet = controls.filter(({ state }) => state === 'not-met');
  return html`<article class="card"><h3>${framework} <span class="share">${edition}</span></h3><p class="tally">${numbers.map(
    ([state, number]) =>
      html`<span class="state ${state}"><span aria-hidden="true">${states[state][0]}</span> ${number} ${states[state][1]}</span> `,
  )}</p><ul class="heat">${controls.map(showCell)}</ul>${
    notMet.length > 0 &&
    html`<details><summary>${count(notMet.length, 'control')} not met</summary><ul class="plain controls">${notMet.map((one) => showNotMet(one, context))}</ul></details>`
  }</article>\n`;
};

/** What the answers mean for each framework, always of what was seen. */
export const showFrameworks = ({ coverage }: Report, context: PageContext): Markup =>
  coverage.frameworks.length === 0
    ? nothing
    : html`<section id="frameworks"><h2>Frameworks</h2><p class="lead">Of what was seen. “Met” says that every question that was asked passed, “not assessed” that none was asked or could be answered, and “manual” that only people can answer.</p>${coverage.frameworks.map((one) => showFramework(one, context))}</section>\n`;

const mostNames = 20;

const showGaps = (notSeen: Report['notSeen']): Markup => {
  const byReason = groupBy(notSeen, ({ why }) => why.replace(/^lines? \d+(?: to \d+)?: /, ''));
  return html`${byReason.map(([why, own]) => {
    const names = [...new Set(own.map(({ what }) => what))];
    return html`<li><p>${why}</p><p class="names">${names.slice(0, mostNames).map((name) => html`<code>${cut(name, 120)}</code> `)}${names.length > mostNames && html`<span class="quiet">and ${names.length - mostNames} more</span>`}</p></li>`;
  })}`;
};

const showUnknown = (report: Report): Markup => {
  const tallies = new Map(report.coverage.detectors.map((one) => [one.detector, one]));
  const answers = groupBy(
    report.findings.filter(({ outcome }) => outcome === 'unknown'),
    ({ detector }) => detector,
  );
  return html`${answers.map(([detector, own]) => {
    const tally = tallies.get(detector);
    const reasons = [...new Set(own.map(({ missing }) => missing ?? ''))].filter((one) => one !== '');
    return html`<li><p>${tally?.title ?? detector} <span class="share">unknown for ${showShare(own.length, tally)}</span></p><p class="quiet">${reasons.slice(0, 3).join('; ')}${reasons.length > 3 && html`; and ${count(reasons.length - 3, 'other reason')}`}</p></li>`;
  })}`;
};

/** What was not seen, what that leaves unknown, and what was left out on purpose. */
export const showNotSeen = (report: Report): Markup => {
  const unknown = report.findings.filter(({ outcome }) => outcome === 'unknown').length;
  const { excluded = [], files } = report.coverage;
  const { unread, inPart } = splitNotSeen(report);
  return html`<section id="not-seen"><h2>What was not seen</h2><p class="lead">${files.read} of ${count(files.seen, 'file')} read, ${files.understood} understood, ${files.skipped} skipped.</p>${
    unread.length > 0 && html`<div class="card"><h3>Not read</h3><ul class="plain gaps">${showGaps(unread)}</ul></div>`
  }${unknown > 0 && html`<div class="card"><h3>${count(unknown, 'answer')} unknown</h3><ul class="plain gaps">${showUnknown(report)}</ul></div>`}${
    inPart.length > 0 &&
    html`<div class="card"><h3>Not asked, for want of data</h3><ul class="plain gaps">${inPart.map(({ what, why }) => html`<li><p>${what}</p><p class="quiet">${why}</p></li>`)}</ul></div>`
  }${
    excluded.length > 0 &&
    html`<div class="card"><h3>Left out on purpose</h3><ul class="plain gaps">${excluded.map(({ what, why, count: number }) => html`<li><p>${what} <span class="share">${number}</span></p><p class="quiet">${why}</p></li>`)}</ul></div>`
  }</section>\n`;
};
