/** A syntax tree as plain objects: copied out of the parser at once, bounded in depth and size, with what could not be parsed as gaps. */

/** Lines that could not be read, with the reason. Lines count from 1. */
export interface SyntaxGap {
  readonly line: number;
  readonly endLine: number;
  readonly why: string;
}

const none: readonly SyntaxNode[] = Object.freeze([]);

/** One node. Punctuation without a meaning of its own is left out; keywords and operators are there. */
export class SyntaxNode {
  /** Node type as the grammar names it: `call`, `ERROR`, or the text of a keyword or operator. */
  readonly kind: string;
  readonly isNamed: boolean;
  /** The role under which the parent holds it, or an empty string. */
  readonly role: string;
  /** Offsets in UTF-16 units of the tree’s text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** First line, from 1. */
  readonly line: number;
  readonly tree: SyntaxTree;
  /** In source order, comments among them. */
  children: readonly SyntaxNode[] = none;
  /** Deeper than the bound: its children were not kept. */
  isCut = false;

  constructor(
    tree: SyntaxTree,
    kind: string,
    isNamed: boolean,
    role: string,
    start: number,
    end: number,
    line: number,
  ) {
    this.tree = tree;
    this.kind = kind;
    this.isNamed = isNamed;
    this.role = role;
    this.start = start;
    this.end = end;
    this.line = line;
  }

  get text(): string {
    return this.tree.text.slice(this.start, this.end);
  }

  /** Last line, from 1. */
  get endLine(): number {
    return this.tree.lineAt(this.end > this.start ? this.end - 1 : this.end);
  }

  /** The first child with this role. */
  field(role: string): SyntaxNode | undefined {
    for (const child of this.children) if (child.role === role) return child;
    return undefined;
  }

  /** All children with this role. */
  fields(role: string): readonly SyntaxNode[] {
    return this.children.filter((child) => child.role === role);
  }

  /** The first child of this kind. */
  child(kind: string): SyntaxNode | undefined {
    for (const child of this.children) if (child.kind === kind) return child;
    return undefined;
  }

  /** The same node under another role. */
  withRole(role: string): SyntaxNode {
    const { tree, kind, isNamed, start, end, line } = this;
    const node = new SyntaxNode(tree, kind, isNamed, role, start, end, line);
    node.children = this.children;
    node.isCut = this.isCut;
    return node;
  }

  has(kind: string): boolean {
    return this.child(kind) !== undefined;
  }

  /** Named children without comments. */
  get parts(): readonly SyntaxNode[] {
    return this.children.filter((child) => child.isNamed && child.kind !== 'comment');
  }
}

/** A parsed text. Where `gaps` is not empty, some of its lines are missing from the nodes or stand in `ERROR` nodes. */
export class SyntaxTree {
  readonly text: string;
  readonly root: SyntaxNode;
  readonly gaps: SyntaxGap[] = [];
  #lineStarts: Int32Array | undefined;

  constructor(text: string, rootKind: string) {
    this.text = text;
    this.root = new SyntaxNode(this, rootKind, true, '', 0, text.length, 1);
  }

  /** The line (from 1) of an offset. */
  lineAt(offset: number): number {
    this.#lineStarts ??= findLineStarts(this.text);
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Number of lines of the text. */
  get lineCount(): number {
    this.#lineStarts ??= findLineStarts(this.text);
    return this.#lineStarts.length;
  }
}

/** Offsets at which lines start. Only `\n` ends a line, as the parser counts. */
export const findLineStarts = (text: string): Int32Array => {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  const starts = new Int32Array(count);
  let index = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts[index++] = at + 1;
  return starts;
};

const gapLimit = 64;

/** Notes each unreadable part of the tree as a gap; well-formed statements inside an error are read and are no gap. */
export const noteErrors = (tree: SyntaxTree, errors: readonly SyntaxNode[]): void => {
  const lines: (readonly [number, number])[] = [];
  for (const error of errors) {
    let from = error.line;
    for (const child of error.children) {
      if (!isWhole(child)) continue;
      if (child.line > from) lines.push([from, child.line - 1]);
      from = Math.max(from, child.endLine + 1);
    }
    if (from <= error.endLine) lines.push([from, error.endLine]);
    else if (error.children.every((child) => !isWhole(child))) lines.push([error.line, error.endLine]);
  }
  lines.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let noted = 0;
  let last: { line: number; endLine: number; why: string } | undefined;
  for (const [line, endLine] of lines) {
    if (last && line <= last.endLine + 1) {
      last.endLine = Math.max(last.endLine, endLine);
      continue;
    }
    if (++noted > gapLimit) {
      tree.gaps.push({ line, endLine: tree.lineCount, why: 'many syntax errors' });
      return;
    }
    last = { line, endLine, why: 'syntax error' };
    tree.gaps.push(last);
  }
};

const isWhole = (node: SyntaxNode): boolean =>
  node.children.length > 0 && /(?:_statement|_definition|_declaration|^block|^statement_block|^body)$/.test(node.kind);
