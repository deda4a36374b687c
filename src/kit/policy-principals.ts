/** Whom the policy of a resource or of trust lets in: everybody, or who is named. */
import type { FactName } from '../domain/facts.ts';
import type { FactSaid } from '../domain/observation.ts';
import type { Term } from '../domain/term.ts';
import { effectsOf, type PolicyStatement } from '../read/aws-policy.ts';

const isEverybody = (term: Term): boolean => term.t === 'literal' && term.value === '*';

/** The facts of a bucket by a statement of its policy that lets everybody in; undefined for one that does not. */
export const factsOfOpenBucket = (
  { effect, principals, conditional, actions, line: at }: PolicyStatement,
  fallbackLine: number,
): Partial<Record<FactName, FactSaid>> | undefined => {
  if (effect !== 'Allow' || conditional || !principals.some(({ value }) => isEverybody(value))) return undefined;
  const line = at || fallbackLine;
  const isWriting = actions.some((action) => effectsOf(action, 's3').includes('writes'));
  return { public: { value: true, line }, ...(isWriting ? { userWritable: { value: true, line } } : {}) };
};

/** Those whom statements of trust let in, as terms with the line of their statement. */
export const trustedBy = (
  statements: readonly PolicyStatement[],
): readonly { readonly value: Term; readonly line: number }[] =>
  statements.flatMap(({ effect, principals, line }) =>
    effect === 'Allow' ? principals.map(({ value }) => ({ value, line })) : [],
  );
