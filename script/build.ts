// Bundles src/app into dist/ (one entry for the command line, one for its workers, lazily loaded chunks between them) and the console
// into dist/console/.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { type BuildFailure, build, formatMessages, type Plugin } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');
const began = new Date();

// These find files beside themselves (wasm, worker scripts) and would lose them inside a bundle.
const external = ['fastify', '@fastify/*', 'pino', 'web-tree-sitter', 'tree-sitter-*', '@tree-sitter-grammars/*'];

// CommonJS packages inside an ES module bundle still ask for `require`.
const banner =
  "import { createRequire as isobarRequire } from 'node:module'; const require = isobarRequire(import.meta.url);";

// Importing a built-in as an ES module calls every getter among its exports, which costs `node:util`, `node:process` and `node:crypto`
// three to five milliseconds each; asking for it as a value costs what is used.
const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z]/ }, ({ path, importer, kind }) => {
      if (kind !== 'import-statement' || !isBuiltin(path)) return undefined;
      const name = path.startsWith('node:') ? path : `node:${path}`;
      // commander starts programs only for commands that are programs of their own, and here only src/app/process.ts may.
      const isRefused = name === 'node:child_process' && /node_modules[\\/]commander[\\/]/.test(importer);
      return { path: name, namespace: isRefused ? 'refused' : 'builtin' };
    });
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
      loader: 'js',
    }));
    onLoad({ filter: /.*/, namespace: 'refused' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

const DAY = 24 * 60 * 60 * 1000;

const entryPoints = ['main', 'worker']
  .map((name) => join(root, 'src/app', `${name}.ts`))
  .filter((path) => existsSync(path));

function writeWhole(path: string, contents: Uint8Array | string): void {
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, contents);
  renameSync(partial, path);
}

/** Bundles the console beside its place, then puts it there whole; nothing is done where its sources are older than what is there. */
async function buildConsole(): Promise<void> {
  const place = join(dist, 'console');
  const stamp = join(dist, '.built-console');
  const sources = ['console', 'src/api/contract', 'src/domain', 'package-lock.json', 'script/build.ts'];
  const newest = (path: string): number => {
    const found = statSync(path);
    if (!found.isDirectory()) return found.mtimeMs;
    return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
  };
  const isFresh = existsSync(place) && existsSync(stamp);
  if (!existsSync(join(root, 'console'))) return;
  if (isFresh && sources.every((path) => newest(join(root, path)) < statSync(stamp).mtimeMs)) return;

  const { build: bundle } = await import('vite');
  const partial = join(dist, `.console-${process.pid}`);
  await bundle({
    configFile: false,
    root: join(root, 'console'),
    logLevel: 'error',
    build: {
      outDir: partial,
      emptyOutDir: true,
      target: 'es2024',
      // The server allows nothing inline.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  rmSync(place, { recursive: true, force: true });
  renameSync(partial, place);
  writeWhole(stamp, '');
  utimesSync(stamp, began, began);
}

await buildConsole();
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
    plugins: [lazyBuiltins],
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
