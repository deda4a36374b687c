/** Evidence: where something was seen, how it is known and how surely. */

/**
 * How a thing is known: `observed` in operation or in content, `declared` by a file that somebody wrote,
 * `default` because the vendor documents what holds when nothing is said, `inferred` from other facts.
 */
export const hows = ['observed', 'declared', 'default', 'inferred'] as const;
export type How = (typeof hows)[number];

/** A place and the manner in which it speaks. */
export interface Evidence {
  /** The source the path is relative to. */
  readonly source: string;
  /** Path inside the source, with `/`; for an API, the call. */
  readonly path: string;
  /** Line, counted from 1; 0 where the whole resource is meant. */
  readonly line: number;
  readonly how: How;
  /** 0 to 1. */
  readonly confidence: number;
  /** What this hop contributes, for people: “environment variable MODEL_BUCKET of service api”. */
  readonly note?: string;
}
