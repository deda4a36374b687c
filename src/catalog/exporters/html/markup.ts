// Pieces of the page: text put into them is text for ever, and only what was made here is markup.
import { escapeMarkup } from '../../../kit/escape-markup.ts';
import { showPlace } from '../../../kit/read-report.ts';

/** A finished piece of markup. */
export interface Markup {
  readonly markup: string;
}

type Piece = string | number | Markup | readonly Markup[] | undefined | false;

const render = (piece: Piece): string => {
  if (piece === undefined || piece === false) return '';
  if (typeof piece === 'string') return escapeMarkup(piece);
  if (typeof piece === 'number') return String(piece);
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('');
};

/** A template whose values are escaped, unless they are pieces themselves. Values go between tags or inside quoted attributes. */
export const html = (strings: TemplateStringsArray, ...values: readonly Piece[]): Markup => ({
  markup: strings.reduce((text, string, at) => text + render(values[at - 1]) + string),
});

/** Nothing, where a piece is asked for. */
export const nothing: Markup = { markup: '' };

type Place = { readonly path: string; readonly line: number };

/** What the parts of one page share. */
export interface PageContext {
  /** Name of an asset with its kind: “agent triage”. */
  nameOf(asset: string): string;
  /** Name of an asset alone. */
  shortNameOf(asset: string): string;
  /** Kind of an asset in words. */
  kindOf(asset: string): string;
  systemOf(system: string): string;
  /** Anchor of an asset, finding or forecast on this page; undefined where the page does not show it. */
  anchorOf(id: string): string | undefined;
  /** Address of a place at its code host. */
  addressOf(place: Place): string | undefined;
  /** Assets with failing findings. */
  readonly failing: ReadonlySet<string>;
}

const showCode = (text: string, place: Place, context: PageContext): Markup => {
  const address = context.addressOf(place);
  const code = html`<code class="place">${text}</code>`;
  return address === undefined
    ? code
    : html`<a class="place-link" href="${address}" rel="noopener noreferrer">${code}</a>`;
};

/** A place, linked where its code host is known. */
export const showPlaceMarkup = (place: Place | undefined, context: PageContext): Markup =>
  place === undefined ? nothing : showCode(showPlace(place), place, context);

/** Several places, each once; further lines of one file without its name, and those beyond the first few counted. */
export const showPlaces = (places: readonly Place[], context: PageContext, most = 3): Markup => {
  const unique = [...new Map(places.map((place) => [showPlace(place), place])).values()];
  const shown = unique.slice(0, most).map((place, at) => {
    const isSame = place.line > 0 && unique[at - 1]?.path === place.path;
    return html`${isSame ? ', ' : ' '}${showCode(isSame ? `:${place.line}` : showPlace(place), place, context)}`;
  });
  const rest = unique.slice(most);
  return html`${shown}${
    rest.length > 0 &&
    html` <span class="quiet more" title="${rest.slice(0, 40).map(showPlace).join('\u2003')}">and ${rest.length} more</span>`
  }`;
};
