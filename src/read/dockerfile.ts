/** Reads Dockerfiles: instructions over continued lines, and of them the image that the last stage starts from, what it sets, runs and starts. */
import type { CommandLine } from './install-commands.ts';
import { fillInVariables } from './shell-variables.ts';

export interface DockerfileVariable {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

export interface Dockerfile {
  /** The image that the last stage starts from, over the stages that it is built on; absent without any `FROM`. */
  readonly base?: { readonly image: string; readonly line: number };
  /** `ENV` of the last stage, and of the stages that it starts from; a later value wins. */
  readonly variables: readonly DockerfileVariable[];
  /** The user of the last stage. */
  readonly user?: { readonly name: string; readonly line: number };
  /** Lines of its `RUN` instructions with the defaults of build arguments filled in, and of the stages that it starts from. */
  readonly runs: readonly CommandLine[];
  /** Words of `ENTRYPOINT` and `CMD`. */
  readonly command: readonly string[];
  /** Line of the last of them. */
  readonly commandLine: number;
}

interface Instruction {
  readonly word: string;
  readonly rest: string;
  readonly line: number;
  /** As it is written, line by line. */
  readonly lines: readonly CommandLine[];
}

/** Instructions with continued lines joined; comments and here-documents are left out. */
const instructionsOf = (text: string): readonly Instruction[] => {
  const continuation = /^#\s*escape\s*=\s*`/im.test(text.slice(0, 500)) ? '`' : '\\';
  const found: Instruction[] = [];
  const lines = text.split(/\r?\n/);
  /** Here-documents whose end does not come any more: each is looked for once. */
  const unended = new Set<string>();
  for (let at = 0; at < lines.length; at += 1) {
    const first = lines[at]!;
    if (/^\s*(#|$)/.test(first)) continue;
    const line = at + 1;
    const pieces: CommandLine[] = [];
    for (let current = first; ; current = lines[at]!) {
      const isComment = pieces.length > 0 && /^\s*#/.test(current);
      const trimmed = current.trimEnd();
      const goesOn = isComment || trimmed.endsWith(continuation);
      if (!isComment) pieces.push({ text: goesOn ? trimmed.slice(0, -1) : trimmed, line: at + 1 });
      if (!goesOn || at + 1 >= lines.length) break;
      at += 1;
    }
    const joined = pieces
      .map((piece) => piece.text)
      .join(' ')
      .trim();
    const [, word = '', rest = ''] = /^(\w+)\s*(.*)$/s.exec(joined) ?? [];
    const document = /^(?:RUN|COPY|ADD)$/i.test(word) ? /<<-?["']?(\w+)["']?/.exec(rest)?.[1] : undefined;
    const inside: CommandLine[] = [];
    if (document !== undefined && !unended.has(document)) {
      let end = at + 1;
      while (end < lines.length && lines[end]!.trim() !== document) end += 1;
      if (end < lines.length) {
        // A shell runs the text line by line.
        if (word.toUpperCase() === 'RUN')
          for (let each = at + 1; each < end; each += 1) inside.push({ text: lines[each]!, line: each + 1 });
        at = end;
      } else unended.add(document);
    }
    // The pieces of one command go on in the next.
    const whole = pieces.map(({ text: piece, line: own }, index) => ({
      text: index + 1 < pieces.length ? `${piece} \\` : piece,
      line: own,
    }));
    if (word !== '') found.push({ word: word.toUpperCase(), rest, line, lines: [...whole, ...inside] });
  }
  return found;
};

/** `A=1 B="two words"`, or the old `A one value`. */
const assignmentsOf = (rest: string, line: number): readonly DockerfileVariable[] => {
  if (!/^[\w.-]+\s*=/.test(rest)) {
    const [, name, value = ''] = /^([\w.-]+)\s+(.*)$/s.exec(rest) ?? [];
    return name === undefined ? [] : [{ name, value: value.trim(), line }];
  }
  const found: DockerfileVariable[] = [];
  for (const [, name = '', quoted, single, plain] of rest.matchAll(
    /([\w.-]+)=(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|((?:[^\s\\]|\\.)*))/g,
  ))
    found.push({ name, value: single ?? (quoted ?? plain ?? '').replace(/\\(.)/g, '$1'), line });
  return found;
};

/** Words of a command in its JSON form or as a shell reads it. */
const commandWords = (rest: string): readonly string[] => {
  if (rest.startsWith('[')) {
    const words = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = '']) => word.replace(/\\(.)/g, '$1'));
    if (words.length > 0) return words.flatMap((word) => (/\s/.test(word) ? commandWords(word) : [word]));
  }
  return (rest.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? []).map((word) => word.replaceAll(/["']/g, ''));
};

interface Stage {
  readonly base: { readonly image: string; readonly line: number };
  readonly variables: DockerfileVariable[];
  readonly runs: CommandLine[];
  entrypoint: readonly string[];
  command: readonly string[];
  commandLine: number;
  user: { readonly name: string; readonly line: number } | undefined;
}

/** Reads the text of a Dockerfile. */
export const readDockerfile = (text: string): Dockerfile => {
  const named = new Map<string, Stage>();
  const defaults = new Map<string, string>();
  const fillIn = (written: string): string => fillInVariables(written, (name) => defaults.get(name));
  let stage: Stage | undefined;
  for (const { word, rest, line, lines } of instructionsOf(text)) {
    if (word === 'ARG') {
      for (const { name, value } of /=/.test(rest) ? assignmentsOf(rest, line) : []) defaults.set(name, fillIn(value));
    } else if (word === 'FROM') {
      const [, image = '', alias] = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i.exec(rest) ?? [];
      if (image === '') continue;
      const earlier = named.get(image.toLowerCase());
      stage = {
        base: earlier?.base ?? { image: fillIn(image), line },
        variables: [...(earlier?.variables ?? [])],
        user: earlier?.user,
        runs: [...(earlier?.runs ?? [])],
        entrypoint: earlier?.entrypoint ?? [],
        command: earlier?.command ?? [],
        commandLine: earlier?.commandLine ?? line,
      };
      if (alias !== undefined) named.set(alias.toLowerCase(), stage);
    } else if (word === 'ENV' && stage) {
      for (const variable of assignmentsOf(rest, line)) {
        const old = stage.variables.findIndex(({ name }) => name === variable.name);
        if (old >= 0) stage.variables.splice(old, 1);
        stage.variables.push(variable);
      }
    } else if (word === 'RUN' && stage) {
      for (const each of lines) {
        const run = each.line === line ? each.text.replace(/^\s*RUN\s+/i, '') : each.text;
        // The JSON form is words, not a line of a shell.
        const isWords = /^\[\s*"/.test(run);
        stage.runs.push({ text: fillIn(isWords ? commandWords(run).join(' ') : run), line: each.line });
      }
    } else if ((word === 'ENTRYPOINT' || word === 'CMD') && stage) {
      stage[word === 'CMD' ? 'command' : 'entrypoint'] = commandWords(rest);
      stage.commandLine = line;
    } else if (word === 'USER' && rest !== '' && stage) stage.user = { name: rest.split(/\s/)[0]!, line };
  }
  if (!stage) return { variables: [], runs: [], command: [], commandLine: 1 };
  const { base, variables, user, runs, entrypoint, command, commandLine } = stage;
  const read = { base, variables, runs, command: [...entrypoint, ...command], commandLine };
  return user === undefined ? read : { ...read, user };
};
