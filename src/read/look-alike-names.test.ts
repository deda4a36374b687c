/** Which names are taken for each other. */
import { expect, it } from 'vitest';
import { skeletonOf } from './look-alike-names.ts';

it.each([
  ['github', 'g1thub'],
  ['read_file', 'readFile'],
  ['read-file', 'read_file'],
  ['payment_send', 'p\u0430yment_send'],
  ['post', 'p0st'],
])('%s and %s', (a, b) => {
  expect(skeletonOf(a)).toBe(skeletonOf(b));
});

it.each([
  ['get_issue', 'get_issues'],
  ['postgres-1', 'postgres-2'],
  ['agent1', 'agentl'],
  ['files', 'filesystem'],
])('%s and %s are two names', (a, b) => {
  expect(skeletonOf(a)).not.toBe(skeletonOf(b));
});
