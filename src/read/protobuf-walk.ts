/** Walks a protobuf message anywhere in a file without reading the contents that it passes over. */
import { Broken, ByteCursor, type ByteSource, stretchOf } from './model-bytes.ts';

/** One field of a message, with its content as a stretch of the file. */
export interface WalkedField {
  readonly number: number;
  readonly wire: number;
  /** The number of wire type 0. */
  readonly value: number;
  /** Content of wire type 2. */
  readonly content: ByteSource;
  /** Where the content begins in the message. */
  readonly from: number;
}

const readNumber = (cursor: ByteCursor): number => {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    const byte = cursor.byte();
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return value;
  }
  throw new Broken('a number has too many bytes', cursor.at);
};

const nothing: ByteSource = { size: 0, reach: 0, at: () => new Uint8Array() };

/** The fields of a message in their order; throws `Broken` where it is none. */
export function* walkFields(message: ByteSource): Generator<WalkedField> {
  const cursor = new ByteCursor(message);
  while (cursor.at < message.size) {
    const tag = readNumber(cursor);
    const number = Math.floor(tag / 8);
    const wire = tag % 8;
    if (number < 1 || number > 536_870_911) throw new Broken('it is no message', cursor.at);
    if (wire === 0) yield { number, wire, value: readNumber(cursor), content: nothing, from: cursor.at };
    else if (wire === 1 || wire === 5) {
      cursor.skip(wire === 1 ? 8 : 4);
      yield { number, wire, value: 0, content: nothing, from: cursor.at };
    } else if (wire === 2) {
      const length = readNumber(cursor);
      const from = cursor.at;
      cursor.skip(length);
      yield { number, wire, value: length, content: stretchOf(message, from, length), from };
    } else throw new Broken('it is no message', cursor.at);
  }
}

/** A field’s content as a short text. */
export const shortText = (content: ByteSource, most = 4000): string =>
  new TextDecoder().decode(content.at(0, Math.min(content.size, most)));
