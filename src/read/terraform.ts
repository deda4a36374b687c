/** Terraform files as blocks of terms: what is declared, with its line, and what could not be read. */
import { type Term, unknownTerm } from '../domain/term.ts';
import { TermSizes } from './bounded-term.ts';
import type { SyntaxGap, SyntaxNode, SyntaxTree } from './syntax-tree.ts';
import { convertExpression, type Iteration, iterate, noIteration, unescapeText } from './terraform-expressions.ts';

export interface TerraformAttribute {
  readonly name: string;
  readonly term: Term;
  readonly line: number;
}

export interface TerraformBlock {
  /** `resource`, `data`, `variable`, `statement`: the word that opens it. */
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: readonly TerraformAttribute[];
  readonly blocks: readonly TerraformBlock[];
  readonly line: number;
  readonly endLine: number;
  /** It stands for any number of blocks: `count`, `for_each` or a dynamic block made it. */
  readonly repeated?: boolean;
}

export interface TerraformFile {
  readonly blocks: readonly TerraformBlock[];
  /** Attributes outside any block, as tfvars files have them. */
  readonly attributes: readonly TerraformAttribute[];
  readonly gaps: readonly SyntaxGap[];
}

/** The last attribute of a name. */
export const attributeOf = (block: TerraformBlock, name: string): TerraformAttribute | undefined =>
  block.attributes.findLast((each) => each.name === name);

/** Every block of a type directly inside another. */
export const blocksOf = (block: TerraformBlock, type: string): readonly TerraformBlock[] =>
  block.blocks.filter((each) => each.type === type);

/** `filters[type=WORD]` as its name and what must be true of the block. */
const stepOf = (step: string): readonly [string, (block: TerraformBlock) => boolean] => {
  const [, name = step, argument, value] = /^([^[]+)\[(\w+)=([^\]]*)\]$/.exec(step) ?? [];
  if (argument === undefined) return [name, () => true];
  return [
    name,
    (block) => {
      const term = attributeOf(block, argument)?.term;
      return term?.t === 'literal' && term.value === value;
    },
  ];
};

/** Whether a block, or an argument that is not null, stands at a path of block types. */
export const isAt = (block: TerraformBlock, path: string): boolean => {
  const [first = '', ...rest] = path.split('.');
  const [name, holds] = stepOf(first);
  const inner = blocksOf(block, name).filter(holds);
  if (rest.length === 0) return inner.length > 0 || attributeOf(block, name) !== undefined;
  return inner.some((each) => isAt(each, rest.join('.')));
};

/**
 * The attribute at a path of block types and a name at the end: `metadata_options.http_tokens`. Where a block type occurs
 * several times the first that has the attribute counts; `filters[type=WORD].strength` asks only those of which that is true.
 * Of several paths with `|` between them the first that is written counts.
 */
export const attributeAt = (block: TerraformBlock, paths: string): TerraformAttribute | undefined => {
  if (paths.includes('|')) {
    for (const path of paths.split('|')) {
      const found = attributeAt(block, path);
      if (found) return found;
    }
    return undefined;
  }
  const [step = '', ...rest] = paths.split('.');
  const [first, holds] = stepOf(step);
  if (rest.length === 0) return attributeOf(block, first);
  for (const inner of blocksOf(block, first).filter(holds)) {
    const found = attributeAt(inner, rest.join('.'));
    if (found) return found;
  }
  // Some providers write as maps what others write as blocks.
  const written = attributeOf(block, first);
  return written && entryAt(written, rest);
};

const entryAt = (attribute: TerraformAttribute, path: readonly string[]): TerraformAttribute | undefined => {
  const [key, ...rest] = path;
  if (key === undefined) return attribute;
  const { term } = attribute;
  if (term.t === 'list' || term.t === 'either') {
    for (const item of term.t === 'list' ? term.items : term.of) {
      const found = entryAt({ ...attribute, term: item }, path);
      if (found) return found;
    }
    return undefined;
  }
  const entry =
    term.t === 'map' ? term.entries.findLast(([name]) => name.t === 'literal' && name.value === key) : undefined;
  return entry && entryAt({ name: key, term: entry[1], line: entry[1].at ?? attribute.line }, rest);
};

