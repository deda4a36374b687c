/** Searches bytes for credentials: one pass of an automaton for the words, then a bounded expression where one stands. */
import { Buffer } from 'node:buffer';
import { compileWords, type WordFinder } from './multi-pattern.ts';
import { type SecretKind, secretKinds } from './secret-kinds.ts';
import { isCredible } from './secret-shapes.ts';

/** One credential in a file. */
export interface SecretFound {
  readonly kind: string;
  readonly provider?: string;
  /** Leaves the extractor only as a fingerprint. */
  readonly value: string;
  /** Line from 1. */
  readonly line: number;
  readonly confidence: number;
  /** The shape says nothing by itself; the words before it do. */
  readonly inContext: boolean;
  /** The check digits that its vendor puts into every value are wrong. */
  readonly isWrong: boolean;
}

/** How many credentials of one file are told; a file with more is a list of samples or a leak that one look shows. */
const mostFound = 500;
/** How far a value may stand behind the word that makes it a credential, and how long the text looked at is. */
const reach = 70;
const span = 4600;

interface Candidate {
  readonly kind: SecretKind;
  /** Where in the value its keyword stands: bytes that can precede it. */
  readonly before: number;
  readonly expression: RegExp;
}

/** Kinds whose keyword does not open the value. */
const insideKeyword: Readonly<Record<string, number>> = {
  T3BlbkFJ: 110,
  'Q~': 4,
  '://': 32,
  ':AA': 10,
  '.atlasv1.': 14,
};

let prepared:
  | { readonly finder: WordFinder; readonly words: readonly string[]; readonly byWord: readonly Candidate[][] }
  | undefined;

const prepare = () => {
  if (prepared) return prepared;
  const byWord = new Map<string, Candidate[]>();
  for (const kind of secretKinds) {
    for (const keyword of kind.keywords) {
      const before = kind.inContext ? 0 : (insideKeyword[keyword] ?? 0);
      const candidate = {
        kind,
        before,
        expression: new RegExp(
          kind.inContext ? `^(?:${kind.shape.source})$` : kind.shape.source,
          kind.inContext ? '' : before > 0 ? 'g' : 'y',
        ),
      };
      const key = keyword.toLowerCase();
      const list = byWord.get(key);
      if (list) list.push(candidate);
      else byWord.set(key, [candidate]);
    }
  }
  const words = [...byWord.keys()];
  prepared = { finder: compileWords(words, true), words, byWord: [...byWord.values()] };
  return prepared;
};

const isWordByte = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));
/** `_`, `-` and `+` too go on with a value, so that what fits is only a part of something longer. */
const goesOn = (byte: number | undefined): boolean =>
  isWordByte(byte) || byte === 0x5f || byte === 0x2d || byte === 0x2b;

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(
    bytes.buffer,
    bytes.byteOffset + Math.max(0, from),
    Math.max(0, Math.min(bytes.length, to) - Math.max(0, from)),
  ).toString('latin1');

/** An address holds a password only when a colon and then an at sign come before its first slash or blank. */
const hasPassword = (bytes: Uint8Array, from: number): boolean => {
  let colon = false;
  for (let at = from; at < from + 330 && at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 0x40) return colon;
    if (byte === 0x3a) colon = true;
    else if (byte === 0x2f || byte <= 0x20 || byte === 0x22 || byte === 0x27 || byte === 0x60 || byte === 0x3c)
      return false;
  }
  return false;
};

const tokens = /[A-Za-z0-9_~./+=-]{20,}/g;
const saysKey = /key|token|secret|passw|credential|bearer|authorization|\bpat\b|_pat\b|login/i;
const saysSomethingElse = /sha\d*|md5|digest|checksum|commit|revision|\brev\b|hash|etag|uuid|run_?id|project_?id/i;

type Hit = { readonly start: number; readonly value: string; readonly kind: SecretKind };

/** A value with a shape of its own: at the word, or around it. */
function* distinctAt(
  bytes: Uint8Array,
  word: string,
  end: number,
  { kind, before, expression }: Candidate,
): Generator<Hit> {
  if (kind.id === 'url-password' && !hasPassword(bytes, end)) return;
  const wordStart = end - word.length;
  if (before === 0 && (isWordByte(bytes[wordStart - 1]) || bytes[wordStart - 1] === 0x2b)) return;
  const from = Math.max(0, wordStart - before);
  const text = latin1(bytes, from, kind.id === 'aws-bedrock-short-key' ? end + 2100 : end + 620);
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = before > 0 ? expression.exec(text) : null) {
    const start = from + match.index;
    const value = match[0];
    if (start > wordStart || start + value.length < end) continue;
    const isOpen = kind.id !== 'url-password' && (isWordByte(bytes[start - 1]) || goesOn(bytes[start + value.length]));
    if (!isOpen) yield { start, value, kind };
  }
}

