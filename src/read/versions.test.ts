// Tests the order of versions and the ranges of advisories, against intervals computed by brute force and at every border.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions, isAffected, isExactVersion, isInRange, normaliseName, type RangeEvent } from './versions.ts';

const ordered: Record<string, readonly string[]> = {
  npm: [
    '0.0.1',
    '0.1.0-alpha.1',
    '0.1.0-alpha.10',
    '0.1.0',
    '0.9.9',
    '1.0.0-rc.1',
    '1.0.0',
    '1.2.0',
    '1.10.0',
    '2025.7.1',
  ],
  pypi: ['0.1.dev1', '0.1a1', '0.1', '0.24.dev0', '1.0rc1', '1.0', '1.0.post1', '1.1', '1.10', '1!0.1'],
  go: [
    'v0.0.0-20210101000000-abcdef012345',
    'v0.1.0',
    'v0.1.1-0.20240101000000-abcdef012345',
    'v0.1.1-rc.1',
    'v0.1.1',
    'v0.12.0',
    'v1.0.0',
  ],
  cargo: ['0.1.0-alpha.2', '0.1.0-alpha.10', '0.1.0', '0.9.0', '0.10.0', '1.0.0-rc.1', '1.0.0'],
  nuget: [
    '1.0.0-alpha',
    '1.0.0-Beta',
    '1.0.0-beta.9',
    '1.0.0-beta.010',
    '1.0.0-beta.x',
    '1.0.0',
    '1.0.0.1',
    '1.2',
    '1.10.0',
  ],
  // The examples of the published rules, and the versions that libraries really have.
  maven: [
    '1-alpha.1',
    '1-beta-2',
    '1.0-milestone-3',
    '1.0-RC1',
    '1.0-rc2',
    '1.0-SNAPSHOT',
    '1.0.0.Final',
    '1-sp',
    '1-foo2',
    '1-foo10',
    '1-1-foo-bar1baz-.1',
    '1-1.foo-bar1baz-.2',
    '1.1',
    '1.9.22',
    '1.10',
    '2.15.0-rc1',
    '2.15.0',
    '31.0-android',
    '31.1-jre',
    '2024.0.1',
    '20230227',
  ],
};

test.each(Object.entries(ordered))('%s: versions are in their order', (ecosystem, versions) => {
  versions.forEach((a, i) => {
    versions.forEach((b, j) => {
      expect(compareVersions(ecosystem, a, b), `${a} ${b}`).toBe(Math.sign(i - j));
    });
  });
});

test.each(['npm', 'pypi'])('%s: a range says what its intervals say', (ecosystem) => {
  const versions = ordered[ecosystem]!;
  const interval = fc.record({ exclusive: fc.boolean(), end: fc.constantFrom('fixed', 'last_affected', 'none') });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(versions.length - 1), { minLength: 1, maxLength: 6 }),
      fc.array(interval, { minLength: 3, maxLength: 3 }),
      fc.boolean(),
      (cuts, shapes, fromStart) => {
        cuts.sort((a, b) => a - b);
        const events: RangeEvent[] = [];
        const isIn = new Array<boolean>(versions.length).fill(false);
        for (let at = 0; at < cuts.length; at += 2) {
          const { exclusive, end } = shapes[at / 2]!;
          const [from, to] = [cuts[at]!, cuts[at + 1]];
          const isFirst = fromStart && at === 0;
          events.push(
            isFirst ? { introduced: '0' } : { introduced: versions[from]!, ...(exclusive ? { exclusive } : {}) },
          );
          const isOpen = to === undefined || (end === 'none' && at + 2 >= cuts.length);
          if (!isOpen)
            events.push(end === 'last_affected' ? { last_affected: versions[to]! } : { fixed: versions[to]! });
          const last = isOpen ? versions.length - 1 : end === 'last_affected' ? to! : to! - 1;
          for (let index = isFirst ? 0 : from + (exclusive ? 1 : 0); index <= last; index++) isIn[index] = true;
        }
        versions.forEach((version, index) => {
          expect(isInRange(ecosystem, version, events), `${version} in ${JSON.stringify(events)}`).toBe(isIn[index]);
          expect(isInRange(ecosystem, version, events.toReversed())).toBe(isIn[index]);
        });
      },
    ),
  );
});

