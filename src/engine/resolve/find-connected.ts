/** Which outlined programs have to be read whole: those that stand in touch, by imports, with one that was. */
import type { Resolver } from '../../kit/define-resolver.ts';
import { modulesOf } from '../../read/list-modules.ts';
import { folderOf, isWithin } from '../../read/source-path.ts';
import type { ReadFile } from './read-extraction.ts';
import { createWorld, type ProgramFile, type World } from './world.ts';

/**
 * Whatever imports a program of concern, by any number of steps, may call it or hand values to it; whatever one of these imports may give it
 * values. Gives the paths of those that are only outlined.
 */
export const findConnected = (
  files: readonly ReadFile[],
  paths: readonly string[],
  resolvers: readonly Resolver[],
): ReadonlySet<string> => {
  const sources = files.filter(({ extraction }) => extraction.programs.length > 0 || extraction.definitions.length > 0);
  const world = createWorld('', sources, paths, resolvers);
  const imported = new Map<ProgramFile, readonly ProgramFile[]>();
  const importers = new Map<ProgramFile, ProgramFile[]>();
  for (const file of world.programs) {
    const modules = new Set([...file.program.imports, ...file.program.reexports].flatMap(modulesOf));
    const targets = new Set<ProgramFile>();
    for (const module of modules) {
      const target = world.moduleFile(module, file);
      if (target !== undefined && target !== file) targets.add(target);
    }
    imported.set(file, [...targets]);
    for (const target of targets) {
      const list = importers.get(target);
      if (list) list.push(file);
      else importers.set(target, [file]);
    }
  }

  const beside = new Neighbours(world);
  const connected = new Set(world.programs.filter(({ program }) => program.outline !== true));
  // A set hears what is added while it is walked.
  for (const next of [importers, imported])
    for (const file of connected)
      for (const other of [...(next.get(file) ?? []), ...beside.of(file)]) connected.add(other);
  return new Set([...connected].flatMap(({ program, path }) => (program.outline === true ? [path] : [])));
};

/** Files that see each other’s names by their package or namespace; each group is told once. */
class Neighbours {
  readonly #world: World;
  readonly #groups = new Map<string, ProgramFile[]>();

  constructor(world: World) {
    this.#world = world;
    for (const file of world.programs)
      for (const key of this.#homes(file)) {
        const list = this.#groups.get(key);
        if (list) list.push(file);
        else this.#groups.set(key, [file]);
      }
  }

  #homes({ program, path }: ProgramFile): readonly string[] {
    const { language } = program;
    const [around] = language === 'go' ? this.#world.namespacesOf({ program, path } as ProgramFile) : [];
    const names = language === 'go' ? [around ?? ''] : (program.namespaces ?? []);
    return language === 'go' || language === 'java' || language === 'csharp'
      ? names.map((name) => `${language} ${name}`)
      : [];
  }

  /** The files of the same packages, and of those that are imported by name, as far as nobody was told of them yet. */
  of(file: ProgramFile): readonly ProgramFile[] {
    const { language, imports } = file.program;
    const named =
      language === 'java' || language === 'csharp' ? imports.map(({ module }) => `${language} ${module}`) : [];
    const found: ProgramFile[] = [];
    // What is imported for every file may be used in any of them.
    if (imports.some(({ everywhere }) => everywhere)) {
      const folder = folderOf(file.path);
      for (const other of this.#world.programs)
        if (other.program.language === language && isWithin(folder, other.path)) found.push(other);
    }
    for (const key of [...this.#homes(file), ...named]) {
      found.push(...(this.#groups.get(key) ?? []));
      this.#groups.delete(key);
    }
    return found;
  }
}
