// What AI there is: layer by layer, kind by kind, every asset with what is known of it. A package is one row, however many files name it.
import { kinds, layers, type Report } from '../../../kit/define-exporter.ts';
import { nameKind } from '../../../kit/read-report.ts';
import { count, cut } from '../../../kit/text-page.ts';
import { html, type Markup, type PageContext, showPlaces } from './markup.ts';
import { showDeclaredSystems } from './show-standing.ts';

type Asset = Report['assets'][number];
type Relation = Report['relations'][number];

/** A kind with more assets than this is closed until it is asked for. */
const mostOpen = 12;
const mostRelations = 12;
const longestValue = 300;
const packageKinds = new Set(['package-occurrence', 'package-version']);

const layerTitles: Readonly<Record<string, string>> = {
  application: 'Application',
  model: 'Model',
  agentic: 'Agentic',
  foundation: 'Foundation',
};

const showValue = (value: string | number | boolean | string[]): string =>
  value === true
    ? 'yes'
    : value === false
      ? 'no'
      : cut(Array.isArray(value) ? value.join(', ') || 'none' : String(value), longestValue);

/** `takesUntrustedContent` as people say it. */
const sayFact = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const showRelations = (
  id: string,
  relations: ReadonlyMap<string, readonly Relation[]>,
  context: PageContext,
): Markup => {
  // Packages come by the hundred, and would hide what the asset does.
  const own = (relations.get(id) ?? []).toSorted(
    (a, b) => Number(a.kind === 'depends-on') - Number(b.kind === 'depends-on'),
  );
  const rest = own.length - mostRelations;
  return html`${own.slice(0, mostRelations).map(({ kind, to }) => {
    const anchor = context.anchorOf(to);
    const name = context.nameOf(to);
    return html`<div><dt>${kind.replaceAll('-', ' ')}</dt><dd>${anchor === undefined ? name : html`<a href="#${anchor}">${name}</a>`}</dd></div>`;
  })}${rest > 0 && html`<div><dt>and</dt><dd>${count(rest, 'other relation')}</dd></div>`}`;
};

interface Shown {
  readonly context: PageContext;
  readonly relations: ReadonlyMap<string, readonly Relation[]>;
  readonly findings: ReadonlyMap<string, number>;
  readonly systemAt: ReadonlyMap<string, number>;
}

const rowAttributes = (systems: readonly string[], shown: Shown): string =>
  systems
    .map((id) => shown.systemAt.get(id))
    .filter((at) => at !== undefined)
    .join(' ');

const showBadge = (number: number): Markup | false =>
  number > 0 && html` <span class="badge">${count(number, 'finding')}</span>`;

const showAsset = (asset: Asset, shown: Shown): Markup => {
  const { context } = shown;
  const facts = Object.entries(asset.facts).flatMap(([name, fact]) => (fact ? [[name, fact] as const] : []));
  return html`<details class="asset" id="${context.anchorOf(asset.id)}" data-row data-systems="${rowAttributes(asset.systems, shown)}"><summary><b>${cut(asset.name, longestValue)}</b>${showBadge(shown.findings.get(asset.id) ?? 0)}${showPlaces(asset.seen, context, 1)}</summary><dl>${facts.map(
    ([name, { value, how }]) =>
      html`<div><dt>${sayFact(name)}</dt><dd>${showValue(value)}${how !== 'declared' && how !== 'observed' && html` <span class="quiet">${how}</span>`}</dd></div>`,
  )}${(asset.unknown ?? []).map(
    ({ fact, why }) => html`<div><dt>${sayFact(fact)}</dt><dd class="quiet">not known: ${why}</dd></div>`,
  )}${showRelations(asset.id, shown.relations, context)}</dl></details>\n`;
};

const preview = (names: readonly string[]): string => cut([...new Set(names)].sort().join(', '), 160);

const showKind = (kind: string, own: readonly Asset[], shown: Shown): Markup =>
  html`<details class="kind" data-group${own.length <= mostOpen && html` open`}><summary><h4>${own.length} ${nameKind(kind, own.length)}</h4><span class="preview">${preview(own.map(({ name }) => name))}</span></summary>${own.map((asset) => showAsset(asset, shown))}</details>\n`;

