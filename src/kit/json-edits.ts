/** Takes members and items out of JSON, also with comments and trailing commas, and leaves the rest as it is written. */
import type { Edit, PlanFile } from './define-remediation.ts';

/** One value with its place in the text; a member of an object begins at its key. */
export interface JsonNode {
  readonly is: 'object' | 'array' | 'scalar';
  /** Where the value begins and ends. */
  readonly from: number;
  to: number;
  /** Where the member or item begins: at its key, or at the value. */
  readonly start: number;
  readonly key?: string;
  /** A scalar as it is written, a text without its quotes. */
  text: string;
  readonly children: JsonNode[];
  readonly parent?: JsonNode;
}

const token = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[{}[\],:]|[^\s{}[\],:"/]+/g;

/** The tree of a text; undefined where its brackets do not match. Deep nesting costs no stack. */
export const readJsonTree = (text: string): JsonNode | undefined => {
  const open: JsonNode[] = [];
  let root: JsonNode | undefined;
  let key: { readonly name: string; readonly start: number } | undefined;
  let word: { readonly text: string; readonly from: number; readonly to: number } | undefined;
  const add = (is: JsonNode['is'], from: number, to: number, shown: string): JsonNode => {
    const parent = open.at(-1);
    const node: JsonNode = {
      ...{ is, from, to, start: key?.start ?? from, text: shown, children: [] },
      ...(key ? { key: key.name } : {}),
      ...(parent ? { parent } : {}),
    };
    if (parent) parent.children.push(node);
    else root ??= node;
    key = undefined;
    return node;
  };
  const settle = (): void => {
    if (word) add('scalar', word.from, word.to, word.text);
    word = undefined;
  };
  for (const match of text.matchAll(token)) {
    const [sign] = match;
    if (sign.startsWith('//') || sign.startsWith('/*')) continue;
    if (sign === '{' || sign === '[')
      open.push(add(sign === '{' ? 'object' : 'array', match.index, match.index + 1, ''));
    else if (sign === '}' || sign === ']') {
      settle();
      const closed = open.pop();
      if (!closed || (closed.is === 'object') !== (sign === '}')) return undefined;
      closed.to = match.index + 1;
    } else if (sign === ',') settle();
    else if (sign === ':') {
      if (word) key = { name: word.text, start: word.from };
      word = undefined;
    } else {
      const shown = sign.startsWith('"') ? sign.slice(1, -1) : sign;
      word = { text: shown, from: match.index, to: match.index + sign.length };
    }
  }
  return open.length === 0 ? root : undefined;
};

/** Every value of a tree, the outer ones first. */
export const nodesOf = (root: JsonNode | undefined): JsonNode[] => {
  const all = root ? [root] : [];
  for (let at = 0; at < all.length; at += 1) all.push(...all[at]!.children);
  return all;
};

/** Edits that take children of one object or array out, with the commas between them. */
export const removeChildren = (path: string, parent: JsonNode, removed: ReadonlySet<JsonNode>): Edit[] => {
  const { children } = parent;
  const edits: Edit[] = [];
  for (let first = 0; first < children.length; first += 1) {
    if (!removed.has(children[first]!)) continue;
    let last = first;
    while (last + 1 < children.length && removed.has(children[last + 1]!)) last += 1;
    const next = children[last + 1];
    const before = children[first - 1];
    if (next) edits.push({ path, from: children[first]!.start, to: next.start, text: '' });
    else if (before) edits.push({ path, from: before.to, to: children[last]!.to, text: '' });
    else edits.push({ path, from: parent.from + 1, to: parent.to - 1, text: '' });
    first = last;
  }
  return edits;
};

/** Edits that take texts out of the arrays in which they stand. */
export const removeTexts = ({ path, text }: PlanFile, unwanted: ReadonlySet<string>): Edit[] => {
  const found = nodesOf(readJsonTree(text)).filter(
    (node) => node.is === 'scalar' && node.parent?.is === 'array' && unwanted.has(node.text),
  );
  return [...Map.groupBy(found, ({ parent }) => parent!)].flatMap(([parent, nodes]) =>
    removeChildren(path, parent, new Set(nodes)),
  );
};

/** The node to take out so that nothing empty is left of what held it: an array of one item goes with its member, a group with its array. */
export const outermostAlone = (node: JsonNode): JsonNode => {
  let at = node;
  while (at.parent?.parent && at.parent.children.length === 1) at = at.parent;
  return at;
};
