#!/usr/bin/env node
/** The command line: names the commands, loads each only when it is asked for, and turns trouble into words and exit codes. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Gate, gates } from '../domain/configuration.ts';
import type { FixOptions } from './commands/fix.ts';
import type { ScanOptions } from './commands/scan.ts';
import type { WaiveOptions } from './commands/waive.ts';
import { defaultGate } from './gate.ts';
import type { OutputWord } from './outputs.ts';
import { version } from './version.ts';

/** 0: done, nothing stops a build. 1: done, the gate was hit. 2: could not do its work. 130: interrupted. */
const failed = 2;
const interrupted = 130;

const control = new AbortController();
process.once('SIGINT', () => control.abort(new Error('interrupted')));
process.once('SIGTERM', () => control.abort(new Error('interrupted')));

const parseWorkers = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 64)
    throw new InvalidArgumentError('It is no number from 1 to 64.');
  return number;
};

const parsePort = (text: string): number => {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError('It is no number from 0 to 65535.');
  return number;
};

const parseLimit = (text: string): number => {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 10_000)
    throw new InvalidArgumentError('It is no number from 1 to 10000.');
  return number;
};

const createProgram = (): Command => {
  const program = new Command('isobar')
    .description(
      'Finds the AI in your code and configuration, says what is wrong with it, and what is likely to go wrong next.',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('(isobar --help says more)');

  const words: OutputWord[] = [];
  const exclude: string[] = [];
  program
    .command('scan')
    .description('scan a folder, usually a checkout of a repository')
    .argument('<path>', 'the folder')
    .addOption(
      new Option(
        '-f, --format <format>',
        'terminal, html, json, sarif, cyclonedx, markdown, junit or csv; several may be given, each with its own --out (default: terminal, or what the file’s ending says)',
      ).argParser((format: string) => void words.push({ format })),
    )
    .addOption(
      new Option('-o, --out <file>', 'file for the --format beside it (default: standard output)').argParser(
        (out: string) => void words.push({ out }),
      ),
    )
    .addOption(
      new Option(
        '--fail-on <gate>',
        `exit with 1 from this severity on or at any warning; or at a warning alone, at a watch, or never (default: what the configuration says, else ${defaultGate})`,
      ).choices(gates),
    )
    .addOption(new Option('--json', 'short for --format json').argParser(() => void words.push({ format: 'json' })))
    .option('--config <file>', 'configuration to go by, instead of isobar.yaml in the folder')
    .option('--no-config', 'go by no configuration; isobar.yaml in the folder is left unread')
    .option('--baseline <file>', 'a report or baseline of an earlier scan: only what is new or graver stops a build')
    .option('--since <ref>', 'report only what rests on a file that is not as it was at this commit, branch or tag')
    .addOption(
      new Option('--exclude <pattern>', 'leave out what matches, written as in .gitignore; may be repeated').argParser(
        (pattern: string) => void exclude.push(pattern),
      ),
    )
    .option('--all', 'read ignored, installed, built and vendored files too')
    .option('--hash', 'hash model files of any size, not only up to 64 MB')
    .option('--no-cache', 'read every file anew and keep nothing')
    .option('--no-history', 'do not remember this scan, and say nothing of what is new')
    .addOption(new Option('-q, --quiet', 'say as little as tells whether something must be done').conflicts('verbose'))
    .option('-v, --verbose', 'show every finding and every factor')
    .addOption(
      new Option('--workers <number>', 'threads that read (default: one for each processor, at most 8)').argParser(
        parseWorkers,
      ),
    )
    .action(
      async (
        path: string,
        options: Partial<Omit<ScanOptions, 'words' | 'exclude'>> & Pick<ScanOptions, 'cache' | 'history'>,
      ) => {
        const { runScan } = await import('./commands/scan.ts');
        const { all = false, hash = false, verbose = false, quiet = false, ...rest } = options;
        const settings = { ...rest, words, exclude, all, hash, verbose, quiet };
        process.exitCode = await runScan(path, settings, control.signal);
      },
    );

  const only: string[] = [];
  const fixExclude: string[] = [];
  program
    .command('fix')
    .description(
      'mend what a folder fails: plan patches and instructions, apply them whole or not at all, verify, undo',
    )
    .argument('<path>', 'the folder')
    .option(
      '--plan',
      'show what would be done, as diffs and instructions, and write nothing (what it does unless told otherwise)',
    )
    .option('--apply', 'write all patches of the plan, or none')
    .option('--verify', 'scan again and hold it against what was foretold; with --apply, take back what fails it')
    .option('--undo', 'give the files of the last application the same bytes back')
    .option('--finish', 'finish an application that was interrupted')
    .addOption(
      new Option('--only <id>', 'only fixes for this detector, finding, warning, or fix; may be repeated').argParser(
        (id: string) => void only.push(id),
      ),
    )
    .addOption(new Option('-f, --format <format>', 'how it is told').choices(['terminal', 'json']).default('terminal'))
    .option('--as-planned <file>', 'with --apply: write nothing but what this plan (--plan --format json) says')
    .option('--pull-request-text <file>', 'with --apply: write the text of a pull request to this file')
    .option('--config <file>', 'configuration to go by, instead of isobar.yaml in the folder')
    .option('--no-config', 'go by no configuration; isobar.yaml in the folder is left unread')
    .addOption(
      new Option('--exclude <pattern>', 'leave out what matches, written as in .gitignore; may be repeated').argParser(
        (pattern: string) => void fixExclude.push(pattern),
      ),
    )
    .option('--all', 'read ignored, installed, built and vendored files too')
    .option('--no-cache', 'read every file anew and keep nothing')
    .option('-q, --quiet', 'show no progress')
    .action(async (path: string, options: Partial<Omit<FixOptions, 'only' | 'exclude'>>) => {
      const { runFix } = await import('./commands/fix.ts');
      const { plan = false, apply = false, verify = false, undo = false, finish = false, ...rest } = options;
      const { all = false, cache = true, quiet = false, format = 'terminal', ...more } = rest;
      const settings = {
        ...more,
        plan,
        apply,
        verify,
        undo,
        finish,
        all,
        cache,
        quiet,
        format,
        only,
        exclude: fixExclude,
      };
      process.exitCode = await runFix(path, settings, control.signal);
    });

  program
    .command('diff')
    .description('say what changed from one report to another: forecasts, findings and assets, new, changed and gone')
    .argument('<before>', 'a report that scan wrote with --format json')
    .argument('<after>', 'a later one of the same source')
    .addOption(
      new Option('-f, --format <format>', 'how it is told')
        .choices(['terminal', 'json', 'markdown'])
        .default('terminal'),
    )
    .option('-o, --out <file>', 'file to write to (default: standard output)')
    .addOption(
      new Option(
        '--fail-on <gate>',
        'exit with 1 where something new, or risen to it, would stop a scan with this gate',
      )
        .choices(gates)
        .default(defaultGate),
    )
    .option('-v, --verbose', 'show every line')
    .action(
      async (
        before: string,
        after: string,
        options: { format: 'terminal' | 'json' | 'markdown'; out?: string; failOn: Gate; verbose?: boolean },
      ) => {
        const { runDiff } = await import('./commands/diff.ts');
        process.exitCode = await runDiff(before, after, { ...options, verbose: options.verbose ?? false });
      },
    );

  const notify: string[] = [];
  const notifyAllow: string[] = [];
  program
    .command('serve')
    .description('scan folders, keep what was seen, and show the forecast to the browsers of this machine')
    .argument('[path...]', 'the folders (default: none; what was kept is shown)')
    .addOption(
      new Option('--port <number>', 'port of 127.0.0.1; 0 takes a free one').argParser(parsePort).default(7410),
    )
    .option(
      '--data <place>',
      'folder, or postgres:// address, where what was seen is kept (default: DATABASE_URL if it is such an address, else isobar in your state folder)',
    )
    .addOption(
      new Option(
        '--notify <url>',
        'send news of the forecast to this webhook, signed with the key in ISOBAR_WEBHOOK_KEY; may be repeated',
      ).argParser((url: string) => void notify.push(url)),
    )
    .addOption(
      new Option(
        '--notify-allow <host>',
        'let news go to this host although it is not a public address; may be repeated',
      ).argParser((host: string) => void notifyAllow.push(host)),
    )
    .action(async (paths: string[], { port, data }: { port: number; data?: string }) => {
      const { runServe } = await import('./commands/serve.ts');
      const settings = { port, notify, notifyAllow, ...(data === undefined ? {} : { data }) };
      process.exitCode = await runServe(paths, settings, control.signal);
    });

  program
    .command('history')
    .description('list the scans that were remembered, with what each found anew, still and no more')
    .argument('[path]', 'the folder that was scanned (default: all of them)')
    .option(
      '--data <place>',
      'folder, or postgres:// address, where what was seen is kept (default: isobar in your state folder)',
    )
    .addOption(new Option('--limit <number>', 'scans of each folder').argParser(parseLimit).default(20))
    .option('--json', 'as JSON')
    .action(async (path: string | undefined, options: { data?: string; limit: number; json?: boolean }) => {
      const { runHistory } = await import('./commands/history.ts');
      process.exitCode = await runHistory(path, { ...options, json: options.json ?? false });
    });

  program
    .command('baseline')
    .description('write what a report has as a baseline for scan --baseline')
    .argument('<report>', 'a report that scan wrote with --format json')
    .option('-o, --out <file>', 'file to write to (default: standard output)')
    .action(async (report: string, options: { out?: string }) => {
      const { runBaseline } = await import('./commands/baseline.ts');
      process.exitCode = await runBaseline(report, options);
    });

  program
    .command('waive')
    .description('write the lines of isobar.yaml that accept findings or forecasts as they are now, until a day')
    .argument('<id...>', 'ids of findings or forecasts')
    .requiredOption('--owner <who>', 'who accepts it')
    .requiredOption('--reason <why>', 'why it is accepted')
    .requiredOption('--expires <day>', 'last day on which it holds, such as 2027-01-31')
    .option('--report <file>', 'the JSON report in which the ids stand (default: the last remembered scans)')
    .option(
      '--data <place>',
      'folder, or postgres:// address, where what was seen is kept (default: isobar in your state folder)',
    )
    .action(async (ids: string[], options: Omit<WaiveOptions, 'ids'>) => {
      const { runWaive } = await import('./commands/waive.ts');
      process.exitCode = await runWaive(ids, options);
    });

  program
    .command('explain')
    .description('say what an id means: a detector, correlation, objective, kind, relation, fact, framework or control')
    .argument('<id>')
    .action(async (id: string) => {
      const { explain } = await import('./commands/explain.ts');
      process.exitCode = await explain(id);
    });

  program
    .command('list')
    .description('list everything of one sort: a shelf of the catalog, or kinds, relations, facts, objectives')
    .argument('[sort]')
    .action(async (sort: string | undefined) => {
      const { list } = await import('./commands/list.ts');
      process.exitCode = await list(sort);
    });
  return program;
};

try {
  await createProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : failed;
  else if (control.signal.aborted) {
    process.stderr.write('isobar: interrupted; nothing was written\n');
    process.exitCode = interrupted;
  } else {
    const { tellError } = await import('./tell-error.ts');
    process.stderr.write(tellError(error));
    process.exitCode = failed;
  }
}
