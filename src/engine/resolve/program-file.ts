/** One program of one file with its names indexed by scope. */
import type { Binding, Import, Program } from '../../domain/program.ts';

export interface ProgramFile {
  readonly number: number;
  readonly path: string;
  readonly program: Program;
  readonly bindings: ReadonlyMap<number, ReadonlyMap<string, readonly Binding[]>>;
  readonly imports: ReadonlyMap<number, ReadonlyMap<string, readonly Import[]>>;
  readonly starImports: readonly Import[];
}
