/** Reads a command that starts a server: which package or image it runs, from which launcher, and whether exactly one version is named. */
import { isCommit } from './package-mention.ts';
import { isExactVersion, normaliseName } from './versions.ts';

export interface Launch {
  /** The launcher that fetches the package: `npx`, `uvx`, `docker`; absent for a program that is simply run. */
  readonly launcher?: string;
  readonly ecosystem?: 'npm' | 'pypi' | 'docker';
  /** Package name, normalised, or the image without tag and digest; absent for a repository, a file or a folder. */
  readonly packageName?: string;
  /** Only when exactly one is named. */
  readonly version?: string;
  /** Absent when nothing is fetched. */
  readonly pinned?: boolean;
  /** A version tag of an image can be moved, and a module runs whatever is installed. */
  readonly confidence: number;
  /** Address given to a bridge such as `mcp-remote`. */
  readonly remote?: string;
}

const baseName = (command: string): string =>
  command
    .replaceAll('\\', '/')
    .replace(/^.*\//, '')
    .replace(/\.(?:exe|cmd|bat|ps1)$/i, '')
    .toLowerCase();

/** Options of launchers that take the next word as their value. */
const takesValue: Readonly<Record<string, ReadonlySet<string>>> = {
  npm: new Set([
    '--registry',
    '--cache',
    '--prefix',
    '--userconfig',
    '-c',
    '--call',
    '--node-options',
    '-w',
    '--workspace',
  ]),
  uv: new Set([
    '--with',
    '--with-editable',
    '--with-requirements',
    '--python',
    '-p',
    '--index',
    '--index-url',
    '--extra-index-url',
    '--default-index',
    '--directory',
    '--project',
    '--env-file',
    '--refresh-package',
    '--link-mode',
    '--cache-dir',
    '--index-strategy',
    '--pip-args',
    '--suffix',
  ]),
  docker: new Set([
    '-e',
    '--env',
    '--env-file',
    '-v',
    '--volume',
    '--mount',
    '--name',
    '--network',
    '--net',
    '-p',
    '--publish',
    '-w',
    '--workdir',
    '-u',
    '--user',
    '--entrypoint',
    '--platform',
    '--add-host',
    '-l',
    '--label',
    '--pull',
    '--memory',
    '-m',
    '--cpus',
    '--gpus',
    '--hostname',
    '-h',
    '--cap-add',
    '--cap-drop',
    '--security-opt',
    '--restart',
    '--tmpfs',
    '--log-driver',
    '--device',
    '--ulimit',
    '--dns',
    '--ipc',
    '--pid',
    '--shm-size',
  ]),
};

/** The first word that is no option, with what follows it. Words of `named` give it as their value. */
const firstPlain = (
  words: readonly string[],
  valued: ReadonlySet<string>,
  named: readonly string[],
): readonly string[] => {
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [option, value] = word.includes('=')
      ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]
      : [word, undefined];
    if (named.includes(option)) {
      const rest = words.slice(value === undefined ? at + 2 : at + 1);
      const given = value ?? words[at + 1];
      // The word behind the package is the program in it.
      const program = rest.findIndex((each) => !each.startsWith('-'));
      return given === undefined ? [] : [given, ...(program < 0 ? [] : rest.slice(program + 1))];
    }
    if (word === '--') return words.slice(at + 1);
    if (!word.startsWith('-')) return words.slice(at);
    if (value === undefined && valued.has(word)) at++;
  }
  return [];
};

