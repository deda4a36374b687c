/** Reads the header of a GGUF file, as https://github.com/ggml-org/ggml/blob/master/docs/gguf.md describes it. */
import { hubNameOf, isTextAt, type ModelBytes, type ModelFile } from './model-file.ts';

/** More keys or tensors than any model has; a count beyond is made up. */
const mostKeys = 100_000;
const mostTensors = 10_000_000;
/** Longest text that is kept; the rest of a longer one says nothing that is told. */
const longestText = 1000;

/** Bytes of a value by its type; 8 is a text, 9 a list. */
const widths: readonly (number | undefined)[] = [1, 1, 2, 2, 4, 4, 4, 1, undefined, undefined, 8, 8, 8];

/** https://github.com/ggml-org/llama.cpp/blob/master/include/llama.h, `llama_ftype` */
const precisions: Readonly<Record<number, string>> = Object.fromEntries(
  '0 F32,1 F16,2 Q4_0,3 Q4_1,7 Q8_0,8 Q5_0,9 Q5_1,10 Q2_K,11 Q3_K_S,12 Q3_K_M,13 Q3_K_L,14 Q4_K_S,15 Q4_K_M,16 Q5_K_S,17 Q5_K_M,18 Q6_K,19 IQ2_XXS,20 IQ2_XS,21 Q2_K_S,22 IQ3_XS,23 IQ3_XXS,24 IQ1_S,25 IQ4_NL,26 IQ3_S,27 IQ3_M,28 IQ2_S,29 IQ2_M,30 IQ4_XS,31 IQ1_M,32 BF16,36 TQ1_0,37 TQ2_0'
    .split(',')
    .map((each) => each.split(' ')),
);

/** Goes through the bytes; what lies beyond them is undefined, and stays so. */
class Cursor {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  at = 4;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Moves on; false where that leads beyond the bytes. */
  skip(length: number): boolean {
    this.at += length;
    return this.at <= this.#bytes.length;
  }

  four(): number | undefined {
    return this.skip(4) ? this.#view.getUint32(this.at - 4, true) : undefined;
  }

  eight(): number | undefined {
    return this.skip(8) ? Number(this.#view.getBigUint64(this.at - 8, true)) : undefined;
  }

  text(): string | undefined {
    const length = this.eight();
    if (length === undefined || !this.skip(length)) return undefined;
    const from = this.at - length;
    return new TextDecoder().decode(this.#bytes.subarray(from, from + Math.min(length, longestText)));
  }
}

type Value = string | number | readonly string[];

/** A value of a type; undefined where it lies beyond the bytes. Numbers of other widths than four bytes are passed over as 0. */
const readValue = (cursor: Cursor, type: number): Value | undefined => {
  if (type === 8) return cursor.text();
  if (type === 4 || type === 5) return cursor.four();
  if (type !== 9) {
    const width = widths[type];
    return width !== undefined && cursor.skip(width) ? 0 : undefined;
  }
  const of = cursor.four();
  const count = cursor.eight();
  if (of === undefined || count === undefined) return undefined;
  const width = widths[of];
  if (width !== undefined) return cursor.skip(width * count) ? 0 : undefined;
  // Lists of lists are written by nobody.
  if (of !== 8) return undefined;
  const texts: string[] = [];
  for (let index = 0; index < count; index++) {
    const text = cursor.text();
    if (text === undefined) return undefined;
    if (index < 20) texts.push(text);
  }
  return texts;
};

/** Reads a file; undefined when it is none of this format. */
export const readGguf = ({ bytes, size }: ModelBytes): ModelFile | undefined => {
  if (!isTextAt(bytes, 'GGUF')) return undefined;
  const cursor = new Cursor(bytes);
  const version = cursor.four();
  const bad = (why: string): ModelFile => ({ format: 'gguf', mistakes: [why] });
  if (version === undefined) return bad('it ends inside its header');
  if (version < 2 || version > 3)
    return bad(version === 1 ? 'it is of version 1, which nobody writes' : `its version is said to be ${version}`);
  const tensors = cursor.eight();
  const keys = cursor.eight();
  if (tensors === undefined || keys === undefined) return bad('it ends inside its header');
  if (tensors > mostTensors || keys > mostKeys || keys * 13 > size)
    return bad(`it is said to have ${tensors} tensors and ${keys} keys, more than there can be`);

  const said = new Map<string, Value>();
  let isCut = false;
  for (let index = 0; index < keys; index++) {
    const key = cursor.text();
    const type = cursor.four();
    const value = key === undefined || type === undefined ? undefined : readValue(cursor, type);
    if (value === undefined) {
      isCut = true;
      break;
    }
    if (key!.startsWith('general.')) said.set(key!, value);
  }
  const textAt = (key: string): string | undefined => {
    const value = said.get(key);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  /** Names on the hub of what is listed below a key: base models, data sets. */
  const listed = (key: string): readonly string[] => {
    const names: string[] = [];
    for (let index = 0; index < 10; index++) {
      const name = hubNameOf(textAt(`${key}.${index}.repo_url`) ?? '');
      if (name !== undefined) names.push(name);
    }
    return names;
  };
  const fileType = said.get('general.file_type');
  const architecture = textAt('general.architecture');
  const license = textAt('general.license');
  const precision = typeof fileType === 'number' ? precisions[fileType] : undefined;
  const bases = listed('general.base_model');
  const older = said.get('general.datasets');
  const datasets = [
    ...listed('general.dataset'),
    ...(Array.isArray(older) ? older.flatMap((name: string) => hubNameOf(name) ?? []) : []),
  ];
  return {
    format: 'gguf',
    framework: 'llama.cpp',
    ...(architecture === undefined ? {} : { architecture }),
    ...(precision === undefined ? {} : { precision }),
    ...(license === undefined ? {} : { license }),
    ...(bases.length === 0 ? {} : { bases }),
    ...(datasets.length === 0 ? {} : { datasets }),
    mistakes: isCut && bytes.length >= size ? ['it ends, or has something unknown, inside its header'] : [],
  };
};
