/** Finds the agents and models that a shell script starts from the command line. */

/** A command-line program that runs an agent or a model. */
export interface AgentCommand {
  /** The program in the notation of the fact `framework`. */
  readonly framework: string;
  /** The provider whose models it calls, where it is one alone. */
  readonly provider?: string;
  readonly model?: string;
  /** It may run any command without asking. */
  readonly isUnrestricted: boolean;
  /** A flag switches off the sandbox around its commands. */
  readonly isUnconfined: boolean;
  /** It only answers, and has no tools. */
  readonly isModelOnly: boolean;
  /** Line inside the script, counted from 0. */
  readonly line: number;
}

interface Program {
  readonly framework: string;
  readonly provider?: string;
  /** What must stand among its words for it to work by itself. */
  readonly headless: RegExp;
  readonly unrestricted?: RegExp;
  readonly isModelOnly?: true;
}

const programs: Readonly<Record<string, Program>> = {
  // https://docs.anthropic.com/en/docs/claude-code/cli-reference
  claude: {
    framework: 'claude-code',
    provider: 'anthropic',
    headless: /(?:^| )(?:-p|--print)(?: |$)/,
    unrestricted:
      /--dangerously-skip-permissions|--permission-mode[ =]bypassPermissions|--allowed-?[tT]ools[ =]["']?(?:[^"']*[, ])?Bash(?:\(\*\))?(?:["', ]|$)/,
  },
  // https://developers.openai.com/codex/noninteractive
  codex: {
    framework: 'codex',
    provider: 'openai',
    headless: /(?:^| )(?:exec|e)(?: |$)/,
    unrestricted: /--dangerously-bypass-approvals-and-sandbox|--yolo|danger-full-access/,
  },
  // https://google-gemini.github.io/gemini-cli/docs/cli/headless.html
  gemini: {
    framework: 'gemini-cli',
    provider: 'google',
    headless: /(?:^| )(?:-p|--prompt|-y|--yolo|--approval-mode)(?:[ =]|$)/,
    unrestricted: /(?:^| )(?:-y|--yolo)(?: |$)|--approval-mode[ =]yolo/,
  },
  // https://docs.cursor.com/en/cli/headless
  'cursor-agent': {
    framework: 'cursor',
    headless: /(?:^| )(?:-p|--print)(?: |$)/,
    unrestricted: /(?:^| )(?:-f|--force)(?: |$)/,
  },
  // https://docs.github.com/en/copilot/how-tos/use-copilot-agents/use-copilot-cli
  copilot: {
    framework: 'copilot-cli',
    headless: /(?:^| )(?:-p|--prompt)(?:[ =]|$)/,
    unrestricted: /--allow-all-tools|--yolo/,
  },
  // https://opencode.ai/docs/cli/
  opencode: { framework: 'opencode', headless: /(?:^| )run(?: |$)/ },
  // https://aider.chat/docs/scripting.html
  aider: {
    framework: 'aider',
    headless: /(?:^| )(?:-m|--message|--message-file|-f)(?:[ =]|$)/,
    unrestricted: /--yes-always/,
  },
  // https://block.github.io/goose/docs/guides/running-tasks
  goose: { framework: 'goose', headless: /(?:^| )run(?: |$)/ },
  // https://github.com/ollama/ollama/blob/main/docs/cli.mdx
  ollama: { framework: 'ollama', provider: 'ollama', headless: /(?:^| )run(?: |$)/, isModelOnly: true },
};

/** Words that run another command: `npx -y`, `timeout 10m`, variables set for it. */
const before =
  /^(?:(?:sudo|time|nohup|exec|env|npx|bunx|pnpm dlx|uvx|if|then|do|!)\s+|timeout\s+(?:-\S+\s+)*\S+\s+|(?:-y|--yes)\s+|[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|[^\s"']*)\s+)+/;

/** The package that a program is published as, where `npx` names that. */
const packages: Readonly<Record<string, string>> = {
  '@anthropic-ai/claude-code': 'claude',
  '@openai/codex': 'codex',
  '@google/gemini-cli': 'gemini',
  'aider-chat': 'aider',
  'opencode-ai': 'opencode',
  '@github/copilot': 'copilot',
};

const modelOf = (rest: string, framework: string): string | undefined => {
  if (framework === 'ollama') return /(?:^| )run\s+(?:-\S+\s+)*([\w./:-]+)/.exec(rest)?.[1];
  const name = /(?:^| )(?:--model|-m)[ =]["']?([\w./:@-]+)/.exec(rest)?.[1];
  // The message of aider has the same letter.
  return framework === 'aider' && / -m /.test(` ${rest} `) ? undefined : name;
};

/** The single commands of a line; what one puts in for `$(…)` is a command of its own, and the rest of the line goes on behind it. */
const commandsIn = (line: string): readonly string[] => {
  const inner: string[] = [];
  let outer = line;
  for (let depth = 0; depth < 4; depth++) {
    const before = outer;
    outer = outer.replaceAll(/\$\(([^()]*)\)/g, (_, command: string) => {
      inner.push(command);
      return '$_';
    });
    if (outer === before) break;
  }
  return [outer, ...inner].flatMap((each) => each.split(/&&|\|\|?|;|\$\(|`/));
};

/** The commands of a script that start an agent or a model to work by itself. */
export const findAgentCommands = (script: string): readonly AgentCommand[] => {
  const found: AgentCommand[] = [];
  const lines = script.slice(0, 200_000).split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = at;
    let text = lines[at]!.trim();
    while (text.endsWith('\\') && at + 1 < lines.length) text = `${text.slice(0, -1).trim()} ${lines[++at]!.trim()}`;
    if (text.startsWith('#') || text.length > 20_000) continue;
    for (const part of commandsIn(text)) {
      const command = part.trim().replace(before, '').trim();
      const [, word = '', rest = ''] = /^["']?([@\w./-]+)["']?(?:@[\w.-]+)?(?:\s+(.*))?$/s.exec(command) ?? [];
      const name = packages[word.replace(/(?<=.)@[\w.-]+$/, '')] ?? word.slice(word.lastIndexOf('/') + 1);
      const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
      // A flag for working without a person is as good as saying that none is there.
      if (!program?.headless.test(rest) && !program?.unrestricted?.test(rest)) continue;
      const model = modelOf(rest, program.framework);
      found.push({
        framework: program.framework,
        ...(program.provider === undefined ? {} : { provider: program.provider }),
        ...(model === undefined ? {} : { model }),
        isUnrestricted: program.unrestricted?.test(rest) ?? false,
        isUnconfined: /--dangerously-bypass-approvals-and-sandbox|danger-full-access|--no-sandbox|^codex.* --yolo/.test(
          `${name} ${rest}`,
        ),
        isModelOnly: program.isModelOnly ?? false,
        line,
      });
    }
  }
  return found;
};
