/** AWS roles and users: who may take them on, and the rights of policies, wherever in the folder those stand. */
import { type AssetReference, type FactSaid, type Term, unknownTerm } from '../../../kit/define-extractor.ts';
import { trustedBy } from '../../../kit/policy-principals.ts';
import { managedPolicyDocument, managedPolicyName, stateRights } from '../../../kit/policy-rights.ts';
import { eachOf, type PolicyStatement, statementsOf } from '../../../read/aws-policy.ts';
import { attributeOf, blocksOf, type TerraformBlock } from '../../../read/terraform.ts';
import { documentOf } from './policy-document.ts';
import { policyScope } from './policy-scope.ts';
import { addressOf, type StackFile } from './stack-file.ts';
import { addIdentity } from './state-identity-facts.ts';
import { stateLoosePolicies } from './state-loose-policies.ts';

/** One policy as it is given to somebody: its document, and where the giving stands. */
interface Grant {
  /** Address of the role or user, as far as it is known. */
  readonly to: string | undefined;
  readonly document: Term;
  readonly line: number;
  /** Address of the resource that gives it. */
  readonly by: string;
}

/** Why a document could not be read, said of the identity that it is given to. */
const hide = (address: string, key: string, why: string, line: number, stack: StackFile): void => {
  const unseen: FactSaid = { value: unknownTerm(why, line), line };
  addIdentity(address, key, { actions: unseen, wildcardActions: unseen, wildcardResources: unseen }, line, stack);
};

/** Whether a policy of the identity could not be read. */
const isHidden = (address: string, stack: StackFile): boolean =>
  stack.assets.some(({ identifiers, facts }) => {
    const value = facts?.wildcardActions?.value;
    const isUnknown = typeof value === 'object' && value !== null && 't' in value && value.t === 'unknown';
    return isUnknown && identifiers[0]?.value === stack.identify(address);
  });

/** Everybody that a role trusts: services, accounts and roles; a role of this folder is joined to it. */
const stateTrust = (block: TerraformBlock, statements: readonly PolicyStatement[], stack: StackFile): void => {
  const address = addressOf(block);
  const trusted = new Set<string>();
  let hidden: string | undefined;
  for (const { value, line } of trustedBy(statements)) {
    const target = stack.targetOf(value);
    if (value.t === 'literal' && typeof value.value === 'string') trusted.add(value.value);
    else if (target?.type === 'aws_iam_role')
      stack.relations.push({
        relation: 'assumes',
        from: stack.assetAt(target.address, 'identity'),
        to: { local: stack.keyOf(address) },
        line: line || block.line,
      });
    else hidden ??= 'a principal that is not written out';
  }
  const line = statements[0]?.line || block.line;
  const value = hidden === undefined ? [...trusted].sort() : unknownTerm(hidden, line);
  if (trusted.size > 0 || hidden !== undefined)
    addIdentity(address, `${stack.keyOf(address)}#trust`, { trustedPrincipals: { value, line } }, line, stack);
};

/** What a resource gives: a document of its own, or a policy by its ARN. */
const grantOf = (
  by: string,
  receiver: string | undefined,
  given: Term,
  line: number,
  stack: StackFile,
): Grant | undefined => {
  const managed = managedPolicyName(stack.follow(given));
  const target = stack.targetOf(given);
  const key = `${stack.keyOf(receiver ?? by)}#${by}:${line}`;
  if (managed !== undefined) {
    const document = managedPolicyDocument(managed, line);
    if (document) return { to: receiver, document, line, by };
    hide(receiver ?? by, key, `the actions of the managed policy ${managed} are not known here`, line, stack);
    return undefined;
  }
  const { document, elsewhere, why } = documentOf(given, stack);
  if (document) return { to: receiver, document, line, by };
  if (elsewhere !== undefined && receiver !== undefined) {
    // The document stands in another file of the folder, as an identity of its own that carries the rights.
    stack.relations.push({
      relation: 'assumes',
      from: stack.assetAt(receiver, 'identity'),
      to: stack.assetAt(elsewhere, 'identity'),
      line,
      note: 'is given this policy',
    });
  } else if (target === undefined || why !== undefined)
    hide(
      receiver ?? by,
      key,
      `the policy given by ${by} is not known: ${why ?? 'it stands in another module'}`,
      line,
      stack,
    );
  return undefined;
};

const receiverOf = (block: TerraformBlock, stack: StackFile): string | undefined => {
  for (const name of ['role', 'user', 'group']) {
    const given = attributeOf(block, name);
    const target = given && stack.targetOf(given.term);
    if (target) return target.address;
  }
  return undefined;
};

