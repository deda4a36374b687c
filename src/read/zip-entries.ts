/** Lists what a ZIP archive holds, and holds its directory against the headers in the file; nothing is unpacked but what is asked for. */
import { constants, crc32, inflateRawSync } from 'node:zlib';
import { type ByteSource, sourceOf, stretchOf } from './model-bytes.ts';
import { judgeEntryName } from './model-entry-names.ts';

/** One entry of an archive. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored as it is, 8 deflated; others are not unpacked. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its own header stands. */
  readonly header: number;
  /** Where its content begins; undefined where its header is not there. */
  readonly from?: number;
}

/** Something about an archive that its makers’ programs do not do. */
export interface ArchiveFault {
  readonly says: string;
  readonly offset: number;
}

/** What an archive holds, what is wrong with it, and why that may not be all. */
export interface ZipList {
  readonly entries: readonly ZipEntry[];
  readonly faults: readonly ArchiveFault[];
  readonly mistakes: readonly string[];
}

const mostEntries = 50_000;
const longestName = 1000;
const local = 0x04034b50;
const central = 0x02014b50;
const directoryEnd = 0x06054b50;
const wideEnd = 0x06064b50;
const widePointer = 0x07064b50;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes.subarray(0, longestName));

interface Directory {
  readonly at: number;
  readonly size: number;
  readonly count: number;
  /** Bytes that stand before the archive; offsets in it do not count them. */
  readonly before: number;
  readonly end: number;
}

/** Where the record of the directory’s end stands; it may be followed by a comment of up to 64 KB. */
const findDirectory = (source: ByteSource, isLast = false): Directory | undefined => {
  const tailFrom = Math.max(0, source.size - 22 - 65_536);
  const tail = source.at(tailFrom, source.size - tailFrom);
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== directoryEnd) continue;
    if (isLast && at + 22 + view.getUint16(at + 20, true) !== tail.length) continue;
    let count = view.getUint16(at + 10, true);
    let size = view.getUint32(at + 12, true);
    let from = view.getUint32(at + 16, true);
    let end = tailFrom + at;
    if (at >= 20 && view.getUint32(at - 20, true) === widePointer) {
      const wideAt = Number(view.getBigUint64(at - 12, true));
      const wide = source.at(Math.max(0, Math.min(wideAt, source.size)), 56);
      const inPlace = wide.length === 56 && viewOf(wide).getUint32(0, true) === wideEnd;
      if (inPlace && (count === 0xffff || size === 0xffffffff || from === 0xffffffff)) {
        count = Number(viewOf(wide).getBigUint64(32, true));
        size = Number(viewOf(wide).getBigUint64(40, true));
        from = Number(viewOf(wide).getBigUint64(48, true));
      }
      if (inPlace) end = wideAt;
    }
    const before = Math.max(0, end - size - from);
    return { at: from + before, size, count, before, end };
  }
  return undefined;
};

/** Sizes and offset of an entry that do not fit into four bytes, out of its extra fields. */
const widen = (extra: Uint8Array, values: number[]): number[] => {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let next = at + 4;
      return values.map((value) => {
        if (value !== 0xffffffff || next + 8 > Math.min(extra.length, at + 4 + length)) return value;
        next += 8;
        return Number(view.getBigUint64(next - 8, true));
      });
    }
    at += 4 + length;
  }
  return values;
};

/** An entry as the header in front of its content tells it. */
const readLocal = (source: ByteSource, at: number): (ZipEntry & { readonly hasDescriptor: boolean }) | undefined => {
  const head = source.at(at, 30);
  if (head.length < 30 || viewOf(head).getUint32(0, true) !== local) return undefined;
  const view = viewOf(head);
  const nameLength = view.getUint16(26, true);
  const extraLength = view.getUint16(28, true);
  const rest = source.at(at + 30, nameLength + extraLength);
  const [packedSize, size] = widenLocal(rest.subarray(nameLength), view);
  return {
    name: textOf(rest.subarray(0, nameLength)),
    method: view.getUint16(8, true),
    isEncrypted: (view.getUint16(6, true) & 1) === 1,
    crc: view.getUint32(14, true),
    packedSize: packedSize!,
    size: size!,
    header: at,
    from: at + 30 + nameLength + extraLength,
    hasDescriptor: (view.getUint16(6, true) & 8) === 8,
  };
};

const widenLocal = (extra: Uint8Array, view: DataView): number[] => {
  // In a header of its own the whole size comes first.
  const [size, packed] = widen(extra, [view.getUint32(22, true), view.getUint32(18, true)]);
  return [packed!, size!];
};

/** From one header to the next, as far as the bytes and the sizes in them lead. */
const walkHeaders = (source: ByteSource, from = 0): ZipEntry[] => {
  const entries: ZipEntry[] = [];
  for (let at = from; entries.length < mostEntries; ) {
    const entry = readLocal(source, at);
    if (entry === undefined || (entry.hasDescriptor && entry.packedSize === 0)) {
      if (entry !== undefined) entries.push(entry);
      break;
    }
    entries.push(entry);
    at = entry.from! + entry.packedSize;
  }
  return entries;
};

