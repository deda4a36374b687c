/** Reads a text that a model is given and tells what in it asks for more than its reader would expect, with the line of each sign. */
import { decodeBase64 } from './base64.ts';
import { compileWords } from './multi-pattern.ts';
import { knownInstallers, textSigns } from './text-sign-table.ts';

/** A sign on the first line on which it stands. */
export interface SignFound {
  readonly sign: string;
  /** Counted from 1. */
  readonly line: number;
}

const words = textSigns.flatMap((sign) => sign.words.map((word) => ({ word, sign })));
const finder = compileWords(
  words.map(({ word }) => word),
  true,
);

/** Longest text that is looked at, and how far a sentence is followed to either side of a word. */
const longest = 2_000_000;
const reach = 420;
const sameSentence = 200;

/** Where a sentence or an item of a list ends. */
const ends = /[.!?](?=\s)|\n\s*\n|\n(?=\s*(?:[-*+>|#]|\d+[.)]\s|```))/g;

/** The sentence around a place, its lines joined. */
const sentenceAt = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - reach), at);
  let from = 0;
  for (const end of before.matchAll(ends)) from = end.index + 1;
  const after = text.slice(at, at + reach);
  ends.lastIndex = 0;
  const end = ends.exec(after);
  ends.lastIndex = 0;
  return `${before.slice(from)}${end ? after.slice(0, end.index + 1) : after}`.replaceAll(/\s*\n\s*/g, ' ').trim();
};

/** The command around a place, with the lines that a backslash joins to it. */
const commandAt = (text: string, at: number): string => {
  let from = text.lastIndexOf('\n', at - 1);
  while (from > 0 && at - from < reach && text[from - 1] === '\\') from = text.lastIndexOf('\n', from - 1);
  let to = text.indexOf('\n', at);
  while (to > 0 && to - at < 2 * reach && text[to - 1] === '\\') to = text.indexOf('\n', to + 1);
  return text
    .slice(Math.max(from + 1, at - 2 * reach), Math.min(to < 0 ? text.length : to, at + 2 * reach))
    .replaceAll(/\\\n\s*/g, ' ');
};

/** An installer whose maker documents it, or a server on this machine. */
const isKnown = (command: string): boolean => {
  const addresses = command.match(/https?:\/\/[^\s"'`|)]+/g) ?? [];
  return (
    addresses.length > 0 &&
    addresses.every((each) => knownInstallers.test(each) || /^https?:\/\/(?:localhost|127\.)/.test(each))
  );
};

const isSaid = (sign: (typeof textSigns)[number], text: string, at: number): boolean => {
  const around = sign.isCommand ? commandAt(text, at) : sentenceAt(text, at);
  if (!sign.says.test(around) || sign.unless?.test(around)) return false;
  return sign.id !== 'downloads-and-runs' || !isKnown(around);
};

/** Blanks that push what follows out of sight; tables are padded too. */
const padding = /[^\s|][^\S\n]{160,}[^\s|]|\S\n(?:[^\S\n]*\n){50,}\s*\S/;

/** What a packed block would do if somebody unpacked it. */
const works =
  /\b(?:curl|wget|powershell|subprocess|os\.system|child_process|eval\(|ignore (?:all |any )?previous)|\/bin\/(?:ba)?sh/i;
const packed = /(?<![\w+/=,;-])[A-Za-z0-9+/]{60,}={0,2}(?![\w+/=])/g;

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** How many lines apart two signs still speak of one thing. */
const near = 12;

/** Every sign of a text, each once; `firstLine` is the number of the text’s first line in its file. */
export const findTextSigns = (given: string, firstLine = 1): readonly SignFound[] => {
  const text = given.slice(0, longest);
  const found = new Map<string, number>();
  // One byte for each letter, so that places in the bytes are places in the text.
  const bytes = Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    return code < 128 ? code : 0;
  });
  const isAligned = bytes.length === text.length;
  const scanned = isAligned ? text : [...text].map((letter) => (letter.length === 1 ? letter : '?')).join('');
  const tried = new Map<string, number>();
  finder.scan(bytes, (word, end) => {
    const { sign } = words[word]!;
    if (found.has(sign.id)) return;
    // What was looked at just before in the same sentence was looked at with this word in it.
    const last = tried.get(sign.id);
    if (last !== undefined && end - last < sameSentence && !/[.!?\n]/.test(scanned.slice(last, end))) return;
    tried.set(sign.id, end);
    if (!isSaid(sign, scanned, end - 1)) return;
    found.set(sign.id, firstLine + lineAt(scanned, end - 1) - 1);
  });
  const pad = padding.exec(text);
  if (pad) found.set('padding', firstLine + lineAt(text, pad.index) - 1);
  if (!found.has('encoded-payload'))
    for (const block of text.matchAll(packed)) {
      if (!works.test(decodeBase64(block[0]) ?? '')) continue;
      found.set('encoded-payload', firstLine + lineAt(text, block.index) - 1);
      break;
    }
  const isWeak = (id: string): boolean => textSigns.find((sign) => sign.id === id)?.isWeak ?? false;
  return [...found]
    .filter(
      ([id, line]) =>
        !isWeak(id) || [...found].some(([other, at]) => other !== id && !isWeak(other) && Math.abs(at - line) <= near),
    )
    .map(([sign, line]) => ({ sign, line }));
};