const inlineTypes = ['aws_iam_role_policy', 'aws_iam_user_policy', 'aws_iam_group_policy'];
const attachmentTypes = [
  'aws_iam_role_policy_attachment',
  'aws_iam_user_policy_attachment',
  'aws_iam_group_policy_attachment',
];

const collectGrants = (stack: StackFile): readonly Grant[] => {
  const grants: (Grant | undefined)[] = [];
  for (const block of stack.resources(...inlineTypes)) {
    const policy = attributeOf(block, 'policy');
    if (policy) grants.push(grantOf(addressOf(block), receiverOf(block, stack), policy.term, policy.line, stack));
  }
  for (const block of stack.resources(...attachmentTypes)) {
    const arn = attributeOf(block, 'policy_arn');
    for (const each of eachOf(arn && stack.follow(arn.term)))
      grants.push(grantOf(addressOf(block), receiverOf(block, stack), each, arn?.line ?? block.line, stack));
  }
  for (const block of stack.resources('aws_iam_policy_attachment')) {
    const arn = attributeOf(block, 'policy_arn');
    const receivers = ['roles', 'users', 'groups'].flatMap((name) => eachOf(attributeOf(block, name)?.term));
    for (const receiver of receivers) {
      const target = stack.targetOf(receiver);
      if (arn && target) grants.push(grantOf(addressOf(block), target.address, arn.term, arn.line, stack));
    }
  }
  for (const block of stack.resources('aws_iam_role')) {
    const address = addressOf(block);
    for (const inline of blocksOf(block, 'inline_policy')) {
      const policy = attributeOf(inline, 'policy');
      if (policy) grants.push(grantOf(address, address, policy.term, policy.line, stack));
    }
    const managed = attributeOf(block, 'managed_policy_arns');
    for (const each of eachOf(managed?.term)) grants.push(grantOf(address, address, each, managed!.line, stack));
  }
  return grants.filter((grant) => grant !== undefined);
};

/** States everything about AWS identities of the file, after its resources are stated. */
export const stateIdentities = (stack: StackFile): void => {
  for (const block of stack.resources('aws_iam_role')) {
    const trust = attributeOf(block, 'assume_role_policy');
    const { document } = trust ? documentOf(trust.term, stack) : {};
    if (document) stateTrust(block, statementsOf(document), stack);
  }
  for (const block of stack.resources('aws_iam_instance_profile')) {
    const role = attributeOf(block, 'role');
    const target = role && stack.targetOf(role.term);
    const address = addressOf(block);
    stack.assets.push({
      key: stack.keyOf(address),
      kind: 'identity',
      name: stack.nameAt(address, 'name'),
      identifiers: [{ scheme: 'terraform-address', value: stack.identify(address) }],
      facts: { provider: { value: 'aws' } },
      line: block.line,
    });
    if (role && target)
      stack.relations.push({
        relation: 'assumes',
        from: { local: stack.keyOf(address) },
        to: stack.assetAt(target.address, 'identity'),
        line: role.line,
      });
  }

  const wide = new Set<string>();
  const given = new Set<string>();
  for (const grant of collectGrants(stack)) {
    const address = grant.to ?? grant.by;
    given.add(address);
    const identity: AssetReference = stack.assetAt(address, 'identity');
    const statements = statementsOf(grant.document);
    const facts = stateRights(identity, statements, grant.line, policyScope(stack));
    if (facts.wildcardActions || facts.wildcardResources) wide.add(address);
    addIdentity(address, `${stack.keyOf(address)}#${grant.by}:${grant.line}`, facts, grant.line, stack);
    const hidden = statements.flatMap((statement) => statement.hidden);
    if (hidden.length > 0)
      hide(
        address,
        `${stack.keyOf(address)}#hidden:${grant.line}`,
        `${grant.by} holds ${hidden[0]}`,
        grant.line,
        stack,
      );
  }
  for (const address of given) {
    const block = stack.blockAt(address);
    if (!block || wide.has(address) || isHidden(address, stack)) continue;
    // What this file gives is narrow; another file of the folder could give more, and would be believed over this.
    const narrow: FactSaid = { value: false, how: 'inferred', confidence: 0.85, line: block.line };
    const facts = { wildcardActions: narrow, wildcardResources: narrow };
    addIdentity(address, `${stack.keyOf(address)}#narrow`, facts, block.line, stack);
  }
  stateLoosePolicies(stack);
};
