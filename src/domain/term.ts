/**
 * Terms: what an extractor says of a value before the whole estate is known.
 * They are plain data, so that they cross threads and caches; *resolve* turns them into values.
 */

/** A scalar that a file can hold literally. */
export type Scalar = string | number | boolean | null;

/** `at` is the line (from 1) where the term stands in its file; 0 or absent when unknown. */
export type Term =
  /** A literal. */
  | { readonly t: 'literal'; readonly value: Scalar; readonly at?: number }
  /** A name looked up in the lexical scope `scope` of the same file (an index into `Program.scopes`), or in a resolver’s namespace. */
  | { readonly t: 'name'; readonly name: string; readonly scope: number; readonly at?: number }
  /**
   * A name that a resolver of this namespace understands: `terraform` `aws_s3_bucket.models.bucket`, `compose` `SERVICE.VAR`.
   * `secret` stands where a credential is written, named by its fingerprint; nothing resolves it.
   */
  | { readonly t: 'reference'; readonly namespace: string; readonly name: string; readonly at?: number }
  /** An environment variable of the process, with the default the code gives. */
  | { readonly t: 'environment'; readonly name: Term | string; readonly fallback?: Term; readonly at?: number }
  /** Text put together from parts. */
  | { readonly t: 'template'; readonly parts: readonly Term[]; readonly at?: number }
  /** An attribute, key or index of another term. */
  | { readonly t: 'member'; readonly of: Term; readonly key: string | Term; readonly at?: number }
  /**
   * A call, constructor call or tagged application. `id` is unique in its file. What is spread stands as an operation `spread` among
   * `args`, and under the name `**` in `named`.
   */
  | {
      readonly t: 'call';
      readonly id: number;
      readonly callee: Term;
      readonly args: readonly Term[];
      readonly named: Readonly<Record<string, Term>>;
      readonly spread?: boolean;
      readonly at?: number;
    }
  | { readonly t: 'list'; readonly items: readonly Term[]; readonly at?: number }
  | { readonly t: 'map'; readonly entries: readonly (readonly [Term, Term])[]; readonly at?: number }
  /** One of several candidates: the branches of a condition, `a or b`. */
  | { readonly t: 'either'; readonly of: readonly Term[]; readonly at?: number }
  /** A function, lambda or class of the same file, by its index in `Program.functions` or `Program.classes`. */
  | { readonly t: 'function'; readonly index: number; readonly at?: number }
  | { readonly t: 'class'; readonly index: number; readonly at?: number }
  /** The value of parameter `name` of function `index`. */
  | { readonly t: 'parameter'; readonly index: number; readonly name: string; readonly at?: number }
  /** An operation whose result depends on its operands: comparison, arithmetic, await of something unnamed. */
  | { readonly t: 'operation'; readonly operator: string; readonly of: readonly Term[]; readonly at?: number }
  | { readonly t: 'unknown'; readonly why: string; readonly at?: number };

export const literal = (value: Scalar, at?: number): Term =>
  at === undefined ? { t: 'literal', value } : { t: 'literal', value, at };
export const unknownTerm = (why: string, at?: number): Term =>
  at === undefined ? { t: 'unknown', why } : { t: 'unknown', why, at };
