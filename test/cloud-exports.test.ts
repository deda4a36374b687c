// What a cloud says of itself, saved beside the code and the stacks: it joins what they name, and where they differ it is what holds.
import { expect, it } from 'vitest';
import type { Report } from '../src/domain/report.ts';
import { plantTree } from './planted-tree.ts';
import { scanTree } from './scan-tree.ts';

const account = 'cloud/aws/111122223333';
const stack = `
resource "aws_s3_bucket" "tickets" {
  bucket = "acme-support-tickets"
}
resource "aws_s3_bucket_public_access_block" "tickets" {
  bucket                  = aws_s3_bucket.tickets.id
  block_public_policy     = true
  restrict_public_buckets = true
}
resource "aws_iam_role" "open_ticket" {
  name               = "open-ticket"
  assume_role_policy = "{}"
}
resource "aws_lambda_function" "open_ticket" {
  function_name = "open-ticket"
  runtime       = "python3.12"
  role          = aws_iam_role.open_ticket.arn
  source_dir    = "../app"
  environment {
    variables = {
      TICKETS = aws_s3_bucket.tickets.bucket
    }
  }
}
`;
const program = `
import os

import boto3
from openai import OpenAI


def handler(event, context):
    text = boto3.client("s3").get_object(Bucket=os.environ["TICKETS"], Key=event["key"])["Body"].read().decode()
    return OpenAI().chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
`;
const lambda = JSON.stringify({
  Configuration: {
    FunctionName: 'open-ticket',
    FunctionArn: 'arn:aws:lambda:eu-central-1:111122223333:function:open-ticket',
    Runtime: 'python3.12',
    Role: 'arn:aws:iam::111122223333:role/open-ticket',
    Environment: { Variables: { TICKETS: 'acme-support-tickets' } },
  },
});
const details = JSON.stringify({
  UserDetailList: [],
  GroupDetailList: [],
  RoleDetailList: [
    {
      RoleName: 'open-ticket',
      Arn: 'arn:aws:iam::111122223333:role/open-ticket',
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      RolePolicyList: [
        {
          PolicyName: 'all',
          PolicyDocument: {
            Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-support-tickets/*' }],
          },
        },
      ],
      AttachedManagedPolicies: [],
    },
  ],
  Policies: [],
});
const open = JSON.stringify({ PolicyStatus: { IsPublic: true } });

const ofKind = ({ assets }: Report, kind: string) => assets.filter((asset) => asset.kind === kind);
const factOf = (report: Report, kind: string, name: string, fact: 'public') =>
  ofKind(report, kind).find((asset) => asset.name === name)?.facts[fact];

it('joins a bucket, a role and a function of an account to those of the stack, and the bucket to the code that reads it', async () => {
  const report = await scanTree(
    plantTree({
      'infra/main.tf': stack,
      'app/main.py': program,
      [`${account}/s3/acme-support-tickets/policy-status.json`]: open,
      [`${account}/lambda.json`]: lambda,
      [`${account}/authorization-details.json`]: details,
    }),
  );
  expect(ofKind(report, 'bucket').map(({ name }) => name)).toEqual(['acme-support-tickets']);
  expect(ofKind(report, 'identity').map(({ name }) => name)).toEqual(['open-ticket']);
  expect(ofKind(report, 'compute').map(({ name }) => name)).toEqual(['open-ticket']);
  const [bucket] = ofKind(report, 'bucket');
  const readers = report.relations.filter(({ kind, to }) => kind === 'reads' && to === bucket!.id);
  const kinds = readers.map(({ from }) => report.assets.find(({ id }) => id === from)?.kind);
  expect(kinds).toContain('ai-application');
  expect(kinds).toContain('identity');
});

it('believes the cloud where the stack says otherwise, and shows both', async () => {
  const report = await scanTree(
    plantTree({
      'infra/main.tf': stack,
      [`${account}/s3/acme-support-tickets/policy-status.json`]: open,
    }),
  );
  const said = factOf(report, 'bucket', 'acme-support-tickets', 'public');
  expect(said).toMatchObject({ value: true, how: 'observed' });
  expect(said?.seen[0]?.path).toBe(`${account}/s3/acme-support-tickets/policy-status.json`);
  expect(said?.seen.at(-1)).toMatchObject({ path: 'infra/main.tf', note: 'declared otherwise here: false' });
  expect(
    report.findings.filter(({ detector, outcome }) => detector === 'storage-public' && outcome === 'fail'),
  ).toHaveLength(1);
});

it('closes the buckets of an account that blocks public access, and no others', async () => {
  const list = (name: string) =>
    JSON.stringify({ Buckets: [{ Name: name, CreationDate: '2025-02-11T09:31:07+00:00' }] });
  const report = await scanTree(
    plantTree({
      'cloud/aws/111122223333/public-access-block.json': JSON.stringify({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
      }),
      'cloud/aws/111122223333/list-buckets.json': list('acme-closed'),
      'cloud/aws/444455556666/list-buckets.json': list('acme-elsewhere'),
    }),
  );
  expect(factOf(report, 'bucket', 'acme-closed', 'public')?.value).toBe(false);
  expect(factOf(report, 'bucket', 'acme-elsewhere', 'public')).toBeUndefined();
});

it('calls no bucket open whose account closes what its policy opens', async () => {
  const files = {
    [`${account}/s3/acme-support-tickets/policy-status.json`]: open,
    [`${account}/s3/acme-support-tickets/policy.json`]: JSON.stringify({
      Policy: JSON.stringify({
        Statement: [
          { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::acme-support-tickets/*' },
        ],
      }),
    }),
  };
  const block = (isOn: boolean) =>
    JSON.stringify({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: isOn,
        IgnorePublicAcls: isOn,
        BlockPublicPolicy: isOn,
        RestrictPublicBuckets: isOn,
      },
    });
  const isPublic = async (more: Readonly<Record<string, string>>) =>
    factOf(await scanTree(plantTree({ ...files, ...more })), 'bucket', 'acme-support-tickets', 'public');
  expect(await isPublic({})).toMatchObject({ value: true, how: 'observed' });
  expect(await isPublic({ [`${account}/public-access-block.json`]: block(false) })).toMatchObject({ value: true });
  expect(await isPublic({ [`${account}/public-access-block.json`]: block(true) })).toMatchObject({ value: false });
  expect(await isPublic({ 'cloud/aws/444455556666/public-access-block.json': block(true) })).toMatchObject({
    value: true,
  });
});

it('keeps functions of one name in two stacks, or in two accounts, apart and does not wonder at them', async () => {
  const elsewhere = lambda.replaceAll('111122223333', '444455556666');
  const report = await scanTree(
    plantTree({
      'infra/one/main.tf': stack,
      'infra/two/main.tf': stack.replace('acme-support-tickets', 'acme-other-tickets'),
      'cloud/aws/111122223333/lambda.json': lambda,
      'cloud/aws/444455556666/lambda.json': elsewhere,
    }),
  );
  expect(ofKind(report, 'compute').length).toBeGreaterThanOrEqual(2);
  const arns = ofKind(report, 'compute').map(({ identifiers }) =>
    identifiers?.filter(({ scheme }) => scheme === 'arn'),
  );
  for (const each of arns) expect(each?.length ?? 0).toBeLessThanOrEqual(1);
  expect(report.notSeen.map(({ what }) => what).filter((what) => what.includes('is one or two'))).toEqual([]);
});

it('warns of a guardrail that the account has and its agent has not', async () => {
  const region = `${account}/eu-central-1`;
  const arn = (rest: string) => `arn:aws:bedrock:eu-central-1:111122223333:${rest}`;
  const files = (guarded: object) => ({
    [`${region}/guardrails.json`]: JSON.stringify({
      guardrails: [
        { id: 'k3x9q2mfz7ab', arn: arn('guardrail/k3x9q2mfz7ab'), status: 'READY', name: 'support', version: 'DRAFT' },
      ],
    }),
    [`${region}/agent.json`]: JSON.stringify({
      agent: {
        agentId: 'QH7ZK2M4PA',
        agentName: 'support-agent',
        agentArn: arn('agent/QH7ZK2M4PA'),
        agentStatus: 'PREPARED',
        foundationModel: 'anthropic.claude-3-5-sonnet-20240620-v1:0',
        ...guarded,
      },
    }),
    [`${region}/action-group.json`]: JSON.stringify({
      agentActionGroup: {
        actionGroupId: 'W0PLJ6V3YN',
        actionGroupName: 'tickets',
        agentId: 'QH7ZK2M4PA',
        actionGroupExecutor: { lambda: 'arn:aws:lambda:eu-central-1:111122223333:function:open-ticket' },
      },
    }),
  });
  const warnings = async (guarded: object): Promise<readonly string[]> => {
    const report = await scanTree(plantTree(files(guarded)));
    return report.forecasts
      .filter(({ correlation, level }) => correlation === 'guardrail-unattached' && level === 'warning')
      .map(({ sentence }) => sentence);
  };
  expect(await warnings({})).toHaveLength(1);
  expect(
    await warnings({ guardrailConfiguration: { guardrailIdentifier: 'k3x9q2mfz7ab', guardrailVersion: '1' } }),
  ).toEqual([]);
});

it('says of a history that was cut that the rest was not read, also where some of what was read is gone', async () => {
  const item = (number: number): object => ({
    resourceType: 'AWS::S3::Bucket',
    resourceId: `acme-${number}`,
    resourceName: `acme-${number}`,
    awsAccountId: '111122223333',
    arn: `arn:aws:s3:::acme-${number}`,
    configurationItemStatus: number % 2 === 0 ? 'OK' : 'ResourceDeleted',
    configuration: {},
  });
  const history = (length: number): string =>
    JSON.stringify({ fileVersion: '1.0', configurationItems: Array.from({ length }, (_, number) => item(number)) });
  const whyNot = async (length: number): Promise<string[]> => {
    const report = await scanTree(plantTree({ [`${account}/history.json`]: history(length) }));
    return report.notSeen.filter(({ what }) => what.endsWith('history.json')).map(({ why }) => why);
  };
  expect(await whyNot(20)).toEqual([]);
  expect(await whyNot(20_001)).toEqual(['only 20000 resources of it are read']);
});
