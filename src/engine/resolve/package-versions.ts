/** Package versions: which exact version of a package the code at a path is built with, as manifests and locks say. */
import { compareVersions, normaliseName } from '../../read/versions.ts';
import type { ReadFile } from './read-extraction.ts';

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));

export class PackageVersions {
  readonly #versions = new Map<string, Map<string, string>>();

  constructor(files: readonly ReadFile[]) {
    for (const { path, extraction } of files) {
      for (const { kind, facts } of extraction.assets) {
        if (kind !== 'package-occurrence') continue;
        const [ecosystem, name, version] = [facts?.ecosystem?.value, facts?.packageName?.value, facts?.version?.value];
        if (typeof ecosystem !== 'string' || typeof name !== 'string' || typeof version !== 'string') continue;
        const key = `${ecosystem} ${normaliseName(ecosystem, name)}`;
        const folders = this.#versions.get(key) ?? new Map<string, string>();
        folders.set(folderOf(path), version);
        this.#versions.set(key, folders);
      }
    }
  }

  /** The version named in the nearest folder above a path. */
  nearest(ecosystem: string, name: string, path: string): string | undefined {
    const folders = this.#versions.get(`${ecosystem} ${normaliseName(ecosystem, name)}`);
    for (let folder = folderOf(path); folders; folder = folderOf(folder)) {
      const version = folders.get(folder);
      if (version !== undefined || folder === '') return version;
    }
    return undefined;
  }
}

/** Tells whether a version meets every comparison of a range such as `>=2.0,<2.6`; what cannot be compared does not. */
export const isVersionIn = (ecosystem: string, version: string, range: string): boolean =>
  range.split(',').every((part) => {
    const match = /^\s*(>=|<=|==|>|<)\s*(\S+)\s*$/.exec(part);
    const order = match ? compareVersions(ecosystem, version, match[2]!) : undefined;
    if (!match || order === undefined) return false;
    return match[1] === '>='
      ? order >= 0
      : match[1] === '<='
        ? order <= 0
        : match[1] === '=='
          ? order === 0
          : match[1] === '>'
            ? order > 0
            : order < 0;
  });
