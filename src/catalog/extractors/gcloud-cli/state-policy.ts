/** Who may do what with a resource or a project of Google Cloud, as its policy says. https://cloud.google.com/iam/docs/reference/rest/v1/Policy */

import { effectsOfGoogleRole, factsOfGoogleRole } from '../../../kit/cloud/google-roles.ts';
import { kindOfType } from '../../../kit/cloud/tables.ts';
import type { AssetKind, FactName, FactSaid } from '../../../kit/define-extractor.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { mayJoin } from '../../../kit/state-export.ts';
import { itemsOf, type Positioned, textOf, textsOf, valueAt } from '../../../read/positioned.ts';
import { serviceAccount, types } from './dialect.ts';
import { type Asset, identifiersOf } from './read-assets.ts';

interface Binding {
  readonly role: string;
  readonly members: readonly string[];
  readonly isConditional: boolean;
  readonly line: number;
}

/** The bindings of a policy; undefined for a map that is none. */
export const bindingsOf = (policy: Positioned | undefined): readonly Binding[] | undefined => {
  const list = valueAt(policy, 'bindings');
  if (list?.is !== 'list') return undefined;
  const bindings = itemsOf(list).flatMap((item): readonly Binding[] => {
    const role = textOf(valueAt(item, 'role'));
    const members = textsOf(valueAt(item, 'members'));
    if (role === undefined || !/^(?:roles|(?:projects|organizations)\/[^/]+\/roles)\/\S+$/.test(role)) return [];
    return [{ role, members, isConditional: valueAt(item, 'condition')?.is === 'map', line: item.line }];
  });
  return bindings.length === list.items.length ? bindings : undefined;
};

const everybody = (member: string): boolean => member === 'allUsers' || member === 'allAuthenticatedUsers';

/** What the policy of one resource opens to everybody. */
const openness = (kind: AssetKind, bindings: readonly Binding[], line: number): Partial<Record<FactName, FactSaid>> => {
  const open = bindings.filter(({ members, isConditional }) => !isConditional && members.some(everybody));
  const [first] = open;
  if (kind === 'bucket') {
    const writes = open.find(({ role }) => effectsOfGoogleRole(role).includes('writes'));
    return first === undefined
      ? { public: { value: false, line, confidence: 0.85 } }
      : {
          public: { value: true, line: first.line, confidence: 0.9 },
          ...(writes ? { userWritable: { value: true, line: writes.line } } : {}),
        };
  }
  if (kind !== 'compute') return {};
  const isForAll = open.find(({ role, members }) => /\.invoker$/.test(role) && members.includes('allUsers'));
  return isForAll === undefined
    ? { authentication: { value: 'identity', line } }
    : {
        public: { value: true, line: isForAll.line, confidence: 0.9 },
        authentication: { value: 'none', line: isForAll.line },
      };
};

/** States a policy; without a resource it is that of a whole project. */
export const statePolicy = (
  bindings: readonly Binding[],
  of: Pick<Asset, 'id' | 'type' | 'line'> | undefined,
  line: number,
  into: OpenExtraction,
): void => {
  const type = of && Object.hasOwn(types, of.type) ? types[of.type] : undefined;
  const kind = type === undefined ? undefined : kindOfType(type);
  const name = of?.id.slice(of.id.lastIndexOf('/') + 1) ?? '';
  const start = `policy:${into.assets.length}`;
  const stated = new Set<string>();
  if (of && kind !== undefined)
    into.assets.push({
      key: start,
      kind,
      name,
      identifiers: identifiersOf({ id: of.id, type: of.type }),
      facts: openness(kind, bindings, line),
      line,
      how: 'observed',
    });
  for (const { role, members, isConditional, line: at } of bindings)
    for (const member of members) {
      const address = /^serviceAccount:([^:?]+@[^:?]+)$/.exec(member)?.[1];
      if (address === undefined) continue;
      const key = `${start}:${role}:${address}:${at}`;
      if (stated.has(key)) continue;
      stated.add(key);
      into.assets.push({
        key,
        kind: 'identity',
        name: address.split('@')[0]!,
        identifiers: [serviceAccount(address)],
        facts: { provider: { value: 'google' }, ...factsOfGoogleRole(role, of === undefined, at) },
        line: at,
        how: 'observed',
        ...(isConditional ? { confidence: 0.8 } : {}),
      });
      for (const relation of kind === undefined ? [] : effectsOfGoogleRole(role))
        if (mayJoin(relation, 'identity', kind!))
          into.relations.push({
            relation,
            from: { local: key },
            to: { local: start },
            line: at,
            how: 'observed',
            note: role,
          });
    }
};
