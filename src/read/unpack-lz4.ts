/** Unpacks LZ4 frames. https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md */
import { Unpackable, type UnpackedOutput } from './unpack-output.ts';

const byteAt = (bytes: Uint8Array, at: number): number => {
  const byte = bytes[at];
  if (byte === undefined) throw new Unpackable('it ends in the middle');
  return byte;
};

/** A length of four bits and the bytes that follow while they are 255. */
const lengthAt = (bytes: Uint8Array, at: number, begun: number): readonly [length: number, next: number] => {
  let length = begun;
  let next = at;
  if (begun === 15)
    for (let byte = 255; byte === 255; length += byte) {
      byte = byteAt(bytes, next);
      next++;
    }
  return [length, next];
};

const readBlock = (block: Uint8Array, out: UnpackedOutput): void => {
  for (let at = 0; at < block.length; ) {
    const token = block[at++]!;
    const [literals, from] = lengthAt(block, at, token >> 4);
    if (from + literals > block.length) throw new Unpackable('it ends in the middle');
    out.append(block.subarray(from, from + literals));
    at = from + literals;
    // The last sequence has no match.
    if (at >= block.length) return;
    const distance = byteAt(block, at) + byteAt(block, at + 1) * 256;
    const [match, next] = lengthAt(block, at + 2, token & 15);
    out.repeat(distance, match + 4);
    at = next;
  }
};

/** Unpacks a file of frames; throws `Unpackable` where it cannot. */
export const unpackLz4 = (bytes: Uint8Array, out: UnpackedOutput): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 7 <= bytes.length) {
    const magic = view.getUint32(at, true);
    if (magic >= 0x184d2a50 && magic <= 0x184d2a5f) {
      at += 8 + view.getUint32(at + 4, true);
      continue;
    }
    if (magic !== 0x184d2204) throw new Unpackable('something else follows behind a frame');
    const flags = byteAt(bytes, at + 4);
    if (flags >> 6 !== 1) throw new Unpackable('its version is not known');
    at += 7 + ((flags & 8) === 0 ? 0 : 8) + ((flags & 1) === 0 ? 0 : 4);
    for (;;) {
      if (at + 4 > bytes.length) throw new Unpackable('it ends in the middle');
      const said = view.getUint32(at, true);
      at += 4;
      if (said === 0) break;
      const size = said & 0x7fffffff;
      if (at + size > bytes.length) throw new Unpackable('it ends in the middle');
      const block = bytes.subarray(at, at + size);
      if (said >>> 31 === 1) out.append(block);
      else readBlock(block, out);
      at += size + ((flags & 16) === 0 ? 0 : 4);
    }
    if ((flags & 4) !== 0) at += 4;
  }
};
