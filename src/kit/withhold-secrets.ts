/** Takes credentials out of the terms that an extractor says: each becomes a fingerprint and a place, and a term that does not hold it. */
import type { AssetObservation } from '../domain/observation.ts';
import { type Term, unknownTerm } from '../domain/term.ts';
import { isCredentialName, judgeNamed } from '../read/secret-shapes.ts';
import type { FileInput } from './define-extractor.ts';
import { observeSecret, type SecretPlace } from './observe-secret.ts';

export interface Withheld {
  /** The term as it may be kept: the same one, or one with an unknown in the place of every credential. */
  readonly term: Term;
  /** The credentials that stood in it. */
  readonly secrets: readonly AssetObservation[];
}

/** Deepest nesting that is looked into; deeper terms are kept as they are only where they hold no text. */
const depthLimit = 40;

/**
 * Judges the value that a configuration gives to a name, and the values of maps and lists inside it by their keys.
 * An empty value or a reference is kept as it is; a placeholder is no credential, but is not kept either.
 */
export const withholdSecrets = (
  input: Pick<FileInput, 'fingerprint'>,
  name: string,
  term: Term,
  line: number,
  place: SecretPlace,
): Withheld => {
  const secrets: AssetObservation[] = [];
  const visit = (key: string, at: Term, depth: number): Term => {
    switch (at.t) {
      case 'literal': {
        if (typeof at.value !== 'string') return at;
        const judged = judgeNamed(key, at.value);
        const where = at.at || line;
        // Under such a name even a value that looks harmless may be a password.
        if (judged === undefined)
          return at.value !== '' && isCredentialName(key) ? unknownTerm(`${key} is a secret, not kept`, where) : at;
        secrets.push(observeSecret(input, judged, at.value, place, where));
        return unknownTerm(`${key} is a credential, whose value is not kept`, where);
      }
      case 'list':
        if (depth > depthLimit) return unknownTerm('nested too deep to be read', line);
        return at.items.length === 0 ? at : { ...at, items: at.items.map((item) => visit(key, item, depth + 1)) };
      case 'map':
        if (depth > depthLimit) return unknownTerm('nested too deep to be read', line);
        return {
          ...at,
          entries: at.entries.map(
            ([each, value]) =>
              [each, visit(each.t === 'literal' ? String(each.value) : key, value, depth + 1)] as const,
          ),
        };
      case 'either':
      case 'operation':
        if (depth > depthLimit) return unknownTerm('nested too deep to be read', line);
        return { ...at, of: at.of.map((each) => visit(key, each, depth + 1)) };
      case 'template':
        return { ...at, parts: at.parts.map((part) => visit(key, part, depth + 1)) };
      default:
        return at;
    }
  };
  return { term: visit(name, term, 0), secrets };
};
