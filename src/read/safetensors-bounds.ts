/** Holds a safetensors file’s header against its size, as strictly as the library does. https://huggingface.co/docs/safetensors#format */
import { readJson } from './json-positions.ts';
import type { ByteSource } from './model-bytes.ts';
import { isCommandLike } from './model-pickle-trust.ts';
import type { SignBook } from './model-signs.ts';
import { judgeSpans, type Span } from './model-tensors.ts';
import { entriesOf, itemsOf, type Positioned, textOf, valueAt } from './positioned.ts';

const longestHeader = 100_000_000;

/** Bits of one number by its type. */
const bits: Readonly<Record<string, number>> = {
  BOOL: 8,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  I16: 16,
  U16: 16,
  F16: 16,
  BF16: 16,
  I32: 32,
  U32: 32,
  F32: 32,
  F64: 64,
  I64: 64,
  U64: 64,
  C64: 64,
  F4: 4,
  F6_E2M3: 6,
  F6_E3M2: 6,
};

const numberOf = (value: Positioned | undefined): number =>
  value?.is === 'scalar' && typeof value.value === 'number' ? value.value : Number.NaN;

/** Looks through a file of this format. */
export const inspectSafetensors = (source: ByteSource, book: SignBook, part: string): void => {
  book.ask('formatFaults', 'embeddedPrograms');
  const begin = source.at(0, 8);
  if (begin.length < 8) {
    book.add('formatFaults', 'it is shorter than a header', part, 0);
    return;
  }
  const length = Number(new DataView(begin.buffer, begin.byteOffset, 8).getBigUint64(0, true));
  if (length > longestHeader || length + 8 > source.size) {
    book.add('formatFaults', `its header is said to be ${length} bytes long, more than there are`, part, 0);
    return;
  }
  const bytes = source.at(8, length);
  if (bytes.length < length) {
    book.unread('only a part of its header was read', 'formatFaults', 'embeddedPrograms');
    return;
  }
  const { value, errors } = readJson(new TextDecoder().decode(bytes));
  if (errors.length > 0 || value?.is !== 'map') {
    book.add('formatFaults', `its header is no JSON: ${errors[0]?.why ?? 'it is no map'}`, part, 8);
    book.unread('its header is no JSON', 'embeddedPrograms');
    return;
  }
  const spans: Span[] = [];
  for (const [name, { value: entry }] of entriesOf(value)) {
    if (name === '__metadata__') {
      for (const [key, { value: each }] of entriesOf(entry))
        if (isCommandLike(textOf(each) ?? ''))
          book.add('embeddedPrograms', `its description “${key.slice(0, 60)}” holds a command`, part);
      continue;
    }
    const from = numberOf(valueAt(entry, 'data_offsets', 0));
    const to = numberOf(valueAt(entry, 'data_offsets', 1));
    spans.push({ name, from, to });
    const width = bits[textOf(valueAt(entry, 'dtype')) ?? ''];
    const items = itemsOf(valueAt(entry, 'shape')).reduce((all, one) => all * numberOf(one), 1);
    if (width !== undefined && to - from !== Math.ceil((items * width) / 8))
      book.add(
        'formatFaults',
        `tensor ${name.slice(0, 60)} has ${to - from} bytes for ${items} numbers of ${width} bits`,
        part,
        8 + length + (from || 0),
      );
  }
  judgeSpans(spans, 8 + length, source.size, book, part);
  const end = 8 + length + spans.reduce((most, { to }) => Math.max(most, to || 0), 0);
  if (end < source.size) book.add('formatFaults', `${source.size - end} bytes follow behind its tensors`, part, end);
};
