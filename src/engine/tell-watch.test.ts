/** Tests of how watches are told and folded. */
import { expect, test } from 'vitest';
import type { ConditionState } from '../domain/forecast.ts';
import { foldKeyOf, joinReasons, watchSentence } from './tell-watch.ts';

const state = (over: Partial<ConditionState>): ConditionState => ({
  id: 'reads',
  state: 'unknown',
  says: 'a reads data',
  evidence: [],
  confidence: 1,
  findings: [],
  ...over,
});

test('a watch says the premise, the story and what is known', () => {
  const known = state({ id: 'sends', state: 'true', says: 'a sends' });
  expect(watchSentence('Data leaves', state({}), [known, state({})])).toBe(
    'If a reads data: data leaves. Known so far: a sends.',
  );
  expect(watchSentence('Data leaves', state({ flip: 'a tool is added' }), [])).toBe('If a tool is added: data leaves.');
});

test('watches that lack the same fact of a shared asset fold, whichever asset they are about', () => {
  const shared = 'readsPrivateData of scrape was not observed: it calls something';
  const lack = (name: string) => [
    `delegates-to of ${name} was not observed completely: no source claims to have seen all of them`,
    shared,
  ];
  expect(foldKeyOf('story', state({}), lack('alpha'), ['alpha'])).toBe(
    foldKeyOf('story', state({}), lack('beta'), ['beta']),
  );
  expect(foldKeyOf('story', state({}), lack('alpha'), ['alpha'])).toBe(shared);
});

test('watches that lack only that all was seen fold by relation and reason', () => {
  const lack = (name: string, why: string) => [`delegates-to of ${name} was not observed completely: ${why}`];
  const key = (name: string, why: string) => foldKeyOf('story', state({}), lack(name, why), [name]);
  expect(key('a', 'nobody claims it')).toBe(key('b', 'nobody claims it'));
  expect(key('a', 'nobody claims it')).not.toBe(key('a', 'a file was not read'));
});

test('few reasons are told, and how many there are besides', () => {
  expect(joinReasons(['a', 'b'])).toBe('a; b');
  expect(joinReasons(['a', 'b', 'c', 'd', 'e'])).toBe('a; b; c; and 2 more');
});
