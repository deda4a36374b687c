/** States what role assignments of an Azure template let identities do. */
import { mayJoin } from '../domain/relations.ts';
import type { Term } from '../domain/term.ts';
import type { TemplateResource } from '../read/cloudformation.ts';
import { azureRole, factsOfAzureRole } from './cloud/azure-roles.ts';
import { allAt } from './template-paths.ts';
import type { TemplateStack } from './template-stack.ts';

/** The literal pieces of a text, so that a number inside it can be found. */
const writtenIn = (given: Term, stack: TemplateStack): string => {
  const term = stack.follow(given);
  if (term.t === 'literal') return String(term.value);
  return term.t === 'template' ? term.parts.map((part) => writtenIn(part, stack)).join('') : '';
};

/** The key of the identity that a principal names: one of its own, or the one that Azure makes for a resource. */
const identityOf = (term: Term, stack: TemplateStack): string | undefined => {
  const target = stack.targetOf(term);
  const key = target && stack.keyOf(target.address);
  const asset = stack.assets.find((each) => each.key === key);
  if (asset === undefined) return undefined;
  const own = asset.kind === 'identity' ? asset.key : `${asset.key}#identity`;
  return stack.assets.some((each) => each.key === own) ? own : undefined;
};

const stateAssignment = (resource: TemplateResource, stack: TemplateStack): void => {
  const { properties, address } = resource;
  const [given] = allAt(properties, 'properties.roleDefinitionId');
  const [principal] = allAt(properties, 'properties.principalId');
  const role = given && azureRole(writtenIn(given, stack));
  const key = principal && identityOf(principal, stack);
  const identity = stack.assets.find((each) => each.key === key);
  if (!role || !identity) return;
  const line = given.at || resource.line;
  const [scope] = allAt(properties, 'scope');
  const target = scope && stack.targetOf(scope);
  const store = target && stack.assets.find((each) => each.key === stack.keyOf(target.address));
  // Without a scope it is given over the group of resources or the subscription into which the file is deployed.
  stack.assets.push({
    key: `${identity.key}#${address}`,
    kind: 'identity',
    name: identity.name,
    identifiers: identity.identifiers,
    facts: factsOfAzureRole(role, scope === undefined, line),
    line,
  });
  for (const relation of role.effects)
    if (store && mayJoin(relation, 'identity', store.kind))
      stack.relations.push({
        relation,
        from: { local: identity.key },
        to: { local: store.key },
        line,
        note: role.name,
      });
};

/** States the rights that the template gives, after its resources and identities are stated. */
export const stateAzureRights = (stack: TemplateStack): void => {
  for (const resource of stack.resources)
    if (/\/roleAssignments$/i.test(resource.type)) stateAssignment(resource, stack);
};
