// Runs the shell scripts in a throw-away clone, with stand-ins for npm and an old Node where the real ones would take long.
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { plantTree } from './planted-tree.ts';

const checkout = resolve(import.meta.dirname, '..');

interface Clone {
  root: string;
  /** Every command line that a stand-in was given. */
  calls(): string[];
  env: NodeJS.ProcessEnv;
  stand(name: string, body: string): void;
}

/** A clone without node_modules, on a machine whose Node is the given major version’s .2 (0: none). */
function plantClone(systemNode: number): Clone {
  const base = plantTree({ 'bin/keep': '', 'a clone/package.json': '{}', 'calls.log': '' });
  const root = join(base, 'a clone');
  cpSync(join(checkout, 'script'), join(root, 'script'), { recursive: true });
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { '': {}, 'node_modules/one': { version: '1.0.0' } } }),
  );
  const stand = (name: string, body: string): void => {
    writeFileSync(join(base, 'bin', name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(base, 'bin', name), 0o755);
  };
  const real = `exec '${process.execPath}' "$@"`;
  stand(
    'npm',
    [
      `echo "$*" >>'${base}/calls.log'`,
      'sleep 0.2',
      'case $1 in',
      'install)',
      '  for package; do :; done',
      `  bin="$3/node_modules/\${package%@*}/bin"`,
      '  mkdir -p "$bin"',
      `  printf '%s\\n' '#!/bin/sh' ${JSON.stringify(real).replaceAll('$', '\\$')} >"$bin/node"`,
      '  chmod +x "$bin/node" ;;',
      'ci) mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json ;;',
      'esac',
    ].join('\n'),
  );
  // Asked for its version, it says what it was told to be; anything else runs.
  if (systemNode > 0) stand('node', `if [ "$1" = -p ]; then echo ${systemNode * 100 + 2}; else ${real}; fi`);
  return {
    root,
    stand,
    calls: () => readFileSync(join(base, 'calls.log'), 'utf8').split('\n').filter(Boolean),
    env: { PATH: `${base}/bin:/usr/bin:/bin`, HOME: base },
  };
}

/** Tools of the system without its Node and npm, which a test wants to be absent. */
function hideSystem(clone: Clone): void {
  const bin = join(dirname(clone.root), 'bin');
  for (const tool of 'basename cat chmod grep id sort tail cksum cp dirname find flock mkdir mv printf readlink rm rmdir sh sleep uname'.split(
    ' ',
  )) {
    const path = ['/usr/bin', '/bin'].map((folder) => join(folder, tool)).find((one) => existsSync(one));
    if (path !== undefined && !existsSync(join(bin, tool))) symlinkSync(path, join(bin, tool));
  }
  clone.env.PATH = bin;
}

function bootstrap({ root, env }: Clone, cwd = '/'): SpawnSyncReturns<string> {
  return spawnSync(join(root, 'script/bootstrap'), { env, cwd, encoding: 'utf8' });
}

test('bootstrap brings Node where the system’s is old, then the packages, then nothing', () => {
  const clone = plantClone(20);
  expect(bootstrap(clone)).toMatchObject({ status: 0, stdout: '' });
  expect(clone.calls()).toEqual([
    expect.stringMatching(/^install .*--ignore-scripts.* node-[a-z]+-[a-z0-9]+@24\.\d+\.\d+$/),
    expect.stringMatching(/^ci --ignore-scripts/),
  ]);

  const began = performance.now();
  expect(bootstrap(clone, clone.root)).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(performance.now() - began).toBeLessThan(500);
  expect(clone.calls()).toHaveLength(2);
});

test('bootstrap takes the system’s Node where it is new enough', () => {
  const clone = plantClone(26);
  expect(bootstrap(clone)).toMatchObject({ status: 0 });
  expect(clone.calls()).toEqual([expect.stringMatching(/^ci /)]);
});

test('bootstrap notices that the system’s Node was replaced by one that is just too old', () => {
  const clone = plantClone(26);
  bootstrap(clone);
  clone.stand('node', `if [ "$1" = -p ]; then echo 2401; else exec '${process.execPath}' "$@"; fi`);
  expect(bootstrap(clone)).toMatchObject({ status: 0 });
  expect(clone.calls()).toEqual([expect.stringMatching(/^ci /), expect.stringMatching(/^install /)]);
});

