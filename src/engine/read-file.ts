/** Reads one file: its bytes once, then every extractor that claims it; trouble with a file becomes a gap with a reason. */
import { Buffer } from 'node:buffer';
import type { Extraction, Gap } from '../domain/observation.ts';
import type { FileCapability, OpenFile } from '../kit/define-connector.ts';
import type { Extractor, FileInput, Grammar } from '../kit/define-extractor.ts';
import { AccessError, SourceChanged } from '../kit/errors.ts';
import type { SyntaxTree } from '../read/grammar.ts';
import { type ExtractionCache, hashContent } from './cache.ts';

/** One file and the numbers of the extractors that claim it. */
export interface ReadTask {
  readonly path: string;
  readonly extractors: readonly number[];
  /** Size when the file was found, in bytes. */
  readonly size: number;
  /** Nothing of it may be left at an outline. */
  readonly isWhole: boolean;
}

/** Under which path the cache has a reading: that of an outline and that of the whole file differ. */
export const cachePath = ({ path, isWhole }: Pick<ReadTask, 'path' | 'isWhole'>): string =>
  isWhole ? `whole:${path}` : path;

/** What one file gave. Each extractor’s observations stay apart, because the keys in them are its own. */
export interface FileReading {
  readonly extractions: readonly Extraction[];
  /** What was not read of it; an extraction’s own gaps stay in the extraction. */
  readonly gaps: readonly Gap[];
  /** Bytes of the file; 0 where it could not be read. */
  readonly bytes: number;
}

/** A reading as bytes, for threads and the cache. */
export interface EncodedReading {
  readonly path: string;
  /** Hash of the file’s content; empty where it could not be read. */
  readonly content: string;
  readonly body: Uint8Array;
  /** The cache has it, or is to have it. */
  readonly isKept: boolean;
  /** The cache does not have it yet. */
  readonly isNew: boolean;
}

