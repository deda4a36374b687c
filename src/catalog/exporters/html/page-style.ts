// The page’s one sheet: calm in light and dark, readable at any width, and on paper.

/** Known to the page’s policy by its digest. Colours are those of the console. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f5f6f8, #14171c);
  --paper: light-dark(#ffffff, #1c2027);
  --sunken: light-dark(#eef0f4, #262c36);
  --line: light-dark(#d6dae1, #363d49);
  --ink: light-dark(#1a1e26, #e6e9ef);
  --soft: light-dark(#566072, #a3adbd);
  --link: light-dark(#2356b8, #8ab4ff);
  --warning: light-dark(#b3261e, #ff8a80);
  --warning-ground: light-dark(#fbecea, #3a2120);
  --watch: light-dark(#8a5a00, #f2b84b);
  --watch-ground: light-dark(#fdf3df, #33290f);
  --good: light-dark(#1c6b3a, #7fd6a0);
  --good-ground: light-dark(#e9f5ee, #1b2e24);
  --code: ui-monospace, "SFMono-Regular", "Cascadia Mono", "DejaVu Sans Mono", monospace;
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif;
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
[hidden] { display: none !important; }
a { color: var(--link); text-underline-offset: 0.15em; }
code { font-family: var(--code); font-size: 0.84em; }
b { font-weight: 650; }
.quiet { color: var(--soft); font-weight: 400; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
.skip { position: absolute; left: 0.5rem; top: -4rem; padding: 0.4rem 0.8rem; background: var(--paper); }
.skip:focus { top: 0.5rem; }

header, nav, main, footer { max-width: 76rem; margin-inline: auto; padding-inline: clamp(1rem, 3vw, 2rem); }
header { display: flex; gap: 1rem; align-items: flex-start; padding-block: 2.25rem 1.25rem; }
.mark { flex: none; margin-top: 0.2rem; fill: none; stroke: var(--link); stroke-width: 1.6; }
.maker { color: var(--link); font-weight: 650; font-size: 0.9rem; letter-spacing: 0.01em; }
h1 { font-size: clamp(1.35rem, 3.4vw, 1.9rem); line-height: 1.2; font-weight: 650; letter-spacing: -0.01em; }
header .quiet { margin-top: 0.35rem; font-size: 0.9rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0.75rem; }
.tiles li { display: grid; }
.tile { display: block; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--paper); color: inherit; text-decoration: none; }
.tile:hover { border-color: var(--soft); }
.tile b { display: block; font-size: 1.7rem; line-height: 1.15; font-weight: 600; font-variant-numeric: tabular-nums; }
.tile .quiet { display: block; font-size: 0.82rem; line-height: 1.35; }
.tile.warning b { color: var(--warning); }
.tile.watch b { color: var(--watch); }
.tile.good b { color: var(--good); }

section { padding-top: 2.75rem; }
h2 { font-size: 1.4rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.005em; margin-bottom: 0.9rem; }
.part { font-size: 1rem; font-weight: 650; margin: 1.75rem 0 0.75rem; }
.part .quiet { font-size: 0.9rem; margin-left: 0.35rem; }
.lead { color: var(--soft); max-width: 46rem; margin: -0.4rem 0 1rem; }
.calm { padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 10px; background: var(--paper); }

.card { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 1.15rem 1.35rem; margin-bottom: 1rem; }
.card.warning { border-left: 4px solid var(--warning); }
.card.watch { border-left: 4px solid var(--watch); }
.card.advisory { border-left: 4px solid var(--link); }
.card:target, .asset:target, li:target { outline: 2px solid var(--link); outline-offset: 2px; }
.card-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.15rem 0.6rem; font-size: 0.9rem; }
.level { font-weight: 650; }
.level::first-letter { text-transform: uppercase; }
.level.warning, .card.warning .points { color: var(--warning); }
.level.watch, .card.watch .points { color: var(--watch); }
.points { font-weight: 650; font-variant-numeric: tabular-nums; }
.card h3, .card .sentence { font-size: 1.1rem; line-height: 1.45; font-weight: 600; max-width: 60rem; }
.card > h3 { margin-top: 0.3rem; }
.card h4 { font-size: 0.9rem; font-weight: 650; color: var(--soft); margin-top: 1.1rem; }
.share { font-weight: 400; font-size: 0.9rem; color: var(--soft); margin-left: 0.3rem; }
details.card > summary { cursor: pointer; list-style: none; position: relative; padding-right: 1.75rem; }
details.card > summary::-webkit-details-marker { display: none; }
details.card > summary::after, .kind > summary::after { content: ""; position: absolute; right: 0.25rem; top: 0.5rem; width: 8px; height: 8px; border: solid var(--soft); border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); }
details[open].card > summary::after, .kind[open] > summary::after { transform: rotate(-135deg); top: 0.75rem; }
details.card .sentence { font-size: 1rem; font-weight: 500; margin-top: 0.2rem; }
.lacks { font-size: 0.92rem; color: var(--soft); margin-top: 0.25rem; }
.lacks b { color: var(--watch); font-weight: 600; }
.fix { margin-top: 0.85rem; padding: 0.6rem 0.9rem; border-radius: 7px; background: var(--good-ground); }
.fix b { color: var(--good); margin-right: 0.3rem; }
.place { color: var(--soft); }
.more { font-size: 0.82rem; }
.place-link { text-decoration-color: var(--line); }
.place-link:hover .place { color: var(--link); }

.path { margin-top: 1.1rem; }
.drawing { overflow-x: auto; padding-block: 2px; }
.drawing svg { display: block; font-family: inherit; }
@media (min-width: 70rem) { .fits { max-width: 100%; height: auto; } }
.line { fill: none; stroke: var(--soft); stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round; }
.box rect { fill: var(--sunken); stroke: var(--line); }
.box.fix-here rect { stroke: var(--good); stroke-width: 2; stroke-dasharray: 5 3; }
.drawing a { text-decoration: none; }
.drawing a:hover rect { stroke: var(--link); }
.box text, .relation { fill: var(--ink); font-size: 13px; }
.box .name { font-weight: 650; }
.box .kind { fill: var(--soft); font-size: 12px; }
.failing { fill: var(--warning); }
.relation, .evidence { text-anchor: middle; font-size: 12px; }
.evidence { fill: var(--soft); font-family: var(--code); font-size: 11px; }
.steps { display: none; }

.conditions { display: grid; gap: 0.35rem; margin-top: 0.35rem; }
.conditions li { display: grid; grid-template-columns: 1.4rem 1fr; }
.conditions .sign { font-weight: 700; color: var(--watch); }
.conditions .true .sign { color: var(--warning); }
details > summary { cursor: pointer; }
.score, .card > details:not(.card) { margin-top: 0.9rem; font-size: 0.9rem; }
.score > summary, .rest > summary { color: var(--soft); }
table { border-collapse: collapse; width: 100%; margin-block: 0.6rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.9rem 0.3rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
th { color: var(--soft); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.plain { display: grid; gap: 0.5rem; }
.plain.advisory { padding-block: 0.9rem; }
.card h4 + .plain { margin-top: 0.35rem; font-size: 0.92rem; }

.fixes { counter-reset: fix; display: grid; gap: 0.6rem; }
.fixes li { counter-increment: fix; position: relative; padding: 0.75rem 1.1rem 0.75rem 3.2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
.fixes li::before { content: counter(fix); position: absolute; left: 1.1rem; top: 0.8rem; width: 1.5rem; height: 1.5rem; border-radius: 50%; background: var(--good-ground); color: var(--good); font-weight: 650; font-size: 0.85rem; text-align: center; line-height: 1.5rem; }
.fixes .quiet { font-size: 0.88rem; }

.filter { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin-bottom: 1rem; }
.filter .search { flex: 1 1 16rem; }
.filter .pick { flex: 0 1 16rem; }
input, select, button { font: inherit; font-size: 0.92rem; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 0.45rem 0.8rem; width: 100%; }
button { width: auto; cursor: pointer; }
button:hover, input:hover, select:hover { border-color: var(--soft); }
button[aria-pressed="true"] { background: var(--link); border-color: var(--link); color: var(--paper); }
button::first-letter { text-transform: uppercase; }
output { color: var(--soft); font-size: 0.9rem; }
.layer > .kinds { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; }
.kind { padding: 0 1.1rem; }
.kind:not([hidden]) ~ .kind { border-top: 1px solid var(--line); }
.kind > summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.8rem; position: relative; padding: 0.65rem 1.75rem 0.65rem 0; list-style: none; }
.kind > summary::-webkit-details-marker, .asset > summary::-webkit-details-marker { display: none; }
.kind > summary::after { top: 1rem; }
.kind[open] > summary::after { top: 1.25rem; }
.kind h4 { font-size: 1rem; font-weight: 600; white-space: nowrap; }
.preview { color: var(--soft); font-size: 0.88rem; flex: 1 1 0; min-width: 8rem; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.kind[open] .preview { display: none; }
.asset { border-top: 1px solid var(--sunken); margin-left: 1rem; }
.asset > summary { padding: 0.45rem 0; list-style: none; }
.asset > summary:hover b { color: var(--link); }
.asset > summary b, .packages b { font-weight: 550; margin-right: 0.4rem; }
.asset .place, .packages .place { font-size: 0.8rem; }
.asset dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 0.15rem 1.5rem; padding: 0.2rem 0 0.9rem; font-size: 0.88rem; }
.asset dl div { display: grid; grid-template-columns: minmax(7rem, 2fr) 3fr; gap: 0.6rem; }
dt { color: var(--soft); }
.badge { font-size: 0.78rem; font-weight: 600; color: var(--warning); background: var(--warning-ground); border-radius: 5px; padding: 0.05rem 0.4rem; margin-right: 0.4rem; white-space: nowrap; }
.packages { gap: 0; padding-bottom: 0.5rem; }
.packages li { border-top: 1px solid var(--sunken); margin-left: 1rem; padding: 0.35rem 0; font-size: 0.92rem; content-visibility: auto; contain-intrinsic-size: auto 2rem; }
.asset { content-visibility: auto; contain-intrinsic-size: auto 2.4rem; }

.life { display: inline-block; font-size: 0.78rem; font-weight: 600; border-radius: 5px; padding: 0.02rem 0.4rem; margin-right: 0.25rem; background: var(--sunken); color: var(--soft); }
.life.fresh { background: var(--watch-ground); color: var(--watch); }
.life.mended { background: var(--good-ground); color: var(--good); }
.severity { font-weight: 650; }
.severity::first-letter { text-transform: uppercase; }
.severity.critical, .severity.high { color: var(--warning); }
.severity.medium { color: var(--watch); }
.severity.low { color: var(--link); }
.severity.info { color: var(--soft); }
.finding > h3 { margin-bottom: 0.7rem; }
.findings { font-size: 0.95rem; }
.rest .findings { margin-top: 0.5rem; }
.remedy { margin-top: 0.8rem; padding-left: 1.3rem; position: relative; color: var(--good); }
.remedy::before { content: "→"; position: absolute; left: 0; }
.findings .remedy { margin-top: 0.15rem; font-size: 0.92rem; }

.tally { display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; margin: 0.35rem 0 0.8rem; font-size: 0.9rem; }
.state.not-met { color: var(--warning); }
.state.met { color: var(--good); }
.state.not-assessed, .state.manual { color: var(--soft); }
.heat { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.3rem, 1fr)); gap: 4px; }
.heat li { padding: 0.25rem 0.55rem; border-radius: 5px; font-size: 0.78rem; border: 1px solid transparent; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; position: relative; }
.heat .not-met { background: var(--warning-ground); color: var(--warning); font-weight: 650; }
.heat .met { background: var(--good-ground); color: var(--good); font-weight: 600; }
.heat .not-assessed { background: var(--sunken); color: var(--soft); }
.heat .manual { border-color: var(--line); color: var(--soft); }
.controls { margin-top: 0.6rem; }
.gaps { gap: 0.75rem; margin-top: 0.5rem; font-size: 0.95rem; }
.gaps .quiet, .names { font-size: 0.88rem; color: var(--soft); }
.names code { margin-right: 0.6rem; }
footer { padding-block: 3rem 2.5rem; font-size: 0.85rem; }

@media (max-width: 44rem) {
  header { padding-block: 1.5rem 1rem; gap: 0.75rem; }
  .tiles { grid-template-columns: 1fr 1fr; gap: 0.5rem; }
  .tiles li:last-child:nth-child(odd) { grid-column: 1 / -1; }
  .card h3 { font-size: 1.02rem; }
  .tile { padding: 0.6rem 0.8rem; }
  .card { padding: 0.95rem 1rem; }
  .drawing { display: none; }
  .steps { display: block; font-size: 0.92rem; }
  .end { padding: 0.4rem 0.75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--sunken); }
  .end .kind { all: unset; color: var(--soft); font-size: 0.82rem; margin-right: 0.3rem; }
  .begins + .begins, .goes-on + .begins { margin-top: 0.9rem; }
  .joint { position: relative; margin-left: 1.1rem; padding: 0.4rem 0 0.55rem 1rem; border-left: 1.5px solid var(--soft); font-size: 0.86rem; }
  .joint::after { content: ""; position: absolute; left: -4.5px; bottom: 1px; width: 7px; height: 7px; border: solid var(--soft); border-width: 0 1.5px 1.5px 0; transform: rotate(45deg); }
  .kind { padding-inline: 0.85rem; }
  .asset, .packages li { margin-left: 0.4rem; }
  .preview { flex-basis: 100%; }
  .asset dl { grid-template-columns: 1fr; }
  .filter .pick { flex: 1 1 100%; }
  .heat { grid-template-columns: repeat(auto-fill, minmax(5.9rem, 1fr)); }
  .heat li { font-size: 0.68rem; padding: 0.2rem 0.35rem; }
  .score table, .score thead, .score tbody, .score tr, .score td { display: block; }
  .score thead { display: none; }
  .score tr { padding-block: 0.4rem; border-bottom: 1px solid var(--line); }
  .score td { border: 0; padding: 0; text-align: left; }
  .score td.number::before { content: "× "; }
}
@media print {
  :root { color-scheme: light; font-size: 11px; }
  body { background: none; }
  .filter, .skip { display: none; }
  .card, .fixes li, .tile, .calm { break-inside: avoid; }
  .drawing { overflow: visible; }
  .drawing svg { max-width: 100%; height: auto; }
  details.card > summary::after, .kind > summary::after { display: none; }
  h2, h3, h4 { break-after: avoid; }
  .asset, .packages li { content-visibility: visible; }
}
@media (prefers-contrast: more) { :root { --soft: var(--ink); --line: var(--ink); } }
@media (forced-colors: active) { .heat li { border-color: CanvasText; } .line { stroke: CanvasText; } .box rect { fill: Canvas; stroke: CanvasText; } .box text, .relation, .evidence { fill: CanvasText; } }
`;
