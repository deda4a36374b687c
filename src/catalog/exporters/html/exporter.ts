// One page that needs nothing but itself: the forecast with its paths drawn, what to do first, what is here, what is wrong, what was not seen.
import { defineExporter, type Report } from '../../../kit/define-exporter.ts';
import { policyHash } from '../../../kit/policy-hash.ts';
import { failingFindings, forecastsOf, nameKind, showSeverities, splitNotSeen } from '../../../kit/read-report.ts';
import { acceptedOf } from '../../../kit/report-standing.ts';
import { createAddressOf } from '../../../kit/source-address.ts';
import { count } from '../../../kit/text-page.ts';
import { html, type Markup, type PageContext } from './markup.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { showFrameworks, showNotSeen } from './show-coverage.ts';
import { showFindings } from './show-findings.ts';
import { showFixes, showForecasts } from './show-forecasts.ts';
import { rowsOf, showInventory } from './show-inventory.ts';
import { showAccepted, showComparisons, showGone } from './show-standing.ts';

const createContext = (report: Report): PageContext => {
  const assets = new Map(report.assets.map((asset) => [asset.id, asset]));
  const systems = new Map(
    report.systems.map(({ id, name, environment }) => [
      id,
      environment && environment !== 'unknown' ? `${name} (${environment})` : name,
    ]),
  );
  // Ids are made of names; an anchor is a number, so that no name reaches an address.
  const rows = rowsOf(report.assets);
  const rowAt = new Map([...new Set(rows.values())].map((id, at) => [id, `asset-${at + 1}`]));
  const anchors = new Map<string, string>([
    ...[...rows].map(([id, row]) => [id, rowAt.get(row)!] as const),
    ...[...failingFindings(report), ...acceptedOf(report)].map(({ id }, at) => [id, `finding-${at + 1}`] as const),
    ...report.forecasts
      .filter(({ waived }) => waived === undefined)
      .map(({ id }, at) => [id, `forecast-${at + 1}`] as const),
  ]);
  const kindOf = (id: string): string => nameKind(assets.get(id)?.kind ?? '', 1);
  const shortNameOf = (id: string): string => assets.get(id)?.name ?? id;
  return {
    kindOf,
    shortNameOf,
    nameOf: (id) => `${kindOf(id)} ${shortNameOf(id)}`.trim(),
    systemOf: (id) => systems.get(id) ?? id,
    anchorOf: (id) => anchors.get(id),
    addressOf: createAddressOf(report),
    failing: new Set(failingFindings(report).map(({ asset }) => asset)),
  };
};

/** Lines of equal pressure, as on a weather map. */
const mark = html`<svg class="mark" width="34" height="34" viewBox="0 0 34 34" aria-hidden="true"><path d="M17 13.5c2.6 0 4.2 1.5 4.2 3.6S19.300 21 17 21s-4-1.700-4-3.900 1.500-3.600 4-3.600z"/><path d="M17.500 8.500c5.200 0 8.700 3.400 8.700 8.300S22.300 26 17 26s-9-3.900-9-9 4.100-8.500 9.500-8.500z"/><path d="M18 3c7.800.2 13.300 5.700 13.200 13.200S25.500 31 17.200 31.200C9 31.400 2.800 25.200 3 17.300 3.200 9.300 9.900 2.800 18 3z"/></svg>`;

const showTile = (anchor: string, number: number, noun: string, note: string, mood = ''): Markup =>
  html`<li><a class="tile ${mood}" href="#${anchor}"><b>${number}</b> ${noun}<span class="quiet">${note}</span></a></li>`;

const showHead = (report: Report): Markup => {
  const { target, coverage, startedAt, finishedAt, tool } = report;
  const seconds = finishedAt === undefined ? undefined : (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  const [warnings, watches] = [forecastsOf(report, 'warning').length, forecastsOf(report, 'watch').length];
  const failing = failingFindings(report);
  const unknown = report.findings.filter(({ outcome }) => outcome === 'unknown').length;
  const accepted = acceptedOf(report).length;
  const noun = (number: number, one: string, many = `${one}s`): string => (number === 1 ? one : many);
  return html`<header>${mark}<div><p class="maker">Isobar ${tool.version}</p><h1>${target.source}</h1><p class="quiet">${
    target.commit !== undefined && html`<code title="${target.commit}">${target.commit.slice(0, 7)}</code> · `
  }scanned <time datetime="${startedAt}">${startedAt.slice(0, 16).replace('T', ' ')} UTC</time> · ${coverage.files.read} of ${count(coverage.files.seen, 'file')} read${seconds !== undefined && ` in ${seconds.toFixed(1)} s`}</p>${showComparisons(report)}</div></header>
<nav aria-label="Parts of this page"><ul class="tiles">${[
    showTile(
      'forecast',
      warnings,
      noun(warnings, 'warning'),
      warnings > 0 ? 'every condition holds' : 'no path to harm was seen',
      warnings > 0 ? 'warning' : 'good',
    ),
    showTile(
      'forecast',
      watches,
      noun(watches, 'watch', 'watches'),
      'one condition is missing',
      watches > 0 ? 'watch' : '',
    ),
    showTile(
      'findings',
      failing.length,
      noun(failing.length, 'finding'),
      `${showSeverities(failing) || 'nothing failed'}${accepted > 0 ? `; ${accepted} waived` : ''}`,
    ),
    showTile(
      'inventory',
      report.assets.length,
      noun(report.assets.length, 'asset'),
      count(report.systems.length, 'system'),
    ),
    showTile(
      'not-seen',
      unknown,
      noun(unknown, 'unknown answer'),
      `${count(splitNotSeen(report).unread.length, 'thing')} not read`,
    ),
  ]}</ul></nav>\n`;
};

export default defineExporter({
  id: 'html',
  title: 'One HTML page for people',
  mediaType: 'text/html',
  *render(report) {
    const context = createContext(report);
    const policy = `default-src 'none'; style-src ${policyHash(pageStyle)}; script-src ${policyHash(pageScript)}; img-src data:; base-uri 'none'; form-action 'none'`;
    const style: Markup = { markup: pageStyle };
    const script: Markup = { markup: pageScript };
    const parts = function* (): Generator<Markup> {
      yield html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><title>${`Isobar: ${report.target.source}`}</title><link rel="icon" href="data:,"><style>${style}</style></head><body><a class="skip" href="#forecast">To the forecast</a>
`;
      yield showHead(report);
      yield html`<main>\n`;
      yield* showForecasts(report, context);
      yield showFixes(report, context);
      yield* showInventory(report, context);
      yield* showFindings(report, context);
      yield showGone(report);
      yield showAccepted(report, context);
      yield showFrameworks(report, context);
      yield showNotSeen(report);
      yield html`</main><footer class="quiet"><p>Made by Isobar ${report.tool.version}. Nothing on this page was sent anywhere, and it asks for nothing.</p></footer><script>${script}</script></body></html>\n`;
    };
    for (const { markup } of parts()) yield markup;
  },
});
