/** Observations: what a connector, extractor or library says it saw, before anything is merged. */
import type { Declaration } from './declaration.ts';
import type { How } from './evidence.ts';
import type { FactName } from './facts.ts';
import type { Scheme } from './identifier.ts';
import type { AssetKind } from './kinds.ts';
import type { Program } from './program.ts';
import type { RelationKind } from './relations.ts';
import type { Scalar, Term } from './term.ts';

/** A value that is known, or a term that *resolve* must evaluate. */
export type Said = Scalar | readonly string[] | Term;

/** An identifier whose value may still be a term. */
export interface SaidIdentifier {
  readonly scheme: Scheme;
  readonly value: string | Term;
}

/** One fact as said in one place. */
export interface FactSaid {
  readonly value: Said;
  readonly line?: number;
  /** Default: that of the observation. */
  readonly how?: How;
  readonly confidence?: number;
}

/** An asset that an observation of the same file names by its local key, or any asset by an identifier. */
export type AssetReference =
  | { readonly local: string }
  | { readonly kind: AssetKind; readonly identifier: SaidIdentifier; readonly name?: string | Term };

/** How an absence is known; see the three grades of absence in the architecture. */
export type AbsenceGrade = 'observed' | 'declared' | 'default' | 'inferred-absent';

/**
 * “All relations of this kind that start at (or end at) this asset are among those that I said.”
 * Scope is where one more could stand: a gap inside the scope takes the claim away.
 */
export interface CompletenessClaim {
  readonly relation: RelationKind;
  readonly direction?: 'out' | 'in';
  readonly grade: AbsenceGrade;
  /** `file` this file; `folder` every file beside it and below; `unit` the deployment unit; `source` the whole source. */
  readonly scope: 'file' | 'folder' | 'unit' | 'source';
  /** The vendor’s page that documents a default. */
  readonly reference?: string;
  readonly line?: number;
}

export interface AssetObservation {
  /** Names the asset inside this file’s observations. */
  readonly key: string;
  readonly kind: AssetKind;
  readonly name: string | Term;
  readonly identifiers: readonly SaidIdentifier[];
  readonly facts?: Readonly<Partial<Record<FactName, FactSaid>>>;
  readonly complete?: readonly CompletenessClaim[];
  readonly line: number;
  readonly how?: How;
  readonly confidence?: number;
}

export interface RelationObservation {
  readonly relation: RelationKind;
  readonly from: AssetReference;
  readonly to: AssetReference;
  readonly line: number;
  readonly how?: How;
  readonly confidence?: number;
  readonly note?: string;
}

/** A part of the world that was meant to be read and was not. */
export interface Gap {
  /** What was not read: a path, an API call. */
  readonly what: string;
  readonly scope: 'file' | 'folder' | 'unit' | 'source';
  readonly why: string;
}

/** A name given a value outside code: an environment variable of a service, a Terraform attribute. Resolvers search these. */
export interface Definition {
  /** Namespace of a resolver: `environment`, `terraform`, `compose`. */
  readonly namespace: string;
  readonly name: string;
  readonly value: Term;
  readonly line: number;
  /** Where the name holds: a service or resource address inside the file, or a folder of code (relative to the source) that it runs. */
  readonly holder?: string;
}

/**
 * A deployment unit joined from what several files say: “service api is built from folder ./api”, “function ingest is packed from ../src”.
 * Environment names in code below `folder` resolve among definitions with this `holder`.
 */
export interface UnitLink {
  readonly holder: string;
  readonly folder?: string;
  readonly image?: string | Term;
  readonly line: number;
  /** The folder is only likely: it has the name of the image. */
  readonly inferred?: boolean;
}

/** All that reading one resource gave. Plain data: it crosses threads and is cached. */
export interface Extraction {
  readonly assets: readonly AssetObservation[];
  readonly relations: readonly RelationObservation[];
  readonly definitions: readonly Definition[];
  readonly units: readonly UnitLink[];
  readonly programs: readonly Program[];
  readonly gaps: readonly Gap[];
  /** What people declare of the estate; absent in all files but the few that are written for it. */
  readonly declarations?: readonly Declaration[];
}

export const emptyExtraction: Extraction = {
  assets: [],
  relations: [],
  definitions: [],
  units: [],
  programs: [],
  gaps: [],
};
