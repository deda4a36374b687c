/** What is known of one kind of credential, and how its entry in the tables is written. */

/** One kind of credential. */
export interface SecretKind {
  /** What the credential opens. */
  readonly id: string;
  /** The vendor in the notation of the fact `provider`. */
  readonly provider: string;
  /** The whole value; no look-around, and every repetition is bounded. */
  readonly shape: RegExp;
  /** Words, in any case, one of which stands in or shortly before every such value. */
  readonly keywords: readonly string[];
  /**
   * The shape says nothing by itself (32 hexadecimal digits): one of the keywords must stand before it, with a word such as
   * `key` between them or in the name, and the value must be given to something.
   */
  readonly inContext: boolean;
  /** Names of environment variables that hold it. */
  readonly environment: readonly string[];
  /** How surely a find is a credential, 0 to 1. */
  readonly confidence: number;
  /** Whether the check digits that the vendor puts into every value are right; absent where a shape has none. */
  readonly isChecked?: (value: string) => boolean;
}

const describe =
  (inContext: boolean) =>
  (
    id: string,
    provider: string,
    shape: RegExp,
    keywords: readonly string[],
    environment: readonly string[] = [],
    confidence = inContext ? 0.8 : 0.95,
    isChecked?: (value: string) => boolean,
  ): SecretKind => ({
    id,
    provider,
    shape,
    keywords,
    inContext,
    environment,
    confidence,
    ...(isChecked ? { isChecked } : {}),
  });

/** A kind whose shape speaks for itself. */
export const distinct = describe(false);
/** A kind that needs the words around it. */
export const contextual = describe(true);
