// Tests the readers of lock files: npm’s in all three versions, and uv’s.
import { expect, test } from 'vitest';
import { readPackageLock } from './package-lock.ts';
import { packageUrlOf } from './package-mention.ts';
import { readUvLock } from './uv-lock.ts';

const rows = ({ mentions }: ReturnType<typeof readPackageLock>) =>
  mentions.map(({ name, version, pinned, scope, line }) => [name, version, pinned, scope, line]);

const packages = `"packages": {
    "": { "name": "app", "version": "1.0.0", "workspaces": ["packages/*"] },
    "packages/lib": { "name": "lib", "version": "0.0.1" },
    "node_modules/lib": { "resolved":"packages/lib", "link": true },
    "node_modules/@ai-sdk/openai": { "version": "0.0.66", "resolved":"https://r.example/openai-0.0.66.tgz" },
    "node_modules/zod": { "version": "3.23.8" },
    "node_modules/a/node_modules/zod": { "version": "3.23.8" },
    "node_modules/b/node_modules/zod": { "version": "3.22.0", "dev": true },
    "node_modules/alias": { "name": "real-name", "version": "2.0.0", "optional": true },
    "node_modules/forked": { "version": "1.1.1", "resolved":"git+ssh://git@github.com/acme/forked.git#0f9a1c2b3d4e5f60718293a4b5c6d7e8f9012345" }
  }`;
const dependencies = `"dependencies": {
    "@ai-sdk/openai": { "version": "0.0.66" },
    "lib": { "version": "file:packages/lib" },
    "a": { "version": "1.0.0",
      "dependencies": { "zod": { "version": "3.22.0", "dev": true } } },
    "alias": { "version": "npm:real-name@2.0.0" },
    "forked": { "version": "github:acme/forked#main" }
  }`;

test('version 3: packages by folder, without workspaces and links, each version once', () => {
  expect(rows(readPackageLock(`{ "lockfileVersion": 3,\n  ${packages}\n}`))).toEqual([
    ['@ai-sdk/openai', '0.0.66', true, 'production', 6],
    ['zod', '3.23.8', true, 'production', 7],
    ['zod', '3.22.0', true, 'development', 9],
    ['real-name', '2.0.0', true, 'optional', 10],
    ['forked', undefined, true, 'production', 11],
  ]);
});

test('version 2 says everything twice and is told once', () => {
  const two = `{ "lockfileVersion": 2,\n  ${packages},\n  ${dependencies}\n}`;
  expect(rows(readPackageLock(two))).toEqual(rows(readPackageLock(`{ "lockfileVersion": 3,\n  ${packages}\n}`)));
});

test('version 1: dependencies within dependencies', () => {
  expect(rows(readPackageLock(`{ "lockfileVersion": 1,\n  ${dependencies}\n}`))).toEqual([
    ['@ai-sdk/openai', '0.0.66', true, 'production', 3],
    ['a', '1.0.0', true, 'production', 5],
    ['zod', '3.22.0', true, 'development', 6],
    ['real-name', '2.0.0', true, 'production', 7],
    ['forked', undefined, false, 'production', 8],
  ]);
});

test('a lock that is cut short gives what stands before the cut, and says so', () => {
  const { mentions, errors } = readPackageLock(`{ "lockfileVersion": 3,\n  ${packages}`.slice(0, 420));
  expect(mentions.map(({ name }) => name)).toEqual(['@ai-sdk/openai', 'zod']);
  expect(errors).toHaveLength(1);
  expect(readPackageLock('{"hello": 1}').errors[0]?.why).toMatch(/no lock file/);
});

const uv = `version = 1
requires-python = ">=3.11"

[[package]]
name = "app"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "openai" },
    { name = "own-lib" },
]
[package.optional-dependencies]
voice = [{ name = "whisper" }]
[package.dev-dependencies]
dev = [{ name = "pytest" }]

[[package]]
name = "own-lib"
version = "0.1.0"
source = { editable = "libs/own" }

[[package]]
name = "openai"
version = "1.30.1"
source = { registry = "https://pypi.org/simple" }
dependencies = [{ name = "httpx", extra = ["http2"] }]

[[package]]
name = "httpx"
version = "0.27.0"
source = { registry = "https://pypi.org/simple" }
[package.optional-dependencies]
http2 = [{ name = "h2" }]

[[package]]
name = "h2"
version = "4.1.0"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "whisper"
version = "1.0"
source = { git = "https://github.com/openai/whisper?rev=main#0f9a1c2b3d4e5f60718293a4b5c6d7e8f9012345" }

[[package]]
name = "pytest"
version = "8.2.0"
source = { registry = "https://pypi.org/simple" }
dependencies = [{ name = "httpx" }, { name = "pluggy" }]

[[package]]
name = "pluggy"
version = "1.5.0"
source = { registry = "https://pypi.org/simple" }
`;

test('uv: packages of registries and repositories, by how the source’s own projects reach them', () => {
  expect(rows(readUvLock(uv))).toEqual([
    ['openai', '1.30.1', true, 'production', 23],
    ['httpx', '0.27.0', true, 'production', 29],
    ['h2', '4.1.0', true, 'production', 36],
    ['whisper', undefined, true, 'optional', 41],
    ['pytest', '8.2.0', true, 'development', 46],
    ['pluggy', '1.5.0', true, 'development', 52],
  ]);
  expect(readUvLock('[project]\nname = "x"\n').errors[0]?.why).toMatch(/no lock file/);
});

test('package URLs are written as their specification says', () => {
  expect(packageUrlOf('npm', '@ai-sdk/openai', '0.0.66')).toBe('pkg:npm/%40ai-sdk/openai@0.0.66');
  expect(packageUrlOf('pypi', 'torch', '2.3.0+cu121')).toBe('pkg:pypi/torch@2.3.0+cu121');
});
