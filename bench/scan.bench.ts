// Measures whole scans, cold and warm, against `aibom` of cdxgen on the same trees; how time grows with bytes; and what memory a tree of notebooks takes.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Report } from '../src/domain/report.ts';
import { reportFigure } from './report-figure.ts';

const root = join(import.meta.dirname, '..');
const kept = join(root, '.cache/bench');
const scratch = mkdtempSync(join(tmpdir(), 'isobar bench '));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const npm = (args: readonly string[], folder: string): void => {
  // npm lies beside node in the distribution that script/bootstrap brings, and on the path elsewhere.
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], env: process.env });
};

/** Source archives of published packages: real trees, the same for everybody. */
const archives = {
  '3,700 files': {
    files: 3000,
    spec: '@n8n/n8n-nodes-langchain@2.41.1',
    file: 'n8n-n8n-nodes-langchain-2.41.1.tgz',
    integrity: 'sha512-ANQYlKE2DZZKzUndfOIxK8f/NbsANeZmGsOG0DsTwtX8KF9noEdMyiS2KXGGysvjGqR5nYZdz2pSXPQe0tAYvQ==',
  },
  '29,800 files': {
    files: 20_000,
    spec: 'n8n-nodes-base@2.41.2',
    file: 'n8n-nodes-base-2.41.2.tgz',
    integrity: 'sha512-qUItyawxR1aR/t6Fgk0whYwBSDR+VOu5RkgAI3AElVI3dqPLLcCAawAMFc/N3GFG35//quOVRUwuc7a3mVLC0g==',
  },
} as const;

/**
 * The unpacked archive, checked against its pinned hash. It lies in a folder of its own outside of any work tree, and its `dist` is called
 * `src`, so that nobody leaves it out as ignored or as build output.
 */
const unpack = ({ spec, file, integrity }: (typeof archives)[keyof typeof archives]): string => {
  const archive = join(kept, file);
  if (!existsSync(archive)) npm(['pack', spec, '--ignore-scripts', '--silent', '--pack-destination', kept], kept);
  const hash = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (hash !== integrity)
    throw new Error(`${spec} has the hash ${hash}, not ${integrity}; nothing can be compared with earlier figures`);
  const folder = join(scratch, file.replace(/\.tgz$/, ''));
  mkdirSync(folder);
  execFileSync('tar', ['xzf', archive, '-C', folder, '--strip-components=1']);
  renameSync(join(folder, 'dist'), join(folder, 'src'));
  return folder;
};

const findAibom = (): string => {
  const folder = join(kept, 'aibom');
  const program = join(folder, 'node_modules/@cyclonedx/cdxgen/bin/cdxgen.js');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', '@cyclonedx/cdxgen@12.8.4'], folder);
  }
  return join(folder, 'node_modules/.bin/aibom');
};

interface Run {
  /** Seconds from start to end. */
  readonly seconds: number;
  /** Most memory it held, in megabytes. */
  readonly memory: number;
}

const mostMemory = (id: number): number => {
  try {
    const line = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'));
    return line === null ? 0 : Number(line[1]) / 1024;
  } catch {
    // It ended between two looks; the look before counts.
    return 0;
  }
};

const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> =>
  new Promise((done, fail) => {
    const began = performance.now();
    let memory = 0;
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'ignore'], env });
    const looks = setInterval(() => {
      memory = Math.max(memory, mostMemory(child.pid!));
    }, 20);
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(looks);
      if (code === 0) done({ seconds: (performance.now() - began) / 1000, memory });
      else fail(new Error(`${command} ${args.join(' ')} ended with ${code}`));
    });
  });

let homes = 0;
/** A home of its own for each cold scan, so that neither cache nor history is there. */
const freshHome = (): NodeJS.ProcessEnv => {
  const home = join(scratch, `home-${homes++}`);
  mkdirSync(home);
  return {
    ...process.env,
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CONFIG_HOME: join(home, 'config'),
  };
};
/** A scan that read nothing took no time: the report has to say that it read at least `files`. */
const scan = async (tree: string, env: NodeJS.ProcessEnv, files = 1): Promise<Run> => {
  const ran = await run(
    join(root, 'script/isobar'),
    ['scan', tree, '--fail-on', 'never', '--format', 'json', '--out', join(scratch, 'report.json')],
    env,
  );
  const { coverage } = JSON.parse(readFileSync(join(scratch, 'report.json'), 'utf8')) as Report;
  if (coverage.files.read < files)
    throw new Error(`${tree}: ${coverage.files.read} files were read, not ${files}; the figure says nothing`);
  return ran;
};
const least = (runs: readonly Run[]): number => Math.min(...runs.map(({ seconds }) => seconds));

