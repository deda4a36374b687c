// Tests what is read from commands that start servers, as clients’ documentation writes them.
import { expect, test } from 'vitest';
import { readLaunch } from './launch-command.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const commit = '0f9a1c2b3d4e5f60718293a4b5c6d7e8f9012345';

test.each([
  ['npx -y @modelcontextprotocol/server-filesystem /data', '@modelcontextprotocol/server-filesystem', undefined, false],
  [
    'npx -y @modelcontextprotocol/server-filesystem@2025.7.1 /data',
    '@modelcontextprotocol/server-filesystem',
    '2025.7.1',
    true,
  ],
  ['npx --yes firecrawl-mcp@latest', 'firecrawl-mcp', undefined, false],
  ['npx -y firecrawl-mcp@^1.0.0', 'firecrawl-mcp', undefined, false],
  ['npx -p @scope/tools@1.2.3 run-it --flag', '@scope/tools', '1.2.3', true],
  ['npx --package=@scope/tools run-it', '@scope/tools', undefined, false],
  ['npx -y github:acme/server', undefined, undefined, false],
  [`npx -y github:acme/server#${commit}`, undefined, undefined, true],
  ['pnpm dlx some-mcp@1.0.0', 'some-mcp', '1.0.0', true],
  ['npm exec -- some-mcp', 'some-mcp', undefined, false],
  ['bun run server.ts', undefined, undefined, undefined],
  ['cmd /c npx -y some-mcp', 'some-mcp', undefined, false],
  ['C:\\nodejs\\npx.cmd -y some-mcp', 'some-mcp', undefined, false],
  ['uvx mcp-server-git --repository .', 'mcp-server-git', undefined, false],
  ['uvx mcp_server_git==2025.12.18', 'mcp-server-git', '2025.12.18', true],
  ['uvx mcp-server-git@latest', 'mcp-server-git', undefined, false],
  [
    'uvx --python 3.12 --from awslabs.core-mcp-server@1.0.1 awslabs.core-mcp-server',
    'awslabs-core-mcp-server',
    '1.0.1',
    true,
  ],
  ['uvx --from git+https://github.com/acme/server serve', undefined, undefined, false],
  [`uvx --from git+https://github.com/acme/server@${commit} serve`, undefined, undefined, true],
  ['uv tool run some-mcp>=1', 'some-mcp', undefined, false],
  ['uv --directory /srv run server.py', undefined, undefined, undefined],
  ['pipx run some-mcp==1.0', 'some-mcp', '1.0', true],
  [
    'docker run -i --rm -e GITHUB_TOKEN ghcr.io/github/github-mcp-server',
    'ghcr.io/github/github-mcp-server',
    undefined,
    false,
  ],
  ['docker run -i --rm mcp/fetch:latest', 'mcp/fetch', undefined, false],
  ['docker run -i --rm --mount type=bind,src=/a,dst=/b mcp/git:1.2.3 --x', 'mcp/git', '1.2.3', true],
  [`docker run -i localhost:5000/mcp/git@${digest}`, 'localhost:5000/mcp/git', undefined, true],
  ['docker compose up', undefined, undefined, undefined],
  ['python -m mcp_server_fetch', 'mcp-server-fetch', undefined, undefined],
  ['python server.py', undefined, undefined, undefined],
  ['node dist/index.js', undefined, undefined, undefined],
  ['env -i A=1 uvx some-mcp', 'some-mcp', undefined, false],
])('%s', (line, packageName, version, pinned) => {
  const [command = '', ...args] = line.split(' ');
  const launch = readLaunch(command, args);
  expect([launch.packageName, launch.version, launch.pinned]).toEqual([packageName, version, pinned]);
});

test('a command line in one text and one inside a shell are split', () => {
  expect(readLaunch('npx -y some-mcp@1.0.0', []).version).toBe('1.0.0');
  expect(readLaunch('bash', ['-c', 'exec npx -y some-mcp']).packageName).toBe('some-mcp');
});

test('a bridge names the address it reaches', () => {
  expect(readLaunch('npx', ['-y', 'mcp-remote', 'https://mcp.linear.app/sse'])).toMatchObject({
    packageName: 'mcp-remote',
    remote: 'https://mcp.linear.app/sse',
  });
});

test('commands without end or sense are read in time', () => {
  for (const part of ['bash -c ', 'env ', '-e ', '"']) readLaunch(part.repeat(20_000), []);
  expect(readLaunch('', [])).toEqual({ confidence: 1 });
  expect(readLaunch('npx', [])).toEqual({ launcher: 'npx', confidence: 1 });
});
