/** The configuration file: what it says with its lines, and every mistake named where it stands. */
import { describe, expect, test } from 'vitest';
import { declarationsOf, readConfiguration } from './configuration.ts';

const mistakesOf = (text: string): string[] =>
  readConfiguration(text).mistakes.map(({ line, why }) => `${line} ${why}`);

describe('a configuration file', () => {
  test('says what it says, and where', () => {
    const file = readConfiguration(
      'exclude: [docs/]\nfailOn: medium\nsystems:\n  - name: bot\n    paths: [bot/]\n  - name: shop\n    paths: [.]\napproved:\n  models: ["a"]\n',
    );
    expect(file.mistakes).toEqual([]);
    expect(file.configuration).toMatchObject({ exclude: ['docs/'], failOn: 'medium' });
    expect(file.lineOf('systems', 1)).toBe(6);
    expect(file.lineOf('systems', 1, 'paths')).toBe(7);
    expect(declarationsOf(file).map((one) => ('line' in one ? `${one.sort} ${one.line}` : ''))).toEqual([
      'system 4',
      'system 6',
      'inventory 9',
    ]);
  });

  test.each(['', '# nothing yet\n', '---\n'])('that is empty says nothing (%j)', (text) => {
    expect(readConfiguration(text)).toMatchObject({ configuration: {}, mistakes: [] });
  });

  test.each([
    ['failOn: always\n', '1 `failOn` is none of critical, high, medium, low, warning, watch, never'],
    ['exclude: docs/\n', '1 `exclude` is not a list'],
    ['# x\nexlude: [docs/]\n', '2 `exlude` is no key that the file may have'],
    ['- a\n', '1 the file is not a map of keys and values'],
    ['systems:\n  - name: bot\n    paths: []\n', '3 `systems[1].paths` is empty'],
    ['systems:\n  - paths: [.]\n', '2 `systems[1].name` is missing'],
    [
      'systems:\n  - name: bot\n    paths: [.]\n    oversights: me\n',
      '4 `oversights` is no key that `systems[1]` may have',
    ],
    ['detectors:\n  endpoint-open:\n    off: true\n', '2 `detectors.endpoint-open.reason` is missing'],
    [
      'detectors:\n  endpoint-open:\n    reason: x\n',
      '2 `detectors.endpoint-open`: it says neither or both of `off: true` and `severity`',
    ],
    [
      'waivers:\n  - id: finding-0123456789abcdef\n    state: 0123456789ab\n    owner: me\n    reason: x\n    expires: soon\n',
      '6 `waivers[1].expires`: it is no day, such as 2027-01-31',
    ],
    [
      'waivers:\n  - id: finding-0123456789abcdef\n    state: 0123456789ab\n    owner: me\n    reason: x\n',
      '2 `waivers[1].expires` is missing',
    ],
  ])('has its mistake named with its line: %j', (text, mistake) => {
    expect(mistakesOf(text)).toEqual([mistake]);
    expect(readConfiguration(text).configuration).toBeUndefined();
  });

  test('that is no YAML, a bomb or far too long is refused in time', () => {
    expect(mistakesOf('a: [1\n')[0]).toMatch(/^\d+ it is no YAML: /);
    const bomb = Array.from(
      { length: 30 },
      (_, at) => `l${at + 1}: &l${at + 1} [${Array(10).fill(`*l${at}`).join(', ')}]`,
    );
    expect(mistakesOf(`l0: &l0 [x]\n${bomb.join('\n')}\n`)[0]).toMatch(/aliases/);
    expect(mistakesOf('exclude: [x]\n'.repeat(300_000))[0]).toMatch(/longer/);
  });

  test('keeps a day as it is written, not as a moment', () => {
    const text =
      'waivers:\n  - id: forecast-0123456789abcdef\n    state: 0123456789ab\n    owner: me\n    reason: x\n    expires: 2027-01-31\n';
    expect(readConfiguration(text).configuration?.waivers?.[0]?.expires).toBe('2027-01-31');
  });
});
