/** Configured values: environment variables, and names of configuration languages, found through resolvers. */
import type { Evidence } from '../../domain/evidence.ts';
import type { Term } from '../../domain/term.ts';
import type { Candidate } from '../../kit/define-resolver.ts';
import type { Context, Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { alternatives, oneOf, unknownValue, withTrail } from './value.ts';

/** Why a variable of the environment is not known whose name the program makes: it may be any. */
export const computedName = 'the name of the environment variable is computed';

/** Evaluates an environment name, a reference or a call of a configuration language, seen from a file. */
export const evaluateConfigured = (
  evaluator: Evaluation,
  term: Extract<Term, { t: 'environment' | 'reference' | 'call' }>,
  context: Context,
): Value => {
  if (term.t === 'call')
    return {
      v: 'mix',
      of: [...term.args, ...Object.values(term.named)].map((each) => evaluator.evaluate(each, context)),
      trail: [],
    };
  // A credential is named by its fingerprint where it was written; nothing else is known of it.
  if (term.t === 'reference' && term.namespace === 'secret')
    return {
      v: 'handle',
      scheme: 'secret-fingerprint',
      value: term.name,
      attribute: '',
      trail: evaluator.trailAt(context, term.at),
    };
  if (term.t === 'reference')
    return lookUp(evaluator, term.namespace, term.name, context, evaluator.trailAt(context, term.at));
  const names = typeof term.name === 'string' ? [term.name] : literalsOf(evaluator.evaluate(term.name, context));
  if (names.length === 0) return unknownValue(computedName, evaluator.trailAt(context, term.at));
  return oneOf(
    names.map((name) => {
      const use = term.at ? [evaluator.evidence(context, term.at, `environment variable ${name}`)] : [];
      const value = lookUp(evaluator, 'environment', name, context, use);
      if (value.v !== 'unknown' || !term.fallback) return value;
      // Set nowhere that was seen: the code’s own default holds, unless the environment outside says otherwise.
      const fallback = evaluator.evaluate(term.fallback, context);
      return withTrail(
        fallback,
        use.map(
          (each): Evidence => ({
            ...each,
            how: 'default',
            confidence: 0.8,
            note: `default of environment variable ${name}`,
          }),
        ),
      );
    }),
  );
};

const lookUp = (
  evaluator: Evaluation,
  namespace: string,
  name: string,
  context: Context,
  use: readonly Evidence[],
): Value => {
  const resolver = evaluator.world.resolvers.find((each) => each.names?.namespace === namespace);
  if (!resolver?.names) return unknownValue(`nothing here resolves ${namespace} names`, use);
  return evaluator.within(`${namespace} ${name} ${context.path}`, name, () => {
    const resolution = resolver.names!.resolve(name, context.path, evaluator.world);
    if ('unknown' in resolution) return unknownValue(resolution.unknown, use);
    const certain = resolution.candidates.length === 1;
    return oneOf(resolution.candidates.map((each) => valueOfCandidate(evaluator, each, use, certain)));
  });
};

const valueOfCandidate = (
  evaluator: Evaluation,
  candidate: Candidate,
  use: readonly Evidence[],
  certain: boolean,
): Value => {
  const hop: Evidence = {
    ...evaluator.evidence(candidate, candidate.line, candidate.note),
    how: candidate.how ?? (certain ? 'declared' : 'inferred'),
    confidence: (candidate.confidence ?? 1) * (certain ? 1 : 0.7),
  };
  const trail = [...use, hop];
  const value = evaluator.evaluate(candidate.term, { path: candidate.path, file: undefined, frame: undefined });
  if (
    candidate.handle &&
    alternatives(value).every((each) => each.v === 'unknown' || each.v === 'mix' || each.v === 'text')
  )
    return { v: 'handle', ...candidate.handle, trail };
  return withTrail(value, trail);
};

const literalsOf = (value: Value): readonly string[] =>
  alternatives(value).flatMap((each) => (each.v === 'literal' && typeof each.value === 'string' ? [each.value] : []));
