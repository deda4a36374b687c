/** What `aws s3api` and `aws s3control` say of who may reach a bucket: its policy, its block of public access, its grants. */
import {
  type AssetObservation,
  type FactName,
  type FactSaid,
  literal,
  type Term,
} from '../../../kit/define-extractor.ts';
import { exportedTerm } from '../../../kit/exported-term.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { factsOfOpenBucket } from '../../../kit/policy-principals.ts';
import { stateExportedAccount } from '../../../kit/state-export.ts';
import { statementsOf } from '../../../read/aws-policy.ts';
import { readJson } from '../../../read/json-positions.ts';
import { booleanOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { accountOfPath, aws } from './dialect.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

/** A name as S3 allows it. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const bucketName = '[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]';
const inFolder = new RegExp(`(?:^|/)(?:s3|buckets?)/(${bucketName})/[^/]+$`);
const inName = new RegExp(
  `(?:^|/)(${bucketName})[._](?:get-)?(?:bucket-)?(?:public-access-block|policy-status|acl|encryption)\\.json$`,
);

/** The bucket that a file was saved for, where its answer does not name it: `s3/<bucket>/policy-status.json`, `<bucket>.policy-status.json`. */
const bucketOfPath = (path: string): string | undefined => (inFolder.exec(path) ?? inName.exec(path))?.[1];

/** The setting of an account that closes all its buckets. */
const blockOf = (account: string): string => `aws/${account}/public-blocked`;

/** Open, unless the account closes all its buckets. */
const openUnlessBlocked = (facts: Facts, account: string | undefined): Facts =>
  account === undefined
    ? facts
    : Object.fromEntries(
        Object.entries(facts).map(([name, said]) => {
          const isOpening = (name === 'public' || name === 'userWritable') && said.value === true;
          return [name, isOpening ? { ...said, value: unlessBlocked(account, said.line ?? 0) } : said];
        }),
      );

const unlessBlocked = (account: string, at: number): Term => {
  const setting: Term = { t: 'reference', namespace: 'cloud-account', name: blockOf(account), at };
  const entries = [
    [literal('true'), literal(false)],
    [literal('false'), literal(true)],
  ] as const;
  // Put into a text, so that `true` is looked up as the word that it is.
  return { t: 'member', of: { t: 'map', entries }, key: { t: 'template', parts: [setting], at }, at };
};

/** States facts of a bucket that is known by its name. */
export const addBucket = (name: string, facts: Facts, line: number, into: OpenExtraction, suffix = ''): void => {
  const asset: AssetObservation = {
    key: `bucket:${name}:${suffix}:${line}`,
    kind: 'bucket',
    name,
    identifiers: [{ scheme: 'bucket-name', value: `s3://${name}` }],
    facts: { provider: { value: 'aws' }, ...facts },
    line,
    how: 'observed',
  };
  into.assets.push(asset);
};

/**
 * What a block of public access says of the bucket below it. Only `RestrictPublicBuckets` closes one that a policy opens; one that is off
 * opens nothing. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export const factsOfBlock = (block: Positioned): Facts => {
  const restricts = booleanOf(valueAt(block, 'RestrictPublicBuckets') ?? valueAt(block, 'restrictPublicBuckets'));
  const ignores = booleanOf(valueAt(block, 'IgnorePublicAcls') ?? valueAt(block, 'ignorePublicAcls'));
  if (restricts === undefined || ignores === undefined) return {};
  const line = block.line;
  return restricts && ignores
    ? { public: { value: false, line }, publicBlocked: { value: true, line } }
    : { publicBlocked: { value: false, line } };
};

/** The facts that the policy of a bucket gives, by the bucket that its statements name. */
export const stateBucketPolicy = (
  policy: Positioned,
  line: number,
  into: OpenExtraction,
  account: string | undefined,
  given?: string,
): void => {
  for (const [number, statement] of statementsOf(exportedTerm(policy)).entries()) {
    const facts = factsOfOpenBucket({ ...statement, line: 0 }, line);
    const named = statement.resources.flatMap((term) => {
      const text = term.t === 'literal' ? String(term.value) : '';
      return /^arn:aws[\w-]*:s3:::([^/*?]+)/.exec(text)?.[1] ?? [];
    });
    const name = given ?? named[0];
    if (name !== undefined && facts)
      addBucket(name, openUnlessBlocked(withConfidence(facts, 0.9), account), line, into, `statement${number}`);
  }
};

/** What a policy opens, a block of the bucket or of its account closes. */
const withConfidence = (facts: Facts, confidence: number): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, said]) => [name, { ...said, confidence }]));

const everybody = /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/;

const aclFacts = (root: Positioned): Facts => {
  const open = itemsOf(valueAt(root, 'Grants')).filter((grant) =>
    everybody.test(textOf(valueAt(grant, 'Grantee', 'URI')) ?? ''),
  );
  const [first] = open;
  if (first === undefined) return {};
  const writes = open.find((grant) => /^(?:WRITE|FULL_CONTROL)$/.test(textOf(valueAt(grant, 'Permission')) ?? ''));
  return withConfidence(
    {
      public: { value: true, line: first.line },
      ...(writes ? { userWritable: { value: true, line: writes.line } } : {}),
    },
    0.9,
  );
};

/** Answers that do not name the bucket they are about. */
const unnamed = (root: Positioned): Facts | undefined => {
  const block = valueAt(root, 'PublicAccessBlockConfiguration');
  if (block?.is === 'map' && booleanOf(valueAt(block, 'BlockPublicAcls')) !== undefined) return factsOfBlock(block);
  const open = valueAt(root, 'PolicyStatus', 'IsPublic');
  const isOpen = booleanOf(open);
  if (open && isOpen !== undefined)
    return { public: { value: isOpen, line: open.line, confidence: isOpen ? 0.9 : 0.85 } };
  if (
    itemsOf(valueAt(root, 'Grants')).some(
      (grant) => valueAt(grant, 'Grantee', 'Type') !== undefined && valueAt(root, 'Owner', 'ID') !== undefined,
    )
  )
    return aclFacts(root);
  const rules = itemsOf(valueAt(root, 'ServerSideEncryptionConfiguration', 'Rules'));
  const [rule] = rules;
  if (rule === undefined) return undefined;
  const key = valueAt(rule, 'ApplyServerSideEncryptionByDefault', 'KMSMasterKeyID');
  return {
    encryptedAtRest: { value: true, line: rule.line },
    customerKey: { value: key !== undefined, line: (key ?? rule).line },
  };
};

/** States what an answer about one bucket, or about the buckets of an account, says; tells whether it is one. */
export const stateBucketAnswer = (root: Positioned, path: string, into: OpenExtraction): boolean => {
  const text = textOf(valueAt(root, 'Policy'));
  if (text !== undefined) {
    const policy = text.includes('arn:aws') && text.includes('s3') ? readJson(text).value : undefined;
    if (policy) stateBucketPolicy(policy, valueAt(root, 'Policy')!.line, into, accountOfPath(path));
    return policy !== undefined;
  }
  const facts = unnamed(root);
  if (facts === undefined) return false;
  const bucket = bucketOfPath(path);
  const account = accountOfPath(path);
  if (bucket !== undefined) addBucket(bucket, openUnlessBlocked(facts, account), root.line, into);
  else if (account !== undefined && facts.publicBlocked) {
    const { value, line = root.line } = facts.publicBlocked;
    stateExportedAccount(account, root.line, aws, into.assets, { publicBlocked: facts.publicBlocked });
    into.definitions.push({
      namespace: 'cloud-account',
      name: blockOf(account),
      value: literal(value === true, line),
      line,
    });
  } else
    into.gaps.push({
      what: baseNameOf(path),
      scope: 'file',
      why: 'the answer does not say which bucket or account it is about: save it as s3/<bucket>/<answer>.json, or below a folder with the number of the account',
    });
  return true;
};
