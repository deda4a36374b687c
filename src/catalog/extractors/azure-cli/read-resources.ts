/** Finds the resources in what `az` printed: lists, single resources, and the rows of Azure Resource Graph. */
import { literal, type SaidIdentifier, type Term } from '../../../kit/define-extractor.ts';
import { exportedTerm, withEntries, withoutEntries } from '../../../kit/exported-term.ts';
import { cloudName, type ExportedResource, mostResources } from '../../../kit/state-export.ts';
import { entryOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { kindOfId, partsOfId, principal, words } from './dialect.ts';

/** The items of an answer. https://learn.microsoft.com/cli/azure/format-output-azure-cli */
export const itemsOfAnswer = (root: Positioned): readonly Positioned[] => {
  if (root.is === 'list') return root.items;
  const list = valueAt(root, 'value') ?? valueAt(root, 'data');
  return list?.is === 'list' ? list.items : [root];
};

/** Words that `az ml` prints in its own spelling. */
const respelled: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  auth_mode: { key: 'Key', aml_token: 'AMLToken', aad_token: 'AADToken' },
  isolation_mode: {
    allow_internet_outbound: 'AllowInternetOutbound',
    allow_only_approved_outbound: 'AllowOnlyApprovedOutbound',
    disabled: 'Disabled',
  },
};

const respell = (term: Term): Term =>
  term.t !== 'map'
    ? term
    : {
        ...term,
        entries: term.entries.map(([key, value]) => {
          const table = key.t === 'literal' ? respelled[String(key.value)] : undefined;
          const word = table && value.t === 'literal' ? table[String(value.value).toLowerCase()] : undefined;
          return [key, word === undefined ? respell(value) : literal(word, value.at)] as const;
        }),
      };

/** Settings stand below `properties`, or beside the name where a command takes them out of there. */
const settingsOf = (item: Positioned): Term => {
  const whole = respell(exportedTerm(item));
  const given = valueAt(item, 'properties');
  if (whole.t !== 'map') return whole;
  const beside = withoutEntries(whole, 'properties', 'id', 'type');
  const inner = given?.is === 'map' ? exportedTerm(given) : undefined;
  if (beside.t !== 'map') return whole;
  const entries = [...beside.entries, ...(inner?.t === 'map' ? inner.entries : [])];
  return withEntries(whole, { properties: { t: 'map', entries, at: given?.line ?? item.line } });
};

const identifiersOf = (type: string, id: string, name: string, item: Positioned): readonly SaidIdentifier[] => {
  const endpoint = textOf(valueAt(item, 'properties', 'endpoint'));
  const number = textOf(valueAt(item, 'principalId')) ?? textOf(valueAt(item, 'properties', 'principalId'));
  // Programs name the deployment, whatever account it stands in.
  if (kindOfId(id) === 'model') return [{ scheme: 'model-name', value: `azure:${name}` }];
  const word = words[type];
  return [
    { scheme: 'resource-id', value: id },
    ...(type === 'Microsoft.Storage/storageAccounts'
      ? [{ scheme: 'bucket-name' as const, value: `https://${name}.blob.core.windows.net` }]
      : []),
    ...(word === undefined ? [] : [cloudName('azure', word, name)]),
    ...(kindOfId(id) === 'identity' && number !== undefined ? [principal(number)] : []),
    ...(kindOfId(id) === 'inference-endpoint' && endpoint !== undefined
      ? [{ scheme: 'host-port' as const, value: endpoint }]
      : []),
  ];
};

/** One resource with the item of the answer that tells it. */
export interface AzureItem {
  readonly id: string;
  readonly item: Positioned;
  readonly resource: ExportedResource;
}

