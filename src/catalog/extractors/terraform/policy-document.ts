/** Policy documents and other JSON inside Terraform: written as a map, as JSON text with references, or as a data source. */
import { literal, type Term } from '../../../kit/define-extractor.ts';
import { readJson } from '../../../read/json-positions.ts';
import type { Positioned } from '../../../read/positioned.ts';
import { attributeOf, blocksOf, type TerraformBlock } from '../../../read/terraform.ts';
import type { StackFile } from './stack-file.ts';

/** The document as a map or list, or why it is not to be had here. */
export interface Document {
  readonly document?: Term;
  /** The address in another file of the folder that holds it. */
  readonly elsewhere?: string;
  readonly why?: string;
}

/** Stands in JSON text for the value of a reference; no file contains it. */
const mark = (index: number): string => `\u{f0000}${index}\u{f0001}`;
const marks = /\u{f0000}(\d+)\u{f0001}/u;

const termOf = (value: Positioned, parts: readonly Term[], base: number): Term => {
  const at = base + value.line - 1;
  if (value.is === 'list') return { t: 'list', items: value.items.map((item) => termOf(item, parts, base)), at };
  if (value.is === 'map')
    return {
      t: 'map',
      entries: [...value.entries].map(
        ([key, entry]) => [literal(key, base + entry.line - 1), termOf(entry.value, parts, base)] as const,
      ),
      at,
    };
  if (typeof value.value !== 'string' || !marks.test(value.value)) return literal(value.value, at);
  const pieces = value.value.split(marks).flatMap((piece, index): readonly Term[] => {
    if (index % 2 === 1) return parts[Number(piece)] ? [parts[Number(piece)]!] : [];
    return piece === '' ? [] : [literal(piece, at)];
  });
  return pieces.length === 1 ? pieces[0]! : { t: 'template', parts: pieces, at };
};

/** JSON in a text or heredoc, with the references inside its strings kept as terms. */
const fromText = (term: Term): Term | undefined => {
  const parts = term.t === 'template' ? term.parts : [term];
  const text = parts
    .map((part, index) => (part.t === 'literal' && typeof part.value === 'string' ? part.value : mark(index)))
    .join('');
  const { value, errors } = readJson(text);
  if (value === undefined || value.is === 'scalar' || errors.length > 0) return undefined;
  const first = parts.find(({ at }) => at !== undefined)?.at ?? 1;
  return termOf(value, parts, first);
};

const principalsOf = (statement: TerraformBlock, type: string): Term => ({
  t: 'map',
  entries: blocksOf(statement, type).flatMap((block) => {
    const kind = attributeOf(block, 'type')?.term;
    const values = attributeOf(block, 'identifiers')?.term;
    return kind && values ? [[kind, values] as const] : [];
  }),
  at: statement.line,
});

/** `data "aws_iam_policy_document"` as the document it makes. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document */
export const documentOfBlock = (block: TerraformBlock, stack: StackFile, depth = 0): Term => {
  const statements = blocksOf(block, 'statement').map((statement): Term => {
    const entry = (key: string, name: string): readonly (readonly [Term, Term])[] => {
      const given = attributeOf(statement, name);
      return given ? [[literal(key, given.line), given.term]] : [];
    };
    const principals = principalsOf(statement, 'principals');
    return {
      t: 'map',
      entries: [
        [literal('Effect'), attributeOf(statement, 'effect')?.term ?? literal('Allow', statement.line)],
        ...entry('Action', 'actions'),
        ...entry('NotAction', 'not_actions'),
        ...entry('Resource', 'resources'),
        ...entry('NotResource', 'not_resources'),
        ...(principals.t === 'map' && principals.entries.length > 0
          ? [[literal('Principal'), principals] as const]
          : []),
        ...(blocksOf(statement, 'condition').length > 0 ? [[literal('Condition'), literal(true)] as const] : []),
      ],
      at: statement.line,
    };
  });
  const sources = ['source_policy_documents', 'override_policy_documents', 'source_json'].flatMap((name) => {
    const given = attributeOf(block, name)?.term;
    return given === undefined || depth > 4 ? [] : given.t === 'list' ? given.items : [given];
  });
  const inherited = sources.flatMap((source): readonly Term[] => {
    const { document } = documentOf(source, stack, depth + 1);
    const list =
      document?.t === 'map'
        ? document.entries.find(([key]) => key.t === 'literal' && key.value === 'Statement')?.[1]
        : undefined;
    // A document that is not to be had stands as one statement of which nothing is known.
    return list === undefined ? [source] : list.t === 'list' ? list.items : [list];
  });
  return {
    t: 'map',
    entries: [[literal('Statement', block.line), { t: 'list', items: [...statements, ...inherited], at: block.line }]],
    at: block.line,
  };
};

/** The document that a term gives. */
export const documentOf = (given: Term, stack: StackFile, depth = 0): Document => {
  const term = stack.follow(given);
  if (term.t === 'map' || term.t === 'list') return { document: term };
  if (term.t === 'operation' && ['jsonencode', 'yamlencode'].includes(term.operator)) {
    const [inner] = term.of;
    return inner ? documentOf(inner, stack, depth) : { why: 'jsonencode of nothing' };
  }
  if (term.t === 'operation' && ['file', 'templatefile'].includes(term.operator))
    return { why: `it is made by ${term.operator}(), whose file is not read as a policy` };
  if (term.t === 'literal' || term.t === 'template') {
    const document = fromText(term);
    return document === undefined ? { why: 'its text is no JSON that could be read' } : { document };
  }
  const target = stack.targetOf(term);
  if (target?.address.startsWith('data.aws_iam_policy_document.')) {
    const block = stack.blockAt(target.address);
    return block ? { document: documentOfBlock(block, stack, depth) } : { elsewhere: target.address };
  }
  if (target?.type === 'aws_iam_policy') {
    const block = stack.blockAt(target.address);
    const policy = block && attributeOf(block, 'policy');
    if (!block) return { elsewhere: target.address };
    return policy && depth < 4 ? documentOf(policy.term, stack, depth + 1) : { why: 'the policy has no document' };
  }
  return { why: 'it is put together by an expression' };
};
