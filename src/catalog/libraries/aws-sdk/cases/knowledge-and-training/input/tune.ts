import { BedrockClient, CreateModelCustomizationJobCommand } from '@aws-sdk/client-bedrock';

const client = new BedrockClient({});
await client.send(
  new CreateModelCustomizationJobCommand({
    jobName: 'mails-2024',
    customModelName: 'mails',
    roleArn: process.env.TUNING_ROLE,
    baseModelIdentifier: 'meta.llama3-1-8b-instruct-v1:0',
    trainingDataConfig: { s3Uri: 's3://acme-mails/train.jsonl' },
    outputDataConfig: { s3Uri: 's3://acme-models/mails/' },
  }),
);
