/** How packed model files are unpacked: by how they begin, each up to a bound. */
import { constants, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { isTextAt } from './model-file.ts';
import { unpackBzip2 } from './unpack-bzip2.ts';
import { unpackLz4 } from './unpack-lz4.ts';
import { unpackLzma, unpackXz } from './unpack-lzma.ts';
import { type Unpacked, type UnpackedOutput, unpackInto } from './unpack-output.ts';

/** One way of unpacking. */
export interface Unpacker {
  /** Gives at most so many bytes. */
  readonly unpack: (bytes: Uint8Array, most: number) => Unpacked;
  /** Nothing else begins as what it unpacks. */
  readonly isSure: boolean;
}

/** Runs one of Node’s unpackers; of what is larger than the bound, as much as so many packed bytes can give. */
const unpackWith =
  (
    unpack: (bytes: Uint8Array, options: { finishFlush: number; maxOutputLength: number }) => Uint8Array,
    flush: number,
  ) =>
  (bytes: Uint8Array, most: number): Unpacked => {
    if (most === 0) return { bytes: new Uint8Array(), why: 'more is packed in it than is unpacked' };
    const options = { finishFlush: flush, maxOutputLength: most };
    try {
      return { bytes: unpack(bytes, options) };
    } catch (error) {
      const code = (error as { code?: string }).code ?? 'damaged';
      if (code !== 'ERR_BUFFER_TOO_LARGE' || bytes.length <= most / 1100) return { bytes: new Uint8Array(), why: code };
      const begin = unpackWith(unpack, flush)(bytes.subarray(0, Math.floor(most / 1100)), most);
      return { bytes: begin.bytes, why: `it unpacks to more than ${most} bytes` };
    }
  };

/** These are slower, so that less of them is unpacked. */
const mostSlowly = 16 << 20;
const slowly =
  (unpack: (bytes: Uint8Array, out: UnpackedOutput) => void) =>
  (bytes: Uint8Array, most: number): Unpacked =>
    unpackInto(Math.min(most, mostSlowly), (out) => unpack(bytes, out));

/** How packed parts begin, how they are unpacked, and whether nothing else begins so. */
const unpackers: readonly (readonly [magic: readonly string[], unpack: Unpacker['unpack'], isSure: boolean])[] = [
  [['\x1f\x8b'], unpackWith(gunzipSync, constants.Z_SYNC_FLUSH), true],
  [['\x78\x01', '\x78\x5e', '\x78\x9c', '\x78\xda'], unpackWith(inflateSync, constants.Z_SYNC_FLUSH), false],
  [['\x28\xb5\x2f\xfd'], unpackWith(zstdDecompressSync, constants.ZSTD_e_end), true],
  [['\x04\x22\x4d\x18'], slowly(unpackLz4), true],
  [['\xfd7zXZ\0'], slowly(unpackXz), true],
  [['BZh'], slowly(unpackBzip2), false],
  [['\x5d\0\0'], slowly(unpackLzma), false],
];

/** The way to unpack what begins so; undefined where it is not packed. */
export const findUnpacker = (begin: Uint8Array): Unpacker | undefined => {
  const found = unpackers.find(([magic]) => magic.some((one) => isTextAt(begin, one)));
  return found && { unpack: found[1], isSure: found[2] };
};
