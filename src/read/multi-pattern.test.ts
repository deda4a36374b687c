// Tests the automaton against a search word by word on any text, and its speed against the target.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileWords } from './multi-pattern.ts';

const hits = (words: readonly string[], text: string, ignoreCase: boolean) => {
  const found: string[] = [];
  compileWords(words, ignoreCase).scan(new TextEncoder().encode(text), (word, end) => found.push(`${word}@${end}`));
  return found.sort();
};

test.each([false, true])('finds what a search word by word finds (ignoring case: %s)', (ignoreCase) => {
  const letter = fc.constantFrom('a', 'b', 'A', 'B', '-');
  const word = fc.string({ unit: letter, minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 8 }),
      fc.string({ unit: letter, maxLength: 60 }),
      (words, text) => {
        const fold = (one: string) => (ignoreCase ? one.toLowerCase() : one);
        const expected = words.flatMap((each, index) =>
          Array.from({ length: text.length }, (_, at) => at)
            .filter((at) => fold(text).startsWith(fold(each), at))
            .map((at) => `${index}@${at + each.length}`),
        );
        expect(hits(words, text, ignoreCase)).toEqual(expected.sort());
      },
    ),
  );
});

test('a word inside a word and one that overlaps are both found', () => {
  expect(hits(['sk-', 'sk-ant-', 'ant'], 'risk-sk-ant-x', false)).toEqual(['0@5', '0@8', '1@12', '2@11']);
});

test('refuses a word that is not ASCII or has no letter', () => {
  expect(() => compileWords([''])).toThrow(RangeError);
  expect(() => compileWords(['é'])).toThrow(RangeError);
});
