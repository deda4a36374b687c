/** What the statements of an AWS policy allow an identity: facts about it, and relations to what it may reach. */
import type { FactName } from '../domain/facts.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { AssetReference, FactSaid, RelationObservation } from '../domain/observation.ts';
import { literal, type Term } from '../domain/term.ts';
import {
  type Effect,
  effectsOf,
  isChangingAction,
  isWildcardAction,
  managedPolicies,
  type PolicyStatement,
} from '../read/aws-policy.ts';

/** One thing that a resource of a statement names, with the service whose actions apply to it. */
export interface NamedResource {
  readonly reference: AssetReference;
  readonly service: string;
}

/** The stack in which a policy stands: what its terms name there. */
export interface PolicyScope {
  /** A term with names of the same file put in. */
  follow(term: Term): Term;
  /** The resource of the same stack that a term names; `unknown` for one that is no asset. */
  named(term: Term): NamedResource | 'unknown' | undefined;
  readonly relations: RelationObservation[];
}

const literalOf = (term: Term): string | undefined =>
  term.t === 'literal' && typeof term.value === 'string' ? term.value : undefined;

/** What a literal ARN names. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const namedByArn = (arn: string): NamedResource | undefined => {
  const [, , service = '', , , ...rest] = arn.split(':');
  const resource = rest.join(':');
  if (service === 's3') {
    const name = resource.split('/')[0] ?? '';
    if (name === '' || /[*?$]/.test(name)) return undefined;
    return {
      reference: { kind: 'bucket', identifier: { scheme: 'bucket-name', value: `s3://${name}` }, name },
      service,
    };
  }
  if (/[*?]/.test(resource.split('/').slice(0, 2).join('/'))) return undefined;
  const by = (kind: AssetKind, value = arn): NamedResource => ({
    reference: { kind, identifier: { scheme: 'arn', value } },
    service,
  });
  if (service === 'bedrock' && resource.startsWith('foundation-model/')) {
    const name = resource.slice('foundation-model/'.length);
    return {
      reference: { kind: 'model', identifier: { scheme: 'model-name', value: `bedrock:${name}` }, name },
      service,
    };
  }
  if (service === 'dynamodb') return by('data-store', arn.split('/').slice(0, 2).join('/'));
  if (service === 'secretsmanager') return by('secret');
  if (service === 'sqs') return by('data-store');
  if (service === 'sagemaker' && resource.startsWith('endpoint/')) return by('inference-endpoint');
  if (service === 'iam' && resource.startsWith('role/')) return by('identity');
  return undefined;
};

/** A term cut where the path of an object begins: `arn:aws:s3:::` + name + `/*` without the `/*`. */
const withoutPath = (term: Term): Term => {
  if (term.t !== 'template') return term;
  const end = term.parts.findIndex((part, index) => index > 0 && (literalOf(part)?.startsWith('/') ?? false));
  const parts = end < 0 ? term.parts : term.parts.slice(0, end);
  return parts.length === 1 ? parts[0]! : { ...term, parts };
};

/** What one resource of a statement names; `*` for everything, undefined where it cannot be told. */
const namedBy = (resource: Term, statement: PolicyStatement, scope: PolicyScope): NamedResource | '*' | undefined => {
  const text = literalOf(scope.follow(resource));
  if (text === '*' || text === 'arn:aws:s3:::*') return '*';
  if (text !== undefined) return namedByArn(text);
  const own = scope.named(resource);
  if (own !== undefined) return own === 'unknown' ? undefined : own;
  // A variable or the output of a module: the actions say what kind of thing it must be.
  const services = new Set(statement.actions.map((action) => action.split(':')[0] ?? ''));
  const [service = ''] = services;
  const kind = ({ s3: 'bucket', dynamodb: 'data-store', secretsmanager: 'secret', sts: 'identity' } as const)[service];
  if (services.size !== 1 || kind === undefined) return undefined;
  const term = withoutPath(scope.follow(resource));
  const start = term.t === 'template' && term.parts[0] ? literalOf(term.parts[0]) : undefined;
  if (kind === 'bucket' && term.t === 'template' && start?.startsWith('arn:aws:s3:::')) {
    const head = literal(`s3://${start.slice('arn:aws:s3:::'.length)}`);
    const value: Term = { ...term, parts: [head, ...term.parts.slice(1)] };
    return { reference: { kind, identifier: { scheme: 'bucket-name', value } }, service };
  }
  return { reference: { kind, identifier: { scheme: 'arn', value: term } }, service };
};

