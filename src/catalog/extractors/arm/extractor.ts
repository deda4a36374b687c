/** Azure Resource Manager templates: models, stores, identities and what runs, as they are declared; Bicep is not read. */
import { resourceTable } from '../../../kit/cloud/tables.ts';
import {
  defineExtractor,
  type Extraction,
  emptyExtraction,
  literal,
  type Term,
} from '../../../kit/define-extractor.ts';
import { TemplateStack } from '../../../kit/template-stack.ts';
import { withholdDefinitions } from '../../../kit/withhold-definitions.ts';
import { looksLikeArm, readArmTemplate } from '../../../read/arm-template.ts';
import type { TemplateResource } from '../../../read/cloudformation.ts';
import { baseNameOf } from '../../../read/source-path.ts';

/** The address of the resource that a child stands in; undefined for one that stands alone. */
const parentOf = ({ type, beside }: TemplateResource): string | undefined => {
  const name = beside.t === 'literal' ? String(beside.value) : '';
  return type.split('/').length < 3 || !name.includes('/')
    ? undefined
    : `${type.slice(0, type.lastIndexOf('/'))}/${name.slice(0, name.lastIndexOf('/'))}`;
};

/** A child with a property that names its parent, so that rows can link them. */
const withParent = (resource: TemplateResource, all: readonly TemplateResource[]): TemplateResource => {
  const own = parentOf(resource);
  const parent = all.some(({ address }) => address === own) ? own : undefined;
  const { properties } = resource;
  if (parent === undefined || properties.t !== 'map') return resource;
  const reference: Term = { t: 'reference', namespace: 'arm', name: parent, at: resource.line };
  return {
    ...resource,
    properties: { ...properties, entries: [...properties.entries, [literal('parentId'), reference]] },
  };
};

/** Keys of `identity.userAssignedIdentities` are expressions that name identities of the template. */
const stateIdentities = (stack: TemplateStack, resource: TemplateResource): void => {
  const asset = stack.assets.find(({ key }) => key === stack.keyOf(resource.address));
  if (asset?.kind !== 'compute' || resource.properties.t !== 'map') return;
  const identity = resource.properties.entries.find(([key]) => key.t === 'literal' && key.value === 'identity')?.[1];
  const type =
    identity?.t === 'map'
      ? identity.entries.find(([key]) => key.t === 'literal' && key.value === 'type')?.[1]
      : undefined;
  if (type?.t !== 'literal' || !String(type.value).includes('SystemAssigned')) return;
  const key = `${stack.keyOf(resource.address)}#identity`;
  stack.assets.push({
    key,
    kind: 'identity',
    name: `identity of ${baseNameOf(resource.address)}`,
    identifiers: [{ scheme: 'template-resource', value: `${stack.identify(resource.address)}.identity` }],
    facts: { provider: { value: 'azure' }, longLived: { value: false } },
    line: resource.line,
  });
  stack.relations.push({ relation: 'runs-as', from: { local: asset.key }, to: { local: key }, line: resource.line });
};

export default defineExtractor({
  id: 'arm',
  title: 'Azure Resource Manager templates',
  claims: { endings: ['.json', '.bicep'] },
  limit: 20_000_000,
  extract(input): Extraction {
    const { path } = input;
    if (path.endsWith('.bicep')) {
      if (!/^\s*resource\s+\w+\s+'Microsoft\./m.test(input.text())) return emptyExtraction;
      return {
        ...emptyExtraction,
        gaps: [{ what: path, scope: 'file', why: 'Bicep is not read; a template built from it (`az bicep build`) is' }],
      };
    }
    const text = input.text();
    if (!looksLikeArm(text)) return emptyExtraction;
    const template = readArmTemplate(text);
    const resources = template.resources.map((resource) => withParent(resource, template.resources));
    const stack = new TemplateStack(path, 'arm', resources, resourceTable);
    for (const error of template.errors)
      stack.gaps.push({ what: `${baseNameOf(path)} line ${error.line}`, scope: 'file', why: error.why });
    if (template.loops.length > 0)
      stack.gaps.push({
        what: `${baseNameOf(path)} line ${template.loops[0]}`,
        scope: 'file',
        why: `resources that loops make of lists are not read; there are ${template.loops.length} such loops`,
      });
    const rows = resources.flatMap((resource) => {
      const row = stack.row(resource.type);
      return row ? [{ resource, row }] : [];
    });
    for (const { resource, row } of rows) {
      const asset = stack.state(resource, row);
      const shown = resource.beside.t === 'literal' ? baseNameOf(String(resource.beside.value)) : resource.address;
      // Programs name the deployment, not the model.
      const isDeployment = row.kind === 'model' && !shown.includes('{');
      stack.assets[stack.assets.indexOf(asset)] = {
        ...asset,
        name: typeof asset.name !== 'string' && asset.name.t === 'literal' ? asset.name : shown,
        identifiers: [
          ...asset.identifiers,
          ...(isDeployment ? [{ scheme: 'model-name' as const, value: `azure:${shown}` }] : []),
        ],
      };
    }
    for (const { resource, row } of rows) {
      stack.link(resource, row);
      stack.run(resource, row);
      stateIdentities(stack, resource);
    }
    const { assets, relations, definitions, units, gaps } = stack;
    return withholdDefinitions({ assets, relations, definitions, units, gaps, programs: [] }, input);
  },
});
