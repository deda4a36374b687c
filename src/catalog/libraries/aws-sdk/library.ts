/** The AWS SDKs as far as they reach data and models: objects of S3 and models of Amazon Bedrock. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { otherCommands, otherPackages, otherServices } from './other-services.ts';

/** A call that moves data out of or into the bucket that it names; a name known only after deployment stands for its bucket. */
const flow = (of: string | readonly string[], relation: 'reads' | 'writes', pick: Pick): Meaning => ({
  of,
  ...(relation === 'reads'
    ? {
        asset: { kind: 'bucket', identifier: { scheme: 'bucket-name', value: { ...pick, prefix: 's3://' } } },
        yields: 'private-data',
      }
    : {}),
  links: [
    { relation, from: 'enclosing', to: { kind: 'bucket', scheme: 'bucket-name', value: { ...pick, prefix: 's3://' } } },
  ],
  effects: relation === 'reads' ? ['reads-private-data'] : ['changes-state'],
  reference: 'https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/s3.html',
});

/** Endings of files that hold models; other downloads are data. */
const modelFile = /^.*\.(?:pt|pth|pkl|pickle|joblib|bin|ckpt|safetensors|gguf|onnx|h5|keras|tar\.gz)$/i;

/** A model file that is fetched lies in the bucket, under the name by which it is loaded afterwards. */
const download = (of: string, bucket: Pick, file: Pick): Meaning => ({
  of,
  links: [
    {
      relation: 'contains',
      from: { kind: 'bucket', scheme: 'bucket-name', value: { ...bucket, prefix: 's3://' } },
      to: { kind: 'model-artifact', scheme: 'place', value: { ...file, matching: modelFile } },
    },
  ],
  reference: 'https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/s3/client/download_file.html',
});

const model: Pick = { named: ['modelId'] };

/** A call of a model of Amazon Bedrock. */
const invocation = (of: string): Meaning => ({
  of,
  asset: {
    kind: 'model',
    identifier: { scheme: 'model-name', value: { ...model, prefix: 'bedrock:' } },
    facts: {
      provider: { value: 'bedrock' },
      modelName: model,
      hosting: { value: 'remote-api' },
      source: { value: 'provider-api' },
    },
  },
  links: [
    { relation: 'invokes', from: 'enclosing', to: 'self' },
    {
      relation: 'provided-by',
      from: 'self',
      to: { kind: 'provider-account', scheme: 'provider', value: { value: 'bedrock' } },
    },
    {
      relation: 'guarded-by',
      from: 'self',
      to: { kind: 'guardrail', scheme: 'display-name', value: { named: ['guardrailIdentifier'] } },
    },
  ],
  yields: 'model-output',
  sink: { kind: 'prompt', value: { named: ['messages', 'system', 'body'] } },
  reference: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html',
});

/** The guardrail of a conversation stands in its configuration, that of a plain invocation beside the model. */
const guarded = (of: string): Meaning => ({
  of,
  links: [
    {
      relation: 'guarded-by',
      from: 'enclosing',
      to: {
        kind: 'guardrail',
        scheme: 'display-name',
        value: { named: ['guardrailConfig'], path: ['guardrailIdentifier'] },
      },
    },
  ],
  reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-use-converse-api.html',
});

const clients = '{boto3,boto3.Session(),boto3.session.Session()}.client()';
const resources = '{boto3,boto3.Session(),boto3.session.Session()}.resource()';

export default defineLibrary({
  id: 'aws-sdk',
  title: 'AWS SDK',
  homepage: 'https://aws.amazon.com/developer/tools/',
  python: {
    packages: ['boto3', 'botocore'],
    modules: ['boto3', 'botocore'],
    meanings: [
      flow(`${clients}.{download_file,download_fileobj,list_objects,list_objects_v2}`, 'reads', {
        named: ['Bucket'],
        at: 0,
      }),
      download(`${clients}.download_file`, { named: ['Bucket'], at: 0 }, { named: ['Filename'], at: 2 }),
      flow(`${clients}.{get_object,head_object,select_object_content}`, 'reads', { named: ['Bucket'] }),
      flow(`${clients}.{upload_file,upload_fileobj}`, 'writes', { named: ['Bucket'], at: 1 }),
      flow(`${clients}.{put_object,copy_object,delete_object,delete_objects,create_multipart_upload}`, 'writes', {
        named: ['Bucket'],
      }),
      flow(`${resources}.{Bucket,Object}`, 'reads', { named: ['name', 'bucket_name'], at: 0 }),
      invocation(`${clients}.{invoke_model,invoke_model_with_response_stream,converse,converse_stream}`),
      guarded(`${clients}.{converse,converse_stream}`),
      flow(`${clients}.get_paginator().paginate`, 'reads', { named: ['Bucket'] }),
      ...otherServices(clients, resources),
    ],
  },
  javascript: {
    packages: ['@aws-sdk/client-s3', '@aws-sdk/client-bedrock-runtime', ...otherPackages],
    modules: ['@aws-sdk/client-s3', '@aws-sdk/client-bedrock-runtime', ...otherPackages],
    meanings: [
      flow('@aws-sdk/client-s3.{GetObjectCommand,HeadObjectCommand,ListObjectsV2Command}', 'reads', {
        named: ['Bucket'],
      }),
      flow('@aws-sdk/client-s3.{PutObjectCommand,CopyObjectCommand,DeleteObjectCommand}', 'writes', {
        named: ['Bucket'],
      }),
      invocation(
        '@aws-sdk/client-bedrock-runtime.{InvokeModelCommand,InvokeModelWithResponseStreamCommand,ConverseCommand,ConverseStreamCommand}',
      ),
      guarded('@aws-sdk/client-bedrock-runtime.{ConverseCommand,ConverseStreamCommand}'),
      ...otherCommands,
    ],
  },
});