const labelOf = (node: SyntaxNode): string =>
  node.kind === 'string_lit' ? unescapeText(node.child('template_literal')?.text ?? '') : node.text;

/** Most parts and deepest nesting of one value; loops over loops can make far more of a short text. */
const partLimit = 20_000;
const nestingLimit = 48;

const innerTerms = (term: Term): readonly Term[] => {
  switch (term.t) {
    case 'list':
      return term.items;
    case 'map':
      return term.entries.flat();
    case 'template':
      return term.parts;
    case 'either':
    case 'operation':
      return term.of;
    case 'member':
      return typeof term.key === 'string' ? [term.of] : [term.of, term.key];
    default:
      return [];
  }
};

const isNestedWithin = (term: Term, levels: number): boolean =>
  levels > 0 && innerTerms(term).every((inner) => isNestedWithin(inner, levels - 1));

/** The term, or unknown when it is larger than people write. */
const withinBounds = (term: Term, line: number): Term => {
  if (new TermSizes().of(term) > partLimit) return unknownTerm('a value of very many parts', line);
  return isNestedWithin(term, nestingLimit) ? term : unknownTerm(`nested deeper than ${nestingLimit} levels`, line);
};

const attributesIn = (body: SyntaxNode | undefined, iteration: Iteration): readonly TerraformAttribute[] =>
  (body?.children ?? []).flatMap((node) => {
    const name = node.kind === 'attribute' ? node.child('identifier')?.text : undefined;
    const expression = node.child('expression');
    if (name === undefined || !expression) return [];
    return [{ name, term: withinBounds(convertExpression(expression, iteration), node.line), line: node.line }];
  });

/** What iteration means inside the block: of its own `for_each` or `count`, else as outside. */
const iterationOf = (body: SyntaxNode | undefined, outer: Iteration): Iteration => {
  for (const { name, term, line } of attributesIn(body, outer)) {
    if (name === 'for_each') return iterate('each', term, outer, line);
    if (name === 'count') return new Map([...outer, ['count.index', unknownTerm('the index of one of several', line)]]);
  }
  return outer;
};

const blockOf = (node: SyntaxNode, outer: Iteration): TerraformBlock => {
  const [type = '', ...labels] = node.children
    .filter((child) => child.kind === 'identifier' || child.kind === 'string_lit')
    .map(labelOf);
  const body = node.child('body');
  const { line, endLine } = node;
  if (type === 'dynamic') {
    const own = attributesIn(body, outer);
    const collection = own.find(({ name }) => name === 'for_each')?.term ?? unknownTerm('no for_each', line);
    const [name = ''] = labels;
    const iterator = own.find((each) => each.name === 'iterator')?.term;
    const word = iterator?.t === 'unknown' ? (/^the name (\S+) stands alone$/.exec(iterator.why)?.[1] ?? name) : name;
    const content = body?.children.find((child) => child.child('identifier')?.text === 'content')?.child('body');
    const inner = iterate(word, collection, outer, line);
    return {
      type: name,
      labels: [],
      attributes: attributesIn(content, inner),
      blocks: blocksIn(content, inner),
      line,
      endLine,
      repeated: true,
    };
  }
  const iteration = iterationOf(body, outer);
  const block = {
    type,
    labels,
    attributes: attributesIn(body, iteration),
    blocks: blocksIn(body, iteration),
    line,
    endLine,
  };
  const isRepeated = block.attributes.some(({ name }) => name === 'count' || name === 'for_each');
  return isRepeated ? { ...block, repeated: true } : block;
};

const blocksIn = (body: SyntaxNode | undefined, iteration: Iteration): readonly TerraformBlock[] =>
  (body?.children ?? []).filter((node) => node.kind === 'block').map((node) => blockOf(node, iteration));

/** Reads a parsed `.tf` or `.tfvars` file. Blocks inside a part with syntax errors are read as far as they are whole. */
export const readTerraform = (tree: SyntaxTree): TerraformFile => {
  const bodies = tree.root.kind === 'ERROR' ? [tree.root] : tree.root.children;
  const blocks = bodies.flatMap((body) =>
    body.kind === 'block' ? [blockOf(body, noIteration)] : blocksIn(body, noIteration),
  );
  return { blocks, attributes: bodies.flatMap((body) => attributesIn(body, noIteration)), gaps: tree.gaps };
};
