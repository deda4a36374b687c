/** The text of a file and its way back to bytes: encoding, byte order mark and line ends stay as they were. */
import type { Edit } from '../../kit/define-remediation.ts';

export interface FileText {
  readonly text: string;
  /** The bytes of a text in this file’s encoding; undefined where the encoding has no sign for something in it. */
  encode(text: string): Uint8Array | undefined;
}

const utf8Mark = [0xef, 0xbb, 0xbf];

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

const joined = (mark: readonly number[], rest: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(mark.length + rest.length);
  whole.set(mark);
  whole.set(rest, mark.length);
  return whole;
};

/** UTF-16 as its byte order mark says it; undefined for a file cut inside a sign. */
const utf16 = (bytes: Uint8Array, mark: readonly number[]): FileText | undefined => {
  if (bytes.length % 2 !== 0) return undefined;
  const isLittle = mark[0] === 0xff;
  const swap = (given: Uint8Array): Buffer => (isLittle ? Buffer.from(given) : Buffer.from(given).swap16());
  return {
    text: swap(bytes.subarray(2)).toString('utf16le'),
    encode: (text) => joined(mark, swap(Buffer.from(text, 'utf16le'))),
  };
};

/** Bytes that are no UTF-8 stand for one sign each, so that all of them come back; only plain letters may be added. */
const singleBytes = (bytes: Uint8Array): FileText => ({
  text: Buffer.from(bytes).toString('latin1'),
  encode: (text) => (/[^\0-\u00ff]/.test(text) ? undefined : Buffer.from(text, 'latin1')),
});

/** Reads the text of a file; undefined for one that is no text. */
export const readFileText = (bytes: Uint8Array): FileText | undefined => {
  for (const mark of [
    [0xff, 0xfe],
    [0xfe, 0xff],
  ])
    if (startsWith(bytes, mark)) return utf16(bytes, mark);
  const mark = startsWith(bytes, utf8Mark) ? utf8Mark : [];
  const rest = bytes.subarray(mark.length);
  if (rest.includes(0)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rest);
    return { text, encode: (changed) => joined(mark, Buffer.from(changed, 'utf8')) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return singleBytes(bytes);
  }
};

/** The edit with the line ends that the file has. */
export const fitLineEnds = (edit: Edit, text: string): Edit => {
  if (!edit.text.includes('\n')) return edit;
  const breaks = text.match(/\r?\n/g) ?? [];
  const windows = breaks.filter((one) => one === '\r\n').length;
  return windows * 2 > breaks.length ? { ...edit, text: edit.text.replaceAll(/\r?\n/g, '\r\n') } : edit;
};
