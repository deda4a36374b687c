/** Environment variables as JavaScript reads them: Node, Vite, Deno and Bun. */
import type { Term } from '../../domain/term.ts';
import type { ProgramBuilder } from '../program-builder.ts';

/** Globals of the runtimes, as paths that names may stand for; a parameter or import of the same name hides them. */
export const runtimeGlobals = ['process', 'Deno', 'Bun', 'globalThis', 'import.meta', 'require'] as const;

const environments = new Set(['process.env', 'import.meta.env', 'Bun.env']);

const plainPath = (path: string): string =>
  path
    .replace(/^(?:node:|globalThis\.)/, '')
    .replace(/^(process|bun)\.default\b/, '$1')
    .replace(/^bun\./, 'Bun.');

/** Tells whether a term is the whole environment. */
const isEnvironment = (builder: ProgramBuilder, term: Term): boolean => {
  const path = builder.pathOf(term);
  return path !== undefined && environments.has(plainPath(path));
};

/** A member of a value; a member of the environment is an environment variable. */
export const memberTerm = (builder: ProgramBuilder, of: Term, key: string | Term, at: number): Term => {
  if (isEnvironment(builder, of)) return { t: 'environment', name: key, at };
  return { t: 'member', of, key };
};

/** `Deno.env.get("X")` as an environment variable; undefined for any other call. */
export const environmentCall = (
  builder: ProgramBuilder,
  callee: Term,
  args: readonly Term[],
  at: number,
): Term | undefined => {
  const [name] = args;
  if (!name || builder.pathOf(callee) !== 'Deno.env.get') return undefined;
  return { t: 'environment', name: name.t === 'literal' && typeof name.value === 'string' ? name.value : name, at };
};
