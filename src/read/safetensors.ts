/** Reads the header of a safetensors file, as https://huggingface.co/docs/safetensors#format describes it. */
import { readJson } from './json-positions.ts';
import { hubNameOf, type ModelBytes, type ModelFile } from './model-file.ts';
import { entriesOf, type Positioned, textOf, valueAt } from './positioned.ts';

/** The library itself refuses longer headers. */
const longestHeader = 100_000_000;

const frameworks: Readonly<Record<string, string>> = {
  pt: 'torch',
  tf: 'tensorflow',
  flax: 'flax',
  mlx: 'mlx',
  np: 'numpy',
  paddle: 'paddle',
};

/** The number format in which most bytes are. */
const mostUsed = (tensors: readonly Positioned[]): string | undefined => {
  const bytes = new Map<string, number>();
  for (const tensor of tensors) {
    const precision = textOf(valueAt(tensor, 'dtype'));
    const [from, to] = [0, 1].map((index) => {
      const offset = valueAt(tensor, 'data_offsets', index);
      return offset?.is === 'scalar' && typeof offset.value === 'number' ? offset.value : 0;
    });
    if (precision !== undefined) bytes.set(precision, (bytes.get(precision) ?? 0) + Math.max(0, to! - from!));
  }
  return [...bytes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
};

/** Reads a file; undefined when it is none of this format, by its content and, where that is cut short, by its `isNamedSo`. */
export const readSafetensors = ({ bytes, size }: ModelBytes, isNamedSo: boolean): ModelFile | undefined => {
  if (bytes.length < 8) return undefined;
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true));
  if (length > longestHeader || length + 8 > size) {
    if (!isNamedSo || bytes[8] !== 0x7b) return undefined;
    return { format: 'safetensors', mistakes: [`its header is said to be ${length} bytes long, more than there are`] };
  }
  if (bytes[8] !== 0x7b) return undefined;
  const text = new TextDecoder().decode(bytes.subarray(8, Math.min(bytes.length, 8 + length)));
  const { value, errors } = readJson(text);
  const isCut = bytes.length < 8 + length;
  const tensors = entriesOf(value).flatMap(([name, entry]) => (name === '__metadata__' ? [] : [entry.value]));
  const metadata = valueAt(value, '__metadata__');
  const precision = mostUsed(tensors);
  if (precision === undefined && metadata === undefined && !isNamedSo) return undefined;
  const said = (key: string): string | undefined => textOf(valueAt(metadata, key))?.trim() || undefined;
  const framework = frameworks[said('format') ?? ''];
  const architecture = said('modelspec.architecture') ?? said('ss_base_model_version');
  const license = said('modelspec.license');
  const base = hubNameOf(said('base_model') ?? said('ss_sd_model_name') ?? '');
  return {
    format: 'safetensors',
    ...(framework === undefined ? {} : { framework }),
    ...(architecture === undefined ? {} : { architecture }),
    ...(precision === undefined ? {} : { precision }),
    ...(license === undefined ? {} : { license }),
    ...(base === undefined ? {} : { bases: [base] }),
    mistakes: isCut ? [] : errors.map(({ why }) => `its header is no JSON: ${why}`),
  };
};