/** What is wrong with one entry as the directory and its own header tell it. */
const compare = (entry: ZipEntry, own: ReturnType<typeof readLocal>, mode: number): string[] => {
  const says: string[] = [];
  const named = judgeEntryName(entry.name);
  if (named !== undefined) says.push(named);
  if ((mode & 0o170000) === 0o120000) says.push(`“${entry.name}” is a symbolic link`);
  if (entry.isEncrypted) says.push(`“${entry.name}” is encrypted, so that it cannot be looked into`);
  if (own === undefined) return [...says, `the directory lists “${entry.name}”, which is not where it says`];
  if (own.name !== entry.name) says.push(`“${entry.name}” in the directory is “${own.name}” in front of its content`);
  if (own.method !== entry.method) says.push(`directory and header of “${entry.name}” differ in how it is packed`);
  if (own.isEncrypted !== entry.isEncrypted)
    says.push(`directory and header of “${entry.name}” differ in whether it is encrypted`);
  if (!own.hasDescriptor && (own.packedSize !== entry.packedSize || own.size !== entry.size || own.crc !== entry.crc))
    says.push(`directory and header of “${entry.name}” differ in its size or checksum`);
  if (entry.size > 200_000_000 && entry.size > entry.packedSize * 200)
    says.push(`“${entry.name}” unpacks to ${entry.size} bytes from ${entry.packedSize}`);
  return says;
};

/** Entries of which two have one name or share bytes, and content between them that the directory does not list. */
const compareAll = (source: ByteSource, entries: readonly ZipEntry[], directory: Directory): ArchiveFault[] => {
  const faults: ArchiveFault[] = [];
  const names = new Set<string>();
  for (const { name, header } of entries) {
    if (names.has(name)) faults.push({ says: `“${name}” stands in it twice`, offset: header });
    names.add(name);
  }
  const inOrder = entries.filter((one) => one.from !== undefined).sort((a, b) => a.header - b.header);
  let end = directory.before;
  for (const { name, header, from, packedSize } of inOrder) {
    if (header < end) faults.push({ says: `“${name}” shares bytes with another entry`, offset: header });
    else if (header > end) {
      const hidden = readLocal(source, end);
      if (hidden !== undefined)
        faults.push({ says: `“${hidden.name}” stands in it and not in its directory`, offset: end });
    }
    end = Math.max(end, from! + packedSize);
  }
  const last = readLocal(source, end);
  if (last !== undefined && end < directory.at)
    faults.push({ says: `“${last.name}” stands in it and not in its directory`, offset: end });
  return faults;
};

const readDirectory = (source: ByteSource, directory: Directory): ZipList => {
  const { at: from, count, before, end } = directory;
  const bytes = source.at(from, Math.max(0, Math.min(end - from, 64 << 20)));
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  const faults: ArchiveFault[] = [];
  const mistakes: string[] = [];
  if (before > 0) faults.push({ says: `${before} bytes stand before the archive`, offset: 0 });
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== central) {
      mistakes.push(`its directory breaks off after ${entries.length} of ${count} entries`);
      break;
    }
    if (entries.length >= mostEntries) {
      mistakes.push(`it has more than ${mostEntries} entries; the others were not looked at`);
      break;
    }
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const [size, packedSize, offset] = widen(extra, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    const own = readLocal(source, offset! + before);
    const entry: ZipEntry = {
      name: textOf(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packedSize: packedSize!,
      size: size!,
      header: offset! + before,
      ...(own?.from === undefined ? {} : { from: own.from }),
    };
    entries.push(entry);
    if (faults.length < 20)
      for (const says of compare(entry, own, view.getUint32(at + 38, true) >>> 16))
        faults.push({ says, offset: entry.header });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return { entries, faults: [...faults, ...compareAll(source, entries, directory)].slice(0, 20), mistakes };
};

/** Lists an archive, or its beginning when no more was given; undefined when it is none. */
export const listZip = (source: ByteSource): ZipList | undefined => {
  const begin = source.at(0, 30);
  const isBegun = begin.length === 30 && viewOf(begin).getUint32(0, true) === local;
  if (source.reach < source.size)
    return isBegun ? { entries: walkHeaders(source), faults: [], mistakes: [] } : undefined;
  const directory = isBegun || hasDirectory(source) ? findDirectory(source) : undefined;
  if (directory !== undefined) return readDirectory(source, directory);
  return isBegun
    ? { entries: walkHeaders(source), faults: [], mistakes: ['its directory is missing: it is cut short'] }
    : undefined;
};

/** Tells whether what begins as something else ends as an archive: a reader of archives looks at the end alone. One that is followed by more is kept inside the file. */
const hasDirectory = (source: ByteSource): boolean => {
  const directory = source.size >= 22 ? findDirectory(source, true) : undefined;
  return (
    directory !== undefined &&
    directory.count > 0 &&
    directory.size >= 46 * directory.count &&
    viewOf(source.at(directory.at, 4)).byteLength === 4 &&
    viewOf(source.at(directory.at, 4)).getUint32(0, true) === central
  );
};

/** The content of an entry: a stretch of the file where it is stored as it is, unpacked, of which a beginning of at most `most` bytes; else why it cannot be had. */
export const openEntry = (source: ByteSource, entry: ZipEntry, most: number): ByteSource | string => {
  const { method, from, packedSize, size, isEncrypted, name } = entry;
  if (isEncrypted) return `“${name}” is encrypted`;
  if (from === undefined) return `“${name}” is not where the directory says`;
  if (method === 0) return stretchOf(source, from, Math.min(packedSize, Math.max(0, source.size - from)));
  if (method !== 8) return `“${name}” is packed in a way (${method}) that is not unpacked here`;
  // Of what unpacks to more, as much as so many packed bytes can give.
  const given = source.at(from, size > most ? Math.min(packedSize, Math.floor(most / 1100)) : packedSize);
  try {
    const content = inflateRawSync(given, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most });
    return sourceOf(content, Math.max(size > most ? size : 0, content.length));
  } catch (error) {
    return `“${name}” could not be unpacked (${(error as { code?: string }).code ?? 'damaged'})`;
  }
};

/** Tells whether the content has the checksum that the directory says; only of what is small enough to be read whole. */
export const hasRightChecksum = ({ crc }: ZipEntry, content: ByteSource): boolean =>
  content.size > 64 << 20 || crc32(content.at(0, content.size)) === crc;
