/** Roles and users of an account with what they may do, as `aws iam` tells it. */
import type { AssetReference, CompletenessClaim, FactName, FactSaid, Term } from '../../../kit/define-extractor.ts';
import { unknownTerm } from '../../../kit/define-extractor.ts';
import { exportedTerm } from '../../../kit/exported-term.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { trustedBy } from '../../../kit/policy-principals.ts';
import { managedPolicyDocument, managedPolicyName, stateRights } from '../../../kit/policy-rights.ts';
import { cloudName, stateExportedAccount } from '../../../kit/state-export.ts';
import { literalText } from '../../../kit/template-paths.ts';
import { statementsOf } from '../../../read/aws-policy.ts';
import { readJson } from '../../../read/json-positions.ts';
import { itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { accountOfArn, aws, isArn } from './dialect.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

/** A policy as a map, or as the text that some answers give, which may be escaped for an address. */
const documentOf = (value: Positioned | undefined): Term | undefined => {
  if (value?.is === 'map') return exportedTerm(value);
  const text = textOf(value);
  if (text === undefined) return undefined;
  const plain = text.startsWith('%7B') ? unescaped(text) : text;
  const read = plain === undefined ? undefined : readJson(plain).value;
  return read?.is === 'map' ? exportedTerm(read) : undefined;
};

const unescaped = (text: string): string | undefined =>
  /%(?![0-9A-Fa-f]{2})/.test(text)
    ? undefined
    : text.replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The documents of the policies that the account wrote itself, by ARN. */
const customerPolicies = (root: Positioned): ReadonlyMap<string, Positioned> =>
  new Map(
    itemsOf(valueAt(root, 'Policies')).flatMap((policy) => {
      const arn = textOf(valueAt(policy, 'Arn'));
      const versions = itemsOf(valueAt(policy, 'PolicyVersionList'));
      const inForce = versions.find((version) => {
        const is = valueAt(version, 'IsDefaultVersion');
        return is?.is === 'scalar' && is.value === true;
      });
      const document = valueAt(inForce ?? versions[0], 'Document');
      return arn === undefined || document === undefined ? [] : [[arn, document] as const];
    }),
  );

interface Account {
  readonly policies: ReadonlyMap<string, Positioned>;
  /** Groups with their policies, by name. */
  readonly groups: ReadonlyMap<string, Positioned>;
  readonly into: OpenExtraction;
}

interface Granted {
  readonly documents: { readonly document: Term; readonly line: number }[];
  hidden?: string;
}

const grantOf = (holder: Positioned, list: string, { policies }: Account, to: Granted): void => {
  for (const policy of itemsOf(valueAt(holder, list))) {
    const document = documentOf(valueAt(policy, 'PolicyDocument'));
    if (document) to.documents.push({ document, line: policy.line });
    else to.hidden ??= 'a policy that could not be read';
  }
  for (const attached of itemsOf(valueAt(holder, 'AttachedManagedPolicies'))) {
    const arn = textOf(valueAt(attached, 'PolicyArn')) ?? '';
    const own = documentOf(policies.get(arn));
    const managed = managedPolicyName({ t: 'literal', value: arn });
    const document = own ?? (managed === undefined ? undefined : managedPolicyDocument(managed, attached.line));
    if (document) to.documents.push({ document, line: attached.line });
    else to.hidden ??= `the actions of the policy ${arn} are not in what was saved`;
  }
};

const rightsOf = (self: AssetReference, granted: Granted, line: number, { into }: Account): Facts => {
  const facts: Facts = {};
  const scope = { relations: into.relations, follow: (term: Term) => term, named: () => undefined };
  const statements = granted.documents.flatMap(({ document, line: at }) =>
    statementsOf(document).map((statement) => ({ ...statement, line: at })),
  );
  Object.assign(facts, stateRights(self, statements, line, scope));
  const hidden = granted.hidden ?? statements.flatMap((statement) => statement.hidden)[0];
  const rest: FactSaid = hidden === undefined ? { value: false, line } : { value: unknownTerm(hidden, line), line };
  for (const name of ['wildcardActions', 'wildcardResources'] as const) facts[name] ??= rest;
  if (hidden !== undefined) facts.actions ??= rest;
  return facts;
};

/** Services that run code, agents or jobs of the account as a role, and identity providers by which workloads outside of AWS take one. */
const running =
  /^(?:lambda|edgelambda|ec2|ecs-tasks|eks(?:-\w+)?|pods\.eks|batch|sagemaker|bedrock(?:-agentcore)?|codebuild|(?:build|tasks)\.apprunner|glue|states|elasticmapreduce|emr-serverless|credentials\.iot|rolesanywhere|cognito-identity)\.amazonaws\.com|oidc-provider\/|^\*$/;

/** Nothing runs as a user, nor as a role that no such service is trusted with. */
const runsAsNobody = (sort: 'Role' | 'User', trusted: readonly string[], line: number): readonly CompletenessClaim[] =>
  sort === 'User' || (trusted.length > 0 && !trusted.some((principal) => running.test(principal)))
    ? [{ relation: 'runs-as', direction: 'in', grade: 'observed', scope: 'file', line }]
    : [];

const stateHolder = (holder: Positioned, sort: 'Role' | 'User', account: Account, isWhole: boolean): void => {
  const { into } = account;
  const arn = textOf(valueAt(holder, 'Arn'));
  const name = textOf(valueAt(holder, `${sort}Name`));
  if (!isArn(arn) || name === undefined) return;
  const key = `identity:${arn}`;
  const self: AssetReference = { local: key };
  const { line } = holder;
  const granted: Granted = { documents: [] };
  const before = into.relations.length;
  if (isWhole) {
    grantOf(holder, `${sort}PolicyList`, account, granted);
    for (const group of itemsOf(valueAt(holder, 'GroupList'))) {
      const found = account.groups.get(textOf(group) ?? '');
      if (found) grantOf(found, 'GroupPolicyList', account, granted);
    }
  }
  const trust = documentOf(valueAt(holder, 'AssumeRolePolicyDocument'));
  const trusted = trust ? trustedBy(statementsOf(trust)).flatMap(({ value }) => literalText(value) ?? []) : [];
  into.assets.push({
    key,
    kind: 'identity',
    name,
    identifiers: [{ scheme: 'arn', value: arn }, cloudName('aws', sort === 'Role' ? 'iam-role' : 'iam-user', name)],
    facts: {
      provider: { value: 'aws' },
      ...(sort === 'Role' ? { longLived: { value: false } } : {}),
      ...(isWhole ? rightsOf(self, granted, line, account) : {}),
      ...(trusted.length > 0 ? { trustedPrincipals: { value: [...new Set(trusted)].sort(), line } } : {}),
    },
    complete: runsAsNobody(sort, trusted, line),
    line,
    how: 'observed',
  });
  for (const principal of new Set(trusted))
    if (isArn(principal) && /:(?:role|user)\//.test(principal))
      into.relations.push({
        relation: 'assumes',
        from: {
          kind: 'identity',
          identifier: { scheme: 'arn', value: principal },
          name: principal.slice(principal.lastIndexOf('/') + 1),
        },
        to: self,
        line,
      });
  const id = accountOfArn(arn);
  if (id !== undefined)
    into.relations.push({
      relation: 'belongs-to',
      from: self,
      to: stateExportedAccount(id, line, aws, into.assets),
      line,
    });
  for (let at = before; at < into.relations.length; at++)
    into.relations[at] = { ...into.relations[at]!, how: 'observed' };
};

/** States the identities of `get-account-authorization-details`, `list-roles` and `get-role`; tells whether it is one of them. */
export const stateIdentityAnswer = (root: Positioned, into: OpenExtraction): boolean => {
  const isWhole = valueAt(root, 'RoleDetailList')?.is === 'list' || valueAt(root, 'UserDetailList')?.is === 'list';
  const groups = itemsOf(valueAt(root, 'GroupDetailList')).flatMap((group) => {
    const name = textOf(valueAt(group, 'GroupName'));
    return name === undefined ? [] : [[name, group] as const];
  });
  const account: Account = { policies: customerPolicies(root), groups: new Map(groups), into };
  const alone = (key: 'Role' | 'User') => {
    const value = valueAt(root, key);
    return value?.is === 'map' ? [value] : [];
  };
  const roles = [...itemsOf(valueAt(root, 'RoleDetailList')), ...itemsOf(valueAt(root, 'Roles')), ...alone('Role')];
  const users = [...itemsOf(valueAt(root, 'UserDetailList')), ...itemsOf(valueAt(root, 'Users')), ...alone('User')];
  const count = into.assets.length;
  for (const role of roles) stateHolder(role, 'Role', account, isWhole);
  for (const user of users) stateHolder(user, 'User', account, isWhole);
  return into.assets.length > count;
};
