// Bundles src/app into dist/: one entry for the command line, one for its workers, lazily loaded chunks between them.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type BuildFailure, build, formatMessages } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const began = new Date();

// These find files beside themselves (wasm, worker scripts) and would lose them inside a bundle.
const external = ['fastify', '@fastify/*', 'pino', 'web-tree-sitter', 'tree-sitter-*', '@tree-sitter-grammars/*'];

// CommonJS packages inside an ES module bundle still ask for `require`.
const banner =
  "import { createRequire as isobarRequire } from 'node:module'; const require = isobarRequire(import.meta.url);";

const DAY = 24 * 60 * 60 * 1000;

const entryPoints = ['main', 'worker']
  .map((name) => join(root, 'src/app', `${name}.ts`))
  .filter((path) => existsSync(path));

function writeWhole(path: string, contents: Uint8Array | string): void {
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, contents);
  renameSync(partial, path);
}

try {
  const result = await build({
    absWorkingDir: root,
    entryPoints,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outdir: dist,
    chunkNames: 'chunk-[name]-[hash]',
    define: { 'process.env.ISOBAR_BUNDLED': '"1"' },
    banner: { js: banner },
    external,
    write: false,
    logLevel: 'silent',
  });

  mkdirSync(dist, { recursive: true });
  // Chunks first, entries last: a program that starts meanwhile finds a whole bundle, the old or the new.
  const isChunk = (path: string): boolean => basename(path).startsWith('chunk-');
  const files = result.outputFiles.toSorted((a, b) => Number(isChunk(b.path)) - Number(isChunk(a.path)));
  for (const file of files) writeWhole(file.path, file.contents);

  // A program that still runs may yet load a chunk of the bundle before; only old ones go.
  const kept = new Set(files.map((file) => basename(file.path)));
  for (const name of readdirSync(dist)) {
    const path = join(dist, name);
    if (isChunk(name) && !kept.has(name) && began.getTime() - statSync(path).mtimeMs > DAY) rmSync(path);
  }

  const stamp = join(dist, '.built');
  writeWhole(stamp, '');
  utimesSync(stamp, began, began);
} catch (error) {
  const { errors } = error as BuildFailure;
  if (errors === undefined) throw error;
  const lines = await formatMessages(errors, { kind: 'error', color: process.stderr.isTTY });
  console.error(lines.join('\n'));
  process.exitCode = 1;
}