mkdirSync(kept, { recursive: true });
const aibom = findAibom();
const trees = Object.entries(archives).map(([name, archive]) => ({
  name,
  files: archive.files,
  tree: unpack(archive),
}));
await scan(join(root, 'demo/chain'), freshHome());

for (const { name, files, tree } of trees) {
  const other: Run[] = [];
  const cold: Run[] = [];
  const warm: Run[] = [];
  for (let round = 0; round < 3; round += 1) {
    other.push(await run(aibom, ['--no-install-deps', '-o', join(scratch, 'bom.json'), tree], process.env));
    const home = freshHome();
    cold.push(await scan(tree, home, files));
    warm.push(await scan(tree, home, files));
  }
  console.log(
    `${name}: aibom ${least(other).toFixed(2)} s, cold ${least(cold).toFixed(2)} s, warm ${least(warm).toFixed(2)} s`,
  );
  reportFigure({
    name: `scan of ${name}: cold`,
    figure: least(cold) / least(other),
    unit: '× cdxgen aibom',
    target: 1,
  });
  reportFigure({ name: `scan of ${name}: warm`, figure: least(warm) / least(cold), unit: '× cold', target: 0.1 });
}

// The same bytes once, four and sixteen times.
const copies = async (times: number): Promise<number> => {
  const tree = join(scratch, `copies-${times}`);
  for (let copy = 0; copy < times; copy += 1) cpSync(trees[0]!.tree, join(tree, `part-${copy}`), { recursive: true });
  const runs = [await scan(tree, freshHome()), await scan(tree, freshHome())];
  rmSync(tree, { recursive: true, force: true });
  return least(runs);
};
const [once, four, sixteen] = [await copies(1), await copies(4), await copies(16)];
console.log(`growth: once ${once.toFixed(2)} s, 4 times ${four.toFixed(2)} s, 16 times ${sixteen.toFixed(2)} s`);
reportFigure({ name: 'scan: 4 times the bytes', figure: four / once / 4, unit: '× linear', target: 1.1 });
reportFigure({ name: 'scan: 16 times the bytes', figure: sixteen / once / 16, unit: '× linear', target: 1.1 });

// 300 notebooks of 300 KB, most of it pictures among the outputs, as notebooks are.
const notebook = (number: number): string => {
  const picture = createHash('sha512').update(String(number)).digest('base64').replaceAll('=', '').repeat(3400);
  const cell = (source: string, outputs: readonly unknown[]) => ({
    cell_type: 'code',
    execution_count: 1,
    metadata: {},
    source: source.split(/(?<=\n)/),
    outputs,
  });
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'python3', language: 'python', display_name: 'Python 3' } },
    cells: [
      cell('import os\nfrom openai import OpenAI\nclient = OpenAI(api_key=os.environ["OPENAI_API_KEY"])\n', []),
      cell(
        `model = "gpt-4.1-mini"\nquestion = "What of berth ${number}?"\nanswer = client.chat.completions.create(model=model, messages=[{"role": "user", "content": question}])\nprint(answer)\n`,
        [{ output_type: 'display_data', metadata: {}, data: { 'image/png': picture, 'text/plain': ['<Figure>'] } }],
      ),
    ],
  });
};
const notebooks = join(scratch, 'notebooks');
let bytes = 0;
for (let number = 0; number < 300; number += 1) {
  const path = join(notebooks, `team-${number % 12}`, `study-${number}.ipynb`);
  mkdirSync(dirname(path), { recursive: true });
  const text = notebook(number);
  bytes += text.length;
  writeFileSync(path, text);
}
const read = [await scan(notebooks, freshHome()), await scan(notebooks, freshHome())];
console.log(`notebooks: ${(bytes / 1e6).toFixed(0)} MB in ${least(read).toFixed(2)} s`);
reportFigure({
  name: 'scan of 300 notebooks: memory',
  figure: Math.min(...read.map(({ memory }) => memory)),
  unit: 'MB',
  target: 400,
});
