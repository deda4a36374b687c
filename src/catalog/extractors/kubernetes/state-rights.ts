/** Service accounts, roles and who is bound to them: the rights that pods have in their cluster and, through it, in a cloud. */
import type { AssetReference, FactName, FactSaid } from '../../../kit/define-extractor.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { itemsOf, textsOf, valueAt } from '../../../read/positioned.ts';
import { annotationOf, identityOf, keyOf, kubernetesName, type Manifest, scalarText } from './manifest.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

const kubernetes: FactSaid = { value: 'kubernetes' };
/** Roles of a cluster belong to no namespace. */
const spread = 'cluster';

/** Roles that every cluster has. https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles */
const builtIn: Readonly<Record<string, Facts>> = {
  'cluster-admin': {
    actions: { value: ['*'] },
    actionsOnAll: { value: ['*'] },
    wildcardActions: { value: true },
    wildcardResources: { value: true },
    administrator: { value: true },
  },
  admin: { actions: { value: ['admin'] }, wildcardActions: { value: false }, wildcardResources: { value: true } },
  edit: { actions: { value: ['edit'] }, wildcardActions: { value: false }, wildcardResources: { value: true } },
  view: { actions: { value: ['view'] }, wildcardActions: { value: false }, wildcardResources: { value: false } },
};

const changing = /^(?:\*|create|update|patch|delete|deletecollection|bind|escalate|impersonate)$/;

const rightsOf = (manifest: Manifest): Facts => {
  const actions = new Set<string>();
  let isWide = false;
  let isEverywhere = false;
  let isAdministrator = false;
  for (const rule of itemsOf(valueAt(manifest.value, 'rules'))) {
    const verbs = textsOf(valueAt(rule, 'verbs'));
    const resources = textsOf(valueAt(rule, 'resources'));
    const groups = textsOf(valueAt(rule, 'apiGroups'));
    for (const resource of resources) for (const verb of verbs) actions.add(`${resource}:${verb}`);
    const isAll = resources.includes('*');
    if (isAll && verbs.includes('*')) isWide = true;
    if (isAll && verbs.some((verb) => changing.test(verb))) isEverywhere = true;
    if (isAll && verbs.includes('*') && groups.includes('*') && manifest.kind === 'ClusterRole') isAdministrator = true;
  }
  return {
    ...(actions.size > 0 ? { actions: { value: [...actions].sort() } } : {}),
    ...(isWide ? { actionsOnAll: { value: ['*'] } } : {}),
    wildcardActions: { value: isWide },
    wildcardResources: { value: isEverywhere },
    ...(isAdministrator ? { administrator: { value: true } } : {}),
  };
};

const roleNamespace = ({ kind, namespace }: Pick<Manifest, 'kind' | 'namespace'>): string =>
  kind.startsWith('Cluster') ? spread : namespace;

/** States a Role or ClusterRole as an identity that accounts may take on. https://kubernetes.io/docs/reference/access-authn-authz/rbac/ */
export const stateRole = (manifest: Manifest, into: OpenExtraction): void => {
  const namespace = roleNamespace(manifest);
  into.assets.push({
    key: keyOf(manifest),
    kind: 'identity',
    name: manifest.name,
    identifiers: [
      { scheme: 'kubernetes-object', value: identityOf({ ...manifest, namespace }, manifest.kind, manifest.name) },
    ],
    facts: { provider: kubernetes, ...rightsOf(manifest) },
    line: manifest.line,
  });
  into.definitions.push({
    namespace: 'kubernetes',
    name: `${manifest.kind} ${namespace} ${manifest.name}`,
    value: { t: 'unknown', why: `${manifest.kind} ${manifest.name} as a whole is no text` },
    line: manifest.line,
  });
};

/** The identity of a cloud that an account takes on. */
const cloudIdentity = (manifest: Manifest): AssetReference | undefined => {
  // https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
  const role = annotationOf(manifest, 'eks.amazonaws.com/role-arn');
  if (role?.startsWith('arn:') && !/[{}<>$]/.test(role))
    return { kind: 'identity', identifier: { scheme: 'arn', value: role }, name: role.split('/').at(-1)! };
  // https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
  const google = annotationOf(manifest, 'iam.gke.io/gcp-service-account');
  // https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html
  const azure = annotationOf(manifest, 'azure.workload.identity/client-id');
  const name = google ?? azure;
  if (name === undefined || /[{}<>$]/.test(name)) return undefined;
  return { kind: 'identity', identifier: { scheme: 'display-name', value: name }, name };
};

/** States a service account, and the identity of a cloud that it takes on. */
export const stateServiceAccount = (manifest: Manifest, into: OpenExtraction): void => {
  const key = keyOf(manifest);
  into.assets.push({
    key,
    kind: 'identity',
    name: manifest.name,
    identifiers: [{ scheme: 'kubernetes-object', value: identityOf(manifest, 'ServiceAccount', manifest.name) }],
    facts: { provider: kubernetes },
    line: manifest.line,
  });
  into.definitions.push({
    namespace: 'kubernetes',
    name: `ServiceAccount ${manifest.namespace} ${manifest.name}`,
    value: { t: 'unknown', why: `ServiceAccount ${manifest.name} as a whole is no text` },
    line: manifest.line,
  });
  const cloud = cloudIdentity(manifest);
  if (cloud) into.relations.push({ relation: 'assumes', from: { local: key }, to: cloud, line: manifest.line });
};

/** States which service accounts a binding gives a role. */
export const stateBinding = (manifest: Manifest, into: OpenExtraction): void => {
  const role = valueAt(manifest.value, 'roleRef');
  const [kind, name] = [scalarText(valueAt(role, 'kind')), scalarText(valueAt(role, 'name'))];
  if (kind === undefined || name === undefined || /[{}$]/.test(name)) return;
  const accounts = itemsOf(valueAt(manifest.value, 'subjects')).filter(
    (subject) => scalarText(valueAt(subject, 'kind')) === 'ServiceAccount',
  );
  if (accounts.length === 0) return;
  const { line } = manifest;
  const namespace = roleNamespace({ kind, namespace: manifest.namespace });
  const value = kubernetesName(`${kind} ${namespace} ${name}`, line);
  const key = `${keyOf(manifest)}#role`;
  const rights = kind === 'ClusterRole' && Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
  if (rights)
    into.assets.push({
      key,
      kind: 'identity',
      name,
      identifiers: [{ scheme: 'kubernetes-object', value }],
      facts: { provider: kubernetes, ...rights },
      line,
    });
  const to: AssetReference = rights
    ? { local: key }
    : { kind: 'identity', identifier: { scheme: 'kubernetes-object', value }, name };
  for (const subject of accounts) {
    const account = scalarText(valueAt(subject, 'name'));
    const of = scalarText(valueAt(subject, 'namespace')) ?? manifest.namespace;
    if (account === undefined || /[{}$]/.test(account)) continue;
    into.relations.push({
      relation: 'assumes',
      from: {
        kind: 'identity',
        identifier: { scheme: 'kubernetes-object', value: kubernetesName(`ServiceAccount ${of} ${account}`, line) },
        name: account,
      },
      to,
      line,
      note: `is bound to ${kind} ${name}`,
    });
  }
};
