/** Azure Resource Manager templates in JSON, with their expressions as terms. https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax */
import { literal, type Term, unknownTerm } from '../domain/term.ts';
import type { TemplateResource } from './cloudformation.ts';
import { readJson } from './json-positions.ts';
import {
  booleanOf,
  entriesOf,
  entryOf,
  itemsOf,
  type Mistake,
  type Positioned,
  textOf,
  valueAt,
} from './positioned.ts';
import { joinText } from './text-term.ts';

export interface ArmTemplate {
  /** Their addresses are type and name: `Microsoft.Storage/storageAccounts/acmedata`. */
  readonly resources: readonly TemplateResource[];
  /** Lines of resources that a loop makes of a list: how many there are and what they are called is not written. */
  readonly loops: readonly number[];
  readonly errors: readonly Mistake[];
}

/** Deepest nesting of calls in one expression, and of variables in variables. */
const deepest = 24;

/** Tells whether a text may be a template, before it is read. */
export const looksLikeArm = (text: string): boolean =>
  /schema\.management\.azure\.com\/schemas\/[^"]*[dD]eploymentTemplate\.json/.test(text);

type Call = { readonly name: string; readonly args: readonly Call[] } | { readonly text: string | number } | undefined;

/** Reads one expression: calls, texts in single quotes, numbers; what follows a call (`.x`, `[0]`) stays unread. */
class ExpressionReader {
  readonly #text: string;
  #at = 0;
  constructor(text: string) {
    this.#text = text;
  }

  #space(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at++;
  }

  read(depth = 0): Call {
    this.#space();
    if (depth > deepest) return undefined;
    const rest = this.#text.slice(this.#at, this.#at + 4000);
    const quoted = /^'((?:[^']|'')*)'/.exec(rest);
    if (quoted) {
      this.#at += quoted[0].length;
      return { text: quoted[1]!.replaceAll("''", "'") };
    }
    const number = /^-?\d+/.exec(rest)?.[0];
    if (number !== undefined) {
      this.#at += number.length;
      return { text: Number(number) };
    }
    const name = /^[A-Za-z_][\w.]*/.exec(rest)?.[0];
    if (name === undefined) return undefined;
    this.#at += name.length;
    this.#space();
    if (this.#text[this.#at] !== '(') return { name, args: [] };
    this.#at++;
    const args: Call[] = [];
    for (;;) {
      this.#space();
      if (this.#text[this.#at] === ')') break;
      args.push(this.read(depth + 1));
      this.#space();
      if (this.#text[this.#at] === ',') this.#at++;
      else if (this.#text[this.#at] !== ')') return undefined;
    }
    this.#at++;
    // `reference(…).endpoint` is known only afterwards, whatever it is of.
    if (/^\s*[.[]/.test(this.#text.slice(this.#at, this.#at + 20))) {
      this.#skipMembers();
      return { name: `${name}.`, args };
    }
    return { name, args };
  }

  #skipMembers(): void {
    for (;;) {
      const member = /^\s*(?:\.\w+|\[[^\]]{0,200}\])/.exec(this.#text.slice(this.#at, this.#at + 400))?.[0];
      if (member === undefined) return;
      this.#at += member.length;
    }
  }
}

class ArmReader {
  readonly #parameters: Positioned | undefined;
  readonly #variables: Positioned | undefined;
  /** What the template around this one gives for its parameters. */
  readonly #given: ReadonlyMap<string, Term>;
  constructor(template: Positioned | undefined, given: ReadonlyMap<string, Term> = new Map()) {
    this.#given = given;
    this.#parameters = valueAt(template, 'parameters');
    this.#variables = valueAt(template, 'variables');
  }

  term(value: Positioned, depth = 0): Term {
    const { line } = value;
    if (depth > deepest) return unknownTerm('nested too deep to be read', line);
    if (value.is === 'list')
      return { t: 'list', items: value.items.map((item) => this.term(item, depth + 1)), at: line };
    if (value.is === 'map')
      return {
        t: 'map',
        entries: entriesOf(value).map(
          ([key, entry]) => [literal(key, entry.line), this.term(entry.value, depth + 1)] as const,
        ),
        at: line,
      };
    const text = textOf(value);
    if (text === undefined || !/^\[[^[]/.test(text) || !text.endsWith(']'))
      return literal(text?.startsWith('[[') ? text.slice(1) : value.value, line);
    return this.#call(new ExpressionReader(text.slice(1, -1)).read(), line, depth + 1);
  }

  #named(section: Positioned | undefined, call: Call, inner: boolean, line: number, depth: number): Term {
    const name = call && 'text' in call ? String(call.text) : undefined;
    const given = inner && name !== undefined ? this.#given.get(name) : undefined;
    if (given && given.t !== 'unknown') return given.t === 'literal' ? literal(given.value, line) : given;
    const entry = name === undefined ? undefined : entryOf(section, name);
    const value = inner ? valueAt(entry?.value, 'defaultValue') : entry?.value;
    if (value === undefined)
      return unknownTerm(`${inner ? 'parameter' : 'variable'} ${name ?? ''} has no value in the template`, line);
    const term = this.term(value, depth);
    return term.t === 'literal' ? literal(term.value, line) : term;
  }

  #call(call: Call, line: number, depth: number): Term {
    if (call === undefined || depth > deepest) return unknownTerm('an expression that is not read', line);
    if ('text' in call) return literal(call.text, line);
    const args = () => call.args.map((arg) => this.#call(arg, line, depth + 1));
    switch (call.name.toLowerCase()) {
      case 'parameters':
        return this.#named(this.#parameters, call.args[0], true, line, depth);
      case 'variables':
        return this.#named(this.#variables, call.args[0], false, line, depth);
      case 'concat':
        return joinText(args(), line);
      case 'format': {
        const [pattern, ...rest] = args();
        if (pattern?.t !== 'literal') return unknownTerm('a text that is computed', line);
        const pieces = String(pattern.value).split(/\{(\d+)\}/);
        return joinText(
          pieces.map((piece, index) =>
            index % 2 === 0 ? literal(piece, line) : (rest[Number(piece)] ?? literal('', line)),
          ),
          line,
        );
      }
      case 'tolower':
      case 'string':
      case 'trim':
        return args()[0] ?? unknownTerm('a call of nothing', line);
      case 'if':
        return { t: 'either', of: args().slice(1), at: line };
      case 'true':
      case 'false':
        return literal(call.name.toLowerCase() === 'true', line);
      case 'resourceid': {
        const [type, ...names] = args();
        const at = type?.t === 'literal' && String(type.value).includes('/') ? String(type.value) : undefined;
        const texts = names.map(describe);
        return at === undefined || texts.length === 0
          ? unknownTerm('a resource that is computed', line)
          : { t: 'reference', namespace: 'arm', name: `${at}/${texts.join('/')}`, at: line };
      }
      default:
        return unknownTerm(`${call.name.replace(/\.$/, '')} is known only when the template is deployed`, line);
    }
  }
}

/** A name as it identifies a resource inside its template, whether or not its value is known. */
const describe = (term: Term): string => {
  if (term.t === 'literal') return String(term.value);
  if (term.t === 'template') return term.parts.map(describe).join('');
  const parameter =
    term.t === 'unknown'
      ? /^(?:(?:parameter|variable) )?(\w+) (?:has no value|is known)/.exec(term.why)?.[1]
      : undefined;
  return `{${parameter ?? '…'}}`;
};

/** A template inside another: it sees the parameters that it is given, or the names of the outer one. */
const nestedReader = (nested: Positioned, deployment: Positioned, outer: ArmReader): ArmReader => {
  const scope = textOf(valueAt(deployment, 'properties', 'expressionEvaluationOptions', 'scope'));
  if (scope?.toLowerCase() !== 'inner') return outer;
  const given = new Map<string, Term>();
  for (const [name, entry] of entriesOf(valueAt(deployment, 'properties', 'parameters'))) {
    const value = valueAt(entry.value, 'value');
    if (value) given.set(name, outer.term(value));
  }
  return new ArmReader(nested, given);
};

/** A scope that is written as a text names a resource as `resourceId` does. */
const scoped = (term: Term): Term => {
  if (term.t !== 'map') return term;
  const entries = term.entries.map(([key, value]) => {
    const isScope = key.t === 'literal' && key.value === 'scope' && (value.t === 'literal' || value.t === 'template');
    const text = isScope ? describe(value) : '';
    return /^Microsoft\.\w+\/\w+\/[^/]+$/.test(text)
      ? ([key, { t: 'reference', namespace: 'arm', name: text, at: value.at ?? 0 }] as const)
      : ([key, value] as const);
  });
  return { ...term, entries };
};

const resourcesOf = (
  value: Positioned | undefined,
  reader: ArmReader,
  above: { readonly type: string; readonly name: string } | undefined,
  loops: number[],
  depth = 0,
): readonly TemplateResource[] => {
  if (depth > 4) return [];
  // Newer templates name their resources in a map.
  const items = value?.is === 'map' ? entriesOf(value).map(([, entry]) => entry.value) : itemsOf(value);
  return items.flatMap((item): readonly TemplateResource[] => {
    const own = textOf(valueAt(item, 'type'));
    const name = valueAt(item, 'name');
    // One that stands elsewhere already is only looked up.
    if (own === undefined || name === undefined || booleanOf(valueAt(item, 'existing')) === true) return [];
    const nested = own === 'Microsoft.Resources/deployments' ? valueAt(item, 'properties', 'template') : undefined;
    const term = reader.term(name);
    const repeated = entryOf(item, 'copy') !== undefined && !nested && term.t !== 'literal';
    // What such a loop says of another resource still says that there may be some.
    if (repeated && !/\/diagnosticSettings$/i.test(own)) {
      loops.push(item.line);
      return [];
    }
    const type = above ? `${above.type}/${own}` : own;
    const text = describe(term);
    const full = above ? `${above.name}/${text}` : text;
    const inner = valueAt(item, 'resources');
    return [
      {
        address: `${type}/${full}`,
        type,
        properties: scoped(reader.term(item)),
        ...(repeated ? { repeated } : {}),
        ...(entryOf(item, 'condition') ? { optional: true } : {}),
        beside: literal(full, name.line),
        line: entryOf(item, 'type')?.line ?? item.line,
      },
      ...resourcesOf(inner, reader, { type, name: full }, loops, depth + 1),
      ...(nested
        ? resourcesOf(valueAt(nested, 'resources'), nestedReader(nested, item, reader), undefined, loops, depth + 1)
        : []),
    ];
  });
};

/** Reads a template. */
export const readArmTemplate = (text: string): ArmTemplate => {
  const { value, errors } = readJson(text);
  const loops: number[] = [];
  const resources = resourcesOf(valueAt(value, 'resources'), new ArmReader(value), undefined, loops);
  const counts = new Map<string, number>();
  for (const { address } of resources) counts.set(address, (counts.get(address) ?? 0) + 1);
  // Names that are computed may read alike; nothing can then be said to mean one of them.
  return {
    resources: resources.map((resource) =>
      counts.get(resource.address) === 1 ? resource : { ...resource, address: `${resource.address}#${resource.line}` },
    ),
    loops,
    errors,
  };
};
