/** The bench for the real program: a folder of its own, with a tree to scan and a home that nobody else has. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performScan, type ScanRequest } from '../src/app/perform-scan.ts';
import { readBaselineFile } from '../src/app/read-report-file.ts';
import { type Report, reportSchema } from '../src/domain/report.ts';
import { openStore } from '../src/store/open-store.ts';

const program = join(import.meta.dirname, '../src/app/main.ts');

/** How a program ended, and what it said. */
interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One place to try the program in; `remove` when the test is done. */
export interface ProgramBench {
  readonly folder: string;
  readonly tree: string;
  /** Folder in which the program remembers. */
  readonly data: string;
  /** Writes files below the tree. */
  write(files: Readonly<Record<string, string>>): void;
  /** Runs the program to its end in `folder`; a run that takes longer than a minute fails. */
  run(...args: readonly string[]): Ended;
  /** Runs another file with Node, in the same place. */
  runFile(file: string, ...args: readonly string[]): Ended;
  /** Starts it and lets it run. */
  start(...args: readonly string[]): ChildProcess;
  /** Scans the tree as the command does, in this process, which is much quicker; files of the request are named from `folder`. */
  scan(
    request?: Partial<Omit<ScanRequest, 'baseline'>> & { readonly baseline?: string; readonly history?: false },
  ): Promise<Report>;
  /** Runs git in the tree, as somebody who exists nowhere else. */
  git(...args: readonly string[]): string;
  remove(): void;
}

/** Makes a place. */
export const createProgramBench = (): ProgramBench => {
  const folder = mkdtempSync(join(tmpdir(), 'isobar-program-'));
  const tree = join(folder, 'tree');
  const home = join(folder, 'home');
  mkdirSync(tree);
  mkdirSync(home);
  const data = join(home, 'data');
  const own = { ISOBAR_KEY_FILE: join(home, 'key'), ISOBAR_CACHE_DIR: join(home, 'cache'), ISOBAR_DATA_DIR: data };
  const env = { PATH: process.env.PATH, HOME: home, ...own, NODE_NO_WARNINGS: '1' };
  const runFile = (file: string, ...args: readonly string[]): Ended => {
    const { status, signal, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { status, signal, stdout, stderr };
  };
  return {
    folder,
    tree,
    data,
    run: (...args) => runFile(program, ...args),
    runFile,
    write(files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(tree, path)), { recursive: true });
        writeFileSync(join(tree, path), text);
      }
    },
    start: (...args) =>
      spawn(process.execPath, [program, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] }),
    async scan(request = {}) {
      Object.assign(process.env, own);
      const opened = request.history === false ? undefined : await openStore(data, new Date());
      if (opened && 'refused' in opened) throw new Error(opened.refused);
      const { history: _, baseline, ...rest } = request;
      try {
        const { report } = await performScan({
          ...{ root: realpathSync(tree), named: 'tree', all: false, exclude: [], useCache: true, workers: 0 },
          ...(opened ? { store: opened.store } : {}),
          ...(baseline === undefined ? {} : { baseline: readBaselineFile(join(folder, baseline)) }),
          warn: (trouble) => {
            throw new Error(trouble);
          },
          ...rest,
        });
        return reportSchema.parse(report);
      } finally {
        await opened?.store.close();
      }
    },
    git(...args) {
      const identity = ['-c', 'user.name=Mira', '-c', 'user.email=mira@acme.example', '-c', 'commit.gpgsign=false'];
      const { stdout, stderr, status } = spawnSync('git', [...identity, ...args], { cwd: tree, env, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return stdout.trim();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** The findings of a report that fail. */
export const failing = (report: Report) => report.findings.filter(({ outcome }) => outcome === 'fail');
/** The finding about the model of `plantedTree` whose repository may run code. */
export const trusted = (report: Report) => failing(report).find(({ detector }) => detector === 'remote-code-trusted');

/** A bot that lets a model’s repository run code, and a coding agent with three servers that are a leak together. */
export const plantedTree = {
  'bot/pyproject.toml': '[project]\nname = "bot"\ndependencies = ["openai==1.54.0", "transformers==4.46.0"]\n',
  'bot/rank.py':
    'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/rank", trust_remote_code=True)\n',
  '.mcp.json': `${JSON.stringify(
    {
      mcpServers: {
        fetch: { command: 'uvx', args: ['mcp-server-fetch'] },
        files: { command: 'npx', args: ['-y', '@modelcontextprotocol/server-filesystem', '/srv/documents'] },
      },
    },
    null,
    2,
  )}\n`,
} as const;
