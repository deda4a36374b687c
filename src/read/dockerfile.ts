/** Reads Dockerfiles: instructions over continued lines, and of them the image that the last stage starts from and what it sets. */

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
}

interface Instruction {
  readonly word: string;
  readonly rest: string;
  readonly line: number;
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
    const pieces: string[] = [];
    for (let current = first; ; current = lines[at]!) {
      const isComment = pieces.length > 0 && /^\s*#/.test(current);
      const trimmed = current.trimEnd();
      const goesOn = isComment || trimmed.endsWith(continuation);
      if (!isComment) pieces.push(goesOn ? trimmed.slice(0, -1) : trimmed);
      if (!goesOn || at + 1 >= lines.length) break;
      at += 1;
    }
    const joined = pieces.join(' ').trim();
    const [, word = '', rest = ''] = /^(\w+)\s*(.*)$/s.exec(joined) ?? [];
    const document = /^(?:RUN|COPY|ADD)$/i.test(word) ? /<<-?["']?(\w+)["']?/.exec(rest)?.[1] : undefined;
    if (document !== undefined && !unended.has(document)) {
      let end = at + 1;
      while (end < lines.length && lines[end]!.trim() !== document) end += 1;
      if (end < lines.length) at = end;
      else unended.add(document);
    }
    if (word !== '') found.push({ word: word.toUpperCase(), rest, line });
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

interface Stage {
  readonly base: { readonly image: string; readonly line: number };
  readonly variables: DockerfileVariable[];
  user: { readonly name: string; readonly line: number } | undefined;
}

/** Reads the text of a Dockerfile. */
export const readDockerfile = (text: string): Dockerfile => {
  const named = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const { word, rest, line } of instructionsOf(text)) {
    if (word === 'FROM') {
      const [, image = '', alias] = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i.exec(rest) ?? [];
      if (image === '') continue;
      const earlier = named.get(image.toLowerCase());
      stage = {
        base: earlier?.base ?? { image, line },
        variables: [...(earlier?.variables ?? [])],
        user: earlier?.user,
      };
      if (alias !== undefined) named.set(alias.toLowerCase(), stage);
    } else if (word === 'ENV' && stage) {
      for (const variable of assignmentsOf(rest, line)) {
        const old = stage.variables.findIndex(({ name }) => name === variable.name);
        if (old >= 0) stage.variables.splice(old, 1);
        stage.variables.push(variable);
      }
    } else if (word === 'USER' && rest !== '' && stage) stage.user = { name: rest.split(/\s/)[0]!, line };
  }
  if (!stage) return { variables: [] };
  const { base, variables, user } = stage;
  return user === undefined ? { base, variables } : { base, variables, user };
};
