/** Ways in: open security groups, public bucket policies, and what load balancers and services put on the internet. */
import type { AssetReference, Term } from '../../../kit/define-extractor.ts';
import { factsOfOpenBucket, trustedBy } from '../../../kit/policy-principals.ts';
import { eachOf, effectsOf, statementsOf } from '../../../read/aws-policy.ts';
import { attributeOf, blocksOf, type TerraformBlock } from '../../../read/terraform.ts';
import { documentOf } from './policy-document.ts';
import { addressOf, type StackFile } from './stack-file.ts';

const anywhere = new Set(['0.0.0.0/0', '::/0']);

const numberOf = (term: Term | undefined): number | undefined =>
  term?.t === 'literal' && Number.isFinite(Number(term.value)) ? Number(term.value) : undefined;

/** Whether a rule lets everybody in: true, false, or undefined where its addresses are not written out. */
const isOpen = (block: TerraformBlock, names: readonly string[], stack: StackFile): boolean | undefined => {
  const given = names.flatMap((name) => eachOf(attributeOf(block, name)?.term)).map((term) => stack.follow(term));
  if (given.some((term) => term.t === 'literal' && anywhere.has(String(term.value)))) return true;
  return given.every((term) => term.t === 'literal') ? false : undefined;
};

const stateRule = (group: string, rule: TerraformBlock, open: boolean | undefined, stack: StackFile): void => {
  if (open === false) return;
  const port = numberOf(attributeOf(rule, 'from_port')?.term);
  stack.assets.push({
    key: `${stack.keyOf(group)}#${rule.line}`,
    kind: 'network-exposure',
    name: group,
    identifiers: [{ scheme: 'terraform-address', value: stack.identify(group) }],
    facts: {
      public:
        open === undefined
          ? { value: { t: 'unknown', why: `the source addresses of ${group} are not written out` }, line: rule.line }
          : { value: true, line: rule.line },
      ...(port === undefined ? {} : { port: { value: port, line: rule.line } }),
    },
    line: rule.line,
  });
};

/** Security groups with their own rules and with rules that stand beside them. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group */
const stateSecurityGroups = (stack: StackFile): void => {
  for (const block of stack.resources('aws_security_group'))
    for (const rule of blocksOf(block, 'ingress'))
      stateRule(addressOf(block), rule, isOpen(rule, ['cidr_blocks', 'ipv6_cidr_blocks'], stack), stack);
  for (const rule of stack.resources('aws_security_group_rule', 'aws_vpc_security_group_ingress_rule')) {
    const type = attributeOf(rule, 'type')?.term;
    if (type?.t === 'literal' && type.value !== 'ingress') continue;
    const group = attributeOf(rule, 'security_group_id');
    const target = group && stack.targetOf(group.term);
    const names = ['cidr_blocks', 'ipv6_cidr_blocks', 'cidr_ipv4', 'cidr_ipv6'];
    if (target) stateRule(target.address, rule, isOpen(rule, names, stack), stack);
  }
};

/** ECS services put their task into a network: with a public address, behind a load balancer, within security groups. */
const stateServices = (stack: StackFile): void => {
  for (const block of stack.resources('aws_ecs_service')) {
    const task = attributeOf(block, 'task_definition');
    const target = task && stack.targetOf(task.term);
    if (!target) continue;
    const compute = stack.assetAt(target.address, 'compute');
    for (const network of blocksOf(block, 'network_configuration')) {
      const groups = attributeOf(network, 'security_groups');
      for (const group of eachOf(groups?.term)) {
        const open = stack.targetOf(group);
        if (open)
          stack.relations.push({
            relation: 'exposes',
            from: stack.assetAt(open.address, 'network-exposure'),
            to: compute,
            line: groups?.line ?? network.line,
          });
      }
    }
  }
};

/** `aws_s3_bucket_policy`: everybody as principal makes the bucket public; a role as principal gets its rights. */
const stateBucketPolicies = (stack: StackFile): void => {
  for (const block of stack.resources('aws_s3_bucket_policy')) {
    const policy = attributeOf(block, 'policy');
    const bucket = attributeOf(block, 'bucket');
    const target = bucket && stack.targetOf(bucket.term);
    const { document } = policy ? documentOf(policy.term, stack) : {};
    if (!target || !document) {
      if (policy && !document)
        stack.gaps.push({
          what: `policy of ${addressOf(block)}`,
          scope: 'file',
          why: 'it is made by an expression, so who it lets in is not known',
        });
      continue;
    }
    const reference: AssetReference = stack.assetAt(target.address, 'bucket');
    for (const statement of statementsOf(document)) {
      const line = statement.line || block.line;
      const facts = factsOfOpenBucket(statement, block.line);
      if (facts)
        stack.assets.push({
          key: `${stack.keyOf(target.address)}#policy:${line}`,
          kind: 'bucket',
          name: stack.nameAt(target.address, 'bucket'),
          identifiers: [{ scheme: 'terraform-address', value: stack.identify(target.address) }],
          facts,
          line,
        });
      for (const { value } of trustedBy([statement])) {
        const role = stack.targetOf(value);
        if (role?.type !== 'aws_iam_role') continue;
        for (const relation of new Set(statement.actions.flatMap((action) => effectsOf(action, 's3'))))
          stack.relations.push({ relation, from: stack.assetAt(role.address, 'identity'), to: reference, line });
      }
    }
  }
};

/** States the ways in that need more than one argument to be seen. */
export const stateExposures = (stack: StackFile): void => {
  stateSecurityGroups(stack);
  stateServices(stack);
  stateBucketPolicies(stack);
};
