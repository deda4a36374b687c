// Tests what the bundled announcements say of models, packages and images.
import { expect, test } from 'vitest';
import { supportOfImage, supportOfModel, supportOfPackage } from './end-of-life.ts';

const told = (support: ReturnType<typeof supportOfModel>) =>
  support === undefined ? undefined : support.state === 'ended' ? support.end.on : support.state;

test.each([
  ['openai:text-davinci-003', '2024-01-04'],
  ['openai:gpt-4-32k', '2025-06-06'],
  ['openai:gpt-4o', 'going-on'],
  ['azure:gpt-4-32k', undefined],
  ['anthropic:claude-2.1', '2025-07-21'],
  ['anthropic:claude-sonnet-4-5-20250929', 'going-on'],
  ['bedrock:anthropic.claude-v2', undefined],
  ['google:models/gemini-1.5-pro', '2025-09-29'],
  ['google:text-bison@001', '2025-04-09'],
  ['huggingface:gpt2', undefined],
  ['', undefined],
])('model %s: %s', (name, expected) => expect(told(supportOfModel(name))).toBe(expected));

test.each([
  ['python', '3.8-slim', '2024-10-07'],
  ['python', '3.8.19', '2024-10-07'],
  ['python', '3.12-slim', 'going-on'],
  ['python', '3-slim', undefined],
  ['python', 'latest', undefined],
  ['node', '18-alpine', '2025-04-30'],
  ['node', '18.20.4', '2025-04-30'],
  ['node', '22', 'going-on'],
  ['node', 'lts', undefined],
  ['pytorch/torchserve', 'latest', '2025-08-07'],
  ['constructor', '3.8', undefined],
])('image %s:%s: %s', (name, tag, expected) => expect(told(supportOfImage(name, tag))).toBe(expected));

test('a package whose maker ended it', () => {
  expect(told(supportOfPackage('pypi', 'google-generativeai'))).toBe('2025-11-30');
  expect(supportOfPackage('npm', 'google-generativeai')).toBeUndefined();
  expect(supportOfPackage('pypi', 'torch')).toBeUndefined();
});
