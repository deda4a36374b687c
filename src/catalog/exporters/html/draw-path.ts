// A forecast’s path as a drawing from left to right, and as steps from top to bottom where the page is narrow.
import type { Report } from '../../../kit/define-exporter.ts';
import { showPlace } from '../../../kit/read-report.ts';
import { cut, widthOf } from '../../../kit/text-page.ts';
import { layOutPath, type Stretch } from './lay-out-path.ts';
import { html, type Markup, nothing, type PageContext, showPlaces } from './markup.ts';

type Forecast = Report['forecasts'][number];
type Hop = Forecast['hops'][number];

const height = 60;
/** A long path stands closer, so that it can be read whole. */
const gapOf = (columns: number): number => (columns > 4 ? 150 : 176);
/** A drawing up to this width is made smaller to fit a wide page; its words would be too small beyond. */
const widest = 1440;
/** Columns of text in a box, and on an arrow. */
const boxColumns = 24;
const arrowColumns = 18;
/** Pixels of one column of text, by the widest of the usual fonts. */
const columnWidth = 8.5;

/** The end of a place tells files apart. */
const cutPlace = (place: string): string => {
  if (widthOf(place) <= arrowColumns) return place;
  const kept = place.slice(1 - arrowColumns);
  const slash = kept.indexOf('/');
  return `…${slash >= 0 && slash < arrowColumns - 10 ? kept.slice(slash) : kept}`;
};

const drawStretch = ({ x, endX, y, lane, endY, throughX, isFirst, head }: Stretch, hop: Hop): Markup => {
  const [begin, end] = [x + 26, endX - 26];
  const line = `M${x} ${y}C${x + 16} ${y} ${begin - 14} ${lane} ${begin} ${lane}H${end}C${end + 14} ${lane} ${endX - 16} ${endY} ${endX} ${endY}${throughX === undefined ? '' : `H${throughX}`}`;
  const tip =
    head === 'left'
      ? `M${x + 7} ${y - 4.5}L${x + 1} ${y}L${x + 7} ${y + 4.5}`
      : `M${endX - 7} ${endY - 4.5}L${endX - 1} ${endY}L${endX - 7} ${endY + 4.5}`;
  const middle = (begin + end) / 2;
  const [place] = hop.evidence;
  const more = hop.evidence.length > 1 ? ` +${hop.evidence.length - 1}` : '';
  return html`<g><path class="line" d="${line}"/>${head !== undefined && html`<path class="line" d="${tip}"/>`}${
    isFirst &&
    html`<text class="relation" x="${middle}" y="${lane - 7}">${hop.relation.replaceAll('-', ' ')}</text>${
      place &&
      html`<text class="evidence" x="${middle}" y="${lane + 16}"><title>${hop.evidence.map(showPlace).join('\u2003')}</title>${cutPlace(showPlace(place))}${more}</text>`
    }`
  }</g>`;
};

const drawBox = (
  { id, x, y, width }: { readonly id: string; readonly x: number; readonly y: number; readonly width: number },
  forecast: Forecast,
  context: PageContext,
): Markup => {
  const isFix = forecast.fixFirst?.asset === id;
  const top = y - height / 2;
  const anchor = context.anchorOf(id);
  const box = html`<g class="${isFix ? 'box fix-here' : 'box'}"><title>${context.nameOf(id)}${context.failing.has(id) ? ', has findings' : ''}${isFix ? ', fix first' : ''}</title><rect x="${x}" y="${top}" width="${width}" height="${height}" rx="9"/><text class="kind" x="${x + 13}" y="${top + 23}">${cut(context.kindOf(id), boxColumns)}</text><text class="name" x="${x + 13}" y="${top + 43}">${cut(context.shortNameOf(id), boxColumns)}</text>${
    context.failing.has(id) && html`<circle class="failing" cx="${x + width - 13}" cy="${top + 14}" r="4"/>`
  }</g>`;
  return anchor === undefined ? box : html`<a href="#${anchor}">${box}</a>`;
};

const tellHop = ({ from, relation, to, evidence }: Hop, context: PageContext): string => {
  const place = showPlace(evidence[0]);
  return `${context.nameOf(from)} ${relation.replaceAll('-', ' ')} ${context.nameOf(to)}${place === '' ? '' : ` (${place})`}`;
};

/** The hops in an order in which each goes on from the one before it wherever one does. */
const orderSteps = (hops: readonly Hop[]): Hop[] => {
  const left = [...hops];
  const steps: Hop[] = [];
  while (left.length > 0) {
    const goesOn = left.findIndex(({ from }) => from === steps.at(-1)?.to);
    const begins = left.findIndex(({ from }) => !left.some(({ to }) => to === from));
    steps.push(...left.splice(goesOn >= 0 ? goesOn : Math.max(begins, 0), 1));
  }
  return steps;
};

const showStep = (hop: Hop, before: Hop | undefined, context: PageContext): Markup => {
  const end = (id: string): Markup =>
    html`<div class="end"><span class="kind">${context.kindOf(id)}</span> <b>${context.shortNameOf(id)}</b></div>`;
  const isNew = before?.to !== hop.from;
  return html`<li class="${isNew ? 'begins' : 'goes-on'}">${isNew && end(hop.from)}<div class="joint"><span>${hop.relation.replaceAll('-', ' ')}</span>${showPlaces(hop.evidence, context, 2)}</div>${end(hop.to)}</li>`;
};

/** Nothing for a forecast about one asset alone. */
export const drawPath = (forecast: Forecast, context: PageContext): Markup => {
  const { hops } = forecast;
  if (hops.length === 0) return nothing;
  const textWidth = (text: string): number => Math.min(boxColumns, widthOf(text)) * columnWidth;
  const layout = layOutPath(hops, {
    widthOf: (id) => Math.max(textWidth(context.kindOf(id)) + 16, textWidth(context.shortNameOf(id))) + 26,
    height,
    gapOf,
  });
  const size = { width: Math.ceil(layout.width), height: Math.ceil(layout.height) };
  const steps = orderSteps(hops);
  return html`<figure class="path"><div class="drawing"><svg class="${size.width <= widest ? 'fits' : 'scrolls'}" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="group" aria-label="Path: ${steps.map((hop) => tellHop(hop, context)).join('; ')}">${layout.stretches.map((stretch) => drawStretch(stretch, hops[stretch.hop]!))}${layout.boxes.map((box) => drawBox(box, forecast, context))}</svg></div><ol class="steps">${steps.map((hop, at) => showStep(hop, steps[at - 1], context))}</ol></figure>`;
};
