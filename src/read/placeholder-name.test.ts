/** Names that templates leave open, and real names that look a little like them. */
import { describe, expect, it } from 'vitest';
import { isPlaceholderName } from './placeholder-name.ts';

describe('isPlaceholderName', () => {
  it.each([
    '<BUCKET_NAME>',
    's3://<your-s3-bucket-name>',
    'bedrock:<<bedrock-model-arn>>',
    'bedrock:Replace this with the arn of imported model',
    'bedrock:YOU-IMPORT-MODEL-ARN',
    's3://your bucket',
    's3://your-bucket-here',
    'openai:{{ model }}',
    'openai:xxx',
    's3://acme/your/path',
  ])('%s is left to be filled in', (text) => expect(isPlaceholderName(text)).toBe(true));

  it.each([
    'openai:gpt-4o',
    'bedrock:us.anthropic.claude-sonnet-4-6',
    'huggingface:HuggingFaceH4/no_robots',
    's3://acme-report-models',
    's3://yourbase-assets',
    's3://addis-data',
    'huggingface:Qwen/Qwen3-30B-A3B-Instruct-2507',
    'azure:my-deployment',
  ])('%s is a name', (text) => expect(isPlaceholderName(text)).toBe(false));
});
