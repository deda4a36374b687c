/** Scopes of identifiers: a value that is unique in one source or on one machine carries that source or machine in front. */
import { type Identifier, schemes } from '../domain/identifier.ts';

const separator = '|';

/** The value of an identifier of narrower scope than `global`, unique everywhere: `github.com/org/repo|src/agent.py#triage`. */
export const qualify = (scope: string, value: string): string => `${scope}${separator}${value}`;

/** The source or machine that a value is unique in; empty for a global one, or when the value carries none. */
export const scopeOf = ({ scheme, value }: Identifier): string => {
  const end = value.indexOf(separator);
  return schemes[scheme].scope === 'global' || end < 0 ? '' : value.slice(0, end);
};

/** The value without its scope. */
export const unqualified = (identifier: Identifier): string => {
  const scope = scopeOf(identifier);
  return scope === '' ? identifier.value : identifier.value.slice(scope.length + separator.length);
};
