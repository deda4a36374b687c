/** Finds characters that people do not see, or take for others, while a model reads them: tags, zero-width runs, overrides, look-alikes. */

export const hiddenKinds = [
  'tag-characters',
  'variation-selectors',
  'zero-width',
  'bidirectional-override',
  'bidirectional-marks',
  'look-alikes',
  'terminal-escapes',
] as const;
export type HiddenKind = (typeof hiddenKinds)[number];

/** One kind of hidden characters, on the first line on which it stands. */
export interface Hidden {
  readonly kind: HiddenKind;
  /** Counted from 1. */
  readonly line: number;
}

/** A class of characters by their code points, as an expression takes it. */
const classOf = (...ranges: readonly (readonly [from: number, to?: number])[]): string =>
  ranges.map(([from, to]) => `\\u{${from.toString(16)}}${to === undefined ? '' : `-\\u{${to.toString(16)}}`}`).join('');

const escapeSign = classOf([0x1b]);
/** Signs without width and letters that are blank; the two joiners among them belong into emoji and into Arabic and Indic words. */
const zeroWidth = classOf([0x200b, 0x200d], [0x2060, 0x2064], [0x180e], [0xfeff], [0x3164], [0xffa0]);
const selector = classOf([0xfe00, 0xfe0f], [0xe0100, 0xe01ef]);
const scripts = classOf([0x370, 0x4ff], [0x501], [0x561, 0x587]);

/** Anything that this reader could tell; most texts have none of it and are done after one look. */
const anything = new RegExp(
  `[${classOf([0xe0000, 0xe007f], [0x202a, 0x202e], [0x2066, 0x2069])}${zeroWidth}${selector}${scripts}${escapeSign}]`,
  'u',
);

/** A flag of England or Scotland is a black flag with tags behind it, ended by its own tag. */
const flags = /\u{1F3F4}[\u{E0020}-\u{E007E}]{2,8}\u{E007F}/gu;
const tags = /[\u{E0000}-\u{E007F}]/u;

/** One selector behind a letter or sign is how it is shown; more of them in a row carry bytes. */
const selectors = new RegExp(`[${selector}]{3,}`, 'u');

const zeroWidthRun = new RegExp(`[${zeroWidth}]{3,}`, 'u');
const zeroWidthInWord = new RegExp(`[A-Za-z][${zeroWidth}][A-Za-z]`, 'gu');
/** What a terminal conceals or wipes away. */
const concealed = new RegExp(`${escapeSign}\\[(?:8m|\\d+;8m|2K|1A)`, 'u');

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;

/** Letters of Cyrillic, Greek and Armenian that look like Latin ones. */
const alike = 'асеіјорхуѕһԁвмнтАВСЕНІЈКМОРЅТХУοΑΒΕΖΗΙΚΜΝΟΡΤΥΧօ';
const mixedWord = new RegExp(
  `[A-Za-z]{2,}[${alike}]+[A-Za-z]|[A-Za-z][${alike}]+[A-Za-z]{2,}|[A-Za-z]{3,}[${alike}]|[${alike}][A-Za-z]{3,}`,
  'u',
);
/** Whole words in those scripts: then Latin stems with foreign endings are the language’s own way. */
const foreignWord = /[\u0370-\u03FF\u0400-\u04FF\u0530-\u058F]{4,}/u;

/** Longest text that is looked at. */
const longest = 4_000_000;

const kindsIn = (line: string, isForeign: boolean): readonly HiddenKind[] => {
  const found: HiddenKind[] = [];
  if (tags.test(line.replaceAll(flags, ''))) found.push('tag-characters');
  if (selectors.test(line)) found.push('variation-selectors');
  const isRightToLeft = rightToLeft.test(line);
  if (zeroWidthRun.test(line) || [...line.matchAll(zeroWidthInWord)].length >= 2) found.push('zero-width');
  if (/[\u202D\u202E]/u.test(line)) found.push('bidirectional-override');
  else if (/[\u202A\u202B\u2066-\u2068]/u.test(line) && !isRightToLeft) found.push('bidirectional-marks');
  if (!isForeign && mixedWord.test(line)) found.push('look-alikes');
  if (concealed.test(line)) found.push('terminal-escapes');
  return found;
};

/** Every kind of hidden characters in a text, each once; `firstLine` is the number of the text’s first line in its file. */
export const findHidden = (text: string, firstLine = 1): readonly Hidden[] => {
  const looked = text.slice(0, longest).replace(/^\uFEFF/, '');
  if (!anything.test(looked)) return [];
  const isForeign = foreignWord.test(looked);
  const found = new Map<HiddenKind, number>();
  for (const [index, line] of looked.split('\n').entries()) {
    if (!anything.test(line)) continue;
    for (const kind of kindsIn(line, isForeign)) if (!found.has(kind)) found.set(kind, firstLine + index);
  }
  return [...found].map(([kind, line]) => ({ kind, line }));
};
