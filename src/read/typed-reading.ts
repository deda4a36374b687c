/** What the readers of Go, Java and C# share: declared types that stand for values nobody gave, documentation before a definition, and statements in order. */
import type { Parameter } from '../domain/program.ts';
import type { Term } from '../domain/term.ts';
import { type Place, type ProgramBuilder, textLimit } from './program-builder.ts';
import type { SyntaxNode } from './syntax-tree.ts';

/** A field that a class declares with a type and no value. */
interface DeclaredField {
  readonly name: string;
  readonly type: Term;
  readonly place: Place;
  readonly node: SyntaxNode;
}

/** What the parts of a typed language’s reader ask of each other. */
export interface TypedReading {
  readonly builder: ProgramBuilder;
  /** Fields without a value; what is never bound stands for its type in the end. */
  readonly fields: DeclaredField[];
  /** The term of an expression. To be asked once per node. */
  term(node: SyntaxNode, place: Place): Term;
  /** Reads a statement, or every statement of a block or error. */
  statement(node: SyntaxNode, place: Place): void;
}

/** Named children without comments, of whatever kind. */
export const partsOf = (node: SyntaxNode): readonly SyntaxNode[] =>
  node.children.filter((child) => child.isNamed && !child.kind.endsWith('comment'));

/** A field that nothing was ever given stands for some object of its type: `chat.prompt()` is then `ChatClient.prompt()`. */
export const bindDeclaredFields = ({ builder, fields }: TypedReading): void => {
  for (const { name, type, place, node } of fields)
    if (!builder.isDeclared(place.scope, name))
      builder.bind(name, { t: 'operation', operator: 'annotation', of: [type] }, place, node);
};

/** The parts of a place that a body starts with. */
export const bodyPlace = (scope: number, returns: Term[] | undefined): Place => ({
  scope,
  conditional: false,
  typeOnly: false,
  returns,
});

/** A place inside a loop that begins here, unless one is around it already. */
export const loopPlace = ({ builder }: TypedReading, node: SyntaxNode, place: Place): Place => ({
  ...place,
  conditional: true,
  loop: place.loop ?? builder.line(node),
});

/** The text of the comments directly before a definition. */
export const commentBefore = (node: SyntaxNode, siblings: readonly SyntaxNode[]): string | undefined => {
  const lines: string[] = [];
  let next = node.line;
  for (let at = siblings.indexOf(node) - 1; at >= 0; at--) {
    const each = siblings[at]!;
    if (!each.kind.endsWith('comment') || each.endLine < next - 1 || lines.length > 64) break;
    lines.unshift(each.text);
    next = each.line;
  }
  const text = lines
    .join('\n')
    .replace(/^[ \t]*(?:\/\/\/?|\/\*\*?|\*\/|\*)[ \t]?/gm, '')
    .replace(/\*\/\s*$/, '')
    .replace(/<\/?[a-z]+>/g, '')
    .trim();
  return text === '' ? undefined : text.slice(0, textLimit);
};

/** A type of the language itself, which says nothing of a value. */
export const isPlainType = (name: string): boolean =>
  /^(?:u?int\d*|float\d*|string|bool|boolean|byte|rune|error|any|char|short|long|double|decimal|object|void|var|dynamic|String|Object|Integer|Long|Boolean|Double|Float|List|Map|Set|Collection|IEnumerable|IList|Dictionary|Task|ValueTask|Optional|CancellationToken)$/.test(
    name,
  );

/** A constructor that only takes fields: a struct, a record, a class with parameters of its own. */
export const makeFieldConstructor = (
  { builder }: TypedReading,
  node: SyntaxNode,
  place: Place,
  parameters: readonly Parameter[],
): void => {
  if (parameters.length === 0) return;
  const { index, summary } = builder.openFunction('constructor', place, node);
  summary.parameters = [...parameters];
  const at = builder.line(node);
  for (const { name } of parameters) builder.bind(name, { t: 'parameter', index, name, at }, place, node);
};

/** Operands of a chain of one operator, `a + b + c`, without recursion on the left side. */
export const operandsOf = (node: SyntaxNode): readonly SyntaxNode[] => {
  const operands: SyntaxNode[] = [];
  const operator = node.field('operator')?.text;
  let at: SyntaxNode | undefined = node;
  while (at?.kind === node.kind && at.field('operator')?.text === operator && !at.isCut) {
    const right = at.field('right');
    if (right) operands.push(right);
    at = at.field('left');
  }
  if (at) operands.push(at);
  return operands.reverse();
};

/** What a loop over a value gives. */
export const elementTerm = (of: Term): Term => ({ t: 'member', of, key: { t: 'unknown', why: 'each element' } });

/** `a.b.c` of names alone; undefined for anything else. */
export const plainPath = (term: Term): string | undefined => {
  const keys: string[] = [];
  let at = term;
  while (at.t === 'member') {
    if (typeof at.key !== 'string') return undefined;
    keys.push(at.key);
    at = at.of;
  }
  return at.t === 'name' ? [at.name, ...keys.reverse()].join('.') : undefined;
};

/** Binds what an assignment gives its target: a name where it is declared, else a field of the class around; `this.x`; or a dotted path. */
export const bindAssigned = (
  { builder }: TypedReading,
  target: Term,
  term: Term,
  place: Place,
  node: SyntaxNode,
): void => {
  if (target.t === 'name') {
    const scope = builder.declaringScope(place.scope, target.name);
    // What no scope declares is a field of the class around it.
    const own = scope === 0 ? (builder.selfScope(place.scope) ?? 0) : scope;
    builder.bind(target.name, term, { ...place, scope: own }, node);
  } else if (target.t === 'member' && typeof target.key === 'string') {
    if (target.of.t === 'name' && target.of.name === 'this') {
      const scope = builder.selfScope(place.scope);
      if (scope !== undefined) builder.bind(target.key, term, { ...place, scope }, node);
      return;
    }
    const path = plainPath(target);
    if (path !== undefined) builder.bind(path, term, place, node);
  }
};
