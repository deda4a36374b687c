/** How a resolver is written: one scope, and how names find values in it. */
import type { How } from '../domain/evidence.ts';
import type { Definition, UnitLink } from '../domain/observation.ts';
import type { ProgramLanguage } from '../domain/program.ts';
import type { Term } from '../domain/term.ts';

/** The words a resolver speaks in; items import them from here, because the catalog stands on the kit alone. */
export type { Definition, UnitLink } from '../domain/observation.ts';
export { literal, type Term, unknownTerm } from '../domain/term.ts';

/** A definition with the file it stands in. */
export interface PlacedDefinition extends Definition {
  readonly path: string;
}

/** What a resolver may ask: the files that exist, and all definitions and units said by extractors. */
export interface ResolverWorld {
  hasFile(path: string): boolean;
  /** Files of a folder (not below it). */
  filesIn(folder: string): readonly string[];
  /** Definitions of a namespace, by exact name or all. */
  definitions(namespace: string, name?: string): readonly PlacedDefinition[];
  /** Definitions whose holder is this, of a namespace. */
  heldBy(namespace: string, holder: string): readonly PlacedDefinition[];
  readonly units: readonly (UnitLink & { readonly path: string })[];
}

/** One value a name may have. `note` says for people what the hop is. */
export interface Candidate {
  readonly term: Term;
  readonly path: string;
  readonly line: number;
  readonly note: string;
  /** How surely the name has this value. Default `declared`; `default` for what holds when nothing is said, `inferred` for an example. */
  readonly how?: How;
  /** 0 to 1. Default 1. */
  readonly confidence?: number;
  /** The value is an asset of this identity even when its text is not known (`aws_s3_bucket.models.bucket` before apply). */
  readonly handle?: {
    readonly scheme: 'terraform-address' | 'compose-service' | 'kubernetes-object' | 'template-resource';
    readonly value: string;
    readonly attribute: string;
  };
}

export type Resolution = { readonly candidates: readonly Candidate[] } | { readonly unknown: string };

export interface Resolver {
  readonly id: string;
  readonly title: string;
  /** Finds the file of an imported module; undefined when it is not in the source (a package). */
  readonly modules?: {
    readonly languages: readonly ProgramLanguage[];
    resolve(module: string, fromPath: string, world: ResolverWorld): string | undefined;
  };
  /** Finds the values of names of a namespace, seen from a file. */
  readonly names?: {
    readonly namespace: string;
    resolve(name: string, fromPath: string, world: ResolverWorld): Resolution;
  };
}

export const defineResolver = (resolver: Resolver): Resolver => resolver;