/** The items that are resources of the tables. */
export const readResources = (items: readonly Positioned[]): readonly AzureItem[] =>
  items.slice(0, mostResources).flatMap((item, number): readonly AzureItem[] => {
    const id = textOf(valueAt(item, 'id')) ?? '';
    const parts = partsOfId(id);
    const said = textOf(valueAt(item, 'type'));
    if (parts === undefined || kindOfId(id) === undefined) return [];
    if (said?.includes('/') && said.toLowerCase() !== parts.type.toLowerCase()) return [];
    const settings = settingsOf(item);
    const left = valueAt(item, 'properties');
    // `az resource list` names the properties and leaves them empty.
    const isShort = left?.is === 'scalar' && left.value === null;
    const isWhole =
      !isShort &&
      ['provisioningState', 'provisioning_state'].some(
        (key) => entryOf(item, key) !== undefined || entryOf(valueAt(item, 'properties'), key) !== undefined,
      );
    return [
      {
        id,
        item,
        resource: {
          address: `${parts.type}/${number}`,
          type: parts.type,
          name: parts.name,
          properties:
            parts.parent === '' ? settings : withEntries(settings, { parentId: literal(parts.parent, item.line) }),
          line: item.line,
          identifiers: identifiersOf(parts.type, id, parts.name, item),
          isWhole,
          // What records the calls, and whether versions are kept, stands in resources of their own.
          leavesOut: ['logging', 'versioned'],
          account: parts.subscription,
        },
      },
    ];
  });

/** The identities that a resource runs as, each with what it is known by. */
export const identitiesOf = (
  item: Positioned,
): readonly { readonly name: string; readonly identifiers: readonly SaidIdentifier[]; readonly line: number }[] => {
  const identity = valueAt(item, 'identity');
  const own = textOf(valueAt(identity, 'principalId')) ?? textOf(valueAt(identity, 'principal_id'));
  const assigned = valueAt(identity, 'userAssignedIdentities');
  const name = textOf(valueAt(item, 'name')) ?? '';
  return [
    ...(own === undefined
      ? []
      : [{ name: `identity of ${name}`, identifiers: [principal(own)], line: identity!.line }]),
    ...(assigned?.is === 'map' ? [...assigned.entries] : []).flatMap(([id, { value, line }]) => {
      const parts = partsOfId(id);
      const number = textOf(valueAt(value, 'principalId'));
      return parts === undefined
        ? []
        : [
            {
              name: parts.name,
              identifiers: [
                { scheme: 'resource-id' as const, value: id },
                ...(number === undefined ? [] : [principal(number)]),
              ],
              line,
            },
          ];
    }),
  ];
};

/** A role that is given to somebody. https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-cli */
export interface Assignment {
  readonly principal: string;
  readonly name: string;
  /** Name or id of the role. */
  readonly role: string;
  readonly scope: string;
  readonly line: number;
}

export const readAssignments = (items: readonly Positioned[]): readonly Assignment[] =>
  items.slice(0, mostResources).flatMap((item): readonly Assignment[] => {
    const said = (key: string): string | undefined =>
      textOf(valueAt(item, key)) ?? textOf(valueAt(item, 'properties', key));
    const [number, scope, id] = [said('principalId'), said('scope'), said('id') ?? ''];
    const role = said('roleDefinitionName') ?? said('roleDefinitionId');
    if (number === undefined || scope === undefined || role === undefined) return [];
    if (!/\/providers\/Microsoft\.Authorization\/roleAssignments\//i.test(id)) return [];
    const name = said('principalName');
    return [
      { principal: number, name: name === undefined || name === '' ? number : name, role, scope, line: item.line },
    ];
  });

/** A diagnostic setting: what it records, and where. https://learn.microsoft.com/rest/api/monitor/diagnostic-settings/list */
export interface Recording {
  readonly of: string;
  readonly workspace?: string;
  readonly isOn: boolean;
  readonly line: number;
}

export const readRecordings = (items: readonly Positioned[]): readonly Recording[] =>
  items.slice(0, mostResources).flatMap((item): readonly Recording[] => {
    const of = /^(.*)\/providers\/microsoft\.insights\/diagnosticSettings\/[^/]+$/i.exec(
      textOf(valueAt(item, 'id')) ?? '',
    )?.[1];
    const logs = valueAt(item, 'logs') ?? valueAt(item, 'properties', 'logs');
    if (of === undefined || logs?.is !== 'list') return [];
    const workspace = textOf(valueAt(item, 'workspaceId')) ?? textOf(valueAt(item, 'properties', 'workspaceId'));
    const isOn = itemsOf(logs).some((log) => {
      const enabled = valueAt(log, 'enabled');
      return enabled?.is === 'scalar' && enabled.value === true;
    });
    return [{ of, isOn, line: item.line, ...(workspace === undefined ? {} : { workspace }) }];
  });