/** A value whose shape says nothing, given to something that the words before it call a key of this vendor. */
function* contextualAt(bytes: Uint8Array, word: string, end: number, { kind, expression }: Candidate): Generator<Hit> {
  const text = latin1(bytes, end, end + (kind.id === 'json-web-token' ? span : 400));
  const lineEnd = text.search(/[\r\n]/);
  const line = lineEnd < 0 ? text : text.slice(0, lineEnd);
  const lead = latin1(bytes, end - word.length - 24, end).replace(/^[\s\S]*[\r\n]/, '');
  tokens.lastIndex = 0;
  for (let token = tokens.exec(line); token && token.index <= reach; token = tokens.exec(line)) {
    // `KEY=value` without quotes is one run of such letters up to here.
    const cut = /^[A-Za-z0-9_.-]*=/.exec(token[0])?.[0].length ?? 0;
    const value = token[0].slice(token.index + cut === 0 ? 0 : cut);
    const at = token.index + token[0].length - value.length;
    const between = line.slice(0, at);
    if (
      !expression.test(value) ||
      !/[\s"'=:(]$/.test(between) ||
      !/^(?:\\?["'`]|[\s,;)\]}]|$)/.test(line.slice(at + value.length))
    )
      continue;
    const isGiven =
      /[=:(]\s*(?:[frb]|str\()?\\?["'`]?$/.test(between) ||
      /login\s+(?:--\w+\s+)*$/.test(between) ||
      /",?\s*\\?"$/.test(between);
    if (!isGiven || !saysKey.test(lead + between) || saysSomethingElse.test(between)) continue;
    yield { start: end + at, value, kind };
  }
}

/** The private key of a Google service account: the block, beside the word that says what it is of. */
function* serviceAccountAt(bytes: Uint8Array, word: string, end: number, { kind }: Candidate): Generator<Hit> {
  const start = end - word.length;
  if (!/"type\\?"\s*:\s*\\?"service_account/.test(latin1(bytes, start - 1500, end + 4000))) return;
  const value = kind.shape.exec(latin1(bytes, start, end + 4100))?.[0];
  if (value) yield { start, value, kind };
}

/** Settings that a web page of Firebase gives to everybody who opens it: https://firebase.google.com/docs/projects/api-keys */
const webSettings =
  /authDomain|messagingSenderId|storageBucket|firebaseapp\.com|firebasestorage|mobilesdk_app_id|"current_key"/i;
const isForBrowsers = (bytes: Uint8Array, start: number): boolean =>
  webSettings.test(latin1(bytes, start - 400, start + 600));

/** A private key that no password protects: the whole block, from its head to its last line. */
function* privateKeyAt(bytes: Uint8Array, word: string, end: number, { kind }: Candidate): Generator<Hit> {
  const from = Math.max(0, end - word.length - 24);
  const text = latin1(bytes, from, end + 6100);
  const match = kind.shape.exec(text);
  if (match && from + match.index <= end - word.length)
    yield { start: from + match.index, value: match[0].trim(), kind };
}

const looks: Readonly<
  Record<string, (bytes: Uint8Array, word: string, end: number, candidate: Candidate) => Iterable<Hit>>
> = {
  'google-service-account-key': serviceAccountAt,
  'private-key': privateKeyAt,
};

/** Every credential in the bytes of a text, in the order of the file. */
export const findSecrets = (bytes: Uint8Array): readonly SecretFound[] => {
  const { finder, words, byWord } = prepare();
  const found = new Map<number, Hit>();
  finder.scan(bytes, (number, end) => {
    if (found.size >= mostFound) return;
    const word = words[number]!;
    for (const candidate of byWord[number]!) {
      const { kind } = candidate;
      const look = looks[kind.id] ?? (kind.inContext ? contextualAt : distinctAt);
      for (const hit of look(bytes, word, end, candidate)) {
        if (!isCredible(kind, hit.value)) continue;
        const there = found.get(hit.start);
        // A shape of its own says more than words around a value.
        if (there === undefined || (there.kind.inContext && !kind.inContext)) found.set(hit.start, hit);
      }
    }
  });
  let line = 1;
  let counted = 0;
  return [...found.values()]
    .sort((a, b) => a.start - b.start)
    .map(({ start, value, kind }) => {
      for (; counted < start; counted++) if (bytes[counted] === 10) line++;
      const { provider, inContext } = kind;
      const isBrowserKey = kind.id === 'google-api-key' && isForBrowsers(bytes, start);
      const id = isBrowserKey ? 'firebase-browser-key' : kind.id;
      // A token whose check digits are wrong opens nothing, or its vendor changed them.
      const isWrong = kind.isChecked?.(value) === false;
      const confidence = isWrong || isBrowserKey ? Math.min(0.6, kind.confidence) : kind.confidence;
      return { kind: id, ...(provider === 'unknown' ? {} : { provider }), value, line, confidence, inContext, isWrong };
    });
};
