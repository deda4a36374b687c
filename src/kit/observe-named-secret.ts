/** What is said of a credential that is known by a name only: an entry of a secret manager, a variable that somebody else fills. */
import type { AssetObservation, SaidIdentifier } from '../domain/observation.ts';
import { secretKinds } from '../read/secret-kinds.ts';

export interface NamedSecret {
  readonly key: string;
  /** The name under which its user asks for it: `OPENAI_API_KEY`. */
  readonly name: string;
  readonly identifiers: readonly SaidIdentifier[];
  /** `manager` keeps it apart from those who use it; `variable` is given by whoever starts them. */
  readonly place: 'manager' | 'variable';
  /** The variable through which a program sees it, where that is known. */
  readonly variable?: string;
  /** A value stands where it is named, but none that is surely a credential. */
  readonly isWritten?: boolean;
  readonly line: number;
}

/** The kind of credential that a variable of this name holds by its maker’s documentation; undefined for other names. */
export const credentialOf = (variable: string) =>
  secretKinds.find(({ environment }) => environment.includes(variable.toUpperCase()));

/** The observation of a credential that is known by its name. */
export const observeNamedSecret = ({
  key,
  name,
  identifiers,
  place,
  variable,
  isWritten,
  line,
}: NamedSecret): AssetObservation => {
  const kind = credentialOf(variable ?? name) ?? credentialOf(name);
  return {
    key,
    kind: 'secret',
    name,
    identifiers,
    facts: {
      place: { value: place },
      ...(isWritten ? {} : { hardCoded: { value: false } }),
      ...(kind === undefined ? {} : { secretKind: { value: kind.id } }),
      ...(kind === undefined || kind.provider === 'unknown' ? {} : { provider: { value: kind.provider } }),
    },
    line,
  };
};
