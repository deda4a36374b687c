/** Looks into a model file for what it does when it is opened: by what its bytes are, whatever its name, through archives in archives; nothing is executed. */
import { inspectGguf } from './gguf-bounds.ts';
import { type ByteSource, sourceOf, stretchOf } from './model-bytes.ts';
import { isTextAt, latinOf } from './model-file.ts';
import { inspectKerasDescription, inspectKerasHdf5 } from './model-keras.ts';
import { inspectLite, inspectOnnx, inspectTensorflow } from './model-operations.ts';
import type { PickleUse } from './model-pickle-calls.ts';
import { globalOf, type PickleReading, readPickles } from './model-pickle-streams.ts';
import { isCommandLike, judgeUse } from './model-pickle-trust.ts';
import { inspectSkops, inspectTargets } from './model-schemas.ts';
import { formatsAsked, type ModelSigns, SignBook, type SignKind, signKinds } from './model-signs.ts';
import { findUnpacker } from './model-unpacking.ts';
import { inspectSafetensors } from './safetensors-bounds.ts';
import { isTar, listTar } from './tar-entries.ts';
import type { Unpacked } from './unpack-output.ts';
import { hasRightChecksum, listZip, openEntry, type ZipEntry } from './zip-entries.ts';

/** Bytes that one packed part may unpack to, and all of a file together. */
const mostUnpacked = 64 << 20;
const mostUnpackedInAll = 256 << 20;
const mostUnpackings = 4000;
const deepest = 6;
/** Bytes that are searched for text where a format has no directory. */
const searched = 64 << 20;

const ofPickles: readonly SignKind[] = ['codeOnLoad', 'unknownCalls'];

/** Programs by how they begin. */
const programs: readonly (readonly [is: string, magic: string])[] = [
  ['a program of Linux (ELF)', '\x7fELF'],
  ['a program of macOS (Mach-O)', '\xcf\xfa\xed\xfe'],
  ['a program of macOS (Mach-O)', '\xca\xfe\xba\xbe'],
];

const programAt = (begin: Uint8Array): string | undefined => {
  const found = programs.find(([, magic]) => isTextAt(begin, magic));
  if (found) return found[0];
  if (isTextAt(begin, 'MZ') && begin.length >= 64) {
    const at = new DataView(begin.buffer, begin.byteOffset, begin.byteLength).getUint32(60, true);
    if (at + 4 <= begin.length && isTextAt(begin, 'PE\0\0', at)) return 'a program of Windows (PE)';
  }
  return isTextAt(begin, '#!/') && /^#!\/(?:usr\/)?bin\/(?:env )?\w+/.test(latinOf(begin.subarray(0, 40)))
    ? 'a script with an interpreter'
    : undefined;
};

/** Archives that no library opens as a model. */
const disguises: readonly (readonly [name: string, magic: string])[] = [
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['RAR', 'Rar!\x1a\x07'],
];

const isPickleBegin = (begin: Uint8Array): boolean => begin[0] === 0x80 && begin[1]! >= 1 && begin[1]! <= 5;

class Inspection {
  readonly book = new SignBook();
  #unpacked = 0;
  /** Parts that were unpacked; Node frees what each took only when the file is done. */
  #unpackings = 0;

