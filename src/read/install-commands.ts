/** Reads what a shell is told to install: packages of npm, Python and the system that are named at exactly one version. */
import type { PackageMention } from './package-mention.ts';
import { isExactVersion, normaliseName } from './versions.ts';

/** A package of the operating system, which no registry of a language knows. */
export interface SystemPackage {
  readonly ecosystem: 'system-package';
  readonly name: string;
  readonly version: string;
  readonly line: number;
}

export interface Installed {
  readonly packages: readonly PackageMention[];
  readonly system: readonly SystemPackage[];
}

/** One line of a command, with its line from 1. */
export interface CommandLine {
  readonly text: string;
  readonly line: number;
}

interface Word {
  readonly text: string;
  readonly line: number;
}

/** Longest command that is read; what people write by hand has a few thousand characters. */
const longest = 100_000;

/** Simple commands in order; `&&`, `||`, `;`, `|` and the end of a line that does not go on divide them. */
const commandsOf = (lines: readonly CommandLine[]): readonly (readonly Word[])[] => {
  const commands: Word[][] = [[]];
  let read = 0;
  for (const { text, line } of lines) {
    read += text.length;
    if (read > longest) break;
    for (const [, quoted, single, divider, plain] of text.matchAll(
      /"([^"]*)"|'([^']*)'|(&&|\|\|?|;|\bthen\b|\bdo\b)|([^\s;|&"'\\]+)/g,
    )) {
      if (divider !== undefined) commands.push([]);
      else commands.at(-1)!.push({ text: quoted ?? single ?? plain ?? '', line });
    }
    if (!/\\\s*$/.test(text)) commands.push([]);
  }
  return commands.filter((words) => words.length > 0);
};

const npmMention = ({ text, line }: Word): PackageMention | undefined => {
  const [, name = '', version = ''] = /^((?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*)@(.+)$/i.exec(text) ?? [];
  if (name === '' || !isExactVersion('npm', version)) return undefined;
  return { ecosystem: 'npm', name: normaliseName('npm', name), version, pinned: true, line };
};

const pythonMention = ({ text, line }: Word): PackageMention | undefined => {
  const [, name = '', version = ''] = /^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?(?:==|@)([^\s;,]+)$/.exec(text) ?? [];
  if (name === '' || !isExactVersion('pypi', version)) return undefined;
  return { ecosystem: 'pypi', name: normaliseName('pypi', name), version, pinned: true, line };
};

/** `name=version` of apt, `name-version` of dnf and yum. */
const systemPackage = ({ text, line }: Word): SystemPackage | undefined => {
  const [, name = '', version = ''] =
    /^([a-z0-9][a-z0-9+.-]*)=((?:\d+:)?\d[\w.+:~-]*)$/.exec(text) ??
    /^([a-z][a-z0-9+-]*?)-(\d+(?:\.\d+)+(?:-\d+)?)$/.exec(text) ??
    [];
  return name === '' ? undefined : { ecosystem: 'system-package', name, version, line };
};

type Manager = 'npm' | 'python' | 'system';

/** Which manager a command asks to install something, and the words behind that. */
const installing = (
  words: readonly Word[],
): { readonly manager: Manager; readonly asked: readonly Word[] } | undefined => {
  const start = words.findIndex(({ text }) => !/^(?:sudo|env|exec|time|-\S*|\w+=.*|if|!|--mount=\S+|RUN)$/.test(text));
  const said = words.slice(start).map(({ text }) => text);
  const verbAt = (...verbs: readonly string[]): number => said.findIndex((text, at) => at > 0 && verbs.includes(text));
  const program = (said[0] ?? '').replace(/^.*\//, '').replace(/(?<=^(?:pip|python))[\d.]+$/, '');
  const found = (manager: Manager, at: number) =>
    at < 0 ? undefined : { manager, asked: words.slice(start + at + 1).filter(({ text }) => !text.startsWith('-')) };
  switch (program) {
    case 'npm':
    case 'pnpm':
    case 'bun':
    case 'yarn':
      return found('npm', verbAt('install', 'i', 'add'));
    case 'pip':
    case 'pipx':
      return found('python', verbAt('install'));
    case 'uv':
      return found('python', verbAt('install', 'add'));
    case 'python':
      return said[1] === '-m' && said[2] === 'pip' ? found('python', verbAt('install')) : undefined;
    case 'apt-get':
    case 'apt':
    case 'dnf':
    case 'yum':
    case 'microdnf':
      return found('system', verbAt('install'));
    default:
      return undefined;
  }
};

/** Reads the lines of a script or of one command; a line that ends in `\` goes on in the next. Variables are not filled in. */
export const readInstalls = (lines: readonly CommandLine[]): Installed => {
  const packages: PackageMention[] = [];
  const system: SystemPackage[] = [];
  for (const words of commandsOf(lines)) {
    const found = installing(words);
    for (const word of found?.asked ?? []) {
      if (found?.manager === 'system') {
        const one = systemPackage(word);
        if (one) system.push(one);
      } else {
        const one = found?.manager === 'npm' ? npmMention(word) : pythonMention(word);
        if (one) packages.push(one);
      }
    }
  }
  return { packages, system };
};
