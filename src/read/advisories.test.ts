// Tests the bundled advisories: that each can be matched at all, and that known packages answer rightly at the borders of their ranges.
import { expect, test } from 'vitest';
import table from './advisories.json' with { type: 'json' };
import { advisoriesFor, advisoryDetails, fixedVersionFor, isPackageKnown, maliciousReleaseOf } from './advisories.ts';
import { compareVersions, isAffected, type RangeEvent } from './versions.ts';

const ids = (ecosystem: string, name: string, version: string) =>
  advisoriesFor(ecosystem, name, version)?.map(({ id }) => id);

test.each([
  ['npm', 'mcp-remote', '0.0.4', []],
  ['npm', 'mcp-remote', '0.0.5', ['CVE-2025-6514']],
  ['npm', 'mcp-remote', '0.1.15', ['CVE-2025-6514']],
  ['npm', 'mcp-remote', '0.1.16', []],
  ['npm', '@modelcontextprotocol/server-filesystem', '0.6.3', ['CVE-2025-53109', 'CVE-2025-53110']],
  ['npm', '@modelcontextprotocol/server-filesystem', '0.6.4', []],
  ['npm', '@modelcontextprotocol/server-filesystem', '2025.7.1', []],
  ['pypi', 'mcp', '1.9.4', ['CVE-2025-53365', 'CVE-2025-66416']],
  ['npm', '@mistralai/mistralai', '2.2.1', []],
  ['npm', '@mistralai/mistralai', '2.2.3', []],
  ['go', 'github.com/ollama/ollama', '0.13.5', ['CVE-2025-63389']],
  ['github', 'ggml-org/llama.cpp', 'b8146', ['CVE-2026-34159']],
  ['container', 'nvcr.io/nvidia/tritonserver', '26.03', []],
  ['system-package', 'nvidia-container-toolkit', '1.17.8-1', []],
  ['system-package', 'nvidia-container-toolkit', '1.17.8~rc.1-1', ['CVE-2025-23266', 'CVE-2025-23267']],
  ['pypi', 'MCP_Server_Git', '2025.12.18', []],
])('%s %s %s', (ecosystem, name, version, expected) => {
  expect(ids(ecosystem, name, version)).toEqual(expected);
});

test.each([
  ['npm', 'postmark-mcp', '1.0.15', 'none'],
  ['npm', 'postmark-mcp', '1.0.16', 'MAL:npm/postmark-mcp'],
  ['npm', 'postmark-mcp', undefined, 'none'],
  ['npm', 'postmark-mcp', 'next', undefined],
  ['npm', '@mistralai/mistralai', '2.2.3', 'GHSA-3q49-cfcf-g5fm'],
  ['pypi', 'ultralytics', '8.3.43', 'none'],
  ['pypi', 'deepseeek', undefined, 'MAL:PyPI/deepseeek'],
  ['npm', 'mcp-remote', undefined, 'none'],
  ['pypi', 'huggingface_cli', undefined, 'INVENTED:PyPI/huggingface-cli'],
  ['npm', 'left-pad', '1.3.0', undefined],
])('%s %s %s: published to do harm is %s', (ecosystem, name, version, expected) => {
  const found = maliciousReleaseOf(ecosystem, name, version);
  expect(typeof found === 'object' ? found.id : found).toBe(expected);
});

test('of a package that is not in the table, and of a version that is none, nothing is said', () => {
  expect(ids('npm', 'left-pad', '1.3.0')).toBeUndefined();
  expect(isPackageKnown('npm', 'left-pad')).toBe(false);
  expect(ids('npm', 'mcp-remote', 'latest')).toBeUndefined();
});

test('an advisory under review is kept but never matched', () => {
  expect(advisoryDetails('CVE-2026-39861', 'npm', '@anthropic-ai/claude-code')?.review).toMatch(
    /end of the affected range/,
  );
  expect(ids('npm', '@anthropic-ai/claude-code', '99.0.0')).toEqual([]);
});

test('a disputed advisory is matched and says that it is disputed', () => {
  expect(ids('pypi', 'ray', '2.40.0')).toContain('CVE-2023-48022');
  expect(advisoryDetails('CVE-2023-48022', 'pypi', 'ray')?.disputed).toMatch(/vendor disputes/);
});

test('one id that two packages share is told apart', () => {
  expect(advisoryDetails('CVE-2021-42343', 'pypi', 'dask')?.package).toBe('dask');
  expect(advisoryDetails('CVE-2021-42343', 'pypi', 'distributed')?.package).toBe('distributed');
});

test('the fix that is named ends the match and is above the version', () => {
  const filesystem = advisoryDetails('CVE-2025-53109', 'npm', '@modelcontextprotocol/server-filesystem')!;
  expect(fixedVersionFor(filesystem, '0.6.2')).toBe('0.6.4');
  expect(fixedVersionFor(filesystem, '2025.3.28')).toBe('2025.7.1');
  const spark = advisoryDetails('CVE-2023-48022', 'pypi', 'ray')!;
  expect(fixedVersionFor(spark, '2.40.0')).toBeUndefined();
});

test('every bound of every advisory that is matched can be compared in its ecosystem', () => {
  const wrong: string[] = [];
  let asked = 0;
  for (const { id, ecosystem, ...row } of table.advisories) {
    if (!['npm', 'pypi', 'go', 'nuget', 'container', 'github', 'system-package'].includes(ecosystem) || 'review' in row)
      continue;
    const ranges = ('ranges' in row ? row.ranges : []) as readonly RangeEvent[][];
    const bounds = ranges.flat().map((event) => event.introduced ?? event.fixed ?? event.last_affected!);
    for (const bound of [...bounds, ...(('versions' in row ? row.versions : []) ?? [])]) {
      asked++;
      if (bound !== '0' && compareVersions(ecosystem, bound, bound) !== 0) wrong.push(`${id} ${bound}`);
    }
    for (const fixed of ('fixed' in row ? row.fixed : []) ?? [])
      if (isAffected(ecosystem, fixed, ranges) !== false) wrong.push(`${id} is not ended by ${fixed}`);
    if (bounds.length === 0 && !('versions' in row)) wrong.push(`${id} matches nothing`);
  }
  expect(asked).toBeGreaterThan(1000);
  expect(wrong).toEqual([]);
});
