/** Azure Resource Manager templates: models, stores, identities and what runs, as they are declared. */

import { stateAzure, withParent } from '../../../kit/azure-stack.ts';
import { resourceTable } from '../../../kit/cloud/tables.ts';
import { defineExtractor, type Extraction, emptyExtraction } from '../../../kit/define-extractor.ts';
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

export default defineExtractor({
  id: 'arm',
  title: 'Azure Resource Manager templates',
  claims: { endings: ['.json'] },
  limit: 20_000_000,
  extract(input): Extraction {
    const { path } = input;
    const text = input.text();
    if (!looksLikeArm(text)) return emptyExtraction;
    const template = readArmTemplate(text);
    const resources = template.resources.map((resource) => {
      const parent = parentOf(resource);
      const isHere = template.resources.some(({ address }) => address === parent);
      return isHere
        ? withParent(resource, { t: 'reference', namespace: 'arm', name: parent!, at: resource.line })
        : resource;
    });
    const stack = new TemplateStack(path, 'arm', resources, resourceTable);
    for (const error of template.errors)
      stack.gaps.push({ what: `${baseNameOf(path)} line ${error.line}`, scope: 'file', why: error.why });
    if (template.loops.length > 0)
      stack.gaps.push({
        what: `${baseNameOf(path)} line ${template.loops[0]}`,
        scope: 'file',
        why: `resources that loops make of lists are not read; there are ${template.loops.length} such loops`,
      });
    stateAzure(stack, ({ beside, address }) => (beside.t === 'literal' ? baseNameOf(String(beside.value)) : address));
    const { assets, relations, definitions, units, gaps } = stack;
    return withholdDefinitions({ assets, relations, definitions, units, gaps, programs: [] }, input);
  },
});
