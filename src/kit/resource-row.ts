/**
 * What one row of a table says of a type of cloud resource as stacks and templates declare it: the kind it is, where its facts stand and whom
 * it names. Paths are written as Terraform writes them; `a|b` looks at `a` first, and `filters[type=WORD].strength` looks only into the items
 * that have this value. Templates write the same names in capitals
 * (`PubliclyAccessible`), so that case and underscores make no difference there.
 */
import type { How } from '../domain/evidence.ts';
import type { FactName } from '../domain/facts.ts';
import type { Scheme } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { AbsenceGrade } from '../domain/observation.ts';
import type { RelationKind } from '../domain/relations.ts';
import type { Scalar } from '../domain/term.ts';

/** Where a fact stands, and what it is when the argument is not given. */
export interface FactRule {
  /** Path of nested block types to an argument: `metadata_options.http_tokens`. */
  readonly at?: string;
  /** The argument names another resource, in which `at` stands. */
  readonly in?: string;
  /** A fixed value, whatever is written. */
  readonly value?: Scalar | readonly string[];
  /** Turns a written value into the fact; `*` is any other written value. */
  readonly is?: Readonly<Record<string, Scalar>>;
  /** It is said only where this argument, or an item of it, has one of these values. */
  readonly with?: { readonly at: string; readonly among: readonly string[] };
  /** Only a value that is written out counts; an expression is left to the next rule. */
  readonly certain?: true;
  /** The fact is that anything is written there. */
  readonly present?: true;
  /** The fact is the list of those words at whose path anything is written. */
  readonly collect?: Readonly<Record<string, string>>;
  /** What holds when nothing is written: documented by the vendor (`default`) or said by a separate resource that is not there (`inferred`). */
  readonly otherwise?: { readonly value: Scalar; readonly how: Extract<How, 'default' | 'inferred'> };
}

/** Of several rules for one fact the first that finds anything written counts, else the first default. */
export type FactRules = Readonly<Partial<Record<FactName, FactRule | readonly FactRule[]>>>;

/** Another asset that an argument names. */
export interface LinkRule {
  readonly relation: RelationKind;
  readonly at: string;
  /** Kind of the other end where its type is not in the tables. */
  readonly kind: AssetKind;
  /** How a text that is no reference names it. */
  readonly scheme: Scheme;
  /** Put before such a text. */
  readonly prefix?: string;
  /** The relation starts at the other end. */
  readonly reverse?: true;
  /** The argument names a resource that only passes on: the other end stands at this path of it. */
  readonly through?: readonly string[];
  /** There is no such relation but to what is written there. */
  readonly only?: true;
  /** Nothing written there means that there is no such relation. */
  readonly absent?: { readonly grade: AbsenceGrade; readonly reference: string };
}

/** Where the environment of what runs is written. */
export type EnvironmentRule =
  | { readonly map: string }
  | { readonly blocks: string }
  /** JSON of ECS container definitions. */
  | { readonly containers: string };

export interface ResourceRow {
  /** The page that documents the type. */
  readonly reference: string;
  readonly kind: AssetKind;
  /** Argument with its name; default `name`. */
  readonly name?: string;
  /** Identifiers besides the address, as texts with `{argument}`. */
  readonly identifiers?: readonly { readonly scheme: Scheme; readonly value: string }[];
  readonly facts?: FactRules;
  readonly links?: readonly LinkRule[];
  readonly environment?: readonly EnvironmentRule[];
  /** Arguments that say which code runs: a folder, an archive made by a data source, or an image. */
  readonly code?: readonly string[];
  readonly image?: readonly string[];
}

/** A resource that says facts about another one and is no asset itself. */
export interface AttachmentRow {
  readonly reference: string;
  /** The argument that names the other resource. */
  readonly of: string;
  readonly kind: AssetKind;
  readonly scheme: Scheme;
  readonly prefix?: string;
  readonly facts: FactRules;
}

type JoinEnd = Pick<LinkRule, 'at' | 'kind' | 'scheme' | 'prefix' | 'through'>;

/** A resource that only joins two others. */
export interface JoinRow {
  readonly reference: string;
  readonly relation: RelationKind;
  readonly from: JoinEnd;
  readonly to: JoinEnd;
}

/** A row with every type that it is about: one kind of resource in all the languages that declare it. */
export type Meaning<Row> = Row & { readonly types: readonly string[] };

/** Rows by type. */
export const byType = <Row>(...lists: readonly (readonly Meaning<Row>[])[]): Readonly<Record<string, Row>> =>
  Object.fromEntries(lists.flat().flatMap((row) => row.types.map((type) => [type, row] as const)));

export type JoinTable = Readonly<Record<string, JoinRow>>;
export type ResourceTable = Readonly<Record<string, ResourceRow>>;
export type AttachmentTable = Readonly<Record<string, AttachmentRow>>;
