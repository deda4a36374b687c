/** Finds MCP servers that are started from a package, an image or a repository without naming one exact version. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, fact, not } from '../../../kit/tests.ts';
import { type Launch, readLaunch } from '../../../read/launch-command.ts';
import { normaliseName } from '../../../read/versions.ts';

type View = AssetView<'mcp-server-configuration'>;

const program = (names: string): RegExp => new RegExp(`^(?:.*[\\\\/])?(?:${names})(?:\\.(?:exe|cmd|bat|ps1))?$`, 'i');

/** A whole command line that fetches what it runs, as a shell gets it, or as some clients let it be written. */
const fetching =
  /(?:^|[\s/\\&;|])(?:npx|bunx|pnpx|uvx|(?:pnpm|yarn) dlx|npm (?:exec|x)|bun x|uv tool run|pipx run|(?:docker|podman|nerdctl|finch) run)(?:\.(?:exe|cmd))?\s/;

/** Whether the command fetches what it runs; `node server.js`, `uv run` and `docker compose` do not. */
const fetches = any(
  fact('it', 'command').matches(program('bunx|pnpx|uvx')),
  // Told not to install, npx runs only what the project’s lock file brought.
  all(fact('it', 'command').matches(program('npx')), not(fact('it', 'arguments').includesAny('--no-install', '--no'))),
  fact('it', 'command').matches(fetching),
  all(fact('it', 'command').matches(program('uv')), fact('it', 'arguments').includes('tool')),
  all(fact('it', 'command').matches(program('pipx')), fact('it', 'arguments').includes('run')),
  all(
    fact('it', 'command').matches(program('npm|pnpm|yarn|bun')),
    fact('it', 'arguments').includesAny('exec', 'dlx', 'x'),
  ),
  all(
    fact('it', 'command').matches(program('docker|podman|nerdctl|finch')),
    fact('it', 'arguments').includes('run'),
    not(fact('it', 'arguments').includes('compose')),
  ),
  all(
    fact('it', 'command').matches(program('cmd|(?:ba|z|da|fi)?sh|pwsh|powershell|env|sudo')),
    any(fact('it', 'arguments').includesAny('npx', 'bunx', 'uvx'), fact('it', 'arguments').matches(fetching)),
  ),
);

const argumentsOf = (it: View): readonly string[] => {
  const value = it.snapshot.fact(it.number, 'arguments')?.value;
  return Array.isArray(value) ? value.map(String) : [];
};

/** What stands behind the name of the package where it is asked for: a range, a tag, a branch; undefined for nothing. */
const requestedOf = ({ ecosystem, packageName }: Launch, words: readonly string[]): string | undefined => {
  for (const word of words.flatMap((each) => each.split(/\s+/))) {
    const asked = word.replace(/^--?[\w-]+=/, '').replace(/^(?:docker\.io\/)?(?:library\/)?/, '');
    const [, name = '', behind = ''] =
      (ecosystem === 'docker' ? /^(.+?)(?::([\w.-]+))?$/ : /^((?:@[^/@]+\/)?[\w.-]+)(?:\[[^\]]*\])?(.*)$/).exec(
        asked,
      ) ?? [];
    if (normaliseName(ecosystem ?? '', name) === packageName && behind !== '') return behind.replace(/^(?:@|==)/, '');
  }
  return undefined;
};

interface Asked {
  readonly launcher: string;
  /** The package or image, or what stands in its place. */
  readonly what: string;
  readonly requested?: string;
  readonly silent: boolean;
  readonly example: string;
}

const askedBy = (it: View): Asked => {
  const words = argumentsOf(it);
  const launch = readLaunch(it.text('command'), words);
  const { launcher = it.text('command') || 'the launcher', ecosystem } = launch;
  const requested = requestedOf(launch, [it.text('command'), ...words]);
  const what = launch.packageName ?? (it.text('packageName') || 'a repository');
  return {
    launcher,
    what,
    ...(requested === undefined ? {} : { requested }),
    // npm’s launchers fetch a newer release by themselves; the others keep what they once fetched until they are told.
    silent:
      ecosystem === 'npm' ||
      requested === 'latest' ||
      words.some(
        (word, at) =>
          /^--(?:refresh|upgrade|pull=always)$/.test(word) || (word === '--pull' && words[at + 1] === 'always'),
      ),
    example:
      launch.packageName === undefined
        ? 'the full commit behind its address'
        : ecosystem === 'docker'
          ? `${what}@sha256:<digest>`
          : ecosystem === 'pypi'
            ? `${what}==<version>`
            : `${what}@<version>`,
  };
};

export default defineDetector({
  id: 'mcp-package-unpinned',
  title: 'MCP server started at no fixed version',
  about: 'mcp-server-configuration',
  tests: 'mcp-package-pinned',
  category: 'agentic',
  // An entry that is switched off starts nothing until somebody switches it on.
  severity: (it) => (it.text('active') === 'false' ? 'low' : 'medium'),
  // A server behind an address has no version to name.
  applies: all(not(fact('it', 'transport').in('streamable-http', 'sse', 'websocket')), fetches),
  passes: fact('it', 'pinned').is(true),
  message: (it) => {
    const { what, launcher, requested } = askedBy(it);
    return `${it.name} starts ${what} through ${launcher} ${requested === undefined ? 'without naming a version' : `at “${requested}”, which can change`}.`;
  },
  why: 'Whoever publishes the next release, or takes over the account that does, runs code on this machine with the rights and keys of the server.',
  remedy: (it) => `Write the version that was reviewed where ${it.name} is started: ${askedBy(it).example}.`,
  references: ['https://docs.npmjs.com/cli/commands/npx', 'ASI04:2026', 'LLM03:2025', 'AML.T0010.001', 'CWE-494'],
  payload: (it) => {
    const { launcher, what, requested, silent } = askedBy(it);
    return { launcher, package: what, ...(requested === undefined ? {} : { requested }), silent };
  },
});
