/** Rights of Google service accounts: roles bound to members, on a project or on one resource. */
import { effectsOfGoogleRole, factsOfGoogleRole } from '../../../kit/cloud/google-roles.ts';
import type { AssetReference, Term } from '../../../kit/define-extractor.ts';
import { eachOf } from '../../../read/aws-policy.ts';
import { attributeOf, type TerraformBlock } from '../../../read/terraform.ts';
import type { StackFile } from './stack-file.ts';

const targets: Readonly<Record<string, { readonly at: string; readonly kind: 'bucket' | 'data-store' | 'secret' }>> = {
  google_storage_bucket_iam_member: { at: 'bucket', kind: 'bucket' },
  google_storage_bucket_iam_binding: { at: 'bucket', kind: 'bucket' },
  google_bigquery_dataset_iam_member: { at: 'dataset_id', kind: 'data-store' },
  google_secret_manager_secret_iam_member: { at: 'secret_id', kind: 'secret' },
};
const projectTypes = ['google_project_iam_member', 'google_project_iam_binding'];

/** `serviceAccount:${google_service_account.app.email}` names the account of this folder. */
const memberOf = (term: Term, stack: StackFile): string | undefined => {
  const last = term.t === 'template' ? term.parts.find(({ t }) => t === 'reference') : term;
  const target = last && stack.targetOf(last);
  return target?.type === 'google_service_account' ? target.address : undefined;
};

const membersOf = (block: TerraformBlock, stack: StackFile): readonly string[] =>
  ['member', 'members']
    .flatMap((name) => eachOf(attributeOf(block, name)?.term))
    .flatMap((term) => memberOf(term, stack) ?? []);

const roleOf = (block: TerraformBlock): { readonly role: string; readonly line: number } | undefined => {
  const given = attributeOf(block, 'role');
  const term = given?.term;
  return term?.t === 'literal' && typeof term.value === 'string' ? { role: term.value, line: given!.line } : undefined;
};

/** States what service accounts of this file’s bindings may do. */
export const stateGoogleRights = (stack: StackFile): void => {
  for (const block of stack.resources(...projectTypes, ...Object.keys(targets))) {
    const granted = roleOf(block);
    if (!granted) continue;
    const { role, line } = granted;
    const rule = targets[block.labels[0] ?? ''];
    const given = rule && attributeOf(block, rule.at);
    const target = given && stack.targetOf(given.term);
    for (const member of membersOf(block, stack)) {
      const identity: AssetReference = stack.assetAt(member, 'identity');
      stack.assets.push({
        key: `${stack.keyOf(member)}#${role}:${line}`,
        kind: 'identity',
        name: stack.nameAt(member, 'account_id'),
        identifiers: [{ scheme: 'terraform-address', value: stack.identify(member) }],
        facts: factsOfGoogleRole(role, rule === undefined, line),
        line,
      });
      if (!rule || !target) continue;
      for (const relation of effectsOfGoogleRole(role))
        stack.relations.push({ relation, from: identity, to: stack.assetAt(target.address, rule.kind), line });
    }
  }
};
