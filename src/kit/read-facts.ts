/** Finds the facts that the rows of resource tables look for in a declared resource, whatever language declares it. */
import type { FactName } from '../domain/facts.ts';
import type { FactSaid } from '../domain/observation.ts';
import { type Term, unknownTerm } from '../domain/term.ts';
import type { FactRule, ResourceRow } from './resource-row.ts';

/** A resource of a stack or template, as rules ask it. */
export interface DeclaredResource {
  readonly address: string;
  readonly line: number;
  /** What is written at a path of keys. */
  at(path: string): { readonly name: string; readonly term: Term; readonly line: number } | undefined;
  /** Whether anything stands below a path. */
  has(path: string): boolean;
  /** A term with names of the same file put in. */
  follow(term: Term): Term;
  /** Whether a term names another resource. */
  isResource(term: Term): boolean;
}

/** The fact that a rule finds; undefined when nothing is said and nothing holds by default. */
const readFact = (rule: FactRule, resource: DeclaredResource): FactSaid | undefined => {
  if (rule.value !== undefined) return { value: rule.value, line: resource.line };
  const paths = (rule.at ?? '').split('|');
  const attribute = paths.flatMap((path) => resource.at(path) ?? [])[0];
  if (attribute === undefined || (attribute.term.t === 'literal' && attribute.term.value === null)) {
    if (rule.present && paths.some((path) => resource.has(path))) return { value: true, line: resource.line };
    const { otherwise } = rule;
    if (otherwise === undefined) return undefined;
    return {
      value: otherwise.value,
      how: otherwise.how,
      confidence: otherwise.how === 'default' ? 0.9 : 0.7,
      line: resource.line,
    };
  }
  const { line } = attribute;
  const term = resource.follow(attribute.term);
  if (rule.present) return { value: true, line };
  if (rule.is === undefined) return { value: term, line };
  if (term.t !== 'literal') {
    // What another resource gives, and a text that begins otherwise, is none of the listed values.
    const start = term.t === 'template' && term.parts[0]?.t === 'literal' ? String(term.parts[0].value) : undefined;
    const isOther =
      resource.isResource(term) ||
      (start !== undefined && !Object.keys(rule.is).some((value) => value.startsWith(start)));
    if (isOther) return rule.is['*'] === undefined ? undefined : { value: rule.is['*'], line };
    return { value: unknownTerm(`${resource.address} sets ${attribute.name} by an expression`, line), line };
  }
  const mapped = rule.is[String(term.value)] ?? rule.is['*'];
  return mapped === undefined ? undefined : { value: mapped, line };
};

/** All facts that rules find in a resource. */
export const readFacts = (
  rules: ResourceRow['facts'],
  resource: DeclaredResource,
): Partial<Record<FactName, FactSaid>> => {
  const facts: Partial<Record<FactName, FactSaid>> = {};
  for (const [name, rule] of Object.entries(rules ?? {})) {
    const said = readFact(rule, resource);
    if (said) facts[name as FactName] = said;
  }
  return facts;
};
