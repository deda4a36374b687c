/** Declared: systems, owners and the inventory laid on what stands in their paths, and on nothing else. */
import { expect, test } from 'vitest';
import type { Declaration } from '../../domain/declaration.ts';
import { emptyExtraction } from '../../domain/observation.ts';
import { declare } from './declared.ts';
import { Drafts } from './drafts.ts';

const estate = (declarations: Readonly<Record<string, readonly Declaration[]>>) => {
  const drafts = new Drafts('local:x');
  const at = (path: string) => [{ source: 'local:x', path, line: 1, how: 'declared', confidence: 1 } as const];
  const place = (path: string) => [drafts.identifier('place', path)];
  const assets = {
    repository: drafts.asset('repository', 'x', place(''), []),
    bot: drafts.asset('ai-application', 'bot', place('bot/'), at('bot/pyproject.toml')),
    shop: drafts.asset('ai-application', 'shop', place('shop/'), at('shop/package.json')),
    endpoint: drafts.asset('inference-endpoint', 'vllm', place('bot/compose.yaml#vllm'), at('bot/compose.yaml')),
    model: drafts.asset('model', 'gpt-4o', [{ scheme: 'model-name', value: 'openai:gpt-4o@2024' }], at('bot/a.py')),
    mention: drafts.asset(
      'model',
      'the model',
      [{ scheme: 'model-name', value: 'openai:gpt-4o@2024' }],
      at('shop/a.ts'),
      true,
    ),
    other: drafts.asset('model', 'gpt-4', [{ scheme: 'model-name', value: 'openai:gpt-4' }], at('shop/a.ts')),
  };
  declare(
    drafts,
    Object.entries(declarations).map(([path, own]) => ({
      path,
      extraction: { ...emptyExtraction, declarations: own },
    })),
  );
  const said = (asset: keyof typeof assets) =>
    Object.fromEntries(drafts.assets[assets[asset]]!.facts.map(({ fact, value }) => [fact, value]));
  return { said, drafts };
};
const system = (parts: object): Declaration => ({
  sort: 'system',
  system: { name: 'Bot', paths: ['bot/'], ...parts },
  line: 3,
});

test('a system is said of what stands in its paths; others are not among the declared ones', () => {
  const { said, drafts } = estate({
    'isobar.yaml': [
      system({ owner: '@a', purpose: 'answers', riskTier: 'high', environment: 'production', exposed: true }),
    ],
  });
  expect(said('bot')).toEqual({
    ...{ system: 'Bot', declaration: 'whole', ownership: 'named', environment: 'production' },
    ...{ purpose: 'answers', riskTier: 'high', oversightAssigned: false },
  });
  expect(said('endpoint')).toMatchObject({ system: 'Bot', exposureIntended: true });
  expect(said('shop')).toEqual({ declaration: 'missing', ownership: 'missing' });
  expect(said('model')).toEqual({});
  expect(drafts.relations.map(({ relation, to }) => `${relation} ${drafts.assets[to]!.name}`)).toEqual(['owned-by @a']);
});

test('without any record of owners only the repository is said to lack it', () => {
  const { said } = estate({});
  expect(said('repository')).toEqual({ ownership: 'missing' });
  expect(said('bot')).toEqual({});
});

test('CODEOWNERS counts, the declared owner before it, and of two files the one that the host reads', () => {
  const rule = (pattern: string, owner: string): Declaration => ({
    sort: 'owners',
    rules: [{ pattern, owners: [owner], line: 1 }],
  });
  const { said, drafts } = estate({
    CODEOWNERS: [rule('shop/', '@wrong')],
    '.github/CODEOWNERS': [rule('*', '@all')],
    'isobar.yaml': [system({ owner: '@a' })],
  });
  expect(said('bot')).toMatchObject({ ownership: 'named', declaration: 'name-only' });
  expect(said('shop')).toMatchObject({ ownership: 'named' });
  expect(drafts.assets.filter(({ kind }) => kind === 'owner').map(({ name }) => name)).toEqual(['@a', '@all']);
});

test('a model is approved by any of its names, and so is what is the same', () => {
  const approve = (...names: string[]): Declaration => ({ sort: 'inventory', of: 'models', names, line: 1 });
  const { said } = estate({ 'isobar.yaml': [approve('openai:gpt-4o')] });
  expect([said('model'), said('mention'), said('other')]).toEqual([
    { approved: true },
    { approved: true },
    { approved: false },
  ]);
  expect(estate({ 'isobar.yaml': [approve('gpt-4*')] }).said('other')).toEqual({ approved: true });
  expect(estate({ 'isobar.yaml': [approve('gpt.4')] }).said('other')).toEqual({ approved: false });
  expect(estate({ 'isobar.yaml': [] }).said('model')).toEqual({});
});
