/** Source grammars: runs the WebAssembly parsers that the application hands in, within bounds, and gives plain syntax trees. */
import { Language, Parser, type Tree, type TreeCursor } from 'web-tree-sitter';
import { noteErrors, SyntaxNode, SyntaxTree } from './syntax-tree.ts';

export type { SyntaxTree } from './syntax-tree.ts';

/** Files of the grammars, as paths below the folder of installed packages. */
export const grammarFiles = {
  python: 'tree-sitter-python/tree-sitter-python.wasm',
  javascript: 'tree-sitter-javascript/tree-sitter-javascript.wasm',
  typescript: 'tree-sitter-typescript/tree-sitter-typescript.wasm',
  tsx: 'tree-sitter-typescript/tree-sitter-tsx.wasm',
  go: 'tree-sitter-go/tree-sitter-go.wasm',
  java: 'tree-sitter-java/tree-sitter-java.wasm',
  csharp: 'tree-sitter-c-sharp/tree-sitter-c_sharp.wasm',
  terraform: '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm',
} as const;

/** File of the parser that runs the grammars. */
export const runtimeFile = 'web-tree-sitter/web-tree-sitter.wasm';

export type Grammar = keyof typeof grammarFiles;

/** What one parse may cost. */
export interface ParseBounds {
  /** Wall time of one parse in milliseconds. */
  readonly milliseconds: number;
  /** Longest text in UTF-16 units. */
  readonly length: number;
  /** Deepest nesting that is kept; what is nested deeper is a gap. */
  readonly depth: number;
  /** Most nodes that are kept. */
  readonly nodes: number;
  /** A clock in milliseconds. */
  readonly now: () => number;
}

const defaultBounds: ParseBounds = {
  milliseconds: 5_000,
  length: 8_000_000,
  depth: 600,
  nodes: 3_000_000,
  now: () => performance.now(),
};

export interface Grammars {
  /** Parses a text. Never rejects because of the text: what a bound or a syntax error took away is among the tree’s gaps. */
  parse(grammar: Grammar, text: string): Promise<SyntaxTree>;
}

/**
 * Makes the parsers of one thread. `loadWasm` gives the bytes of a file named by `runtimeFile` or `grammarFiles`; each is asked for
 * once, when first needed. Parsing itself is synchronous, so that two parses never share a parser.
 */
export const createGrammars = (
  loadWasm: (file: string) => Promise<Uint8Array>,
  bounds: Partial<ParseBounds> = {},
): Grammars => {
  const limits = { ...defaultBounds, ...bounds };
  const hosts = new Map<Grammar, Promise<Host>>();
  let runtime: Promise<void> | undefined;
  const load = async (grammar: Grammar): Promise<Host> => {
    runtime ??= loadWasm(runtimeFile).then((bytes) => Parser.init({ wasmBinary: bytes }));
    const [bytes] = await Promise.all([loadWasm(grammarFiles[grammar]), runtime]);
    return createHost(await Language.load(bytes));
  };
  return {
    async parse(grammar, text) {
      let host = hosts.get(grammar);
      if (!host) {
        host = load(grammar);
        hosts.set(grammar, host);
      }
      const nesting = nestingBounds[grammar];
      if (nesting !== undefined && nestsDeeper(text, nesting)) {
        const empty = new SyntaxTree(text, 'ERROR');
        empty.gaps.push({
          line: 1,
          endLine: empty.lineCount,
          why: `more than ${nesting} brackets inside of each other`,
        });
        return empty;
      }
      return parseWith(await host, text, limits);
    },
  };
};

/**
 * Most brackets that may be open at once. Of `({` some ten thousand times in a row Java’s parser leaves its memory, and no other can be
 * made in the same thread after that.
 */
const nestingBounds: Readonly<Partial<Record<Grammar, number>>> = { go: 2_000, java: 2_000, csharp: 2_000 };

/** Tells whether more brackets are open at once, wherever they stand; one that nothing closes is open to the end. */
const nestsDeeper = (text: string, bound: number): boolean => {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x28 || code === 0x5b || code === 0x7b) {
      if (++open > bound) return true;
    } else if ((code === 0x29 || code === 0x5d || code === 0x7d) && open > 0) open--;
  }
  return false;
};

/** A parser with what is known of its grammar’s node types, by their number. */
interface Host {
  readonly parser: Parser;
  readonly kinds: readonly string[];
  readonly roles: readonly string[];
  readonly isNamed: readonly boolean[];
  /** Types that never have children: asking for them would cost a call into WebAssembly each. */
  readonly isLeaf: readonly boolean[];
  /** Anonymous types that say something: keywords and operators, not punctuation. */
  readonly isKept: readonly boolean[];
}

