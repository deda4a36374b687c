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
  go: ['v0.1.0', 'v0.1.1-rc.1', 'v0.1.1', 'v0.12.0', 'v1.0.0'],
  nuget: ['1.0.0-beta', '1.0.0', '1.0.0.1', '1.2', '1.10.0'],
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
  expect(isInRange('maven', '1.0', [{ introduced: '0' }])).toBeUndefined();
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
});

test('names are compared as their registry does', () => {
  expect(normaliseName('pypi', 'Llama_Index.Core')).toBe('llama-index-core');
  expect(normaliseName('npm', '@Scope/Name_x')).toBe('@scope/name_x');
});
