// Tests that credentials leave arguments and addresses, whichever way they are written, and that nothing else does.
import { expect, test } from 'vitest';
import { redactArguments, redacted, withoutCredentials } from './redact-arguments.ts';

const key = 'q8Zt71kfPz92mdLw0cVb';

test.each([
  [['--api-key', key], ['--api-key', redacted], [key]],
  [[`--token=${key}`], [`--token=${redacted}`], [key]],
  [['-e', `GITHUB_TOKEN=${key}`], ['-e', `GITHUB_TOKEN=${redacted}`], [key]],
  [['--header', `Authorization: Bearer ${key}`], ['--header', `Authorization: ${redacted}`], [key]],
  [['mcp-proxy', '--headers', 'x-api-key', key], ['mcp-proxy', '--headers', 'x-api-key', redacted], [key]],
  [['--headers', 'x-trace', '7f3a91bc04d2e8f6a1c5'], ['--headers', 'x-trace', '7f3a91bc04d2e8f6a1c5'], []],
  [[`https://a.acme.io/mcp?api_key=${key}&v=2`], ['https://a.acme.io/mcp?api_key=&v='], [key]],
  [['--password', 'hunter2hunter'], ['--password', redacted], ['hunter2hunter']],
  [['--api-key', `$${'{KEY}'}`], ['--api-key', `$${'{KEY}'}`], []],
  [['--api-key', 'your-api-key'], ['--api-key', 'your-api-key'], []],
  [['-y', '@scope/server@1.2.3', '/srv/data'], ['-y', '@scope/server@1.2.3', '/srv/data'], []],
  [['--port', '8080', '--model', 'gpt-4o-2024-08-06'], ['--port', '8080', '--model', 'gpt-4o-2024-08-06'], []],
])('%j', (given, texts, secrets) => {
  const said = redactArguments(given);
  expect(said.map(({ text }) => text)).toEqual(texts);
  expect(said.flatMap(({ secret }) => (secret ? [secret.value] : []))).toEqual(secrets);
});

test('an address keeps its host, path and the names of its query', () => {
  expect(withoutCredentials('postgresql://svc:pw@db.acme.io:5432/app?sslmode=require#x')).toBe(
    'postgresql://db.acme.io:5432/app?sslmode=',
  );
});
