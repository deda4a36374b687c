/** CloudFormation and SAM: what a template declares of buckets, identities, compute, models and ways in, and every name it gives a value to. */
import { resourceTable } from '../../../kit/cloud/tables.ts';
import { defineExtractor, type Extraction, emptyExtraction } from '../../../kit/define-extractor.ts';
import { stateAccount } from '../../../kit/template-account.ts';
import { TemplateStack } from '../../../kit/template-stack.ts';
import { withholdDefinitions } from '../../../kit/withhold-definitions.ts';
import {
  type CloudFormationTemplate,
  looksLikeCloudFormation,
  readCloudFormation,
} from '../../../read/cloudformation.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { declareNames } from './declare-names.ts';
import { stateExposures } from './state-exposures.ts';
import { stateIdentities } from './state-identities.ts';

const extractTemplate = (path: string, template: CloudFormationTemplate): Extraction => {
  const stack = new TemplateStack(path, 'cloudformation', template.resources, resourceTable);
  stack.definitions.push(...declareNames(template, path));
  const rows = template.resources.flatMap((resource) => {
    const row = stack.row(resource.type);
    return row ? [{ resource, row }] : [];
  });
  for (const { resource, row } of rows) stack.state(resource, row);
  for (const { resource, row } of rows) {
    stack.link(resource, row);
    const isFunction = resource.type === 'AWS::Serverless::Function';
    stack.run(resource, row, isFunction ? [template.globals, resource.beside] : []);
  }
  stack.relate();
  stateIdentities(stack);
  stateExposures(stack);
  stateAccount(stack, 'aws');
  const { assets, relations, definitions, units, gaps } = stack;
  return { assets, relations, definitions, units, gaps, programs: [] };
};

export default defineExtractor({
  id: 'cloudformation',
  title: 'CloudFormation templates',
  claims: { endings: ['.yaml', '.yml', '.json', '.template'] },
  limit: 20_000_000,
  extract(input): Extraction {
    const text = input.text();
    const template = looksLikeCloudFormation(text) ? readCloudFormation(text) : undefined;
    if (template === undefined) return emptyExtraction;
    const error = template.errors[0];
    const extraction = withholdDefinitions(extractTemplate(input.path, template), input);
    if (error === undefined) return extraction;
    const gap = { what: `${baseNameOf(input.path)} line ${error.line}`, scope: 'file' as const, why: error.why };
    return { ...extraction, gaps: [gap, ...extraction.gaps] };
  },
});