const relationOf: Readonly<Record<Effect, 'reads' | 'writes' | 'administers' | 'invokes' | 'assumes'>> = {
  reads: 'reads',
  writes: 'writes',
  administers: 'administers',
  invokes: 'invokes',
  assumes: 'assumes',
};

/** States what the statements let an identity do, and gives the facts about it. Denials only narrow and are left to the live account. */
export const stateRights = (
  identity: AssetReference,
  statements: readonly PolicyStatement[],
  fallbackLine: number,
  scope: PolicyScope,
): Partial<Record<FactName, FactSaid>> => {
  const allowed = statements.filter(({ effect }) => effect === 'Allow');
  const actions = new Set<string>();
  const onAll = new Set<string>();
  let wildcardActions: number | undefined;
  let wildcardResources: number | undefined;
  let administrator: number | undefined;
  for (const statement of allowed) {
    const line = statement.line || fallbackLine;
    for (const action of statement.actions) if (!statement.exceptActions) actions.add(action);
    const wide = statement.exceptActions || statement.actions.some(isWildcardAction);
    if (wide) wildcardActions ??= line;
    const named = statement.resources.map((resource) => namedBy(resource, statement, scope));
    const isEverywhere = named.includes('*') || statement.exceptResources;
    const changes = statement.exceptActions || statement.actions.some(isChangingAction);
    if (isEverywhere && changes) wildcardResources ??= line;
    if (isEverywhere) for (const action of statement.exceptActions ? ['*'] : statement.actions) onAll.add(action);
    if (isEverywhere && (statement.actions.includes('*') || statement.exceptActions)) administrator ??= line;
    if (statement.exceptResources) continue;
    // A bucket and its objects (`arn` and `arn/*`) are one thing here.
    const once = new Set<string>();
    for (const each of named) {
      if (each === undefined || each === '*') continue;
      const { size } = once;
      if (once.add(JSON.stringify(each.reference)).size === size) continue;
      const effects = new Set(statement.actions.flatMap((action) => effectsOf(action, each.service)));
      // Passing a role to a service is taking it on through that service.
      if (
        each.service === 'iam' &&
        statement.actions.some((action) => /^(iam:PassRole|sts:AssumeRole.*)$/i.test(action))
      )
        effects.add('assumes');
      for (const effect of effects)
        scope.relations.push({
          relation: relationOf[effect],
          from: identity,
          to: each.reference,
          line,
          ...(statement.conditional ? { confidence: 0.8 } : {}),
          note: `${statement.actions.slice(0, 3).join(', ')} allowed`,
        });
    }
  }
  const sorted = [...actions].sort();
  return {
    ...(sorted.length > 0 ? { actions: { value: sorted, line: allowed[0]?.line || fallbackLine } } : {}),
    ...(onAll.size > 0 ? { actionsOnAll: { value: [...onAll].sort(), line: allowed[0]?.line || fallbackLine } } : {}),
    ...(wildcardActions === undefined ? {} : { wildcardActions: { value: true, line: wildcardActions } }),
    ...(wildcardResources === undefined ? {} : { wildcardResources: { value: true, line: wildcardResources } }),
    ...(administrator === undefined ? {} : { administrator: { value: true, line: administrator } }),
  };
};

/** The name of an AWS managed policy that an ARN is of. */
export const managedPolicyName = (term: Term): string | undefined =>
  term.t === 'literal' && typeof term.value === 'string'
    ? /^arn:aws[\w-]*:iam::aws:policy\/(?:.*\/)?([^/]+)$/.exec(term.value)?.[1]
    : undefined;

/** The statements of a managed policy as one document over everything; undefined for one whose actions are not known here. */
export const managedPolicyDocument = (name: string, line: number): Term | undefined => {
  const actions = Object.hasOwn(managedPolicies, name) ? managedPolicies[name] : undefined;
  if (actions === undefined) return undefined;
  const statement: Term = {
    t: 'map',
    entries: [
      [literal('Effect'), literal('Allow')],
      [literal('Action'), { t: 'list', items: actions.map((action) => literal(action, line)) }],
      [literal('Resource'), literal('*')],
    ],
    at: line,
  };
  return { t: 'map', entries: [[literal('Statement'), { t: 'list', items: [statement] }]], at: line };
};
