/** States what an Azure template declares, whether it is written in JSON or in Bicep. */
import { literal, type Term } from '../domain/term.ts';
import type { TemplateResource } from '../read/cloudformation.ts';
import { stateAzureRights } from './azure-rights.ts';
import { stateAccount } from './template-account.ts';
import { allAt, literalText } from './template-paths.ts';
import type { TemplateStack } from './template-stack.ts';

/** What names the account that a child belongs to. */
const parentKey = 'parentId';

/** A child with a property that names its parent, so that rows can link them. */
export const withParent = (resource: TemplateResource, parent: Term | undefined): TemplateResource => {
  const { properties } = resource;
  if (parent === undefined || properties.t !== 'map') return resource;
  return { ...resource, properties: { ...properties, entries: [...properties.entries, [literal(parentKey), parent]] } };
};

/** An identity that Azure makes for a resource which asks for one of its own. */
const stateOwnIdentity = (stack: TemplateStack, resource: TemplateResource): void => {
  const key = stack.keyOf(resource.address);
  const asset = stack.assets.find((each) => each.key === key);
  const isOwn = allAt(resource.properties, 'identity.type').some((type) =>
    literalText(type)?.includes('SystemAssigned'),
  );
  if (!isOwn || (asset?.kind !== 'compute' && asset?.kind !== 'inference-endpoint')) return;
  stack.assets.push({
    key: `${key}#identity`,
    kind: 'identity',
    name: `identity of ${resource.address.slice(resource.address.lastIndexOf('/') + 1)}`,
    identifiers: [{ scheme: 'template-resource', value: `${stack.identify(resource.address)}.identity` }],
    facts: { provider: { value: 'azure' }, longLived: { value: false } },
    line: resource.line,
  });
  stack.relations.push({
    relation: 'runs-as',
    from: { local: key },
    to: { local: `${key}#identity` },
    line: resource.line,
  });
};

/** Deployments that a loop makes of a list: each name of the list is one. */
const stateDeployments = (stack: TemplateStack, resource: TemplateResource): void => {
  const [name] = allAt(resource.properties, 'name');
  const [parent] = allAt(resource.properties, parentKey);
  const account = parent && stack.targetOf(parent);
  if (!name || !account) return;
  stack.relations.push({
    relation: 'serves',
    from: stack.assetAt(account.address, 'inference-endpoint'),
    to: {
      kind: 'model',
      identifier: { scheme: 'model-name', value: { t: 'template', parts: [literal('azure:'), name] } },
    },
    line: name.at || resource.line,
  });
};

/** States every resource of the stack; `nameOf` gives what people call one, without the names that it stands below. */
export const stateAzure = (stack: TemplateStack, nameOf: (resource: TemplateResource) => string | Term): void => {
  const rows = stack.resources.flatMap((resource) => {
    const row = stack.row(resource.type);
    return row ? [{ resource, row }] : [];
  });
  const stated = rows.filter(({ resource, row }) => !(resource.repeated && row.kind === 'model'));
  for (const { resource, row } of stated) {
    const asset = stack.state(resource, row);
    const shown = nameOf(resource);
    // Programs name the deployment, not the model.
    const value: Term | undefined =
      row.kind !== 'model' || (typeof shown === 'string' && shown.includes('{'))
        ? undefined
        : typeof shown === 'string'
          ? literal(`azure:${shown}`)
          : { t: 'template', parts: [literal('azure:'), shown] };
    stack.assets[stack.assets.indexOf(asset)] = {
      ...asset,
      name: typeof asset.name !== 'string' && asset.name.t === 'literal' ? asset.name : shown,
      identifiers: [
        ...asset.identifiers,
        ...(value === undefined
          ? []
          : [{ scheme: 'model-name' as const, value: value.t === 'literal' ? String(value.value) : value }]),
      ],
    };
  }
  for (const { resource, row } of stated) {
    stack.link(resource, row);
    stack.run(resource, row);
    stateOwnIdentity(stack, resource);
  }
  for (const { resource, row } of rows)
    if (resource.repeated && row.kind === 'model') stateDeployments(stack, resource);
  stack.relate();
  stateAzureRights(stack);
  stateAccount(stack, 'azure');
};
