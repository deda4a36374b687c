/** What the console works out before it draws: rows of a path, and texts that cannot deceive. */
import { describe, expect, it } from 'vitest';
import { layOutChains } from './chains.ts';
import { count, showPlace, showText } from './show-text.ts';

const draw = (...hops: string[]): string[] =>
  layOutChains(hops.map((hop) => ({ from: { id: hop[0]! }, to: { id: hop[1]! } }))).map((row) =>
    [row[0]!.from.id, ...row.map(({ to }) => to.id)].join(''),
  );

describe('layOutChains', () => {
  it.each([
    [[], []],
    [['ab'], ['ab']],
    [['bc', 'ab', 'cd'], ['abcd']],
    [
      ['ab', 'ac'],
      ['ab', 'ac'],
    ],
    [
      ['ac', 'bc', 'cd'],
      ['acd', 'bc'],
    ],
    [['ab', 'bc', 'ca'], ['abca']],
    [['aa', 'ab'], ['aab']],
    [
      ['ab', 'ab'],
      ['ab', 'ab'],
    ],
    [
      ['xy', 'ab', 'ba'],
      ['xy', 'aba'],
    ],
  ])('%j becomes %j', (hops, rows) => expect(draw(...hops)).toEqual(rows));
});

describe('texts', () => {
  it('write out what would deceive, and leave languages alone', () => {
    expect(showText('x\u202egpj.exe\u0000\u200b\n')).toBe('x\\u202egpj.exe\\u0000\\u200b\\u000a');
    expect(showText('Ünïcode 日本語 עברית 😀')).toBe('Ünïcode 日本語 עברית 😀');
  });

  it('name a line only where there is one', () => {
    expect(showPlace({ path: 'a b.py', line: 3 })).toBe('a b.py:3');
    expect(showPlace({ path: 'a.pkl', line: 0 })).toBe('a.pkl');
  });

  it('count', () => {
    expect([count(1, 'watch', 'watches'), count(0, 'watch', 'watches'), count(2, 'run')]).toEqual([
      '1 watch',
      '0 watches',
      '2 runs',
    ]);
  });
});
