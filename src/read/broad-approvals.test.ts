/** Which approvals amount to any code, and which ones with the same programs are narrow. */
import { describe, expect, it } from 'vitest';
import { isBroadEntry, isBroadExpression } from './broad-approvals.ts';

describe('isBroadEntry', () => {
  it.each([
    'Bash(python:*)',
    'Bash(python3 *)',
    'Bash(node:*)',
    'Bash(python -c:*)',
    'Bash(bash -c *)',
    'Bash(sh:*)',
    'Bash(npx:*)',
    'Bash(npx -y:*)',
    'Bash(uv run:*)',
    'Bash(curl:*)',
    'Bash(sudo:*)',
    'Bash(docker run:*)',
    'Bash(rm:*)',
    'Bash(rm -rf:*)',
    'Bash(ssh *)',
    'Shell(python*)',
    'mcp__*',
    'Bash(pnpm dlx:*)',
    'Bash(eval:*)',
  ])('%s is broad', (entry) => {
    expect(isBroadEntry(entry)).toBe(true);
  });

  it.each([
    'Bash(python scripts/check.py:*)',
    'Bash(python -m pytest:*)',
    'Bash(python3 --version)',
    'Bash(npx prettier:*)',
    'Bash(node --test)',
    'Bash(npm test)',
    'Bash(npm run lint:*)',
    'Bash(git log:*)',
    'Bash(uv run pytest:*)',
    'Bash(curl https://api.lindgren.example/health)',
    'Bash(docker compose ps)',
    'Bash(rm -rf dist)',
    'Bash(pythonic:*)',
    'Bash(gh pr view:*)',
    'Read(src/**)',
    'WebFetch(domain:docs.python.org)',
    'mcp__github__get_issue',
    'Bash(python)',
    'Bash(./gradlew:*)',
    'Bash(shellcheck:*)',
    'Bash(nodemon:*)',
  ])('%s is narrow', (entry) => {
    expect(isBroadEntry(entry)).toBe(false);
  });

  it('takes a bare program for a prefix where the client does', () => {
    expect(isBroadEntry('run_shell_command(python)', true)).toBe(true);
    expect(isBroadEntry('run_shell_command(git)', true)).toBe(false);
    expect(isBroadEntry('run_shell_command(python -m pytest)', true)).toBe(false);
  });
});

describe('isBroadExpression', () => {
  it.each(['/^python\\b/', '/^(?:python|node)/', 'curl', '/^sudo\\s+.*/'])('%s is broad', (pattern) => {
    expect(isBroadExpression(pattern)).toBe(true);
  });
  it.each(['/^git (?:status|diff)\\b/', 'npm test', '/^python -m pytest\\b/', '/^python$/', '/^npx tsc$/'])(
    '%s is narrow',
    (pattern) => {
      expect(isBroadExpression(pattern)).toBe(false);
    },
  );
});
