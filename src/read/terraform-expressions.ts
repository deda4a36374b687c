/** Terraform expressions as terms: literals, templates, references, conditions, collections, loops and function calls. */
import { literal, type Term, unknownTerm } from '../domain/term.ts';
import type { SyntaxNode } from './syntax-tree.ts';
import { applyFunction } from './terraform-functions.ts';

/** What names of iteration mean where an expression stands: `each.value`, `count.index`, `grant.value`, the variables of a `for`. */
export type Iteration = ReadonlyMap<string, Term>;
export const noIteration: Iteration = new Map();

/** Most elements that a loop over a written collection is unrolled to, and how deep loops in loops are. */
const loopLimit = 64;
const nestedLoops = 2;
const loopsAround = '%loops';

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The text of a quoted literal without its escapes; `$${` and `%%{` stand for `${` and `%{`. */
export const unescapeText = (text: string): string =>
  text
    .replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs, (whole, short, long, plain) => {
      if (plain !== undefined) return escapes[plain] ?? whole;
      const code = Number.parseInt(short ?? long, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/([$%])\1\{/g, '$1{');

/** A term over all elements of a collection: the values if they are written out, else any member of it. */
const elementsOf = (collection: Term, what: 'key' | 'value', at: number): readonly Term[] => {
  if (collection.t === 'list')
    return collection.items.map((item, index) => (what === 'value' ? item : literal(index, at)));
  if (collection.t === 'map') return collection.entries.map(([key, value]) => (what === 'value' ? value : key));
  if (what === 'key') return [unknownTerm('a key of a collection that is not written out here', at)];
  return [{ t: 'member', of: collection, key: unknownTerm('each element', at), at }];
};

const eitherOf = (of: readonly Term[], at: number): Term =>
  of.length === 1
    ? of[0]!
    : of.length === 0
      ? unknownTerm('an element of an empty collection', at)
      : { t: 'either', of, at };

/** What `each.key` and `each.value`, or those of a dynamic block’s iterator, mean for a `for_each`. */
export const iterate = (iterator: string, collection: Term, outer: Iteration, at: number): Iteration => {
  const values = eitherOf(elementsOf(collection, 'value', at), at);
  // The key of a set is its element.
  const keys = collection.t === 'list' ? values : eitherOf(elementsOf(collection, 'key', at), at);
  const isSet = collection.t !== 'map' && collection.t !== 'list';
  return new Map([...outer, [`${iterator}.value`, values], [`${iterator}.key`, isSet ? values : keys]]);
};

interface Step {
  readonly key: string | Term;
}

/** Attribute names and indexes after a value, with splats left out: `[*].arn` is the `arn` of any element. */
const stepsOf = (nodes: readonly SyntaxNode[], iteration: Iteration): readonly Step[] =>
  nodes.flatMap((node): readonly Step[] => {
    switch (node.kind) {
      case 'get_attr':
        return [{ key: node.child('identifier')?.text ?? '' }];
      case 'index': {
        const [inner] = node.parts;
        const expression = inner?.child('expression');
        if (expression) return [{ key: convertExpression(expression, iteration) }];
        return [{ key: literal(Number.parseInt(inner?.text.replace(/^\./, '') ?? '', 10) || 0, node.line) }];
      }
      case 'splat':
        return node.parts.flatMap((part) => stepsOf(part.parts, iteration));
      default:
        return [];
    }
  });

/**
 * Members are part of the name where a name goes on with attributes. An index chooses one of several instances of what the first
 * `addressed` words name, or one of several blocks; after an attribute a text chooses an entry of its map.
 */
const nameOf = (steps: readonly Step[], addressed = 0): readonly string[] => {
  const words: string[] = [];
  for (const { key } of steps) {
    if (typeof key === 'string') words.push(key);
    else if (key.t === 'literal' && typeof key.value === 'string' && words.length > addressed) words.push(key.value);
  }
  return words;
};

const memberOf = (of: Term, key: string | Term, at: number): Term => {
  const text = typeof key !== 'string' && key.t === 'literal' && typeof key.value === 'string' ? key.value : key;
  if (of.t === 'map' && typeof text === 'string') {
    const entry = of.entries.findLast(([name]) => name.t === 'literal' && String(name.value) === text);
    if (entry) return entry[1];
  }
  if (of.t === 'either') return { ...of, of: of.of.map((each) => memberOf(each, text, at)) };
  return { t: 'member', of, key: text, at };
};

const membersOf = (of: Term, steps: readonly Step[], at: number): Term => {
  if (of.t === 'reference' && isResource(of.name)) {
    const path = nameOf(steps, /^(data\.)?[^.]+\.[^.]+$/.test(of.name) ? 0 : -1);
    return path.length === 0 ? of : { ...of, name: [of.name, ...path].join('.') };
  }
  let term = of;
  for (const { key } of steps) term = memberOf(term, key, at);
  return term;
};

const isResource = (name: string): boolean => !/^(var|local|module|path|terraform|each|count|self|output)\./.test(name);

/** How many words of a name belong to the name itself; the rest are members of its value. */
const wordsOf: Readonly<Record<string, number>> = { var: 1, local: 1, path: 1, terraform: 1, module: 2 };

const convertName = (root: string, postfix: readonly SyntaxNode[], iteration: Iteration, at: number): Term => {
  const own = iteration.get(root);
  const steps = stepsOf(postfix, iteration);
  if (own) return membersOf(own, steps, at);
  const [first] = steps;
  if (first === undefined) return unknownTerm(`the name ${root} stands alone`, at);
  const iterated = typeof first.key === 'string' ? iteration.get(`${root}.${first.key}`) : undefined;
  if (iterated) return membersOf(iterated, steps.slice(1), at);
  const words = wordsOf[root];
  if (words !== undefined) {
    const named = steps.filter(({ key }) => typeof key === 'string').slice(0, words);
    const rest = steps.slice(steps.indexOf(named.at(-1)!) + 1);
    const name = [root, ...nameOf(named)].join('.');
    return membersOf({ t: 'reference', namespace: 'terraform', name, at }, rest, at);
  }
  const name = [root, ...nameOf(steps, root === 'data' ? 2 : 1)].join('.');
  return { t: 'reference', namespace: 'terraform', name, at };
};

const convertTemplate = (node: SyntaxNode, iteration: Iteration): Term => {
  const isHeredoc = node.kind === 'heredoc_template';
  const hasBreak = node.children.some(({ kind, text }) => kind === 'template_literal' && text.includes('\n'));
  if (!isHeredoc && hasBreak) return unknownTerm('a text that is never closed', node.line);
  const text = (raw: string) => (isHeredoc ? raw.replace(/([$%])\1\{/g, '$1{') : unescapeText(raw));
  const parts: Term[] = [];
  // White space between the parts is no node of its own.
  const first = node.children.findIndex((child) => child.kind === 'heredoc_identifier');
  const opening = isHeredoc ? node.children[first] : node.child('quoted_template_start');
  const closing = isHeredoc ? node.children.at(-1) : node.child('quoted_template_end');
  const source = node.tree.text;
  let from =
    (opening?.end ?? node.start) +
    (isHeredoc ? (source.slice(opening?.end).match(/^[ \t]*\r?\n/)?.[0].length ?? 0) : 0);
  const end = closing && closing !== opening ? closing.start : node.end;
  const plain = (to: number) => {
    if (to > from) parts.push(literal(text(source.slice(from, to)), node.tree.lineAt(from)));
  };
  for (const child of node.children) {
    if (child.kind !== 'template_interpolation' && child.kind !== 'template_directive') continue;
    plain(child.start);
    const expression = child.child('expression');
    parts.push(
      child.kind === 'template_interpolation' && expression
        ? convertExpression(expression, iteration)
        : unknownTerm('a directive inside a template', child.line),
    );
    from = child.end;
  }
  plain(end);
  if (isHeredoc && node.text.startsWith('<<-')) dedent(parts);
  if (parts.length === 0) return literal('', node.line);
  return parts.length === 1 ? parts[0]! : { t: 'template', parts, at: node.line };
};

/** `<<-` takes the indentation of the least indented line away from all lines. */
const dedent = (parts: Term[]): void => {
  const texts = parts.flatMap((part) => (part.t === 'literal' ? [String(part.value)] : ['x']));
  const widths = texts
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => /^ */.exec(line)![0].length);
  const width = Math.min(...widths, 200);
  if (width === 0) return;
  parts.forEach((part, index) => {
    if (part.t !== 'literal') return;
    const indent = new RegExp(index === 0 ? `(^|\\n) {0,${width}}` : `(\\n) {0,${width}}`, 'g');
    parts[index] = { ...part, value: String(part.value).replace(indent, '$1') };
  });
};

const convertFor = (node: SyntaxNode, iteration: Iteration): Term => {
  const [body] = node.parts;
  const intro = body?.child('for_intro');
  const source = intro?.child('expression');
  if (!body || !intro || !source) return unknownTerm('a loop that could not be read', node.line);
  const collection = convertExpression(source, iteration);
  const names = intro.children.filter((child) => child.kind === 'identifier').map((child) => child.text);
  const [keyName, valueName] = names.length > 1 ? names : [undefined, names[0]];
  const results = body.children.filter((child) => child.kind === 'expression');
  const keys = elementsOf(collection, 'key', node.line);
  const values = elementsOf(collection, 'value', node.line);
  const around = iteration.get(loopsAround);
  const depth = around?.t === 'literal' ? Number(around.value) : 0;
  if (values.length > loopLimit || depth >= nestedLoops)
    return unknownTerm(`a loop over ${values.length} elements${depth > 0 ? ' inside other loops' : ''}`, node.line);
  const rounds = values.map((value, index) => {
    const inner = new Map([...iteration, [loopsAround, literal(depth + 1)]]);
    if (valueName !== undefined) inner.set(valueName, value);
    if (keyName !== undefined) inner.set(keyName, keys[index] ?? value);
    return results.map((result) => convertExpression(result, inner));
  });
  if (body.kind === 'for_tuple_expr')
    return { t: 'list', items: rounds.flatMap(([item]) => item ?? []), at: node.line };
  const entries = rounds.flatMap(([key, value]): (readonly [Term, Term])[] => (key && value ? [[key, value]] : []));
  return { t: 'map', entries, at: node.line };
};

const convertKey = (node: SyntaxNode, iteration: Iteration): Term => {
  const [only, ...more] = node.parts;
  // `{ Name = … }` is the text Name; `{ (var.x) = … }` is the value of the expression.
  if (only?.kind === 'variable_expr' && more.length === 0) return literal(only.text, node.line);
  return convertExpression(node, iteration);
};

const convertText = (node: SyntaxNode): Term => {
  const raw = node.child('template_literal')?.text ?? '';
  // A quoted text ends on its line: one that does not was never closed, and holds what follows it.
  return raw.includes('\n')
    ? unknownTerm('a text that is never closed', node.line)
    : literal(unescapeText(raw), node.line);
};

const convertPrimary = (node: SyntaxNode, iteration: Iteration): Term => {
  const at = node.line;
  if (node.isCut) return unknownTerm('nested too deep to be read', at);
  switch (node.kind) {
    case 'expression':
      return convertExpression(node, iteration);
    case 'literal_value': {
      const [value] = node.parts;
      if (value?.kind === 'string_lit') return convertText(value);
      if (value?.kind === 'numeric_lit') return literal(Number(value.text), at);
      if (value?.kind === 'bool_lit') return literal(value.text === 'true', at);
      return literal(null, at);
    }
    case 'string_lit':
      return convertText(node);
    case 'template_expr':
      return node.parts[0] ? convertTemplate(node.parts[0], iteration) : literal('', at);
    case 'collection_value': {
      const [value] = node.parts;
      if (value?.kind === 'tuple') {
        const items = value.children.filter((child) => child.kind === 'expression');
        return { t: 'list', items: items.map((item) => convertExpression(item, iteration)), at };
      }
      const entries = (value?.children ?? []).flatMap((child): (readonly [Term, Term])[] => {
        const key = child.field('key');
        const held = child.field('val');
        return key && held ? [[convertKey(key, iteration), convertExpression(held, iteration)]] : [];
      });
      return { t: 'map', entries, at };
    }
    case 'conditional': {
      const [, yes, no] = node.children.filter((child) => child.kind === 'expression');
      if (!yes || !no) return unknownTerm('a condition that could not be read', at);
      return { t: 'either', of: [convertExpression(yes, iteration), convertExpression(no, iteration)], at };
    }
    case 'function_call': {
      const args = node.child('function_arguments')?.children.filter((child) => child.kind === 'expression') ?? [];
      const name = node.child('identifier')?.text ?? '';
      const terms = args.map((arg) => convertExpression(arg, iteration));
      return applyFunction(name.replace(/^.*::/, ''), terms, at);
    }
    case 'for_expr':
      return convertFor(node, iteration);
    case 'operation':
      return convertOperation(node, iteration);
    default:
      return unknownTerm('an expression that could not be read', at);
  }
};

const convertOperation = (node: SyntaxNode, iteration: Iteration): Term => {
  const [inner] = node.parts;
  const operands: SyntaxNode[][] = [[]];
  let operator = '';
  for (const child of inner?.children ?? []) {
    if (child.isNamed && child.kind !== 'comment') operands.at(-1)!.push(child);
    else if (!child.isNamed) {
      operator = child.kind;
      if (operands.at(-1)!.length > 0) operands.push([]);
    }
  }
  const of = operands.filter((each) => each.length > 0).map((each) => convertSequence(each, iteration));
  const [only] = of;
  if (inner?.kind === 'unary_operation' && only?.t === 'literal') {
    if (operator === '-' && typeof only.value === 'number') return literal(-only.value, node.line);
    if (operator === '!' && typeof only.value === 'boolean') return literal(!only.value, node.line);
  }
  return { t: 'operation', operator, of, at: node.line };
};

const convertSequence = (nodes: readonly SyntaxNode[], iteration: Iteration): Term => {
  const [primary, ...postfix] = nodes;
  if (!primary) return unknownTerm('an expression that could not be read');
  if (primary.kind === 'variable_expr') return convertName(primary.text, postfix, iteration, primary.line);
  const value = convertPrimary(primary, iteration);
  return postfix.length === 0 ? value : membersOf(value, stepsOf(postfix, iteration), primary.line);
};

/** The term for a node of kind `expression`. Pure; nesting is bounded by the tree. */
export const convertExpression = (node: SyntaxNode, iteration: Iteration = noIteration): Term =>
  node.isCut ? unknownTerm('nested too deep to be read', node.line) : convertSequence(node.parts, iteration);