test('a local part does not hide a fault', () => {
  expect(isInRange('pypi', '2.5.1+cu118', [{ introduced: '0' }, { last_affected: '2.5.1' }])).toBe(true);
  expect(isInRange('pypi', '2.6.0+cu118', [{ introduced: '0' }, { fixed: '2.6.0' }])).toBe(false);
});

test('what cannot be compared is undefined, never false', () => {
  expect(isInRange('npm', 'latest', [{ introduced: '0' }])).toBeUndefined();
  expect(
    isInRange('pypi', '1.0', [{ introduced: '0' }, { fixed: '1a97751e376e00a1897bc3679215ae1c7bd8fd42' }]),
  ).toBeUndefined();
  expect(isInRange('conda', '1.0', [{ introduced: '0' }])).toBeUndefined();
  expect(isAffected('npm', '1.0.0', [], ['oddity'])).toBeUndefined();
});

test('a listed version is affected, its neighbours are not', () => {
  expect(
    ['2.2.1', '2.2.2', '2.2.3', '2.2.5'].map((version) => isAffected('npm', version, [], ['2.2.2', '2.2.3'])),
  ).toEqual([false, true, true, false]);
});

test('tells a version from a range, a tag and an address', () => {
  const exact = (ecosystem: string, ...texts: string[]) => texts.map((text) => isExactVersion(ecosystem, text));
  expect(exact('npm', '1.2.3', '1.2.3-rc.1', '^1.2.3', '1.2', 'latest', '', '1.x')).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(exact('pypi', '1.2', '1.2.3rc1', '1.*', '>=1', 'main')).toEqual([true, true, false, false, false]);
  expect(exact('maven', '1.2', '1.0.Final', '1.0-SNAPSHOT', '[1,2)', '\u0024{version}', 'LATEST')).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(exact('cargo', '1.2.3', '1.2', 'v1.2.3', '^1')).toEqual([true, false, false, false]);
  expect(exact('go', 'v1.2.3', 'v2.0.0+incompatible', 'latest')).toEqual([true, true, false]);
  expect(exact('nuget', '1.2', '1.2.3.4', '1.*', '[1,2)')).toEqual([true, true, false, false]);
});

test('equal versions may be written differently', () => {
  const pairs = {
    maven: [
      '1.0.0 1',
      '1.0-ga 1',
      '1.0.Final 1.0.RELEASE',
      '1.0-RC1 1.0-cr-1',
      '1-a1 1-alpha-1',
      '1.0.0-foo.0.0 1-foo',
    ],
    nuget: ['1.0 1.0.0.0', '1.0.0-RC.1 1.0.0-rc.01', '1.0.0+a 1.0.0'],
    go: ['v2.0.0+incompatible v2.0.0', '1.2.3 v1.2.3'],
    cargo: ['1.0.0+wasm 1.0.0'],
  };
  for (const [ecosystem, texts] of Object.entries(pairs))
    for (const text of texts) {
      const [a = '', b = ''] = text.split(' ');
      expect(compareVersions(ecosystem, a, b), text).toBe(0);
    }
});

test('a bound of an advisory is met in every ecosystem', () => {
  for (const [ecosystem, below, fixed] of [
    ['maven', '2.15.0-rc1', '2.15.0'],
    ['maven', '5.3.17.RELEASE', '5.3.18'],
    ['go', 'v0.0.0-20220101000000-abcdef012345', 'v0.0.0-20220314234659-1baeb1ce4c0b'],
    ['cargo', '1.0.0-rc.1', '1.0.0'],
    ['nuget', '13.0.1-beta1', '13.0.1'],
  ] as const) {
    const range = [{ introduced: '0' }, { fixed }];
    expect(isInRange(ecosystem, below, range), below).toBe(true);
    expect(isInRange(ecosystem, fixed, range), fixed).toBe(false);
  }
});

test('names are compared as their registry does', () => {
  expect(normaliseName('pypi', 'Llama_Index.Core')).toBe('llama-index-core');
  expect(normaliseName('npm', '@Scope/Name_x')).toBe('@scope/name_x');
});
