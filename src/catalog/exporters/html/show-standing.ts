// How the page stands among others: what is new beside each thing, what is no longer seen, what was accepted, what a configuration chose.
import type { Report } from '../../../kit/define-exporter.ts';
import { firstSentence } from '../../../kit/read-report.ts';
import {
  acceptedOf,
  acceptedWords,
  goneWords,
  standingWords,
  tellComparisons,
  tellConfiguration,
  tellDeclaredSystems,
} from '../../../kit/report-standing.ts';
import { count } from '../../../kit/text-page.ts';
import { html, type Markup, nothing, type PageContext } from './markup.ts';

/** Badges beside a finding or forecast: that it is new, came back, or was accepted once. */
export const showStanding = (one: Parameters<typeof standingWords>[0]): Markup =>
  html`${standingWords(one).map(
    (word) =>
      html`<span class="life ${word === 'new' || word === 're-opened' ? 'fresh' : 'plain-word'}">${word}</span> `,
  )}`;

/** What the scan was held against, below the title. */
export const showComparisons = (report: Report): Markup =>
  html`${tellComparisons(report).map((text) => html`<p class="quiet">${text}</p>`)}`;

/** The systems that people declared, with what they said of them. */
export const showDeclaredSystems = (report: Report): Markup => {
  const declared = tellDeclaredSystems(report);
  return declared.length === 0
    ? nothing
    : html`<div class="card"><h3>${count(declared.length, 'declared system')}</h3><ul class="plain gaps">${declared.map((text) => html`<li>${text}</li>`)}</ul></div>`;
};

const mostGone = 50;

/** What an earlier scan saw and this one does not. */
export const showGone = ({ history }: Report): Markup => {
  const gone = history?.gone ?? [];
  if (gone.length === 0) return nothing;
  const rest = gone.length - mostGone;
  return html`<section id="gone"><h2>No longer seen</h2><ul class="card plain">${gone
    .slice(0, mostGone)
    .map(
      ({ life, gravity, says }) =>
        html`<li><span class="life ${life === 'resolved' ? 'mended' : 'plain-word'}">${goneWords[life]}</span> <b>${gravity}</b> ${firstSentence(says)}${life === 'stale' && html` <span class="quiet">It may still be there.</span>`}</li>`,
    )}${rest > 0 && html`<li class="quiet">and ${count(rest, 'other')}</li>`}</ul></section>\n`;
};

/** What was accepted, and everything else that a configuration file chose; never shortened. */
export const showAccepted = (report: Report, context: PageContext): Markup => {
  const accepted = acceptedOf(report);
  const chosen = tellConfiguration(report);
  if (accepted.length + chosen.length === 0) return nothing;
  return html`<section id="accepted"><h2>Accepted and left out by choice</h2>${
    accepted.length > 0 &&
    html`<div class="card"><h3>${accepted.length} waived</h3><ul class="plain gaps">${accepted.map(
      ({ id, gravity, says, waived }) =>
        html`<li id="${context.anchorOf(id)}"><p><b>${gravity}</b> ${firstSentence(says)}</p><p class="quiet">${acceptedWords(waived)}</p></li>`,
    )}</ul></div>`
  }${chosen.length > 0 && html`<div class="card"><h3>By configuration</h3><ul class="plain gaps">${chosen.map((text) => html`<li>${text}</li>`)}</ul></div>`}</section>\n`;
};
