/** How an extractor is written: which files it claims, and how their bytes become observations. */
import type { Extraction } from '../domain/observation.ts';
import type { Grammar, SyntaxTree } from '../read/grammar.ts';
import type { LibraryLanguage } from './define-library.ts';

export type { How } from '../domain/evidence.ts';
export type { FactName } from '../domain/facts.ts';
export type { Scheme } from '../domain/identifier.ts';
export type { AssetKind } from '../domain/kinds.ts';
export type {
  AbsenceGrade,
  AssetObservation,
  AssetReference,
  CompletenessClaim,
  Definition,
  Extraction,
  FactSaid,
  Gap,
  RelationObservation,
  Said,
  SaidIdentifier,
  UnitLink,
} from '../domain/observation.ts';
/** The words an extractor speaks in; items import them from here, because the catalog stands on the kit alone. */
export { emptyExtraction } from '../domain/observation.ts';
export { outlineOf, type Program } from '../domain/program.ts';
export type { RelationKind } from '../domain/relations.ts';
export { literal, type Scalar, type Term, unknownTerm } from '../domain/term.ts';

export type { Grammar } from '../read/grammar.ts';

/** What an extractor is given: one file’s bytes and its place, nothing else. It runs in a worker. */
export interface FileInput {
  /** Path inside the source, with `/`. */
  readonly path: string;
  /** The whole file; only its beginning where the file is larger than the extractor’s `limit` and it has a `head`. */
  readonly bytes: Uint8Array;
  /** Size of the file in bytes, whether all of it was read or not. */
  readonly size: number;
  /**
   * The bytes of a stretch anywhere in the file, fewer at its end: also of a file of which only the beginning was read. A reading that
   * asks for bytes beyond that is not cached, for they are not part of what the cache knows the file by.
   */
  readonly range?: (from: number, length: number) => Uint8Array;
  /** SHA-256 of the whole file in hexadecimal, where only its beginning was read and hashing all of it was asked for. */
  readonly sha256?: string;
  /** The bytes as text: UTF-8 (or UTF-16 by its mark), bad sequences replaced; decoded once, lazily. */
  text(): string;
  /** Parses with a grammar that the extractor listed in `grammars`. */
  parse(grammar: Grammar, text?: string): Promise<SyntaxTree>;
  /**
   * Tells whether a module that a program imports can make something that is looked for. Absent where every file is wanted whole, also
   * those that only outline themselves at first.
   */
  concerns?(language: LibraryLanguage, module: string): boolean;
  /** The keyed fingerprint of a secret’s value; the only form in which a value may leave the extractor. */
  fingerprint(value: string): string;
}

/** Which files an extractor reads. A file that meets any of them is claimed; several extractors may claim one file. */
export interface Claim {
  /** Exact base names: `package-lock.json`. */
  readonly names?: readonly string[];
  /** Endings with their dot: `.py`. */
  readonly endings?: readonly string[];
  /** Whole path inside the source. */
  readonly paths?: readonly RegExp[];
}

export interface Extractor {
  readonly id: string;
  readonly title: string;
  readonly claims: Claim;
  readonly grammars?: readonly Grammar[];
  /** It gives an outline of a program that imports nothing of concern, and is asked again where the program turns out to be connected with one that does. */
  readonly outlines?: true;
  /** Largest file it reads, in bytes; a larger one is a gap. */
  readonly limit: number;
  /** Of a larger file it is given this many bytes from the beginning, instead of the gap. */
  readonly head?: number;
  /** Path-dependent: the same bytes elsewhere give something else, so the path is part of the cache key. */
  extract(input: FileInput): Extraction | Promise<Extraction>;
}

export const defineExtractor = (extractor: Extractor): Extractor => extractor;
