/** Evaluation: what the parts of the evaluator may ask of the whole. */
import type { Evidence } from '../../domain/evidence.ts';
import type { Term } from '../../domain/term.ts';
import type { LibraryIndex } from './library-index.ts';
import type { Frame, Site, Trail, Value } from './value.ts';
import type { ProgramFile, World } from './world.ts';

/** Where a term stands: in a program’s file, where names have a meaning, or in a configuration file. */
export interface Context {
  readonly path: string;
  readonly file: ProgramFile | undefined;
  readonly frame: Frame | undefined;
  /** The line on which names are used: of what is bound several times in their own scope, what was bound last before it holds. */
  readonly line?: number;
}

/** The context of what a call is given: names hold as they do on its line. */
export const contextOf = ({ file, call, frame }: Site): Context => ({
  path: file.path,
  file,
  frame,
  ...(call.at ? { line: call.at } : {}),
});

export interface Evaluation {
  readonly world: World;
  /** The libraries of the language that a file is written in. */
  libraries(file: ProgramFile): LibraryIndex;
  /** Evaluates a term; never throws and always ends. */
  evaluate(term: Term, context: Context): Value;
  /** What a module exports under a name, through re-exports. */
  exported(file: ProgramFile, name: string): Value;
  /** Runs an evaluation unless the same one is under way: then what is called `name` is defined by itself. */
  within(key: string, name: string, run: () => Value): Value;
  evidence(context: { readonly path: string }, line: number, note?: string): Evidence;
  trailAt(context: { readonly path: string }, line: number | undefined): Trail;
}
