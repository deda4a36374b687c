/** Tells which approvals in advance are so wide that they amount to any code, any command or any address. */

/** Programs that run whatever they are given, fetch it from anywhere, or act with more rights. */
const anyCode = String.raw`(?:python[\d.]*|py|node|deno|bun|ruby|perl|php|lua|Rscript|osascript|pwsh|powershell|cmd|(?:ba|z|da|fi|k)?sh|eval|exec|source|env|xargs|sudo|doas|su|ssh|scp|nc|ncat|curl|wget|iwr|irm|npx|bunx|pnpx|uvx|pipx|docker|podman|rm)`;
/** Words behind a program that still leave open what it runs. */
const open = String.raw`(?:\s+(?:-c|-e|-m|-p|-y|--yes|-r|-rf|--eval|--command|-Command|run|exec|eval|run --rm|x))*`;
const runners = `(?:(?:uv|poetry|pipenv|conda|hatch|mise) (?:run|exec)|(?:npm|pnpm|yarn|bun) (?:exec|dlx|x)|pipx run|uv tool run)`;

/** `python`, `python:*`, `python -c *`: the program with nothing that narrows what it runs. */
const openCommand = new RegExp(
  String.raw`^(?:/(?:usr/)?(?:local/)?bin/)?(?:${anyCode}|${runners})${open}\s*(?::\*|\s\*|\*)$`,
  'i',
);
const openPrefix = new RegExp(String.raw`^(?:${anyCode}|${runners})${open}\s*(?::?\*)?$`, 'i');

/** Tools of agents whose brackets hold a command. */
const inBrackets = /^(?:Bash|Shell|PowerShell|run_shell_command|ShellTool|execute_bash|Terminal)\((.*)\)$/is;

/** An entry of a list of allowed tools: `Bash(python:*)`. With `isPrefix`, an entry without a star stands for everything that begins so. */
export const isBroadEntry = (entry: string, isPrefix = false): boolean => {
  const command = inBrackets.exec(entry.trim())?.[1]?.trim();
  if (command === undefined) return /^mcp__(?:\*|\.\*)$/.test(entry.trim());
  return isBroadCommand(command, isPrefix);
};

/** A command or a pattern of commands; `isPrefix` as above. */
export const isBroadCommand = (command: string, isPrefix = false): boolean =>
  openCommand.test(command) || (isPrefix && openPrefix.test(command));

/** A regular expression between slashes that lets such a program run: `/^python\b/`. */
export const isBroadExpression = (pattern: string): boolean => {
  const inner = /^\/(.*)\/[a-z]*$/s.exec(pattern)?.[1];
  if (inner === undefined) return isBroadCommand(pattern, true);
  const bare = inner
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replaceAll(/\\b|\\s[+*]?|\.\*|\(\?:|[()]/g, ' ');
  return !inner.endsWith('$') && bare.split('|').some((each) => openPrefix.test(each.trim()));
};
