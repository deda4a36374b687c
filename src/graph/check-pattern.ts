/** The type check of patterns against the domain: every mistake that would otherwise make a question silently unanswerable. */
import { belongsTo, facts } from '../domain/facts.ts';
import { type AssetKind, kinds as allKinds } from '../domain/kinds.ts';
import { objectives } from '../domain/objectives.ts';
import { mayJoin, type RelationKind, relations } from '../domain/relations.ts';
import type { Check, Edge, Group, Test, Variables } from './pattern.ts';

type Scope = ReadonlyMap<string, readonly AssetKind[]>;

const closureLimit = 16;

/**
 * Gives what is wrong with a pattern, one sentence for each mistake; empty when it is sound. A `kind` test beside others in the same `all` narrows its variable
 * for them. Variable names must differ throughout, because witnesses are reported by name.
 */
export const checkPattern = (group: Group): string[] => {
  const check = new PatternCheck();
  check.group(group, new Map(), true);
  return [...new Set(check.wrong)];
};

class PatternCheck {
  readonly wrong: string[] = [];
  readonly #names = new Set<string>();

  group({ variables, edges, where }: Group, outer: Scope, isPattern: boolean): Scope {
    const scope = new Map(outer);
    for (const [name, given] of Object.entries(variables)) {
      const kinds = [given].flat() as readonly AssetKind[];
      if (this.#names.has(name))
        this.wrong.push(`the variable ${name} is declared twice; give one of them another name`);
      this.#names.add(name);
      if (kinds.length === 0) this.wrong.push(`the variable ${name} has no kind; name at least one`);
      for (const kind of kinds)
        if (!(kind in allKinds))
          this.wrong.push(`the variable ${name} has the kind ${kind}, which there is not; see domain/kinds.ts`);
      scope.set(
        name,
        kinds.filter((kind) => kind in allKinds),
      );
    }
    if (isPattern && Object.keys(variables).length === 0)
      this.wrong.push('the pattern has no variables; declare at least one');
    for (const edge of edges) this.#edge(edge, scope);
    this.#connection(variables, edges, isPattern);
    if (where) this.#test(where, scope);
    return scope;
  }

  #test(test: Test, scope: Scope): void {
    switch (test.op) {
      case 'all': {
        const narrow = narrowed(test.tests, scope);
        for (const each of test.tests) this.#test(each, each.op === 'kind' ? scope : narrow);
        return;
      }
      case 'any':
        for (const each of test.tests) this.#test(each, scope);
        return;
      case 'not':
        this.#test(test.test, scope);
        return;
      case 'fact':
        if (this.#fact(test.of, test.fact, scope)) this.#check(test.fact, test.check);
        return;
      case 'equal': {
        const isSound = [test.a, test.b].map(([of, fact]) => this.#fact(of, fact, scope)).every(Boolean);
        if (isSound && facts[test.a[1]].type !== facts[test.b[1]].type)
          this.wrong.push(
            `${test.a.join('.')} and ${test.b.join('.')} are of different types and can never be equal; compare facts of one type`,
          );
        return;
      }
      case 'kind': {
        const kinds = this.#variable(test.of, scope);
        for (const kind of test.kinds)
          if (kinds && !kinds.includes(kind)) this.wrong.push(`${test.of} is never a ${kind}; it is ${listOf(kinds)}`);
        return;
      }
      case 'distinct':
        this.#variable(test.a, scope);
        this.#variable(test.b, scope);
        if (test.a === test.b) this.wrong.push(`${test.a} is never distinct from itself; name two variables`);
        return;
      case 'linked':
        this.#edge(test, scope);
        return;
      case 'failing':
        this.#variable(test.of, scope);
        if (!(test.objective in objectives))
          this.wrong.push(`there is no objective ${test.objective}; see domain/objectives.ts`);
        return;
      case 'exists':
        if (test.atLeast !== undefined && !(Number.isInteger(test.atLeast) && test.atLeast >= 1))
          this.wrong.push(`exists asks for at least ${test.atLeast}; ask for a whole number from 1`);
        this.group(test.group, scope, false);
        return;
      case 'every':
        this.#test(test.holds, this.group(test.group, scope, false));
        return;
    }
  }

  #variable(name: string, scope: Scope): readonly AssetKind[] | undefined {
    const kinds = scope.get(name);
    if (!kinds) this.wrong.push(`${name} is no variable here; declare it, or mend the name`);
    return kinds;
  }

  #fact(of: string, fact: keyof typeof facts, scope: Scope): boolean {
    const kinds = this.#variable(of, scope);
    if (!(fact in facts)) {
      this.wrong.push(`there is no fact ${fact}; see domain/facts.ts`);
      return false;
    }
    const without = kinds?.filter((kind) => !belongsTo(fact, kind)) ?? [];
    if (without.length === 0) return kinds !== undefined;
    const remedy =
      without.length === kinds!.length ? 'ask for another fact' : 'narrow the variable, or ask for its kind beside it';
    this.wrong.push(
      `${of} can be ${listOf(without)}, which has no fact ${fact}, so that the answer would never be known; ${remedy}`,
    );
    return true;
  }

