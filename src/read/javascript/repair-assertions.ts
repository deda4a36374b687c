/**
 * Repairs the grammar’s reading of TypeScript’s `!` after a value: `a ?? b!.c` comes as `(a ?? b)!.c`, and `!a!.b` as `(!a)!.b`.
 * A left operand in real parentheses comes as a `parenthesized_expression`, so that the two are told apart.
 */
import type { SyntaxNode, SyntaxTree } from '../syntax-tree.ts';

/** A value that members, indexes, calls and assertions are hung on: the role of the inner value by kind. */
const spineRole: Readonly<Record<string, string>> = {
  member_expression: 'object',
  subscript_expression: 'object',
  call_expression: 'function',
  non_null_expression: '',
};
const operandRole: Readonly<Record<string, string>> = { binary_expression: 'right', unary_expression: 'argument' };

/** Where the outermost node of a spine hangs. */
interface Top {
  readonly parent: SyntaxNode;
  readonly at: number;
}

/** Changes the tree in place. Costs a walk of the tree only where the text may hold such an assertion. */
export const repairAssertions = (tree: SyntaxTree): void => {
  if (/[\w)\]]!/.test(tree.text)) visit(tree.root, undefined);
};

const visit = (node: SyntaxNode, top: Top | undefined): void => {
  const inner = node.kind === 'non_null_expression' ? node.children[0] : undefined;
  if (inner && top && inner.kind in operandRole && rotate(node, inner, top)) {
    visit(top.parent.children[top.at]!, top);
    return;
  }
  const role = spineRole[node.kind];
  node.children.forEach((child, at) => {
    const isSpine = role !== undefined && child.isNamed && child.role === role && top !== undefined;
    visit(child, isSpine ? top : { parent: node, at });
  });
};

/** Hangs the spine on the operation’s last operand, and the operation where the spine hung. */
const rotate = (assertion: SyntaxNode, operation: SyntaxNode, { parent, at }: Top): boolean => {
  const role = operandRole[operation.kind]!;
  const operand = operation.field(role);
  const spine = parent.children[at];
  if (!operand || !spine) return false;
  assertion.children = assertion.children.map((each) => (each === operation ? operand.withRole('') : each));
  operation.children = operation.children.map((each) => (each === operand ? spine.withRole(role) : each));
  const whole = operation.withRole(spine.role);
  parent.children = parent.children.map((each, index) => (index === at ? whole : each));
  return true;
};