  /** What a packed part unpacks to, or as much of it as is unpacked; undefined after saying why it cannot be had. */
  #unpack(
    source: ByteSource,
    part: string,
    unpack: (bytes: Uint8Array, most: number) => Unpacked,
  ): ByteSource | undefined {
    const most = ++this.#unpackings > mostUnpackings ? 0 : Math.min(mostUnpacked, mostUnpackedInAll - this.#unpacked);
    const bytes = source.at(0, Math.min(source.size, searched));
    const { bytes: content, why } = unpack(bytes, most);
    this.#unpacked += content.length;
    const short = why ?? (bytes.length < source.size ? 'it is too large to be unpacked whole' : undefined);
    if (short !== undefined) this.book.unread(`${part || 'it'} was not unpacked whole: ${short}`, ...ofPickles);
    if (content.length === 0 && short !== undefined) return undefined;
    return sourceOf(content, content.length + (short === undefined ? 0 : 1));
  }

  #judge(use: PickleUse, part: string): void {
    const trust = judgeUse(use);
    if (trust === 'harmless') return;
    const carrier = trust === 'unknown' ? /^(?:\w+\.)*?(cloudpickle|dill)\b/.exec(use.module)?.[1] : undefined;
    if (carrier !== undefined) {
      this.book.add('unknownCalls', `it holds Python functions or classes as code, kept by ${carrier}`, part);
      return;
    }
    const how =
      use.reach === 'called' ? use.shown : use.reach === 'created' ? `makes ${use.shown}` : `names ${globalOf(use)}`;
    this.book.add(trust === 'dangerous' ? 'codeOnLoad' : 'unknownCalls', how, part, use.offset);
  }

  /** What the streams of one part reach. A part that is only perhaps a pickle counts where it is one to its end, or reaches something dangerous. */
  #pickles(source: ByteSource, part: string, depth: number, isCertain: boolean): void {
    const reading: PickleReading & { readonly archives: readonly { from: number; length: number }[] } =
      readPickles(source);
    const isSound = reading.faults.length === 0;
    if (
      !isCertain &&
      !isSound &&
      !reading.uses.some((use) => judgeUse(use) === 'dangerous' && /^[\w.]+$/.test(globalOf(use)))
    )
      return;
    this.book.ask(...ofPickles);
    for (const use of reading.uses) this.#judge(use, part);
    for (const { from } of reading.programs)
      this.book.add('embeddedPrograms', 'a program stands in its texts', part, from);
    const [fault] = reading.faults;
    if (fault)
      this.book.unread(
        `${part || 'it'} could not be read to its end: ${fault.why} (byte ${fault.offset})`,
        ...ofPickles,
      );
    for (const { from, length } of reading.archives)
      this.inspect(stretchOf(source, from, length), `${part}@${from}`, depth + 1);
  }

  #zip(source: ByteSource, part: string, depth: number): void {
    const list = listZip(source)!;
    const { book } = this;
    book.ask('archiveFaults', 'embeddedPrograms');
    for (const { says, offset } of list.faults) book.add('archiveFaults', says, part, offset);
    const [mistake] = list.mistakes;
    if (mistake) book.unread(mistake, 'archiveFaults', ...ofPickles);
    if (source.reach < source.size) book.unread('only its beginning was read', 'archiveFaults', ...ofPickles);
    const names = new Set(list.entries.map(({ name }) => name));
    const isKeras = names.has('config.json') && (names.has('model.weights.h5') || names.has('metadata.json'));
    const isSkops = names.has('schema.json');
    for (const entry of list.entries) this.#zipEntry(source, entry, part, depth, isKeras, isSkops);
  }

  #zipEntry(
    source: ByteSource,
    entry: ZipEntry,
    part: string,
    depth: number,
    isKeras: boolean,
    isSkops: boolean,
  ): void {
    const { book } = this;
    const where = part === '' ? entry.name.slice(0, 120) : `${part}!${entry.name.slice(0, 120)}`;
    const isPickleName = /\.(?:pkl|pickle|p|npy|debug_pkl)$/i.test(entry.name);
    // Of what is packed, only what its name or size makes likely is unpacked; tensors are stored as they are.
    const room = Math.min(mostUnpacked, mostUnpackedInAll - this.#unpacked);
    if (entry.method !== 0 && ++this.#unpackings > mostUnpackings) {
      book.unread(`more than ${mostUnpackings} parts are packed in it`, ...ofPickles);
      return;
    }
    const content = openEntry(source, entry, room);
    if (typeof content === 'string') {
      book.unread(content, ...(isPickleName || entry.size < mostUnpacked ? ofPickles : ['archiveFaults' as const]));
      return;
    }
    if (entry.method !== 0) this.#unpacked += content.reach;
    if (content.reach < content.size && source.reach >= source.size)
      book.unread(`“${entry.name.slice(0, 120)}” unpacks to more than ${room} bytes`, ...ofPickles);
    const isOwnText = (isKeras && entry.name === 'config.json') || (isSkops && entry.name === 'schema.json');
    if ((isPickleName || isOwnText) && content.reach === content.size && !hasRightChecksum(entry, content))
      book.add('archiveFaults', `the checksum of “${entry.name.slice(0, 80)}” is wrong`, part, entry.header);
    if (isKeras && entry.name === 'config.json')
      inspectKerasDescription(new TextDecoder().decode(content.at(0, mostUnpacked)), book, where);
    else if (isSkops && entry.name === 'schema.json')
      inspectSkops(new TextDecoder().decode(content.at(0, mostUnpacked)), book, where);
    else if (/(?:^|\/)code\/.*\.py$/.test(entry.name)) this.#script(content, where);
    else this.inspect(content, where, depth + 1, isPickleName);
  }

  /** TorchScript’s own code runs in its interpreter alone, of which few operations leave it. */
  #script(content: ByteSource, where: string): void {
    this.book.ask('unsafeOperations');
    const text = latinOf(content.at(0, 4 << 20));
    const found =
      /ops\.aten\.(?:save|from_file)\b|torch\.(?:save|from_file|load)\(|ops\.prim\.PythonOp\b|ops\.\w+\.(?:load_library|system|exec\w*)\b/.exec(
        text,
      );
    if (found) this.book.add('unsafeOperations', `${found[0]} leaves the graph`, where, found.index);
  }

  #tar(source: ByteSource, part: string, depth: number): void {
    const list = listTar(source)!;
    this.book.ask('archiveFaults', 'embeddedPrograms');
    for (const { says, offset } of list.faults) this.book.add('archiveFaults', says, part, offset);
    const [mistake] = list.mistakes;
    if (mistake) this.book.unread(mistake, 'archiveFaults', ...ofPickles);
    for (const { name, from, size } of list.entries) {
      const where = part === '' ? name : `${part}!${name}`;
      const content = stretchOf(source, from, size);
      if (/(?:^|\/)model_config\.ya?ml$/.test(name))
        inspectTargets(new TextDecoder().decode(content.at(0, 4 << 20)), this.book, where);
      else
        this.inspect(content, where, depth + 1, /(?:\.pkl|\.pickle|(?:^|\/)(?:pickle|tensors|storages))$/.test(name));
    }
  }

  /** Looks into one part; `isPickle` where its name says that it is unpickled. */
  inspect(source: ByteSource, part: string, depth: number, isPickle = false, format?: string): void {
    const { book } = this;
    if (depth > deepest) {
      book.unread('archives are nested too deep to be followed', 'archiveFaults', ...ofPickles);
      return;
    }
    const begin = source.at(0, 1024);
    if (begin.length === 0) return;
    const program = part === '' && format === 'llamafile' ? undefined : programAt(begin);
    if (program && !/\.(?:so|dylib|dll|sh|py)(?:\.\d+)*$/.test(part))
      book.add('embeddedPrograms', `it is ${program}`, part, 0);
    // Whatever a file begins as, a reader of archives looks at its end; of the parts of an archive nobody does.
    if ((depth === 0 || isTextAt(begin, 'PK')) && listZip(source) !== undefined) {
      this.#zip(source, part, depth);
      if (isTextAt(begin, 'PK')) return;
    }
    if (isTar(source)) {
      this.#tar(source, part, depth);
      return;
    }
    const disguise = disguises.find(([, magic]) => isTextAt(begin, magic))?.[0];
    if (disguise !== undefined) {
      book.add(
        'archiveFaults',
        `it is a ${disguise} archive, which hides what a model of this name would show`,
        part,
        0,
      );
      book.unread(`${part || 'it'} is packed as ${disguise}, which is not unpacked here`, ...ofPickles);
      return;
    }
    const unpacked = this.#packed(source, begin, part, part === '' || isPickle);
    if (unpacked === 'failed') return;
    if (unpacked !== undefined) {
      this.inspect(unpacked, part === '' ? 'unpacked' : `${part}!unpacked`, depth + 1, isPickle, format);
      return;
    }
    this.#plain(source, begin, part, depth, isPickle, format);
  }

  #packed(source: ByteSource, begin: Uint8Array, part: string, isExpected: boolean): ByteSource | 'failed' | undefined {
    const found = findUnpacker(begin);
    if (found === undefined) return undefined;
    const { unpack, isSure } = found;
    // A few bytes may be anything’s; what does not unpack is then looked at as it is.
    if (!isSure && !isExpected) return undefined;
    return this.#unpack(source, part, unpack) ?? (isSure ? 'failed' : undefined);
  }

  #plain(
    source: ByteSource,
    begin: Uint8Array,
    part: string,
    depth: number,
    isPickle: boolean,
    format: string | undefined,
  ): void {
    const { book } = this;
    const isWhole = source.reach >= source.size;
    if (isTextAt(begin, 'GGUF')) inspectGguf(source, book, part);
    else if (isTextAt(begin, '\x89HDF\r\n\x1a\n'))
      inspectKerasHdf5(source.at(0, searched), source.size <= Math.min(searched, source.reach), book, part);
    else if (format === 'safetensors' || (part.endsWith('.safetensors') && begin[8] === 0x7b))
      inspectSafetensors(source, book, part);
    else if (isTextAt(begin, 'TFL3', 4))
      inspectLite(source.at(0, searched), isWhole && source.size <= searched, book, part);
    else if (format === 'onnx' || part.endsWith('.onnx')) inspectOnnx(source, book, part);
    else if (format === 'saved-model' || /(?:^|[/!])saved_model\.pb$/.test(part))
      inspectTensorflow(source, 'saved-model', book, part);
    else if (format === 'tensorflow-graph') inspectTensorflow(source, 'tensorflow-graph', book, part);
    else if (isPickle || isTextAt(begin, '\x93NUMPY')) this.#pickles(source, part, depth, true);
    else if (
      isPickleBegin(begin) ||
      /^\(?[ci](?:os|posix|nt|subprocess|sys|builtins|__builtin__|runpy)\n/.test(latinOf(begin.subarray(0, 40)))
    )
      this.#pickles(source, part, depth, false);
    else if (
      part !== '' &&
      source.size < 200_000 &&
      isCommandLike(latinOf(begin)) &&
      !/\.(?:py|md|txt|json|ya?ml|ipynb|rst|cfg|toml|html)$/i.test(part)
    )
      book.add('embeddedPrograms', 'it holds commands', part);
  }
}

/** Looks into a file whose format is known by `recogniseModel`, or not at all. */
export const inspectModel = (source: ByteSource, format?: string): ModelSigns => {
  const inspection = new Inspection();
  const isPickle = format !== undefined && ['pickle', 'joblib', 'npy', 'pytorch'].includes(format);
  if (format !== undefined)
    inspection.book.ask(...signKinds.filter((kind) => (formatsAsked[kind] as readonly string[]).includes(format)));
  inspection.inspect(source, '', 0, isPickle, format);
  return inspection.book.signs;
};
