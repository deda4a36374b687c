// The account in an access key’s identifier: the pair that was published with the method.
import { expect, test } from 'vitest';
import { accountOfAccessKey } from './access-key-account.ts';

test('the account of a published pair', () => expect(accountOfAccessKey('ASIAQNZGKIQY56JQ7WML')).toBe('029608264753'));

test.each(['AKIAIOSFODNN7EXAMPLE', 'AKIA', 'sk-proj-abc', 'ASIAQNZGKIQY56JQ7WM1'])('%s holds none', (key) =>
  expect(accountOfAccessKey(key)).toBeUndefined(),
);
