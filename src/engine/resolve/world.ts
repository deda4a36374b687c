/** The world of one resolve: every file’s extraction, indexed for the evaluator and the resolvers. */
import type { UnitLink } from '../../domain/observation.ts';
import type { Binding, Import } from '../../domain/program.ts';
import type { PlacedDefinition, Resolver, ResolverWorld } from '../../kit/define-resolver.ts';
import { linkImages } from './image-folders.ts';
import { isVersionIn, PackageVersions } from './package-versions.ts';
import type { ProgramFile } from './program-file.ts';
import type { ReadFile } from './read-extraction.ts';
import { namespacesOf, SharedNames } from './shared-names.ts';

export type { ProgramFile } from './program-file.ts';

const index = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const map = new Map<string, T[]>();
  for (const item of items) {
    const at = key(item);
    const list = map.get(at);
    if (list) list.push(item);
    else map.set(at, [item]);
  }
  return map;
};

/** By scope and then by name: asked millions of times, so without making a text for each question. */
const byScope = <T extends { readonly scope: number }>(
  items: readonly T[],
  name: (item: T) => string,
): Map<number, Map<string, T[]>> => {
  const scopes = new Map<number, T[]>();
  for (const item of items) {
    const list = scopes.get(item.scope);
    if (list) list.push(item);
    else scopes.set(item.scope, [item]);
  }
  return new Map([...scopes].map(([scope, list]) => [scope, index(list, name)]));
};

const nothing: readonly never[] = [];

/** Everything that resolvers and the evaluator may look up. */
export interface World extends ResolverWorld {
  readonly source: string;
  readonly files: readonly ReadFile[];
  readonly programs: readonly ProgramFile[];
  /** The first program of a path. */
  programAt(path: string): ProgramFile | undefined;
  /** The file of an imported module, or undefined when it is a package. */
  moduleFile(module: string, from: ProgramFile): ProgramFile | undefined;
  bindingsOf(file: ProgramFile, scope: number, name: string): readonly Binding[];
  importsOf(file: ProgramFile, scope: number, name: string): readonly Import[];
  readonly resolvers: readonly Resolver[];
  /** Packages or namespaces whose names a file shares: for Go its folder. Empty where files see each other by imports alone. */
  namespacesOf(file: ProgramFile): readonly string[];
  /** The file of a package or namespace that declares a name, in the language of another file. */
  namedIn(namespace: string, name: string, from: ProgramFile): ProgramFile | undefined;
  /** The classes of this name in the package or namespace of a file: its methods may stand in several files. */
  partsOf(file: ProgramFile, name: string): readonly { readonly file: ProgramFile; readonly index: number }[];
  /** What is imported for every file of the project that a file is part of. */
  importsEverywhere(file: ProgramFile): readonly Import[];
  /** The exact version that the nearest manifest or lock file above a path names for a package. */
  packageVersion(ecosystem: string, name: string, path: string): string | undefined;
  /** Tells whether a version lies in a range of comparisons: `>=2.0,<2.6`. */
  isVersionIn(ecosystem: string, version: string, range: string): boolean;
}

/** Builds the indexes once. `paths` are all files that exist, read or not. */
export const createWorld = (
  source: string,
  files: readonly ReadFile[],
  paths: readonly string[],
  resolvers: readonly Resolver[],
): World => {
  const existing = new Set(paths);
  for (const file of files) existing.add(file.path);
  let folders: Map<string, string[]> | undefined;
  const definitions: PlacedDefinition[] = [];
  const written: (UnitLink & { path: string })[] = [];
  const programs: ProgramFile[] = [];
  const byPath = new Map<string, ProgramFile>();
  for (const { path, extraction } of files) {
    for (const definition of extraction.definitions) definitions.push({ ...definition, path });
    for (const unit of extraction.units) written.push({ ...unit, path });
    for (const program of extraction.programs) {
      const file: ProgramFile = {
        number: programs.length,
        path,
        program,
        bindings: byScope(program.bindings, ({ name }) => name),
        imports: byScope(program.imports, ({ local }) => local),
        starImports: program.imports.filter((each) => each.name === '*'),
      };
      programs.push(file);
      if (!byPath.has(path)) byPath.set(path, file);
    }
  }
  const byNamespace = index(definitions, (definition) => definition.namespace);
  const byName = index(definitions, (definition) => `${definition.namespace} ${definition.name}`);
  const byHolder = index(definitions, (definition) => `${definition.namespace} ${definition.holder ?? ''}`);
  const modules = new Map<string, ProgramFile | undefined>();
  const shared = new SharedNames(programs);
  let packages: PackageVersions | undefined;
  const versions = () => {
    packages ??= new PackageVersions(files);
    return packages;
  };

  const world: World = {
    source,
    files,
    programs,
    resolvers,
    units: linkImages(written),
    hasFile: (path) => existing.has(path),
    filesIn: (folder) => {
      folders ??= index([...existing], (path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))));
      return folders.get(folder) ?? [];
    },
    definitions: (namespace, name) =>
      (name === undefined ? byNamespace.get(namespace) : byName.get(`${namespace} ${name}`)) ?? [],
    heldBy: (namespace, holder) => byHolder.get(`${namespace} ${holder}`) ?? [],
    programAt: (path) => byPath.get(path),
    moduleFile: (module, from) => {
      const key = `${from.path} ${module}`;
      if (modules.has(key)) return modules.get(key);
      let found: ProgramFile | undefined;
      for (const resolver of resolvers) {
        if (!resolver.modules?.languages.includes(from.program.language)) continue;
        const path = resolver.modules.resolve(module, from.path, world);
        if (path !== undefined) found = byPath.get(path);
        if (found) break;
      }
      modules.set(key, found);
      return found;
    },
    namespacesOf,
    namedIn: (namespace, name, from) => shared.named(namespace, name, from),
    partsOf: (file, name) => shared.parts(file, name),
    importsEverywhere: (file) => shared.everywhere(file),
    packageVersion: (ecosystem, name, path) => versions().nearest(ecosystem, name, path),
    isVersionIn,
    bindingsOf: (file, scope, name) => file.bindings.get(scope)?.get(name) ?? nothing,
    importsOf: (file, scope, name) => file.imports.get(scope)?.get(name) ?? nothing,
  };
  return world;
};