/** What reading needs beside the task. */
export interface ReadingTools {
  readonly files: FileCapability;
  readonly extractors: readonly Extractor[];
  readonly fingerprint: (value: string) => string;
  readonly parse: (grammar: Grammar, text: string) => Promise<SyntaxTree>;
  /** What a program has to import to be read whole at once; absent where every program is. */
  readonly concerns?: FileInput['concerns'];
  readonly cache?: ExtractionCache;
  /** SHA-256 of a whole file, asked of those of which only the beginning is read; absent where nobody wants it. */
  readonly hash?: (path: string) => Promise<string>;
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.round(bytes / 102.4) / 10} KB` : `${Math.round(bytes / 1024 / 102.4) / 10} MB`;

/** Text of bytes: by its byte order mark UTF-16, else UTF-8; bad sequences become U+FFFD, the mark itself is dropped. */
export const decodeText = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
};

const createInput = (
  task: ReadTask,
  bytes: Uint8Array,
  size: number,
  tools: ReadingTools,
  sha256?: string,
  range?: FileInput['range'],
): FileInput => {
  let text: string | undefined;
  const textOf = (): string => {
    text ??= decodeText(bytes);
    return text;
  };
  return {
    path: task.path,
    bytes,
    size,
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(range === undefined ? {} : { range }),
    text: textOf,
    parse: (grammar, given) => tools.parse(grammar, given ?? textOf()),
    fingerprint: tools.fingerprint,
    ...(task.isWhole || tools.concerns === undefined ? {} : { concerns: tools.concerns }),
  };
};

const tooLarge = (limit: number): string => `it is larger than the ${sizeOf(limit)} that are read of such a file`;

const gap = (what: string, why: string): Gap => ({ what, scope: 'file', why });

/** Turns a reading into bytes. JSON because damaged JSON is refused, whereas damaged structured clones may crash. */
export const encodeReading = (reading: FileReading): Uint8Array => new TextEncoder().encode(JSON.stringify(reading));

/** Turns bytes back into a reading; undefined where they are none. */
export const decodeReading = (body: Uint8Array): FileReading | undefined => {
  try {
    const reading = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()) as FileReading;
    return Array.isArray(reading.extractions) && Array.isArray(reading.gaps) ? reading : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const unreadable = (path: string, why: string): EncodedReading => ({
  path,
  content: '',
  body: encodeReading({ extractions: [], gaps: [gap(path, why)], bytes: 0 }),
  isKept: false,
  isNew: false,
});

/** The reading of a file that took its reader down, or was given up. */
export const lostReading = unreadable;

/** Stretches of a file that is too large to be read whole: it is opened when first asked for, and closed at the end. */
class Stretches {
  readonly #open: (() => OpenFile) | undefined;
  #file: OpenFile | undefined;

  constructor(path: string, { files }: ReadingTools) {
    this.#open = files.open && (() => files.open!(path));
  }

  /** Something was read that the content’s hash knows nothing of. */
  get isUsed(): boolean {
    return this.#file !== undefined;
  }

  get read(): FileInput['range'] {
    const open = this.#open;
    if (open === undefined) return undefined;
    return (from, length) => {
      this.#file ??= open();
      return this.#file.read(from, length);
    };
  }

  close(): void {
    this.#file?.close();
  }
}

/** Reads one file with every extractor that claims it. Never rejects because of what is in the file. */
export const readFile = async (task: ReadTask, tools: ReadingTools): Promise<EncodedReading> => {
  const { path } = task;
  const claimers = task.extractors.map((number) => tools.extractors[number]!);
  const limit = Math.max(...claimers.map((one) => one.limit));
  const head = Math.max(...claimers.map((one) => one.head ?? 0));
  if (head === 0 && task.size > limit) return unreadable(path, tooLarge(limit));
  const isHeadEnough = head > 0 && task.size > limit;
  let bytes: Uint8Array;
  let sha256: string | undefined;
  try {
    bytes = await tools.files.read(path, isHeadEnough ? head : limit + 1);
    if (isHeadEnough) sha256 = await tools.hash?.(path);
  } catch (error) {
    if (error instanceof AccessError || error instanceof SourceChanged) return unreadable(path, error.message);
    throw error;
  }
  const isWhole = isHeadEnough ? bytes.length < head : bytes.length <= limit;
  if (!isWhole && head === 0) return unreadable(path, tooLarge(limit));
  const size = isWhole ? bytes.length : Math.max(task.size, bytes.length);
  if (!isWhole) bytes = bytes.subarray(0, head);

  // Extractors see no more than the beginning and the size, so no more decides what they say.
  const content = isWhole
    ? hashContent(bytes)
    : hashContent(Buffer.concat([bytes, Buffer.from(`of ${size}${sha256 === undefined ? '' : ` ${sha256}`}`)]));
  const kept = tools.cache?.byContent(cachePath(task), content);
  if (kept && decodeReading(kept)) return { path, content, body: kept, isKept: true, isNew: false };

  const stretches = isWhole ? undefined : new Stretches(path, tools);
  const input = createInput(task, bytes, size, tools, sha256, stretches?.read);
  const extractions: Extraction[] = [];
  const gaps: Gap[] = [];
  for (const extractor of claimers) {
    if (size > extractor.limit && extractor.head === undefined) {
      gaps.push(gap(path, `${extractor.title}: ${tooLarge(extractor.limit)}`));
      continue;
    }
    const given =
      size > extractor.limit
        ? createInput(task, bytes.subarray(0, extractor.head), size, tools, sha256, stretches?.read)
        : input;
    try {
      extractions.push(await extractor.extract(given));
    } catch (error) {
      // Not the error’s message: parsers quote what they stumbled over, and that may be a secret.
      const name = error instanceof Error ? error.name : typeof error;
      gaps.push(gap(path, `the extractor ${extractor.id} failed on it (${name})`));
    }
  }
  stretches?.close();
  const reading: FileReading = { extractions, gaps, bytes: bytes.length };
  const isKept = stretches?.isUsed !== true && isWorthKeeping(reading);
  return { path, content, body: encodeReading(reading), isKept, isNew: isKept };
};

/** Tells whether an extraction says anything. */
export const saysAnything = (extraction: Extraction): boolean =>
  Object.values(extraction).some((list) => (list as readonly unknown[]).length > 0);

/** Smaller files in which nothing was found are read again as quickly as they are looked up. */
const smallest = 16 * 1024;

/** A gap may be due to the moment (a time budget), so a reading with one is not kept. */
const isWorthKeeping = ({ extractions, gaps, bytes }: FileReading): boolean =>
  gaps.length === 0 &&
  extractions.every((one) => one.gaps.length === 0) &&
  (bytes >= smallest || extractions.some(saysAnything));
