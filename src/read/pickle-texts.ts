/** Reads texts out of a pickle without following it: the strings that its opcodes carry, up to a bound. */

const mostTexts = 20_000;
const longestText = 20_000;

/** Texts of at least `least` bytes, the beginning of each, in the order of the file. */
export const readPickleTexts = (bytes: Uint8Array, least = 12): readonly string[] => {
  const texts: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length && texts.length < mostTexts; at++) {
    const byte = bytes[at];
    // SHORT_BINUNICODE has one byte for its length, BINUNICODE four.
    const isShort = byte === 0x8c;
    if (!isShort && byte !== 0x58) continue;
    if (!isShort && at + 5 > bytes.length) break;
    const length = isShort ? (bytes[at + 1] ?? 0) : view.getUint32(at + 1, true);
    const from = at + (isShort ? 2 : 5);
    if (length < least || from + length > bytes.length) continue;
    const whole = bytes.subarray(from, from + length);
    // Control characters do not stand in texts: this was no opcode but a byte of something else.
    if (whole.subarray(0, 200).some((each) => each < 9 || (each > 13 && each < 32))) continue;
    const text = decoder.decode(length > longestText ? whole.subarray(0, longestText) : whole);
    if (text.slice(0, 200).includes('\ufffd')) continue;
    texts.push(text);
    at = from + length - 1;
  }
  return texts;
};