/** One package: its name with its version, and every file that names it. */
const showPackages = (assets: readonly Asset[], shown: Shown): Markup => {
  const packages = Map.groupBy(assets, ({ facts, name }) => `${facts.ecosystem?.value ?? ''}\u0000${name}`);
  const rows = [...packages.values()].sort(([a], [b]) => (a!.name < b!.name ? -1 : 1));
  return html`<details class="kind" data-group><summary><h4>${count(rows.length, 'package')}</h4><span class="preview">${preview(rows.map(([first]) => first!.name))}</span></summary><ul class="plain packages">${rows.map(
    (own) => {
      const [first] = own as [Asset];
      const findings = own.reduce((sum, { id }) => sum + (shown.findings.get(id) ?? 0), 0);
      const systems = [...new Set(own.flatMap((one) => one.systems))];
      return html`<li id="${shown.context.anchorOf(first.id)}" data-row data-systems="${rowAttributes(systems, shown)}"><b>${first.name}</b> <span class="quiet">${String(first.facts.ecosystem?.value ?? '')}</span>${showBadge(findings)}${showPlaces(
        own.flatMap(({ seen }) => seen),
        shown.context,
        1,
      )}</li>\n`;
    },
  )}</ul></details>\n`;
};

const showFilter = (report: Report): Markup =>
  html`<div class="filter" data-filter="inventory" hidden><label class="search"><span class="unseen">Search the inventory</span><input type="search" placeholder="Search names, places, facts" autocomplete="off" spellcheck="false"></label>${
    report.systems.length > 1 &&
    html`<label class="pick"><span class="unseen">System</span><select><option value="">All systems</option>${report.systems.map(({ name }, at) => html`<option value="${at}">${name}</option>`)}</select></label>`
  }${layers
    .filter((layer) => report.assets.some((one) => one.layer === layer))
    .map(
      (layer) =>
        html`<button type="button" aria-pressed="false" data-choose="layer" data-value="${layer}">${layerTitles[layer]}</button>`,
    )}<output aria-live="polite"></output></div>\n`;

/** Id of the asset whose row stands for this one: packages are gathered by name. */
export const rowsOf = (assets: readonly Asset[]): ReadonlyMap<string, string> => {
  const firsts = new Map<string, string>();
  return new Map(
    assets.map(({ id, kind, name, facts }) => {
      if (!packageKinds.has(kind)) return [id, id];
      const key = `${facts.ecosystem?.value ?? ''}\u0000${name}`;
      if (!firsts.has(key)) firsts.set(key, id);
      return [id, firsts.get(key)!];
    }),
  );
};

/** The inventory of one report. */
export function* showInventory(report: Report, context: PageContext): Generator<Markup> {
  const findings = new Map<string, number>();
  for (const { asset, outcome } of report.findings)
    if (outcome === 'fail') findings.set(asset, (findings.get(asset) ?? 0) + 1);
  const shown: Shown = {
    ...{ context, findings },
    relations: Map.groupBy(report.relations, ({ from }) => from),
    systemAt: new Map(report.systems.map(({ id }, at) => [id, at])),
  };
  yield html`<section id="inventory"><h2>Inventory</h2>${showDeclaredSystems(report)}\n`;
  if (report.assets.length === 0) {
    yield html`<p class="calm">No AI was found here.</p></section>\n`;
    return;
  }
  yield showFilter(report);
  const order = Object.keys(kinds);
  for (const layer of layers) {
    const own = report.assets.filter((one) => one.layer === layer);
    if (own.length === 0) continue;
    yield html`<div class="layer" data-layer="${layer}"><h3 class="part">${layerTitles[layer]}</h3><div class="kinds">\n`;
    const byKind = Map.groupBy(
      own.filter(({ kind }) => !packageKinds.has(kind)),
      ({ kind }) => kind,
    );
    for (const [kind, assets] of [...byKind].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)))
      yield showKind(kind, assets, shown);
    const packages = own.filter(({ kind }) => packageKinds.has(kind));
    if (packages.length > 0) yield showPackages(packages, shown);
    yield html`</div></div>\n`;
  }
  yield html`<p class="calm none" hidden>Nothing here is called that.</p></section>\n`;
}
