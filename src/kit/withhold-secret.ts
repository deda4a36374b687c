/** Takes credentials out of what an extractor says: the value becomes a fingerprint and a place, and a term that does not hold it. */
import type { AssetObservation } from '../domain/observation.ts';
import { type Term, unknownTerm } from '../domain/term.ts';
import { judgeNamed } from '../read/secret-shapes.ts';

export interface Withheld {
  /** The term as it may be kept: the same one, or an unknown that names the credential’s kind. */
  readonly term: Term;
  /** The credential, where the term held one. */
  readonly secret?: AssetObservation;
}

/**
 * Judges the value that a configuration gives to a name. `fingerprint` is the input’s; `place` is the fact’s word for where it stands.
 * A placeholder, an empty value or a reference is kept as it is.
 */
export const withholdSecret = (
  name: string,
  term: Term,
  line: number,
  place: 'configuration' | 'environment-file' | 'source',
  fingerprint: (value: string) => string,
): Withheld => {
  if (term.t !== 'literal' || typeof term.value !== 'string') return { term };
  const judged = judgeNamed(name, term.value);
  if (judged === undefined) return { term };
  const secret: AssetObservation = {
    key: `secret:${name}:${line}`,
    kind: 'secret',
    name,
    identifiers: [{ scheme: 'secret-fingerprint', value: fingerprint(term.value) }],
    facts: {
      secretKind: { value: judged.kind },
      ...(judged.provider === undefined ? {} : { provider: { value: judged.provider } }),
      place: { value: place },
      hardCoded: { value: true },
    },
    line,
    confidence: judged.confidence,
  };
  return { term: unknownTerm(`${name} is a credential, whose value is not kept`, line), secret };
};
