/** Values: what a term turns out to mean once names, calls and the environment have been followed. */
import type { Evidence } from '../../domain/evidence.ts';
import type { Scalar, Term } from '../../domain/term.ts';
import type { LibraryIndex } from './library-index.ts';
import type { ProgramFile } from './world.ts';

export type CallTerm = Extract<Term, { t: 'call' }>;

/** The places a value passed through, from its use to where it stands. */
export type Trail = readonly Evidence[];

/** A call in a file, with the frame in which its arguments are to be evaluated. */
export interface Site {
  readonly file: ProgramFile;
  readonly call: CallTerm;
  readonly frame: Frame | undefined;
}

/** One function activation: whose parameters are bound to the arguments of which call. */
export interface Frame {
  readonly file: ProgramFile;
  readonly functionIndex: number;
  readonly site: Site;
  readonly depth: number;
  /** The object on which the method was called. */
  readonly self: Value | undefined;
}

export type Value =
  | { readonly v: 'literal'; readonly value: Scalar; readonly trail: Trail }
  /** What calling a library’s function, class or method gave; `path` ends with `()`. */
  | {
      readonly v: 'object';
      readonly path: string;
      /** The libraries of the language it is written in. */
      readonly libraries: LibraryIndex;
      readonly site: Site;
      readonly receiver: Value | undefined;
      readonly trail: Trail;
    }
  /** A name of a library, or a member of a library’s object. */
  | {
      readonly v: 'symbol';
      readonly path: string;
      readonly libraries: LibraryIndex;
      readonly receiver: Value | undefined;
      readonly trail: Trail;
    }
  | {
      readonly v: 'function';
      readonly file: ProgramFile;
      readonly index: number;
      readonly self: Value | undefined;
      readonly trail: Trail;
    }
  | { readonly v: 'class'; readonly file: ProgramFile; readonly index: number; readonly trail: Trail }
  /** An object of a class of the source; without a site it is `self` inside the class. */
  | {
      readonly v: 'instance';
      readonly file: ProgramFile;
      readonly index: number;
      readonly site: Site | undefined;
      readonly trail: Trail;
    }
  /** A file of the source as a module. */
  | { readonly v: 'module'; readonly file: ProgramFile; readonly trail: Trail }
  | { readonly v: 'list'; readonly items: readonly Value[]; readonly trail: Trail }
  | { readonly v: 'map'; readonly entries: readonly (readonly [Value, Value])[]; readonly trail: Trail }
  /** One of these; which is not known. */
  | { readonly v: 'several'; readonly of: readonly Value[]; readonly trail: Trail }
  /** Text put together of parts that are not all literal. */
  | { readonly v: 'text'; readonly parts: readonly Value[]; readonly trail: Trail }
  /** The result of an operation whose operands are known but whose result is not. */
  | { readonly v: 'mix'; readonly of: readonly Value[]; readonly trail: Trail }
  /** An asset of the estate named by an attribute that is only known after deployment. */
  | {
      readonly v: 'handle';
      readonly scheme:
        | 'terraform-address'
        | 'compose-service'
        | 'kubernetes-object'
        | 'template-resource'
        | 'secret-fingerprint';
      readonly value: string;
      readonly attribute: string;
      readonly trail: Trail;
    }
  /** A parameter for which no caller was found. */
  | {
      readonly v: 'parameter';
      readonly file: ProgramFile;
      readonly index: number;
      readonly name: string;
      readonly trail: Trail;
    }
  | { readonly v: 'unknown'; readonly why: string; readonly trail: Trail };

/** A function or class of the source. */
export type Subject = Extract<Value, { v: 'function' | 'class' }>;

export const unknownValue = (why: string, trail: Trail = []): Value => ({ v: 'unknown', why, trail });

/** The value with further places put in front of its trail. */
export const withTrail = (value: Value, before: Trail): Value =>
  before.length === 0 ? value : { ...value, trail: [...before, ...value.trail] };

/** One value of several; equal literals fold, nested alternatives flatten, more than `limit` are cut to an unknown. */
export const oneOf = (values: readonly Value[], trail: Trail = [], limit = 16): Value => {
  const flat: Value[] = [];
  const literals = new Set<string>();
  for (const value of values) {
    for (const each of value.v === 'several' ? value.of : [value]) {
      if (each.v === 'literal') {
        const key = `${typeof each.value}:${each.value}`;
        if (literals.has(key)) continue;
        literals.add(key);
      }
      flat.push(each);
    }
  }
  if (flat.length === 0) return unknownValue('no value was found', trail);
  if (flat.length === 1) return withTrail(flat[0]!, trail);
  if (flat.length > limit) return unknownValue(`one of ${flat.length} values`, trail);
  return { v: 'several', of: flat, trail };
};

/** The alternatives of a value: itself, or each of several. */
export const alternatives = (value: Value): readonly Value[] => (value.v === 'several' ? value.of : [value]);

/** The text of a literal value. */
export const textOf = (value: Value): string | undefined =>
  value.v === 'literal' && typeof value.value === 'string' ? value.value : undefined;