  #check(fact: keyof typeof facts, check: Check): void {
    const { type } = facts[fact];
    const complain = (asks: string) =>
      this.wrong.push(`the fact ${fact} is of type ${type}, and is asked ${asks}; use a check of its type`);
    const values = 'is' in check ? [check.is] : 'in' in check ? check.in : [];
    for (const value of values) if (typeof value !== type) complain(`whether it is ${JSON.stringify(value)}`);
    if ('in' in check && check.in.length === 0)
      this.wrong.push(`the fact ${fact} is asked whether it is one of no values; list some`);
    if ('matches' in check && type !== 'string' && type !== 'strings') complain('whether it matches an expression');
    if (('includes' in check || 'includesAny' in check) && type !== 'strings') complain('whether it includes an item');
    if (('atLeast' in check || 'atMost' in check) && type !== 'number') complain('how large it is');
    if ('empty' in check && type !== 'string' && type !== 'strings') complain('whether it is empty');
  }

  #edge(edge: Edge, scope: Scope): void {
    const from = this.#variable(edge.from, scope);
    const to = this.#variable(edge.to, scope);
    const list = [edge.relation].flat() as readonly RelationKind[];
    const unknown = list.filter((relation) => !(relation in relations));
    for (const relation of unknown) this.wrong.push(`there is no relation ${relation}; see domain/relations.ts`);
    if (list.length === 0)
      this.wrong.push(`the edge from ${edge.from} to ${edge.to} names no relation; name at least one`);
    const { closure } = edge;
    if (closure !== undefined && !(Number.isInteger(closure) && closure >= 1 && closure <= closureLimit))
      this.wrong.push(
        `the edge from ${edge.from} to ${edge.to} follows ${closure} steps; give a whole number from 1 to ${closureLimit}`,
      );
    if (!from || !to || unknown.length > 0) return;
    const couldStart = (relation: RelationKind) => from.some((kind) => includes(relations[relation].from, kind));
    const couldEnd = (relation: RelationKind) => to.some((kind) => includes(relations[relation].to, kind));
    for (const relation of list) {
      const isUseless =
        (closure ?? 1) === 1
          ? !from.some((one) => to.some((other) => mayJoin(relation, one, other)))
          : !list.some(couldStart) || !list.some(couldEnd);
      if (isUseless)
        this.wrong.push(
          `${relation} cannot join ${edge.from} (${listOf(from)}) to ${edge.to} (${listOf(to)}); see domain/relations.ts`,
        );
    }
    if (edge.orSame && !from.some((kind) => to.includes(kind)))
      this.wrong.push(
        `${edge.from} and ${edge.to} share no kind, so that they can never be the same; leave orSame out`,
      );
  }

  /** Every variable must be joined, by edges, to the first one or to one outside; else the join would be a full product. */
  #connection(variables: Variables, edges: readonly Edge[], isPattern: boolean): void {
    const own = Object.keys(variables);
    const reached = new Set(isPattern ? own.slice(0, 1) : []);
    const isReached = (name: string) => reached.has(name) || !own.includes(name);
    for (let before = -1; before !== reached.size; ) {
      before = reached.size;
      for (const { from, to } of edges) {
        if (isReached(from) && own.includes(to)) reached.add(to);
        if (isReached(to) && own.includes(from)) reached.add(from);
      }
    }
    for (const name of own)
      if (!reached.has(name))
        this.wrong.push(
          `no edges lead from ${isPattern ? own[0] : 'outside its group'} to ${name}; join it, or leave it out`,
        );
  }
}

const includes = (list: readonly AssetKind[], kind: AssetKind): boolean => list.includes(kind);

const listOf = (kinds: readonly AssetKind[]): string => kinds.join(' or ');

/** The kinds that are left for each variable where all of these tests hold. */
const narrowed = (tests: readonly Test[], scope: Scope): Scope => {
  const narrow = new Map(scope);
  for (const test of tests) {
    const kinds = test.op === 'kind' ? narrow.get(test.of) : undefined;
    if (test.op === 'kind' && kinds)
      narrow.set(
        test.of,
        kinds.filter((kind) => test.kinds.includes(kind)),
      );
  }
  return narrow;
};
