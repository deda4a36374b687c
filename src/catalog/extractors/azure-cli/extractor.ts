/** What `az` printed and people saved: resources with the values that hold, who runs as whom, and the roles that are given. */

import { azureRole, factsOfAzureRole, isWideScope } from '../../../kit/cloud/azure-roles.ts';
import { kindOfType } from '../../../kit/cloud/tables.ts';
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
} from '../../../kit/define-extractor.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { keyOfExported, mayJoin, mostResources, stateExport, tooManyResources } from '../../../kit/state-export.ts';
import { withholdDefinitions } from '../../../kit/withhold-definitions.ts';
import { readJson } from '../../../read/json-positions.ts';
import type { Positioned } from '../../../read/positioned.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { azure, kindOfId, partsOfId, principal } from './dialect.ts';
import {
  type Assignment,
  type AzureItem,
  identitiesOf,
  itemsOfAnswer,
  type Recording,
  readAssignments,
  readRecordings,
  readResources,
} from './read-resources.ts';

const stateIdentities = ({ item, resource }: AzureItem, key: string, into: OpenExtraction): void => {
  const kind = kindOfType(resource.type);
  if (kind === undefined || !mayJoin('runs-as', kind, 'identity')) return;
  for (const [number, { name, identifiers, line }] of identitiesOf(item).entries()) {
    const own = `${key}#identity${number}`;
    into.assets.push({
      key: own,
      kind: 'identity',
      name,
      identifiers,
      facts: { provider: { value: 'azure' }, longLived: { value: false } },
      line: line || resource.line,
      how: 'observed',
    });
    into.relations.push({ relation: 'runs-as', from: { local: key }, to: { local: own }, line, how: 'observed' });
  }
};

const stateAssignment = (
  { principal: number, name, role: named, scope, line }: Assignment,
  at: number,
  into: OpenExtraction,
): void => {
  const role = azureRole(named);
  if (role === undefined) return;
  const key = `assignment:${at}`;
  const facts = factsOfAzureRole(role, isWideScope(scope) || scope === '/', line);
  const asset: AssetObservation = {
    key,
    kind: 'identity',
    name,
    identifiers: [principal(number)],
    facts: { provider: { value: 'azure' }, ...facts },
    line,
    how: 'observed',
  };
  into.assets.push(asset);
  const kind = kindOfId(scope);
  for (const relation of role.effects)
    if (kind !== undefined && mayJoin(relation, 'identity', kind))
      into.relations.push({
        relation,
        from: { local: key },
        to: { kind, identifier: { scheme: 'resource-id', value: scope }, name: partsOfId(scope)?.name ?? scope },
        line,
        how: 'observed',
        note: role.name,
      });
};

const stateRecording = ({ of, workspace, isOn, line }: Recording, at: number, into: OpenExtraction): void => {
  const kind = kindOfId(of);
  if (kind !== 'inference-endpoint') return;
  const key = `recording:${at}`;
  into.assets.push({
    key,
    kind,
    name: partsOfId(of)?.name ?? of,
    identifiers: [{ scheme: 'resource-id', value: of }],
    facts: { logging: { value: isOn, line } },
    line,
    how: 'observed',
  });
  if (isOn && workspace !== undefined)
    into.relations.push({
      relation: 'logs-to',
      from: { local: key },
      to: {
        kind: 'log-sink',
        identifier: { scheme: 'resource-id', value: workspace },
        name: partsOfId(workspace)?.name ?? workspace,
      },
      line,
      how: 'observed',
    });
};

const stateAnswer = (root: Positioned, path: string): OpenExtraction | undefined => {
  const items = itemsOfAnswer(root);
  const resources = readResources(items);
  const assignments = readAssignments(items);
  const recordings = readRecordings(items);
  if (resources.length + assignments.length + recordings.length === 0) return undefined;
  const stack = stateExport(
    path,
    resources.map(({ resource }) => resource),
    azure,
  );
  for (const each of resources) stateIdentities(each, keyOfExported(path, azure, each.resource.address), stack);
  for (const [number, each] of assignments.entries()) stateAssignment(each, number, stack);
  for (const [number, each] of recordings.entries()) stateRecording(each, number, stack);
  if (items.length > mostResources) stack.gaps.push(tooManyResources(path));
  return stack;
};

export default defineExtractor({
  id: 'azure-cli',
  title: 'Answers of the Azure command line',
  claims: { endings: ['.json'] },
  limit: 50_000_000,
  extract(input): Extraction {
    const { path } = input;
    const text = input.text();
    if (
      !/"id"\s*:\s*"\/subscriptions\/[0-9a-f-]{36}\//i.test(text) ||
      /deploymentTemplate\.json|"terraform_version"/.test(text)
    )
      return emptyExtraction;
    const { value, errors } = readJson(text);
    const into = value && stateAnswer(value, path);
    if (into === undefined) return emptyExtraction;
    for (const { line, why } of errors)
      into.gaps.push({ what: `${baseNameOf(path)} line ${line}`, scope: 'file', why });
    const { assets, relations, definitions, units, gaps } = into;
    return withholdDefinitions({ assets, relations, definitions, units, gaps, programs: [] }, input);
  },
});