test('bootstrap installs again when the lock file changed or node_modules is gone, and not when npm has already', () => {
  const clone = plantClone(26);
  bootstrap(clone);
  const changed = JSON.stringify({ packages: { '': {}, 'node_modules/two': { version: '2.0.0' } } });
  writeFileSync(join(clone.root, 'package-lock.json'), changed);
  bootstrap(clone);
  expect(clone.calls()).toHaveLength(2);
  rmSync(join(clone.root, 'node_modules'), { recursive: true });
  bootstrap(clone);
  expect(clone.calls()).toHaveLength(3);
  const again = changed.replaceAll('two', 'three');
  writeFileSync(join(clone.root, 'package-lock.json'), again);
  writeFileSync(join(clone.root, 'node_modules/.package-lock.json'), again);
  bootstrap(clone);
  expect(clone.calls()).toHaveLength(3);
});

test.each(['with flock', 'without'])('two bootstraps at once do the work once, %s', async (lock) => {
  const clone = plantClone(20);
  if (lock === 'without') {
    hideSystem(clone);
    rmSync(join(dirname(clone.root), 'bin/flock'), { force: true });
  }
  const codes = await Promise.all(
    [1, 2, 3].map(
      () => new Promise((done) => spawn(join(clone.root, 'script/bootstrap'), { env: clone.env }).on('close', done)),
    ),
  );
  expect(codes).toEqual([0, 0, 0]);
  expect(clone.calls()).toHaveLength(2);
});

test('a failed installation is told and tried again', () => {
  const clone = plantClone(26);
  const works = readFileSync(join(dirname(clone.root), 'bin/npm'), 'utf8');
  clone.stand('npm', 'mkdir -p node_modules; exit 1');
  expect(bootstrap(clone)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/could not be installed\n.*why it matters: .*\n.*what to do: /),
  });
  writeFileSync(join(dirname(clone.root), 'bin/npm'), works);
  expect(bootstrap(clone)).toMatchObject({ status: 0 });
});

test('bootstrap says what to do where no Node can be brought, and where npm is absent', () => {
  const stranger = plantClone(0);
  hideSystem(stranger);
  rmSync(join(dirname(stranger.root), 'bin/uname'));
  stranger.stand('uname', 'echo Plan9');
  expect(bootstrap(stranger)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/Plan9.*\n.*why it matters: .*\n.*what to do: install Node/),
  });

  const poor = plantClone(0);
  hideSystem(poor);
  rmSync(join(dirname(poor.root), 'bin/npm'));
  expect(bootstrap(poor)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/npm was not found\n.*why it matters: .*\n.*what to do: install npm/),
  });
});

