/** The bench for extractors: runs one on a case’s files with real grammars, and gives what it said in a shape that people can compare. */
import type { Extraction } from '../domain/observation.ts';
import type { Grammars } from '../read/grammar.ts';
import type { Extractor, FileInput } from './define-extractor.ts';
import { describeProgram } from './describe-program.ts';

/** A case’s input: path inside the source and content. */
export interface CaseFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Tells whether the extractor would be given the file. */
export const claims = ({ claims: { names, endings, paths } }: Extractor, path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    (names?.includes(name) ?? false) ||
    (endings?.some((ending) => name.toLowerCase().endsWith(ending)) ?? false) ||
    (paths?.some((expression) => expression.test(path)) ?? false)
  );
};

/** A fingerprint that is the same on every machine; the real one is keyed. */
const fingerprint = (value: string): string => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < value.length; at++) hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193) >>> 0;
  return `fingerprint-${hash.toString(16).padStart(8, '0')}`;
};

/** Decodes as the engine does: UTF-16 by its mark, else UTF-8 with bad sequences replaced. */
const decode = (bytes: Uint8Array): string => {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8').decode(bytes);
};

/** Runs an extractor on one file. */
export const runExtractor = async (extractor: Extractor, file: CaseFile, grammars: Grammars): Promise<Extraction> => {
  let text: string | undefined;
  const isWhole = file.bytes.length <= extractor.limit;
  const bytes = isWhole ? file.bytes : file.bytes.subarray(0, extractor.head ?? extractor.limit);
  const read = (): string => {
    text ??= decode(bytes);
    return text;
  };
  const input: FileInput = {
    path: file.path,
    bytes,
    size: file.bytes.length,
    range: (from, length) => file.bytes.subarray(from, from + length),
    text: read,
    fingerprint,
    parse: (grammar, given) => {
      if (!extractor.grammars?.includes(grammar))
        return Promise.reject(new TypeError(`${extractor.id} did not list ${grammar}`));
      return grammars.parse(grammar, given ?? read());
    },
  };
  return extractor.extract(input);
};

/** An extraction for a case’s `expected.json`: empty lists are left out, programs and terms stand as readable lines. */
const describeExtraction = (extraction: Extraction): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries({ ...extraction, programs: extraction.programs.map(describeProgram) }).filter(
      ([, value]) => value.length > 0,
    ),
  );

/**
 * What an extractor says of a case’s files, by path; files that it does not claim are left out. Plain JSON, so that it can be held
 * against `expected.json` as it is.
 */
export const runExtractorCase = async (
  extractor: Extractor,
  files: readonly CaseFile[],
  grammars: Grammars,
): Promise<Readonly<Record<string, unknown>>> => {
  const said: Record<string, unknown> = {};
  for (const file of files) {
    if (claims(extractor, file.path))
      said[file.path] = describeExtraction(await runExtractor(extractor, file, grammars));
  }
  return JSON.parse(JSON.stringify(said)) as Record<string, unknown>;
};
