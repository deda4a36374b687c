/** Fluent builders of Java: `X.builder().a(1).b(2).build()` is one call with named arguments. */
import type { Term } from '../../domain/term.ts';
import { listTerm } from '../bounded-term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { partsOf, type TypedReading } from '../typed-reading.ts';

/** Most calls that one builder’s chain is followed through. */
const chainLimit = 200;

/** The calls of a chain from the maker of the builder to the last one before `build`. */
interface Chain {
  readonly maker: SyntaxNode;
  readonly steps: readonly SyntaxNode[];
}

const isMaker = (node: SyntaxNode): boolean =>
  node.kind === 'object_creation_expression'
    ? /\bBuilder(?:<.*>)?$/s.test(node.field('type')?.text ?? '')
    : node.kind === 'method_invocation' && /^(?:builder|newBuilder|\w+Builder)$/.test(node.field('name')?.text ?? '');

/** The chain that ends in this `build()`; undefined where no builder is made in it. */
export const chainOf = (node: SyntaxNode): Chain | undefined => {
  if (!/^build(?:Async)?$/.test(node.field('name')?.text ?? '') || partsOf(node.field('arguments') ?? node).length > 0)
    return undefined;
  const steps: SyntaxNode[] = [];
  for (let at = node.field('object'); at && steps.length < chainLimit && !at.isCut; at = at.field('object')) {
    const isHeld = at.kind === 'identifier' && steps.length > 0 && /[bB]uilder$/.test(at.text);
    if (isHeld || isMaker(at)) return { maker: at, steps: steps.reverse() };
    if (at.kind !== 'method_invocation') return undefined;
    steps.push(at);
  }
  return undefined;
};

/** What the steps of a chain give, by their names; what is given several times is a list. */
export const givenBy = (
  reading: TypedReading,
  steps: readonly SyntaxNode[],
  place: Place,
): Readonly<Record<string, Term>> => {
  const given = new Map<string, Term[]>();
  for (const step of steps) {
    const name = step.field('name')?.text ?? '';
    const args = partsOf(step.field('arguments') ?? step).filter((part) => part.role === '');
    const terms = (step.field('arguments') ? args : []).map((part) => reading.term(part, place));
    const own: Term =
      terms.length === 1
        ? terms[0]!
        : terms.length === 0
          ? { t: 'literal', value: true }
          : listTerm(terms, reading.builder.line(step));
    given.set(name, [...(given.get(name) ?? []), own]);
  }
  return Object.fromEntries(
    [...given].map(([name, terms]) => [name, terms.length === 1 ? terms[0]! : listTerm(terms, 0)]),
  );
};

/** `p -> p.a(1).b(2)` sets what a builder is given: the steps of the chain, or undefined where the lambda does something else. */
export const consumerSteps = (lambda: SyntaxNode): readonly SyntaxNode[] | undefined => {
  const parameters = lambda.field('parameters');
  const name = parameters?.kind === 'identifier' ? parameters.text : partsOf(parameters ?? lambda)[0]?.text;
  const steps: SyntaxNode[] = [];
  let at = lambda.field('body');
  for (; at?.kind === 'method_invocation' && steps.length < chainLimit; at = at.field('object')) {
    if (partsOf(at.field('arguments') ?? at).length === 0) return undefined;
    steps.push(at);
  }
  return at?.kind === 'identifier' && at.text === name && steps.length > 0 ? steps.reverse() : undefined;
};
