/** Identities that Azure makes for resources, and what role assignments let identities do. */
import { azureRole, factsOfAzureRole, isWideScope } from '../../../kit/cloud/azure-roles.ts';
import type { AssetReference, RelationKind } from '../../../kit/define-extractor.ts';
import { attributeAt, attributeOf, type TerraformBlock } from '../../../read/terraform.ts';
import { addressOf, type StackFile, type Target } from './stack-file.ts';
import { addIdentity } from './state-identity-facts.ts';
import { kindOfType } from './tables.ts';

const textAt = (block: TerraformBlock, path: string, stack: StackFile): string | undefined => {
  const given = attributeAt(block, path);
  const term = given && stack.follow(given.term);
  if (term?.t === 'literal') return String(term.value);
  return term?.t === 'template'
    ? term.parts.map((part) => (part.t === 'literal' ? String(part.value) : '')).join('')
    : undefined;
};

/** The address of the identity that a resource has of its own. */
const ownIdentity = (address: string): string => `${address}.identity`;

const stateOwnIdentities = (stack: StackFile): void => {
  for (const block of stack.file.blocks) {
    const kind = block.type === 'resource' ? kindOfType(block.labels[0] ?? '') : undefined;
    const isOwn = textAt(block, 'identity.type', stack)?.includes('SystemAssigned') ?? false;
    if (!isOwn || !block.labels[0]?.startsWith('azurerm_') || (kind !== 'compute' && kind !== 'inference-endpoint'))
      continue;
    const address = addressOf(block);
    const key = stack.keyOf(ownIdentity(address));
    stack.assets.push({
      key,
      kind: 'identity',
      name: `identity of ${block.labels[1] ?? address}`,
      identifiers: [{ scheme: 'terraform-address', value: stack.identify(ownIdentity(address)) }],
      facts: { provider: { value: 'azure' }, longLived: { value: false } },
      line: block.line,
    });
    stack.relations.push({
      relation: 'runs-as',
      from: { local: stack.keyOf(address) },
      to: { local: key },
      line: block.line,
    });
  }
};

/** Which of the effects of a role mean anything for a kind of resource. */
const joins: Readonly<Record<string, readonly RelationKind[]>> = {
  bucket: ['reads', 'writes', 'administers'],
  'data-store': ['reads', 'writes', 'administers'],
  'vector-store': ['reads', 'writes', 'administers'],
  secret: ['reads', 'writes', 'administers'],
  'inference-endpoint': ['invokes', 'administers'],
  compute: ['administers'],
};

/** The identity that a principal names. */
const principalOf = (target: Target | undefined): string | undefined => {
  if (target === undefined) return undefined;
  if (kindOfType(target.type) === 'identity') return target.address;
  return /^identity\b/.test(target.attribute) ? ownIdentity(target.address) : undefined;
};

/** States role assignments. https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_assignment */
export const stateAzureRights = (stack: StackFile): void => {
  stateOwnIdentities(stack);
  for (const block of stack.resources('azurerm_role_assignment')) {
    const given = attributeAt(block, 'role_definition_name|role_definition_id');
    const role = azureRole(textAt(block, 'role_definition_name|role_definition_id', stack) ?? '');
    const principal = attributeOf(block, 'principal_id');
    const receiver = principalOf(principal && stack.targetOf(principal.term));
    const scope = attributeOf(block, 'scope');
    if (!given || !role || receiver === undefined || !scope) continue;
    const target = stack.targetOf(scope.term);
    const isWide =
      target === undefined
        ? isWideScope(textAt(block, 'scope', stack) ?? '')
        : /^azurerm_(?:resource_group|subscription|management_group)$/.test(target.type);
    const facts = factsOfAzureRole(role, isWide, given.line);
    addIdentity(receiver, `${stack.keyOf(receiver)}#${addressOf(block)}`, facts, given.line, stack);
    const kind = target && kindOfType(target.type);
    const identity: AssetReference = stack.assetAt(receiver, 'identity');
    for (const relation of role.effects)
      if (target && kind && (joins[kind] ?? []).includes(relation))
        stack.relations.push({
          relation,
          from: identity,
          to: stack.assetAt(target.address, kind),
          line: scope.line,
          note: role.name,
        });
  }
};
