/** Policies that a file gives to nobody: another file of the folder may give them, so they are kept as identities that carry rights. */
import { type FactSaid, type Term, unknownTerm } from '../../../kit/define-extractor.ts';
import { stateRights } from '../../../kit/policy-rights.ts';
import { statementsOf } from '../../../read/aws-policy.ts';
import { attributeOf, type TerraformBlock } from '../../../read/terraform.ts';
import { documentOf } from './policy-document.ts';
import { policyScope } from './policy-scope.ts';
import { addressOf, type StackFile } from './stack-file.ts';
import { addIdentity } from './state-identity-facts.ts';

/** Policies and documents of this file that nobody in it is given: others in the folder may be. */
const looseCarriers = (used: ReadonlySet<string>, stack: StackFile): readonly TerraformBlock[] =>
  stack.file.blocks.filter(({ type, labels }) => {
    const address = type === 'data' ? `data.${labels.join('.')}` : labels.join('.');
    const isCarrier =
      (type === 'resource' && labels[0] === 'aws_iam_policy') ||
      (type === 'data' && labels[0] === 'aws_iam_policy_document');
    return isCarrier && !used.has(address);
  });

/** Addresses that anything in the file refers to. */
const referencesIn = (stack: StackFile): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (term: Term, depth: number): void => {
    if (depth > 60) return;
    const target = term.t === 'reference' ? stack.targetOf(term) : undefined;
    if (target) found.add(target.address);
    if (term.t === 'list') for (const item of term.items) visit(item, depth + 1);
    else if (term.t === 'map')
      for (const [key, value] of term.entries) for (const each of [key, value]) visit(each, depth + 1);
    else if (term.t === 'template') for (const part of term.parts) visit(part, depth + 1);
    else if (term.t === 'either' || term.t === 'operation') for (const each of term.of) visit(each, depth + 1);
    else if (term.t === 'member') visit(term.of, depth + 1);
  };
  const blocks = (list: readonly TerraformBlock[]): void => {
    for (const block of list) {
      for (const { term } of block.attributes) visit(term, 0);
      blocks(block.blocks);
    }
  };
  blocks(stack.file.blocks.filter(({ type }) => type !== 'output'));
  return found;
};

/** A policy that this file gives to nobody is kept as an identity that carries its rights, so that another file can give it. */
export const stateLoosePolicies = (stack: StackFile): void => {
  for (const block of looseCarriers(referencesIn(stack), stack)) {
    const address = addressOf(block);
    const source: Term =
      block.type === 'data'
        ? { t: 'reference', namespace: 'terraform', name: `${address}.json`, at: block.line }
        : (attributeOf(block, 'policy')?.term ?? unknownTerm('no policy', block.line));
    const { document } = documentOf(source, stack);
    const statements = document ? statementsOf(document) : [];
    // A document of trust, or of a resource’s own policy, names principals: it gives its rights to them, not to a role.
    if (statements.length === 0 || statements.some(({ principals }) => principals.length > 0)) continue;
    const facts = stateRights(
      { kind: 'identity', identifier: { scheme: 'terraform-address', value: stack.identify(address) }, name: address },
      statements,
      block.line,
      policyScope(stack),
    );
    const isHidden = statements.some(({ hidden }) => hidden.length > 0);
    const narrow: FactSaid = { value: false, how: 'inferred', confidence: 0.85, line: block.line };
    const known =
      isHidden || facts.wildcardActions || facts.wildcardResources
        ? facts
        : { ...facts, wildcardActions: narrow, wildcardResources: narrow };
    addIdentity(address, stack.keyOf(address), { provider: { value: 'aws' }, ...known }, block.line, stack);
  }
};
