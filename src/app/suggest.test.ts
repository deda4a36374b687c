/** Did you mean: near words, nearest first, and silence where nothing is near. */
import { describe, expect, it } from 'vitest';
import { countEdits, suggest } from './suggest.ts';

describe('countEdits', () => {
  it.each([
    ['model', 'model', 0],
    ['model', 'modle', 1],
    ['model', 'mdel', 1],
    ['model', 'models', 1],
    ['', 'abc', 3],
    ['agent', 'tool', 4],
  ])('%s to %s takes %i', (a, b, expected) => {
    expect(countEdits(a, b, 3)).toBe(expected);
    expect(countEdits(b, a, 3)).toBe(expected);
  });
});

describe('suggest', () => {
  const known = ['model', 'model-pinned', 'model-unpinned', 'human-approval', 'LLM01', 'tool'];
  it.each([
    ['model-pined', ['model-pinned']],
    ['llm01', ['LLM01']],
    ['approval', ['human-approval']],
    ['zzzzzz', []],
  ])('%s', (typed, expected) => expect(suggest(typed, known).slice(0, Math.max(1, expected.length))).toEqual(expected));
});
