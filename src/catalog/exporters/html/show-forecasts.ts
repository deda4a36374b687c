// The first part of the page: what is most likely to go wrong, by which path, why it is thought so, and what to do first.
import type { Report } from '../../../kit/define-exporter.ts';
import { foldWatches, forecastsOf, groupBy } from '../../../kit/read-report.ts';
import { sayNoForecast } from '../../../kit/report-standing.ts';
import { count } from '../../../kit/text-page.ts';
import { drawPath } from './draw-path.ts';
import { html, type Markup, nothing, type PageContext, showPlaceMarkup, showPlaces } from './markup.ts';
import { showStanding } from './show-standing.ts';

type Forecast = Report['forecasts'][number];

/** Warnings that stand open; the others are a sentence that opens. */
const mostOpen = 8;
/** Watches that stand open where there is no warning to look at first. */
const mostOpenWatches = 2;
/** Watches of one group that are named one by one. */
const mostAlike = 50;

const showFix = ({ fixFirst }: Forecast, context: PageContext): Markup => {
  if (!fixFirst) return nothing;
  const others = fixFirst.ends.length - 1;
  return html`<p class="fix"><b>Fix first</b> ${fixFirst.does} ${showPlaceMarkup(fixFirst.place, context)}${
    others > 0 && html` <span class="quiet">also ends ${count(others, 'other forecast')}</span>`
  }</p>`;
};

const signs = { true: '✓', unknown: '?', false: '○' } as const;
const states = { true: 'holds', unknown: 'not known', false: 'does not hold' } as const;

const showConditions = ({ conditions }: Forecast, context: PageContext): Markup =>
  conditions.length === 0
    ? nothing
    : html`<h4>Because</h4><ul class="conditions">${conditions.map(
        ({ state, says, evidence, missing, flip }) =>
          html`<li class="${state}"><span class="sign" aria-hidden="true">${signs[state]}</span><span><span class="unseen">${states[state]}: </span>${says}${
            missing !== undefined && html` <span class="quiet">(${missing})</span>`
          }${flip !== undefined && html` <span class="quiet">(one change away: ${flip})</span>`}${showPlaces(evidence.toReversed(), context)}</span></li>`,
      )}</ul>`;

const showScore = ({ factors, references, correlation, score }: Forecast): Markup =>
  html`<details class="score"><summary>How the score of ${Math.round(score)} came about</summary>${
    factors.length > 0 &&
    html`<table><thead><tr><th scope="col">Factor</th><th scope="col">Side</th><th scope="col" class="number">×</th><th scope="col">Why</th></tr></thead><tbody>${factors.map(
      ({ name, side, value, why }) =>
        html`<tr><td>${name}</td><td>${side}</td><td class="number">${String(value)}</td><td>${why}</td></tr>`,
    )}</tbody></table>`
  }<p class="quiet">${[correlation, ...references].join(' · ')}</p></details>`;

const showHead = (forecast: Forecast, context: PageContext): Markup => {
  const { level, score, systems } = forecast;
  return html`<p class="card-head"><span class="level ${level}">${level}</span> <span class="points">${Math.round(score)}<span class="unseen"> of 100</span></span> ${showStanding(forecast)}${
    systems.length > 0 && html` <span class="quiet">in ${systems.map(context.systemOf).join(', ')}</span>`
  }</p>`;
};

const showBody = (forecast: Forecast, context: PageContext): Markup =>
  html`${showFix(forecast, context)}${drawPath(forecast, context)}${showConditions(forecast, context)}${showScore(forecast)}`;

const showOpen = (forecast: Forecast, context: PageContext): Markup =>
  html`<article class="card ${forecast.level}" id="${context.anchorOf(forecast.id)}">${showHead(forecast, context)}<h3>${forecast.sentence}</h3>${showBody(forecast, context)}</article>\n`;

const showFolded = (forecast: Forecast, more: Markup, context: PageContext, isOpen = false): Markup =>
  html`<details class="card ${forecast.level}" id="${context.anchorOf(forecast.id)}"${isOpen && html` open`}><summary>${showHead(forecast, context)}<p class="sentence">${forecast.sentence}</p>${
    forecast.missing !== undefined && html`<p class="lacks"><b>Lacks only</b> ${forecast.missing}</p>`
  }</summary>${showBody(forecast, context)}${more}</details>\n`;

const showAlike = (more: readonly Forecast[], context: PageContext): Markup =>
  more.length === 0
    ? nothing
    : html`<h4>${count(more.length, 'other path')} that lack${more.length === 1 ? 's' : ''} the same</h4><ul class="plain">${more
        .slice(0, mostAlike)
        .map(
          (one) =>
            html`<li id="${context.anchorOf(one.id)}"><b>${Math.round(one.score)}</b> ${showStanding(one)}${one.sentence}</li>`,
        )}${more.length > mostAlike && html`<li class="quiet">and ${more.length - mostAlike} more</li>`}</ul>`;

/** The forecast, level by level. */
export function* showForecasts(report: Report, context: PageContext): Generator<Markup> {
  const warnings = forecastsOf(report, 'warning');
  const watches = foldWatches(forecastsOf(report, 'watch'));
  const advisories = groupBy(forecastsOf(report, 'advisory'), ({ sentence }) => sentence);
  const unknown = report.findings.filter(({ outcome }) => outcome === 'unknown').length;
  yield html`<section id="forecast"><h2>Forecast</h2>\n`;
  if (warnings.length + watches.length === 0)
    yield html`<p class="calm">${sayNoForecast(report)}${
      unknown > 0 && html`; ${count(unknown, 'answer')} could not be had, see <a href="#not-seen">what was not seen</a>`
    }.</p>\n`;
  for (const one of warnings.slice(0, mostOpen)) yield showOpen(one, context);
  for (const one of warnings.slice(mostOpen)) yield showFolded(one, nothing, context);
  if (watches.length > 0) {
    yield html`<h3 class="part">Watches <span class="quiet">one condition short of a warning</span></h3>\n`;
    for (const [at, [first, ...more]] of watches.entries())
      yield showFolded(first, showAlike(more, context), context, warnings.length === 0 && at < mostOpenWatches);
  }
  if (advisories.length > 0) {
    yield html`<h3 class="part">Advisories <span class="quiet">serious alone, without a path that was seen</span></h3><ul class="card plain advisory">${advisories.map(
      ([sentence, own]) =>
        html`<li id="${context.anchorOf(own[0]!.id)}">${showStanding(own[0]!)}${sentence}${own.length > 1 && html` <span class="quiet">in ${own.length} places</span>`}</li>`,
    )}</ul>\n`;
  }
  yield html`</section>\n`;
}

/** The changes that end most risk, in their order. */
export const showFixes = ({ fixes = [] }: Report, context: PageContext): Markup =>
  fixes.length === 0
    ? nothing
    : html`<section id="fixes"><h2>What to do first</h2><p class="lead">Each change was laid over the graph, and these forecasts were gone.</p><ol class="fixes">${fixes.map(
        ({ does, place, ends }) =>
          html`<li><p>${does} ${showPlaceMarkup(place, context)}</p><p class="quiet">ends ${count(ends.length, 'forecast')}</p></li>`,
      )}</ol></section>\n`;
