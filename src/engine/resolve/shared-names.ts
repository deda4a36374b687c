/** Shared names: what files of one package or namespace see of each other without an import, in Go, Java and C#. */
import type { Import } from '../../domain/program.ts';
import { folderOf } from '../../read/source-path.ts';
import { isTyped } from './languages.ts';
import type { ProgramFile } from './program-file.ts';

const none: readonly never[] = [];

/** Packages or namespaces whose names a file shares: for Go its folder, for C# every namespace around its own, too. */
export const namespacesOf = ({ program, path }: ProgramFile): readonly string[] => {
  if (!isTyped(program.language)) return none;
  if (program.language === 'go') return [folderOf(path)];
  const own = program.namespaces ?? none;
  if (program.language === 'java') return own.length > 0 ? own : [''];
  const around = own.flatMap((name) => {
    const parts = name.split('.');
    return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
  });
  return [...new Set([...around, ''])];
};

/** What a file adds to: its own package or namespaces, without those around them. */
const homesOf = (file: ProgramFile): readonly string[] => {
  const { program } = file;
  return program.language === 'csharp' ? (program.namespaces ?? ['']) : namespacesOf(file);
};

/** What a file shares: in Java and C# its types, for what a program’s own statements bind is theirs alone. */
const namesOf = ({ program, bindings }: ProgramFile): Iterable<string> =>
  program.language === 'go'
    ? (bindings.get(0)?.keys() ?? [])
    : program.classes.flatMap(({ name, scope }) => (scope === 0 && name !== '' ? [name] : []));

interface ClassPlace {
  readonly file: ProgramFile;
  readonly index: number;
}

export class SharedNames {
  readonly #programs: readonly ProgramFile[];
  #names: Map<string, ProgramFile> | undefined;
  readonly #classes = new Map<string, ClassPlace[]>();
  readonly #global: { readonly folder: string; readonly imports: readonly Import[] }[] = [];

  constructor(programs: readonly ProgramFile[]) {
    this.#programs = programs;
  }

  #index(): Map<string, ProgramFile> {
    if (this.#names) return this.#names;
    const names = new Map<string, ProgramFile>();
    this.#names = names;
    for (const file of this.#programs) {
      const { program, path } = file;
      if (!isTyped(program.language) || path.endsWith('_test.go')) continue;
      const global = program.imports.filter(({ everywhere }) => everywhere);
      if (global.length > 0) this.#global.push({ folder: folderOf(path), imports: global });
      for (const home of homesOf(file)) {
        for (const name of namesOf(file)) {
          const key = `${program.language} ${home} ${name}`;
          if (!names.has(key)) names.set(key, file);
        }
        for (const [index, { name, scope }] of program.classes.entries()) {
          if (scope !== 0 || name === '') continue;
          const key = `${program.language} ${home} ${name}`;
          const list = this.#classes.get(key);
          if (list) list.push({ file, index });
          else this.#classes.set(key, [{ file, index }]);
        }
      }
    }
    return names;
  }

  /** The first file of a package or namespace that declares a name. */
  named(namespace: string, name: string, from: ProgramFile): ProgramFile | undefined {
    return this.#index().get(`${from.program.language} ${namespace} ${name}`);
  }

  /** The parts of a class that several files write: Go’s methods, C#’s partial classes. */
  parts(file: ProgramFile, name: string): readonly ClassPlace[] {
    if (file.program.language !== 'go' && file.program.language !== 'csharp') return none;
    this.#index();
    return homesOf(file).flatMap((home) => this.#classes.get(`${file.program.language} ${home} ${name}`) ?? []);
  }

  /** What `global using` brings into a file: those of its own folder and of the folders above it. */
  everywhere(file: ProgramFile): readonly Import[] {
    if (file.program.language !== 'csharp') return none;
    this.#index();
    return this.#global.flatMap(({ folder, imports }) =>
      folder === '' || file.path.startsWith(`${folder}/`) ? imports : none,
    );
  }
}
