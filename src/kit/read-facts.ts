/** Finds the facts that the rows of resource tables look for in a declared resource, whatever language declares it. */
import type { FactName } from '../domain/facts.ts';
import type { FactSaid } from '../domain/observation.ts';
import { literal, type Term, unknownTerm } from '../domain/term.ts';
import type { FactRule, FactRules } from './resource-row.ts';

/** A resource of a stack or template, as rules ask it. */
export interface DeclaredResource {
  readonly address: string;
  readonly line: number;
  /** What the vendor documents as a default holds where nothing is written. */
  readonly hasDefaults: boolean;
  /** What is written at a path of keys. */
  at(path: string): { readonly name: string; readonly term: Term; readonly line: number } | undefined;
  /** All that is written at a path, where a list stands there. */
  all(path: string): readonly Term[];
  /** Whether anything stands below a path. */
  has(path: string): boolean;
  /** A term with names of the same file put in. */
  follow(term: Term): Term;
  /** Whether a term names another resource. */
  isResource(term: Term): boolean;
  /** The resource that an argument names, where it stands in the same file. */
  through(path: string): DeclaredResource | undefined;
}

/** A default, where a rule has one. */
const byDefault = ({ otherwise }: FactRule, line: number): FactSaid | undefined =>
  otherwise && {
    value: otherwise.value,
    how: otherwise.how,
    confidence: otherwise.how === 'default' ? 0.9 : 0.7,
    line,
  };

/** A value by the table of a rule; one that is known only later is looked up then. */
const mapped = (
  is: NonNullable<FactRule['is']>,
  term: Term,
  name: string,
  line: number,
  resource: DeclaredResource,
): FactSaid | undefined => {
  if (term.t === 'literal') {
    const value = is[String(term.value)] ?? is['*'];
    return value === undefined ? undefined : { value, line };
  }
  // Of a list one item that means something is enough: everybody among other members.
  if (term.t === 'list') {
    const found = term.items.flatMap((item) => (item.t === 'literal' ? (is[String(item.value)] ?? []) : []));
    return found.length === 0 ? undefined : { value: found[0]!, line };
  }
  // What another resource gives, and a text that begins otherwise, is none of the listed values.
  const start = term.t === 'template' && term.parts[0]?.t === 'literal' ? String(term.parts[0].value) : undefined;
  const isOther =
    resource.isResource(term) || (start !== undefined && !Object.keys(is).some((value) => value.startsWith(start)));
  if (isOther) return is['*'] === undefined ? undefined : { value: is['*'], line };
  if (term.t === 'reference' || term.t === 'either' || term.t === 'member') {
    const entries = Object.entries(is).flatMap(([key, value]) =>
      key === '*' ? [] : [[literal(key), literal(value)] as const],
    );
    // Put into a text, so that `true` is looked up as the word that it is.
    const key: Term = { t: 'template', parts: [term], at: line };
    if (entries.length > 0) return { value: { t: 'member', of: { t: 'map', entries }, key, at: line }, line };
  }
  return { value: unknownTerm(`${resource.address} sets ${name} by an expression`, line), line };
};

/** Whether an argument, or one item of it, has one of some values. */
const hasAmong = ({ at, among }: NonNullable<FactRule['with']>, resource: DeclaredResource): boolean => {
  const term = at.split('|').flatMap((path) => resource.at(path) ?? [])[0]?.term;
  const each = term?.t === 'list' ? term.items : term ? [term] : [];
  return each.some((item) => item.t === 'literal' && among.includes(String(item.value)));
};

/** What a rule finds written; undefined when nothing is. */
const written = (rule: FactRule, within: DeclaredResource): FactSaid | undefined => {
  const resource = rule.in === undefined ? within : within.through(rule.in);
  if (resource === undefined) {
    const named = rule.in === undefined ? undefined : within.at(rule.in);
    const why = `what ${within.address} names as its ${named?.name} stands elsewhere`;
    return named && { value: unknownTerm(why, named.line), line: named.line };
  }
  if (rule.with && !hasAmong(rule.with, resource)) return undefined;
  if (rule.value !== undefined) return { value: rule.value, line: resource.line };
  if (rule.collect) {
    const isOff = (term: Term): boolean => term.t === 'literal' && /^(?:|null|false|none)$/i.test(String(term.value));
    const words = Object.entries(rule.collect).flatMap(([word, paths]) =>
      paths.split('|').some((path) => {
        const there = resource.at(path);
        return there ? !isOff(there.term) : resource.has(path);
      })
        ? [word]
        : [],
    );
    return { value: words.sort(), line: resource.line };
  }
  const paths = (rule.at ?? '').split('|');
  const attribute = paths.flatMap((path) => resource.at(path) ?? [])[0];
  if (attribute === undefined || (attribute.term.t === 'literal' && attribute.term.value === null))
    return rule.present && paths.some((path) => resource.has(path)) ? { value: true, line: resource.line } : undefined;
  const { line } = attribute;
  if (rule.present) return { value: true, line };
  const term = resource.follow(attribute.term);
  if (rule.certain && term.t !== 'literal') return undefined;
  return rule.is === undefined ? { value: term, line } : mapped(rule.is, term, attribute.name, line, resource);
};

/** All facts that rules find in a resource. */
export const readFacts = (
  rules: FactRules | undefined,
  resource: DeclaredResource,
): Partial<Record<FactName, FactSaid>> => {
  const facts: Partial<Record<FactName, FactSaid>> = {};
  for (const [name, given] of Object.entries(rules ?? {})) {
    const each: readonly FactRule[] = 'length' in given ? given : [given];
    const said =
      each.flatMap((rule) => written(rule, resource) ?? [])[0] ??
      (resource.hasDefaults ? each.flatMap((rule) => byDefault(rule, resource.line) ?? [])[0] : undefined);
    if (said) facts[name as FactName] = said;
  }
  return facts;
};
