/** Lists what a ZIP archive holds, from its directory or, of a beginning, from the headers in it; nothing is ever unpacked. */

/** One entry of an archive. */
export interface ZipEntry {
  readonly name: string;
  /** Its content, where it is stored as it is and lies inside the bytes. */
  readonly stored?: Uint8Array;
}

/** What an archive holds, and why that may not be all. */
export interface ZipList {
  readonly entries: readonly ZipEntry[];
  readonly mistakes: readonly string[];
}

const mostEntries = 20_000;
const longestName = 1000;
const local = 0x04034b50;
const central = 0x02014b50;
const directoryEnd = 0x06054b50;

const open = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const nameAt = (bytes: Uint8Array, at: number, length: number): string =>
  new TextDecoder().decode(bytes.subarray(at, at + Math.min(length, longestName)));

/** Where the record of the directory’s end stands; it may be followed by a comment of up to 64 KB. */
const findEnd = (view: DataView): number | undefined => {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 22 - 65_536; at--)
    if (view.getUint32(at, true) === directoryEnd) return at;
  return undefined;
};

const contentAt = (bytes: Uint8Array, view: DataView, at: number, size: number): Uint8Array | undefined => {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== local) return undefined;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return from + size <= view.byteLength ? bytes.subarray(from, from + size) : undefined;
};

const readDirectory = (bytes: Uint8Array, view: DataView, end: number): ZipList | undefined => {
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  // 0xffffffff and 0xffff mean that the real numbers stand in a wider record; the headers in the file serve as well.
  if (at === 0xffffffff || count === 0xffff) return undefined;
  while (entries.length < count) {
    if (at + 46 > end || view.getUint32(at, true) !== central)
      return { entries, mistakes: [`its directory breaks off after ${entries.length} of ${count} entries`] };
    const isStored = view.getUint16(at + 10, true) === 0;
    const size = view.getUint32(at + 20, true);
    const length = view.getUint16(at + 28, true);
    const stored = isStored ? contentAt(bytes, view, view.getUint32(at + 42, true), size) : undefined;
    entries.push({ name: nameAt(bytes, at + 46, length), ...(stored === undefined ? {} : { stored }) });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (entries.length >= mostEntries)
      return { entries, mistakes: [`it has more than ${mostEntries} entries; the others were not looked at`] };
  }
  return { entries, mistakes: [] };
};

/** From one header to the next, as far as the bytes and the sizes in them lead. */
const readHeaders = (bytes: Uint8Array, view: DataView): ZipList => {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 30 <= view.byteLength && view.getUint32(at, true) === local && entries.length < mostEntries) {
    const isStored = view.getUint16(at + 8, true) === 0;
    const size = view.getUint32(at + 18, true);
    const length = view.getUint16(at + 26, true);
    const from = at + 30 + length + view.getUint16(at + 28, true);
    const stored = isStored && from + size <= view.byteLength ? bytes.subarray(from, from + size) : undefined;
    entries.push({ name: nameAt(bytes, at + 30, length), ...(stored === undefined ? {} : { stored }) });
    at = from + size;
  }
  return { entries, mistakes: [] };
};

/** Lists an archive, or its beginning when the file is larger than the bytes; undefined when it is none. */
export const listZip = (bytes: Uint8Array, isWhole: boolean): ZipList | undefined => {
  if (bytes.length < 30) return undefined;
  const view = open(bytes);
  if (view.getUint32(0, true) !== local) return undefined;
  if (!isWhole) return readHeaders(bytes, view);
  const end = findEnd(view);
  if (end === undefined)
    return { ...readHeaders(bytes, view), mistakes: ['its directory is missing: it is cut short'] };
  return readDirectory(bytes, view, end) ?? readHeaders(bytes, view);
};
