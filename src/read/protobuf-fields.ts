/** Walks the fields of a protobuf message without a schema: numbers, wire types and where contents stand, bounded by the bytes given. */

/** One field of a message. */
export interface ProtobufField {
  readonly number: number;
  /** 0 a number, 1 eight bytes, 2 bytes of a length, 5 four bytes. */
  readonly wire: number;
  /** The number of wire type 0; the length of wire type 2. */
  readonly value: number;
  /** Content of wire type 2, as much of it as was given. */
  readonly content: Uint8Array;
  /** The content goes beyond the bytes that were given. */
  readonly isCut: boolean;
}

const none = new Uint8Array();

/** A number of seven bits a byte; undefined where the bytes end inside it or it has more than 53 bits that count. */
const readNumber = (bytes: Uint8Array, at: number): readonly [value: number, next: number] | undefined => {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) return undefined;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return [value, at + index + 1];
  }
  return undefined;
};

/** Most fields that are looked at; the messages that name what a file is come first, or are few. */
const mostFields = 100_000;

/**
 * The fields of a message in their order, with whether all of it was a message: `isSound` is false where something stood in it that no
 * message holds, or where it ended inside a field without having been cut (`isWhole`).
 */
export const readFields = (
  bytes: Uint8Array,
  isWhole = true,
  most = mostFields,
): { readonly fields: readonly ProtobufField[]; readonly isSound: boolean } => {
  const fields: ProtobufField[] = [];
  let at = 0;
  while (at < bytes.length && fields.length < most) {
    const tag = readNumber(bytes, at);
    if (tag === undefined) return { fields, isSound: !isWhole };
    const number = Math.floor(tag[0] / 8);
    const wire = tag[0] % 8;
    if (number < 1 || number > 536_870_911) return { fields, isSound: false };
    at = tag[1];
    if (wire === 1 || wire === 5) {
      at += wire === 1 ? 8 : 4;
      if (at > bytes.length && isWhole) return { fields, isSound: false };
      fields.push({ number, wire, value: 0, content: none, isCut: at > bytes.length });
      continue;
    }
    if (wire !== 0 && wire !== 2) return { fields, isSound: false };
    const said = readNumber(bytes, at);
    if (said === undefined) return { fields, isSound: !isWhole };
    at = said[1];
    if (wire === 0) {
      fields.push({ number, wire, value: said[0], content: none, isCut: false });
      continue;
    }
    const end = at + said[0];
    const isCut = end > bytes.length;
    if (isCut && isWhole) return { fields, isSound: false };
    fields.push({ number, wire, value: said[0], content: bytes.subarray(at, Math.min(end, bytes.length)), isCut });
    at = end;
  }
  return { fields, isSound: true };
};
