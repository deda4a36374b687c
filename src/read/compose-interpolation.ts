/** Variables in Compose files: `$NAME`, `${NAME:-default}` and their kin as terms. https://docs.docker.com/reference/compose-file/interpolation/ */
import { literal, type Term } from '../domain/term.ts';

/** A `${…}` taken apart: the name, the operator and the text after it. */
export interface ComposeVariable {
  readonly name: string;
  /** `-` default, `?` error, `+` replacement; with a colon an empty value counts as unset. */
  readonly operator?: '-' | ':-' | '?' | ':?' | '+' | ':+';
  readonly word?: string;
}

/** Takes the inside of `${…}` apart; undefined when it is no variable. */
export const parseComposeVariable = (inside: string): ComposeVariable | undefined => {
  const match = /^([A-Za-z_][A-Za-z0-9_]*)(?:(:?[-?+])(.*))?$/s.exec(inside);
  if (!match) return undefined;
  const [, name = '', operator, word = ''] = match;
  return operator === undefined
    ? { name }
    : { name, operator: operator as NonNullable<ComposeVariable['operator']>, word };
};

/** The end of a `${` that opened before `from`: the index of its closing brace, counting nested ones; -1 without one. */
const closingBrace = (text: string, from: number): number => {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '}') depth -= 1;
    else if (text[at] === '{' && text[at - 1] === '$') depth += 1;
    if (depth === 0) return at;
  }
  return -1;
};

/**
 * Turns a text of a Compose file into a term: a literal, a reference of namespace `compose` (its name is the inside of the
 * braces, `VAR:-default` included), or a template of both. `$$` is a dollar sign.
 */
export const parseComposeText = (text: string, at: number): Term => {
  if (!text.includes('$')) return literal(text, at);
  const parts: Term[] = [];
  let plain = '';
  const push = (name: string) => {
    if (plain !== '') parts.push(literal(plain, at));
    plain = '';
    parts.push({ t: 'reference', namespace: 'compose', name, at });
  };
  for (let index = 0; index < text.length; ) {
    const rest = text[index] === '$' ? text[index + 1] : undefined;
    if (rest === '$') {
      plain += '$';
      index += 2;
      continue;
    }
    const end = rest === '{' ? closingBrace(text, index + 2) : -1;
    const inside = end < 0 ? undefined : text.slice(index + 2, end);
    if (inside !== undefined && parseComposeVariable(inside) !== undefined) {
      push(inside);
      index = end + 1;
      continue;
    }
    const name =
      rest === undefined ? undefined : /^[A-Za-z_][A-Za-z0-9_]*/.exec(text.slice(index + 1, index + 257))?.[0];
    if (name !== undefined) {
      push(name);
      index += 1 + name.length;
      continue;
    }
    plain += text[index];
    index += 1;
  }
  if (plain !== '' || parts.length === 0) parts.push(literal(plain, at));
  return parts.length === 1 ? parts[0]! : { t: 'template', parts, at };
};
