/** Tests of systems: directed reach, hubs, sharing, and what belongs to a system because it runs it. */
import { describe, expect, test } from 'vitest';
import { buildCase } from '../kit/build-case.ts';
import { readGraphCases } from '../kit/graph-case.ts';
import { findSystems } from './systems.ts';

function systemsIn(yaml: string) {
  const [one] = readGraphCases(`- name: estate\n${yaml}`, 'systems.test.ts', {});
  const { snapshot, numberOf } = buildCase(one!);
  const found = findSystems(snapshot);
  return { ...found, of: (key: string) => found.of(numberOf(key)) };
}

describe('systems', () => {
  const { systems, of } = systemsIn(`  assets:
    shop: { kind: ai-application, facts: { stage: deployed } }
    help: { kind: ai-application }
    agent: { kind: agent }
    tool: { kind: tool }
    model: { kind: model }
    account: { kind: provider-account }
    other: { kind: model }
    orders: { kind: data-store }
    host: { kind: compute, facts: { environment: production } }
    way: { kind: network-exposure }
    neighbour: { kind: compute }
    lonely: { kind: agent }
    stray: { kind: dataset }
    repository: { kind: repository }
    key: { kind: secret }
    cloud: { kind: cloud-account }
    foreign: { kind: bucket }
  relations:
    - [repository, contains, shop]
    - [repository, contains, help]
    - [shop, contains, agent]
    - [agent, uses-tool, tool]
    - [agent, invokes, model]
    - [model, provided-by, account]
    - [other, provided-by, account]
    - [tool, reads, orders]
    - [help, reads, orders]
    - [help, invokes, other]
    - [host, runs, shop]
    - [way, exposes, host]
    - [way, exposes, neighbour]
    - [shop, uses-secret, key]
    - [key, authenticates-as, cloud]
    - [cloud, contains, foreign]
`);

  test('applications are systems, agents only where no application has them', () => {
    expect(systems.map(({ name }) => name).sort()).toEqual(['help', 'lonely', 'shop']);
  });

  test('a system has what it reaches and what runs it', () => {
    for (const key of ['shop', 'agent', 'tool', 'model', 'account', 'orders', 'host', 'way'])
      expect(of(key), key).toContain('system-shop');
  });

  test('reach stops at hubs and runs one way', () => {
    expect(of('cloud')).toEqual(['system-shop']);
    expect(of('foreign')).toEqual([]);
    expect(of('other')).toEqual(['system-help']);
    expect(of('neighbour')).toEqual([]);
    expect(of('repository')).toEqual([]);
    expect(of('help')).toEqual(['system-help']);
    expect(of('stray')).toEqual([]);
  });

  test('a shared asset belongs to all that reach it', () => {
    expect(of('orders')).toEqual(['system-help', 'system-shop']);
    expect(of('account')).toEqual(['system-help', 'system-shop']);
  });

  test('environment and stage come from the head or from what runs it', () => {
    expect(systems.find(({ name }) => name === 'shop')).toMatchObject({ environment: 'production', stage: 'deployed' });
    expect(systems.find(({ name }) => name === 'help')).toMatchObject({ environment: 'unknown', stage: 'unknown' });
  });

  test('circles end', () => {
    const ring = systemsIn(`  assets: { a: { kind: agent }, b: { kind: agent } }
  relations: [[a, delegates-to, b], [b, delegates-to, a]]
`);
    expect(ring.systems.map(({ name }) => name)).toEqual(['a']);
    expect(ring.of('b')).toEqual(['system-a']);
  });

  test('a declared system wins over those that are found in its paths', () => {
    const found = systemsIn(`  assets:
    shop: { kind: ai-application, facts: { system: Shop, purpose: sells, riskTier: limited, environment: production } }
    help: { kind: ai-application, facts: { system: Shop, purpose: sells, riskTier: limited, environment: production } }
    model: { kind: model }
    bot: { kind: ai-application }
    tool: { kind: tool, facts: { system: Shop } }
    owner: { kind: owner, name: mira }
  relations:
    - [shop, invokes, model]
    - [bot, invokes, model]
    - [bot, uses-tool, tool]
    - [shop, owned-by, owner]
`);
    expect(found.systems.find(({ declared }) => declared)).toMatchObject({
      ...{ name: 'Shop', owner: 'mira', purpose: 'sells', riskTier: 'limited', environment: 'production' },
    });
    expect(found.systems.map(({ name }) => name).sort()).toEqual(['Shop', 'bot']);
    const [id] = found.of('shop');
    expect(found.of('help')).toEqual([id]);
    expect(found.of('tool')).toEqual([id]);
    expect(found.of('model')).toHaveLength(2);
  });
});