/** A clone with the real packages and a small program of its own. */
function plantProgram(main: string): Clone {
  const clone = plantClone(26);
  bootstrap(clone);
  rmSync(join(clone.root, 'node_modules'), { recursive: true });
  cpSync(join(checkout, 'package-lock.json'), join(clone.root, 'package-lock.json'));
  mkdirSync(join(clone.root, 'node_modules'));
  for (const name of ['esbuild', '@esbuild', '.package-lock.json'])
    symlinkSync(join(checkout, 'node_modules', name), join(clone.root, 'node_modules', name));
  mkdirSync(join(clone.root, 'src/app'), { recursive: true });
  writeFileSync(join(clone.root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(clone.root, 'src/app/main.ts'), main);
  return clone;
}

function isobar({ root, env }: Clone, ...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(join(root, 'script/isobar'), args, { env, cwd: '/', encoding: 'utf8' });
}

const echo =
  "const { words } = await import('./words.ts');\nconsole.log(words, JSON.stringify(process.argv.slice(2)));\n";

test('isobar bundles, hands over every argument and the exit code, and bundles again only when a source changed', () => {
  const clone = plantProgram(`${echo}process.exitCode = 3;\n`);
  const words = join(clone.root, 'src/app/words.ts');
  writeFileSync(words, "export const words: string = 'one';\n");
  expect(isobar(clone, 'a b', '', '*', '--format=json')).toMatchObject({
    status: 3,
    stdout: 'one ["a b","","*","--format=json"]\n',
    stderr: '',
  });
  const built = readFileSync(join(clone.root, 'dist/main.js'), 'utf8');
  writeFileSync(join(clone.root, 'dist/main.js'), `${built}console.log('kept');\n`);
  expect(isobar(clone).stdout).toBe('one []\nkept\n');
  writeFileSync(words, "export const words: string = 'two';\n");
  const later = new Date(Date.now() + 2000);
  utimesSync(words, later, later);
  expect(isobar(clone).stdout).toBe('two []\n');
  writeFileSync(words, "export const words: string = 'three';\n");
  expect(
    spawnSync(join(clone.root, 'script/isobar'), { env: { ...clone.env, ISOBAR_FROM_SOURCE: '1' }, encoding: 'utf8' })
      .stdout,
  ).toBe('three []\n');
});

test('isobar runs through a symbolic link', () => {
  const clone = plantProgram("console.log('here');\n");
  const link = join(dirname(clone.root), 'bin/isobar');
  symlinkSync(join(clone.root, 'script/isobar'), link);
  expect(spawnSync(link, { env: clone.env, encoding: 'utf8' })).toMatchObject({ status: 0, stdout: 'here\n' });
});

test('isobar never runs an old bundle when the sources do not bundle', () => {
  const clone = plantProgram("import { gone } from './gone.ts';\nconsole.log(gone);\n");
  expect(isobar(clone)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/gone\.ts[\s\S]*why it matters: [\s\S]*what to do: /),
  });
});

test('isobar says so when its entry is absent', () => {
  const clone = plantProgram('');
  rmSync(join(clone.root, 'src/app/main.ts'));
  expect(isobar(clone)).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/main\.ts\n.*why it matters: .*\n.*what to do: /),
  });
});

function installSystem(clone: Clone): SpawnSyncReturns<string> {
  return spawnSync(join(clone.root, 'script/install-system'), { env: clone.env, encoding: 'utf8' });
}

test('install-system brings a browser only once a test asks for it, and says what it skips', () => {
  const clone = plantClone(26);
  hideSystem(clone);
  expect(installSystem(clone)).toMatchObject({ status: 0, stdout: '', stderr: '' });

  mkdirSync(join(clone.root, 'test'));
  writeFileSync(join(clone.root, 'test/page.test.ts'), "import { chromium } from 'playwright-core';\n");
  const skipped = /chromium is not installed: .*\n.*why it matters: the browser tests are skipped\n.*what to do: /;
  expect(installSystem(clone)).toMatchObject({ status: 0, stderr: expect.stringMatching(skipped) });

  const log = join(dirname(clone.root), 'calls.log');
  clone.stand('apt-get', `echo "apt-get $*" >>'${log}'`);
  rmSync(join(dirname(clone.root), 'bin/id'));
  clone.stand('id', 'echo 1000');
  expect(installSystem(clone)).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(/only root[\s\S]*sudo apt-get install/),
  });
  expect(clone.calls()).toEqual([]);

  clone.stand('id', 'echo 0');
  expect(installSystem(clone)).toMatchObject({ status: 0 });
  expect(clone.calls()).toEqual([
    expect.stringMatching(/^apt-get update/),
    expect.stringMatching(/^apt-get install .*--no-install-recommends chromium$/),
  ]);

  clone.stand('chromium', 'true');
  expect(installSystem(clone)).toMatchObject({ status: 0, stderr: '' });
});

test('a bundle reaches built-ins by every form of import', () => {
  const clone = plantProgram(
    [
      "import fs, { existsSync, type Stats } from 'node:fs';",
      "import * as path from 'path';",
      "import { readFile } from 'node:fs/promises';",
      "const { DatabaseSync } = await import('node:sqlite');",
      "const seen: Stats = fs.statSync('/');",
      "console.log(existsSync('/'), path.join('a', 'b'), seen.isDirectory(), typeof readFile, typeof DatabaseSync);",
    ].join('\n'),
  );
  expect(isobar(clone)).toMatchObject({ status: 0, stdout: 'true a/b true function function\n' });
});
