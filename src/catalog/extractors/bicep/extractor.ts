/** Bicep: models, stores, identities and what runs, as a file and the modules that it calls declare them. */
import { stateAzure, withParent } from '../../../kit/azure-stack.ts';
import { resourceTable } from '../../../kit/cloud/tables.ts';
import {
  defineExtractor,
  type Extraction,
  emptyExtraction,
  literal,
  type Term,
  unknownTerm,
} from '../../../kit/define-extractor.ts';
import { allAt } from '../../../kit/template-paths.ts';
import { TemplateStack } from '../../../kit/template-stack.ts';
import { withholdDefinitions } from '../../../kit/withhold-definitions.ts';
import { type BicepFile, type BicepModule, type BicepResource, readBicep } from '../../../read/bicep.ts';
import type { TemplateResource } from '../../../read/cloudformation.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { declareNames, moduleFile } from './declare-names.ts';
import { recordsOf, resourceOfModule } from './registry-modules.ts';
import { serviceSettings } from './service-settings.ts';

const resourceOf = ({
  symbol,
  type,
  properties,
  repeated,
  optional,
  inside,
  line,
}: BicepResource): TemplateResource => {
  const [name] = allAt(properties, 'name');
  const [written] = allAt(properties, 'parent');
  const parent: Term | undefined =
    inside === undefined ? written : { t: 'reference', namespace: 'bicep', name: inside, at: line };
  const beside = name?.t === 'literal' ? name : literal(symbol);
  return withParent({ address: symbol, type, properties, beside, repeated, optional, line }, parent);
};

/** What a module of the registry makes beside its resource: a record of calls, and deployments of models. */
const stateModule = (stack: TemplateStack, module: BicepModule, { address, line }: TemplateResource): void => {
  const asset = stack.assets.find(({ key }) => key === stack.keyOf(address));
  if (asset?.kind !== 'inference-endpoint') return;
  const records = recordsOf(module);
  const logging = records ?? unknownTerm('an expression decides whether calls are recorded', line);
  Object.assign(asset.facts ?? {}, {
    logging: records === false ? { value: false, how: 'inferred', confidence: 0.7, line } : { value: logging, line },
  });
  const [given] = allAt(module.parameters, 'deployments');
  const deployments =
    given === undefined ? [] : allAt(module.parameters, 'deployments').map((each) => stack.follow(each));
  for (const name of deployments.flatMap((each) => allAt(each, 'name')))
    stack.relations.push({
      relation: 'serves',
      from: { local: asset.key },
      to: {
        kind: 'model',
        identifier: { scheme: 'model-name', value: { t: 'template', parts: [literal('azure:'), name] } },
      },
      line: name.at || line,
    });
};

const stateFile = (path: string, file: BicepFile): Extraction => {
  const modules = file.modules.flatMap((module) => {
    const resource = resourceOfModule(module);
    return resource ? [{ module, resource }] : [];
  });
  const declared = [
    ...file.resources.filter(({ existing }) => !existing).map(resourceOf),
    ...modules.map(({ resource }) => resource),
  ];
  const values = new Map(file.variables.map(({ name, value }) => [name, value] as const));
  const stack = new TemplateStack(path, 'bicep', declared, resourceTable, values);
  for (const { line, why } of file.errors)
    stack.gaps.push({ what: `${baseNameOf(path)} line ${line}`, scope: 'file', why });
  for (const { source, line, symbol } of file.modules)
    if (moduleFile(source, path) === undefined && !modules.some(({ resource }) => resource.address === symbol))
      stack.gaps.push({
        what: `${baseNameOf(path)} line ${line}`,
        scope: 'file',
        why: `the module ${source} stands in a registry, so what it makes is not known`,
      });
  stack.definitions.push(...declareNames(file, path), ...serviceSettings(file, path));
  stateAzure(stack, (resource) => stack.nameOf(resource, 'name'));
  for (const { module, resource } of modules) stateModule(stack, module, resource);
  const { assets, relations, definitions, units, gaps } = stack;
  return { assets, relations, definitions, units, gaps, programs: [] };
};

export default defineExtractor({
  id: 'bicep',
  title: 'Bicep files',
  claims: { endings: ['.bicep'] },
  limit: 4_000_000,
  extract(input): Extraction {
    const file = readBicep(input.text());
    const isEmpty = file.resources.length + file.modules.length + file.errors.length === 0;
    return isEmpty ? emptyExtraction : withholdDefinitions(stateFile(input.path, file), input);
  },
});
