// What is wrong, detector by detector, each with how many of how many, its findings with their places, and its remedy.
import type { Report } from '../../../kit/define-exporter.ts';
import { failingFindings, firstSentence, groupBy, severities, showShare } from '../../../kit/read-report.ts';
import { standingWords } from '../../../kit/report-standing.ts';
import { html, type Markup, type PageContext, showPlaces } from './markup.ts';
import { showStanding } from './show-standing.ts';

type Finding = Report['findings'][number];
type Tally = Report['coverage']['detectors'][number];

/** Findings of one detector that stand open. */
const mostOpen = 6;

/** Findings that say the same of several places, as one entry. */
const showEntry = (own: readonly Finding[], isShared: boolean, at: number, context: PageContext): Markup => {
  const [first, ...others] = own as [Finding, ...Finding[]];
  const text = at === 0 ? first.message : firstSentence(first.message);
  // The others are still led to from elsewhere on the page.
  const anchors = others.map(({ id }) => html`<span id="${context.anchorOf(id)}"></span>`);
  return html`<li id="${context.anchorOf(first.id)}" data-severity="${first.severity}" data-row><p>${showStanding(first)}${text}${showPlaces(
    own.flatMap(({ evidence }) => (own.length > 1 ? evidence.slice(0, 1) : evidence)),
    context,
    4,
  )}</p>${anchors}${!isShared && html`<p class="remedy">${first.remedy}</p>`}</li>`;
};

const showDetector = (
  detector: string,
  own: readonly Finding[],
  tally: Tally | undefined,
  context: PageContext,
): Markup => {
  const [worst] = own as [Finding];
  const isShared = new Set(own.map(({ remedy }) => remedy)).size === 1;
  const share = showShare(new Set(own.map(({ asset }) => asset)).size, tally);
  const counted = severities
    .map((severity) => [severity, own.filter((one) => one.severity === severity).length] as const)
    .filter(([, number]) => number > 0);
  const entries = groupBy(own, (one) => JSON.stringify([one.severity, one.message, one.remedy, standingWords(one)]));
  const items = entries.map(([, alike], at) => showEntry(alike, isShared, at, context));
  return html`<article class="card finding" data-group><p class="card-head">${counted.map(
    ([severity, number]) =>
      html`<span class="severity ${severity}">${counted.length > 1 || number > 1 ? html`${number} ` : ''}${severity}</span> `,
  )}<code class="quiet">${detector}</code></p><h3>${tally?.title ?? detector} <span class="share">${share}</span></h3><ul class="plain findings">${items.slice(0, mostOpen)}</ul>${
    items.length > mostOpen &&
    html`<details class="rest"><summary>${items.length - mostOpen} more</summary><ul class="plain findings">${items.slice(mostOpen)}</ul></details>`
  }${isShared && html`<p class="remedy">${worst.remedy}</p>`}</article>\n`;
};

/** Failing findings; the buttons need a script and stay away without one. */
export function* showFindings(report: Report, context: PageContext): Generator<Markup> {
  const failing = failingFindings(report);
  const tallies = new Map(report.coverage.detectors.map((one) => [one.detector, one]));
  const present = severities.filter((severity) => failing.some((one) => one.severity === severity));
  yield html`<section id="findings"><h2>Findings</h2>\n`;
  if (failing.length === 0) yield html`<p class="calm">Nothing that was asked failed.</p>\n`;
  else if (present.length > 1)
    yield html`<div class="filter" data-filter="findings" hidden>${present.map(
      (severity) =>
        html`<button type="button" aria-pressed="false" data-choose="severity" data-value="${severity}">${severity} <b>${failing.filter((one) => one.severity === severity).length}</b></button>`,
    )}<output></output></div>\n`;
  for (const [detector, own] of groupBy(failing, (one) => one.detector))
    yield showDetector(detector, own, tallies.get(detector), context);
  yield html`</section>\n`;
}
