/** Holds a GGUF file’s header against its size, and takes its chat templates out of it. https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
import { Broken, ByteCursor, type ByteSource } from './model-bytes.ts';
import type { SignBook } from './model-signs.ts';
import { judgeTemplate } from './model-template.ts';
import { judgeSpans, type Span } from './model-tensors.ts';

const mostKeys = 100_000;
const mostTensors = 1_000_000;
const longestText = 64 << 20;

/** Bytes of a value by its type; 8 is a text, 9 a list. */
const widths: readonly (number | undefined)[] = [1, 1, 2, 2, 4, 4, 4, 1, undefined, undefined, 8, 8, 8];

/** Items in a block and bytes of it, by the type of tensor. https://github.com/ggml-org/ggml/blob/master/src/ggml.c */
const blocks: ReadonlyMap<number, readonly [items: number, bytes: number]> = new Map(
  '0:1:4 1:1:2 2:32:18 3:32:20 6:32:22 7:32:24 8:32:34 9:32:40 10:256:84 11:256:110 12:256:144 13:256:176 14:256:210 15:256:292 16:256:66 17:256:74 18:256:98 19:256:50 20:32:18 21:256:110 22:256:82 23:256:136 24:1:1 25:1:2 26:1:4 27:1:8 28:1:8 29:256:56 30:1:2 34:256:54 35:256:66 39:32:17 40:64:36 41:128:18'
    .split(' ')
    .map((each) => each.split(':').map(Number))
    .map(([type, items, bytes]) => [type!, [items!, bytes!]] as const),
);

const decoder = new TextDecoder();

class Header {
  readonly cursor: ByteCursor;
  readonly book: SignBook;
  readonly part: string;
  alignment = 32;

  constructor(source: ByteSource, book: SignBook, part: string) {
    this.cursor = new ByteCursor(source, 4);
    this.book = book;
    this.part = part;
  }

  #fault(says: string, offset = this.cursor.at): void {
    this.book.add('formatFaults', says, this.part, offset);
  }

  text(most: number): string {
    const length = this.cursor.eight();
    if (length > longestText || this.cursor.at + length > this.cursor.source.size) {
      this.#fault(`a text is said to be ${length} bytes long`, this.cursor.at - 8);
      throw new Broken('', this.cursor.at);
    }
    if (length > most) {
      this.cursor.skip(length);
      return '';
    }
    return decoder.decode(this.cursor.take(length));
  }

  #list(depth: number): void {
    const type = this.cursor.four();
    const count = this.cursor.eight();
    const width = widths[type];
    if ((width ?? 1) * count > this.cursor.source.size - this.cursor.at || (type === 9 && depth > 8)) {
      this.#fault(`a list is said to have ${count} items`, this.cursor.at - 8);
      throw new Broken('', this.cursor.at);
    }
    if (width !== undefined) {
      this.cursor.skip(width * count);
      return;
    }
    for (let index = 0; index < count; index++) {
      if (type === 8) this.text(0);
      else if (type === 9) this.#list(depth + 1);
      else this.#unknown(type);
    }
  }

  #unknown(type: number): never {
    this.#fault(`a value is of type ${type}, which there is not`);
    throw new Broken('', this.cursor.at);
  }

  key(): void {
    const name = this.text(65_536);
    const type = this.cursor.four();
    if (type === 8) {
      const isTemplate = name.startsWith('tokenizer.chat_template');
      const value = this.text(isTemplate ? 4_000_000 : 0);
      if (isTemplate) for (const sign of judgeTemplate(value)) this.book.add('templateSigns', sign, name);
    } else if (type === 9) this.#list(0);
    else if (name === 'general.alignment' && type === 4) this.alignment = this.cursor.four();
    else if (widths[type] === undefined) this.#unknown(type);
    else this.cursor.skip(widths[type]!);
  }

  tensor(): Span {
    const name = this.text(65_536);
    const dimensions = this.cursor.four();
    if (dimensions > 8) {
      this.#fault(`tensor ${name.slice(0, 60)} is said to have ${dimensions} dimensions`);
      throw new Broken('', this.cursor.at);
    }
    let items = 1;
    for (let index = 0; index < dimensions; index++) items *= this.cursor.eight();
    const type = this.cursor.four();
    const from = this.cursor.eight();
    const block = blocks.get(type);
    if (items > Number.MAX_SAFE_INTEGER)
      this.#fault(`tensor ${name.slice(0, 60)} is said to have ${items} items, more than can be counted`);
    // Newer types are not known here, which says nothing against them.
    return { name, from, to: from + (block === undefined ? 0 : Math.ceil(items / block[0]) * block[1]) };
  }
}

/** Looks through a file of this format. */
export const inspectGguf = (source: ByteSource, book: SignBook, part: string): void => {
  book.ask('formatFaults', 'templateSigns');
  const header = new Header(source, book, part);
  const { cursor } = header;
  try {
    const version = cursor.four();
    if (version < 2 || version > 3) throw new Broken(`its version is said to be ${version}`, 4);
    const tensors = cursor.eight();
    const keys = cursor.eight();
    if (keys > mostKeys || keys * 13 > source.size || tensors > mostTensors || tensors * 24 > source.size) {
      book.add(
        'formatFaults',
        `it is said to have ${tensors} tensors and ${keys} keys, more than there can be`,
        part,
        8,
      );
      throw new Broken('', 8);
    }
    for (let index = 0; index < keys; index++) header.key();
    const spans: Span[] = [];
    for (let index = 0; index < tensors; index++) spans.push(header.tensor());
    const { alignment } = header;
    if (alignment === 0 || alignment % 8 !== 0)
      book.add('formatFaults', `its alignment is said to be ${alignment}`, part);
    else judgeSpans(spans, Math.ceil(cursor.at / alignment) * alignment, source.size, book, part);
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    const isCut = source.reach < source.size && error.offset >= source.reach;
    if (error.why !== '' && !isCut) book.add('formatFaults', `its header breaks: ${error.why}`, part, error.offset);
    book.unread(
      isCut ? 'only its beginning was read' : 'its header could not be read to its end',
      'templateSigns',
      'formatFaults',
    );
  }
};
