/** Resolve on names that are bound several times: what holds where a name is used. */
import { describe, expect, it } from 'vitest';
import { names, read } from './sample-code.ts';

const modelsOf = async (...lines: readonly string[]) =>
  names(await read({ 'a.py': ['from acme import Client', ...lines, ''].join('\n') }), 'model');
const ask = 'Client().complete(model=model)';

describe('a name that is bound again', () => {
  it.each([
    ['is what it was bound to last before it is used', ['model = "large"', ask, 'model = "small"'], ['large']],
    ['is each of them where each is used', ['model = "large"', ask, 'model = "small"', ask], ['large', 'small']],
    ['is followed through what is made of it', ['m = "large"', 'model = m', 'm = "small"', ask], ['large']],
    ['may be what a condition gave it', ['model = "large"', 'if x:', '    model = "small"', ask], ['large', 'small']],
    [
      'may be what one of two branches gave it',
      ['if x:', '    model = "a"', 'else:', '    model = "b"', ask],
      ['a', 'b'],
    ],
    ['may be what a loop gives it later', ['model = "a"', 'for x in y:', `    ${ask}`, '    model = "b"'], ['a', 'b']],
    ['is nothing that a loop further down gives it', ['model = "a"', ask, 'for model in ["b"]:', '    pass'], ['a']],
    ['is nothing that a condition further down gives it', ['model = "a"', ask, 'if x:', '    model = "b"'], ['a']],
    [
      'may be what an outer loop gives it later',
      ['model = "a"', 'while x:', `    ${ask}`, '    for y in z:', '        model = "b"'],
      ['a', 'b'],
    ],
    [
      'is nothing that stands behind a later certain one',
      ['model = "a"', ask, 'model = "b"', 'for model in ["c"]:', '    pass'],
      ['a'],
    ],
    ['may be any of them in a function', ['model = "a"', 'def go():', `    ${ask}`, 'model = "b"', 'go()'], ['a', 'b']],
    [
      'holds in its own function alone',
      ['model = "a"', 'def go():', '    model = "b"', `    ${ask}`, '    model = "c"'],
      ['b'],
    ],
    ['is what it was before the line that binds it', ['model = "a"', 'model = model or "b"', ask], ['a', 'b']],
    [
      'is what it was before a call over several lines',
      ['def same(x):', '    return x', 'model = "a"', 'model = same(', '    model', ')', ask],
      ['a'],
    ],
  ] as const)('%s', async (_, lines, expected) => expect(await modelsOf(...lines)).toEqual(expected));

  it('ends where it is bound again and again', async () => {
    const again = Array.from({ length: 300 }, () => 'model = model + "x"');
    expect(await modelsOf('model = "a"', ...again, ask)).toEqual([]);
  });
});

it.each([
  ['known', 'models.get("fast")', ['tiny']],
  ['one of two', 'models.get("fast" if x else "good")', ['large', 'tiny']],
  ['not there, and has a default', 'models.get("cheap", "nano")', ['nano']],
  ['not known', 'models.get(x)', ['large', 'tiny']],
] as const)('picks the entry of a map whose key is %s', async (_, picked, expected) => {
  expect(await modelsOf('models = {"fast": "tiny", "good": "large"}', `model = ${picked}`, ask)).toEqual(expected);
});

it('keeps apart what two clients of one name are asked for', async () => {
  const statements = await read({
    'a.py':
      'from acme import Client\nfrom other import Api\nclient = Client()\nclient.complete(model="large")\nclient = Api()\nclient.complete(model="tiny")\n',
  });
  expect(names(statements, 'model')).toEqual(['large']);
});
