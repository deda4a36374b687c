// Runs every check and test of this checkout, says what each one read, and ends with the totals.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

interface Step {
  name: string;
  /** What it reads, in the plural. */
  reads: string;
  command: readonly string[];
  /** How many things it read, out of what it printed; undefined where it said nothing of it. */
  count(output: string): number | undefined;
  /** Counts more than itself: what it ran. */
  totals?(): Totals;
  /** What to print when it failed. */
  show?(output: string): string;
}

const root = resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'isobar-check-'));
const testReport = join(scratch, 'tests.json');
const tool = (name: string): string => join(root, 'node_modules/.bin', name);
const node = process.execPath;

const countBy =
  (pattern: RegExp) =>
  (output: string): number | undefined => {
    const found = pattern.exec(output)?.[1];
    return found === undefined ? undefined : Number(found);
  };

// tsc names every file it reads; only ours count.
const isOwnFile = (line: string): boolean => line.startsWith(root) && !line.includes('/node_modules/');

interface TestReport {
  numTotalTests: number;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

function readTestReport(): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(testReport, 'utf8')) as TestReport;
  } catch {
    // No report: the runner died before it wrote one, which `testTotals` counts as a failure.
    return undefined;
  }
}

function testTotals(): Totals {
  const report = readTestReport();
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  // A test file that does not even load has no test to count, and is a failure all the same.
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

// The console is compiled for a browser: other globals, and JSX.
const checkTypes = (name: string, ...project: string[]): Step => ({
  name,
  reads: 'files',
  command: [tool('tsc'), '--noEmit', '--pretty', 'false', '--listFiles', ...project],
  count: (output) => output.split('\n').filter(isOwnFile).length,
  show: (output) =>
    output
      .split('\n')
      .filter((line) => !/^\/.*\.(d\.[cm]?ts|tsx?|json)$/.test(line))
      .join('\n'),
});

const steps: readonly Step[] = [
  {
    name: 'format and lint',
    reads: 'files',
    command: [tool('biome'), 'check', '--colors=off', '--error-on-warnings'],
    count: countBy(/Checked (\d+) file/),
  },
  {
    name: 'boundaries',
    reads: 'modules',
    command: [node, 'script/boundaries.ts'],
    count: countBy(/read (\d+) modules/),
  },
  {
    name: 'generated files',
    reads: 'items',
    command: [node, 'script/generate.ts', '--check'],
    count: countBy(/read (\d+) items/),
  },
  {
    name: 'house rules',
    reads: 'files',
    command: [node, 'script/house-rules.ts'],
    count: countBy(/read (\d+) files/),
  },
  {
    name: 'dead code',
    reads: 'modules',
    command: [tool('knip'), '--no-progress', '--reporter', './script/knip-reporter.ts'],
    count: countBy(/read (\d+) modules/),
  },
  checkTypes('types'),
  checkTypes('console types', '-p', 'console'),
  {
    name: 'tests',
    reads: 'tests',
    command: [tool('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${testReport}`],
    count: () => readTestReport()?.numTotalTests,
    totals: testTotals,
  },
];

interface Result {
  step: Step;
  totals: Totals;
  read: number | undefined;
  seconds: number;
  output: string;
}

function run(step: Step): Promise<Result> {
  const began = performance.now();
  const [command, ...args] = step.command as [string, ...string[]];
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    const finish = (isPassed: boolean, extra: string): void => {
      const output = Buffer.concat(chunks).toString() + extra;
      const read = step.count(output);
      const isRead = read !== undefined && read > 0;
      const totals = step.totals?.() ?? { passed: 1, failed: 0, skipped: 0 };
      if ((!isPassed || !isRead) && totals.failed === 0) {
        totals.failed = 1;
        if (step.totals === undefined) totals.passed = 0;
      }
      done({ step, totals, read, seconds: (performance.now() - began) / 1000, output });
    };
    child.on('error', (error) => finish(false, `\n${error.message}\n`));
    child.on('close', (code, signal) => finish(code === 0, signal === null ? '' : `\nended by ${signal}\n`));
  });
}

function describe({ step, totals, read, output }: Result): string {
  const shown = (step.show?.(output) ?? output).trimEnd();
  const nothing = `${step.name} read no ${step.reads}; a check that reads nothing finds nothing; mend its configuration`;
  return [`── ${step.name}`, shown, ...(totals.failed > 0 && !read ? [nothing] : [])].join('\n');
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `no check is named ${unknown.join(', ')}; nothing was run; name one of: ${steps.map((step) => step.name).join(', ')}`,
  );
  process.exit(2);
}
const queue = steps.filter((step) => wanted.length === 0 || wanted.includes(step.name));

// The compiler and the tests each fill two cores by themselves; the short ones go side by side before them.
const isHeavy = (step: Step): boolean => step.name.endsWith('types') || step.name === 'tests';
const light = queue.filter((step) => !isHeavy(step));
const results: Result[] = [];
async function drain(): Promise<void> {
  for (let step = light.shift(); step !== undefined; step = light.shift()) results.push(await run(step));
}
await Promise.all([drain(), drain()]);
for (const step of queue.filter(isHeavy)) results.push(await run(step));
rmSync(scratch, { recursive: true, force: true });

for (const result of results) if (result.totals.failed > 0) console.log(`${describe(result)}\n`);

const widest = Math.max(...results.map(({ step }) => step.name.length));
for (const { step, totals, read, seconds } of results) {
  const verdict = totals.failed > 0 ? 'FAILED' : 'ok    ';
  console.log(
    `${verdict} ${step.name.padEnd(widest)}  ${String(read ?? 0).padStart(5)} ${step.reads.padEnd(8)} ${seconds.toFixed(1)} s`,
  );
}

const sum = (key: keyof Totals): number => results.reduce((total, { totals }) => total + totals[key], 0);
const skipped = sum('skipped');
const total = `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
// The exit code waits for the text to be written, so that a pipe never loses the last line.
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
process.stdout.write(`\n${total}\n`);