const npmPackage = (launcher: string, words: readonly string[]): Launch => {
  const [asked, ...rest] = firstPlain(words, takesValue.npm!, ['-p', '--package']);
  if (asked === undefined) return { launcher, confidence: 1 };
  if (/^(?:git[+:]|github:|https?:|[^@/]+\/[^/]+$)/.test(asked) && !asked.startsWith('.'))
    return { launcher, ecosystem: 'npm', pinned: isCommit(/#([^#]+)$/.exec(asked)?.[1]), confidence: 1 };
  const parts = /^((?:@[^/@]+\/)?[^@/]+)(?:@(.*))?$/.exec(asked);
  if (!parts) return { launcher, confidence: 1 };
  const name = normaliseName('npm', parts[1]!);
  const version = parts[2];
  const isExact = version !== undefined && isExactVersion('npm', version);
  const remote =
    name === 'mcp-remote' || name === 'supergateway' ? rest.find((word) => /^https?:\/\//.test(word)) : undefined;
  return {
    launcher,
    ecosystem: 'npm',
    packageName: name,
    pinned: isExact,
    confidence: 1,
    ...(isExact ? { version } : {}),
    ...(remote ? { remote } : {}),
  };
};

const pypiPackage = (launcher: string, words: readonly string[]): Launch => {
  const [asked] = firstPlain(words, takesValue.uv!, ['--from', '--spec']);
  if (asked === undefined) return { launcher, confidence: 1 };
  const at = asked.indexOf(' @ ');
  const address = at < 0 ? asked : asked.slice(at + 3);
  if (/^(?:git\+|https?:)/.test(address))
    return { launcher, ecosystem: 'pypi', pinned: isCommit(/@([^@/#]+)(?:#.*)?$/.exec(address)?.[1]), confidence: 1 };
  const parts = /^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?(?:(?:==|@)(.+)|[<>~!=].*)?$/.exec(asked);
  if (!parts || /^\.{0,2}\//.test(asked)) return { launcher, confidence: 1 };
  const version = parts[2];
  const isExact = version !== undefined && isExactVersion('pypi', version);
  return {
    launcher,
    ecosystem: 'pypi',
    packageName: normaliseName('pypi', parts[1]!),
    pinned: isExact,
    confidence: 1,
    ...(isExact ? { version } : {}),
  };
};

const image = (launcher: string, words: readonly string[]): Launch => {
  const run = words.indexOf('run');
  const [asked] = run < 0 ? [] : firstPlain(words.slice(run + 1), takesValue.docker!, []);
  const parts = /^([\w.-]+(?::\d+)?(?:\/[\w.-]+)*)(?::([\w.-]+))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(asked ?? '');
  if (!parts) return { launcher, confidence: 1 };
  const [, name, tag, digest] = parts;
  const isRelease = tag !== undefined && /^v?\d+\.\d+\.\d+/.test(tag);
  return {
    launcher,
    ecosystem: 'docker',
    packageName: name!.replace(/^(?:docker\.io\/)?(?:library\/)?/, ''),
    pinned: digest !== undefined || isRelease,
    confidence: digest === undefined && isRelease ? 0.8 : 1,
    ...(isRelease ? { version: tag } : {}),
  };
};

/** Words of a command line without a shell: quotes hold together, everything else is split at blanks. */
const split = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3]!);

/** Reads a program with its arguments. Shells, `cmd /c`, `env` and `sudo` before the launcher are looked through. */
export const readLaunch = (command: string, given: readonly string[], depth = 0): Launch => {
  const words = given.length === 0 && /\s/.test(command.trim()) ? split(command) : [command, ...given];
  const [program = '', ...args] = words;
  const name = baseName(program);
  if (depth < 4) {
    const inner =
      name === 'cmd' && /^\/c$/i.test(args[0] ?? '')
        ? args.slice(1)
        : /^(?:ba|z|da|fi)?sh$|^pwsh$|^powershell$/.test(name) && /^-(?:l?c|command)$/i.test(args[0] ?? '')
          ? split(args[1] ?? '').filter((word) => word !== 'exec')
          : name === 'env' || name === 'sudo'
            ? args.slice(
                Math.max(
                  0,
                  args.findIndex((word) => !word.startsWith('-') && !word.includes('=')),
                ),
              )
            : undefined;
    if (inner?.[0] !== undefined) return readLaunch(inner[0], inner.slice(1), depth + 1);
  }
  const afterVerb = (...verbs: readonly string[]): readonly string[] | undefined =>
    verbs.every((verb, at) => args.filter((word) => !word.startsWith('-'))[at] === verb)
      ? args.slice(args.indexOf(verbs.at(-1)!) + 1)
      : undefined;
  switch (name) {
    case 'npx':
    case 'bunx':
    case 'pnpx':
      return npmPackage(name, args);
    case 'npm':
    case 'pnpm':
    case 'yarn':
    case 'bun': {
      const rest = afterVerb('exec') ?? afterVerb('dlx') ?? afterVerb('x');
      return rest ? npmPackage(name, rest) : { confidence: 1 };
    }
    case 'uvx':
      return pypiPackage(name, args);
    case 'uv': {
      const rest = afterVerb('tool', 'run');
      return rest ? pypiPackage(name, rest) : { confidence: 1 };
    }
    case 'pipx': {
      const rest = afterVerb('run');
      return rest ? pypiPackage(name, rest) : { confidence: 1 };
    }
    case 'docker':
    case 'podman':
    case 'nerdctl':
      return image(name, args);
    default: {
      // `python -m mcp_server_git` runs an installed package; which version is not said here.
      const module = /^(?:python[\d.]*|py)$/.test(name) ? args[args.indexOf('-m') + 1] : undefined;
      return args.includes('-m') && module && /^[A-Za-z_]\w*$/.test(module)
        ? { ecosystem: 'pypi', packageName: normaliseName('pypi', module), confidence: 0.7 }
        : { confidence: 1 };
    }
  }
};