const punctuation = new Set(['(', ')', '[', ']', '{', '}', ',', ';', ':', '.', '"', "'", '`', '=', '=>', '${', '']);
const leaves = new Set(['identifier', 'property_identifier', 'type_identifier', 'integer', 'float', 'number']);

const createHost = (language: Language): Host => {
  const parser = new Parser();
  parser.setLanguage(language);
  const kinds = language.types.map((type) => type ?? '');
  const isNamed = kinds.map((_, type) => language.nodeTypeIsNamed(type));
  return {
    parser,
    kinds,
    roles: language.fields.map((field) => field ?? ''),
    isNamed,
    isLeaf: kinds.map((kind, type) => !isNamed[type] || leaves.has(kind)),
    isKept: kinds.map((kind, type) => isNamed[type]! || !punctuation.has(kind)),
  };
};

/** The number under which every grammar reports an error node. */
const errorType = 0xffff;

const parseWith = (host: Host, text: string, limits: ParseBounds): SyntaxTree => {
  const whole = (why: string): SyntaxTree => {
    const empty = new SyntaxTree(text, 'ERROR');
    empty.gaps.push({ line: 1, endLine: empty.lineCount, why });
    return empty;
  };
  if (text.length > limits.length) return whole(`longer than ${limits.length} characters`);
  const end = limits.now() + limits.milliseconds;
  // The callback’s result stops the parser although its type says that it has none.
  const parsed = host.parser.parse(text, null, { progressCallback: () => limits.now() > end });
  if (!parsed) {
    host.parser.reset();
    return whole(`parsing took longer than ${limits.milliseconds} ms`);
  }
  const cursor = parsed.walk();
  try {
    return copyTree(host, parsed, cursor, text, limits);
  } finally {
    cursor.delete();
    parsed.delete();
  }
};

/** Copies the parser’s tree into plain objects, without recursion. */
const copyTree = (host: Host, parsed: Tree, cursor: TreeCursor, text: string, limits: ParseBounds): SyntaxTree => {
  const { kinds, roles, isNamed, isLeaf, isKept } = host;
  const tree = new SyntaxTree(text, kinds[cursor.nodeTypeId] ?? 'ERROR');
  const hasErrors = parsed.rootNode.hasError;
  const errors: SyntaxNode[] = [];
  if (tree.root.kind === 'ERROR') errors.push(tree.root);
  const open: SyntaxNode[][] = [];
  let siblings: SyntaxNode[] = [];
  tree.root.children = siblings;
  let line = 1;
  let nextLine = text.indexOf('\n');
  let count = 0;
  if (!cursor.gotoFirstChild()) return tree;
  for (;;) {
    const type = cursor.nodeTypeId;
    const isError = type === errorType;
    let descend = false;
    // A token that the parser had to make up is an error even where it is punctuation.
    const isMissing = hasErrors && !isError && cursor.nodeIsMissing;
    if (isError || isMissing || isKept[type]) {
      const start = cursor.startIndex;
      // Nodes come in the order in which they start, so that lines need no search.
      while (nextLine >= 0 && nextLine < start) {
        line++;
        nextLine = text.indexOf('\n', nextLine + 1);
      }
      const kind = isError ? 'ERROR' : kinds[type]!;
      const role = roles[cursor.currentFieldId] ?? '';
      const node = new SyntaxNode(tree, kind, isError || isNamed[type]!, role, start, cursor.endIndex, line);
      siblings.push(node);
      if (isError || isMissing) errors.push(node);
      if (++count > limits.nodes) {
        tree.gaps.push({ line, endLine: tree.lineCount, why: `more than ${limits.nodes} syntax nodes` });
        break;
      }
      descend = isError || !isLeaf[type];
      if (descend && open.length >= limits.depth) {
        descend = false;
        node.isCut = true;
        noteCut(tree, node, limits.depth);
      }
      if (descend && cursor.gotoFirstChild()) {
        open.push(siblings);
        siblings = [];
        node.children = siblings;
        continue;
      }
    }
    let ended = false;
    while (!cursor.gotoNextSibling()) {
      cursor.gotoParent();
      const above = open.pop();
      if (!above) {
        ended = true;
        break;
      }
      siblings = above;
    }
    if (ended) break;
  }
  if (errors.length > 0) noteErrors(tree, errors);
  return tree;
};

const noteCut = (tree: SyntaxTree, node: SyntaxNode, depth: number): void => {
  const last = tree.gaps.at(-1);
  const { line, endLine } = node;
  if (last && last.endLine >= endLine && last.line <= line) return;
  if (tree.gaps.length < 64) tree.gaps.push({ line, endLine, why: `nested deeper than ${depth} levels` });
};
