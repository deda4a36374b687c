/** Projects: the folders that are built together, and which of them every file belongs to. */
import type { World } from './world.ts';

export interface Project {
  /** Folder inside the source; empty for its root. */
  readonly folder: string;
  readonly name: string;
  /** Where its manifest names it. */
  readonly path: string;
  readonly line: number;
}

/** Manifests that make their folder a project even when no extractor names it. */
const manifests = new Set([
  'package.json',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'requirements.txt',
  'Pipfile',
  'go.mod',
  'pom.xml',
  'build.gradle',
  'Cargo.toml',
  'environment.yml',
]);

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** Every project of the source, and the nearest one of each path. The root is always one. */
export class Projects {
  readonly all: readonly Project[];
  #byFolder = new Map<string, Project>();

  constructor(world: World, paths: readonly string[], sourceName: string) {
    for (const path of paths) {
      const base = path.slice(path.lastIndexOf('/') + 1);
      if (!manifests.has(base)) continue;
      const folder = folderOf(path);
      if (!this.#byFolder.has(folder))
        this.#byFolder.set(folder, {
          folder,
          name: folder === '' ? sourceName : (folder.split('/').at(-1) ?? folder),
          path,
          line: 0,
        });
    }
    for (const definition of world.definitions('project')) {
      const folder = definition.holder ?? folderOf(definition.path);
      this.#byFolder.set(folder, {
        folder,
        name: definition.name || (folder.split('/').at(-1) ?? sourceName),
        path: definition.path,
        line: definition.line,
      });
    }
    // A service built from a folder is a project of its own, with or without a manifest.
    for (const unit of world.units) {
      if (unit.folder === undefined || this.#byFolder.has(unit.folder)) continue;
      this.#byFolder.set(unit.folder, {
        folder: unit.folder,
        name: unit.folder.split('/').at(-1) || sourceName,
        path: unit.path,
        line: unit.line,
      });
    }
    if (!this.#byFolder.has('')) this.#byFolder.set('', { folder: '', name: sourceName, path: '', line: 0 });
    this.all = [...this.#byFolder.values()].sort((a, b) => (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : 0));
  }

  /** The project whose folder is nearest above the path. */
  of(path: string): Project {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const found = this.#byFolder.get(folder);
      if (found) return found;
      if (folder === '') throw new Error('unreachable: the root is always a project');
    }
  }

  at(folder: string): Project | undefined {
    return this.#byFolder.get(folder);
  }
}

/** Tells whether a path is test code: what stands there is not part of the estate. */
export const isTestPath = (path: string): boolean =>
  /(^|\/)(tests?|__tests__|__mocks__|spec|specs|testing|fixtures?|testdata)\//i.test(path) ||
  /(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(path) ||
  /_test\.go$|(?:Tests?|IT)\.(?:java|cs)$|(^|\/)[^/]*\.?(?:Unit|Integration)?Tests?\/.*\.cs$/.test(path) ||
  /\.(test|spec|stories)\.[cm]?[jt]sx?$/.test(path);
