/** Lists what a tar archive holds by going from header to header; contents are passed over. */
import type { ByteSource } from './model-bytes.ts';
import { leadsOut } from './model-entry-names.ts';
import { latinOf } from './model-file.ts';
import type { ArchiveFault } from './zip-entries.ts';

/** One file of an archive. */
export interface TarEntry {
  readonly name: string;
  readonly from: number;
  readonly size: number;
}

const mostEntries = 50_000;
const utf8 = new TextDecoder();

/** A text of a field, which ends at the first NUL. */
const textIn = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0);
  return utf8.decode(end < 0 ? bytes : bytes.subarray(0, end));
};

/** A number in octal digits, or in binary where its first bit is set. */
const numberIn = (bytes: Uint8Array): number => {
  if ((bytes[0]! & 0x80) !== 0) return bytes.subarray(1).reduce((all, one) => all * 256 + one, 0);
  const digits = textIn(bytes).trim();
  return digits === '' ? 0 : /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
};

/** The name that a PAX header gives to the entry behind it. */
const paxName = (text: string): string | undefined => /(?:^|\n)\d+ path=([^\n]+)/.exec(text)?.[1];

/** Tells whether a source begins as a tar archive. */
export const isTar = (source: ByteSource): boolean => latinOf(source.at(257, 5)) === 'ustar';

/** Lists an archive; undefined when it is none. */
export const listTar = (
  source: ByteSource,
):
  | {
      readonly entries: readonly TarEntry[];
      readonly faults: readonly ArchiveFault[];
      readonly mistakes: readonly string[];
    }
  | undefined => {
  if (!isTar(source)) return undefined;
  const entries: TarEntry[] = [];
  const faults: ArchiveFault[] = [];
  const mistakes: string[] = [];
  let longName: string | undefined;
  for (let at = 0; at + 512 <= source.size; ) {
    const head = source.at(at, 512);
    if (head.length < 512 || entries.length >= mostEntries) {
      mistakes.push(head.length < 512 ? 'only its beginning was read' : `it has more than ${mostEntries} entries`);
      break;
    }
    if (head[0] === 0) break;
    const size = numberIn(head.subarray(124, 136));
    const type = String.fromCharCode(head[156]!);
    if (!Number.isSafeInteger(size) || at + 512 + size > source.size) {
      mistakes.push(`it breaks off after ${entries.length} entries`);
      break;
    }
    const prefix = textIn(head.subarray(345, 500));
    const own = textIn(head.subarray(0, 100));
    const name =
      longName ?? (prefix !== '' && latinOf(head.subarray(257, 263)) === 'ustar\0' ? `${prefix}/${own}` : own);
    const content = (): string => utf8.decode(source.at(at + 512, Math.min(size, 65_536)));
    longName = undefined;
    if (type === 'L') longName = content().replace(/\0.*$/s, '');
    else if (type === 'x') longName = paxName(content());
    else if (type === '1' || type === '2') {
      const target = textIn(head.subarray(157, 257));
      const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/') + 1) : '';
      if (
        leadsOut(type === '1' ? target : target.startsWith('/') ? target : `${folder}${target}`) &&
        faults.length < 20
      )
        faults.push({
          says: `“${name.slice(0, 80)}” is a link to “${target.slice(0, 80)}” outside its folder`,
          offset: at,
        });
    } else if (type === '0' || type === '\0' || type === '7') entries.push({ name, from: at + 512, size });
    if (leadsOut(name) && faults.length < 20)
      faults.push({ says: `“${name.slice(0, 80)}” would be unpacked outside its folder`, offset: at });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return { entries, faults, mistakes };
};
