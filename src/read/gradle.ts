/** Reads Gradle’s lock files and version catalogs. */
import { atVersion, type PackageList, type PackageMention, type ScopeOfUse } from './package-mention.ts';
import { entriesOf, firstMistakes, type Mistake, type Positioned, textOf, valueAt } from './positioned.ts';
import { readToml } from './toml-positions.ts';
import { isExactVersion } from './versions.ts';

/** What is said of a version: `1.2`, `1.2!!` (strictly), `1.+`, `[1,2)`, `latest.release`. */
export const readGradleVersion = (
  version: string | undefined,
): Pick<PackageMention, 'version' | 'requirement' | 'pinned'> => {
  if (version === undefined || version === '') return {};
  if (version.includes('$')) return { requirement: version };
  const exact = version.replace(/!!.*$/, '');
  return isExactVersion('maven', exact) && !/\+$|^latest\./.test(exact)
    ? { requirement: version, version: exact, pinned: true }
    : { requirement: version, pinned: false };
};

/** What a package is needed for, by the configurations that hold it. */
const scopeOf = (configurations: readonly string[], isBuild: boolean): ScopeOfUse | undefined => {
  if (isBuild) return 'development';
  if (configurations.length === 0) return undefined;
  if (configurations.every((name) => /test/i.test(name))) return 'test';
  return configurations.some((name) => /(?:runtime|compile)Classpath$/i.test(name) && !/test/i.test(name))
    ? 'production'
    : 'development';
};

/** Reads a gradle.lockfile, the one of a build script, or one of a single configuration in older builds. */
export const readGradleLock = (text: string, isOfBuildScript: boolean): PackageList => {
  const mentions: PackageMention[] = [];
  const errors: Mistake[] = [];
  text.split(/\r?\n/).forEach((whole, index) => {
    const line = index + 1;
    if (/^\s*(?:#.*)?$/.test(whole) || whole.startsWith('empty=')) return;
    const [, group, artifact, version, configurations] =
      /^([^:=\s]+):([^:=\s]+):([^:=\s]+)(?:=(\S*))?$/.exec(whole.trim()) ?? [];
    if (version === undefined) {
      errors.push({ line, why: 'this line names no package with a version' });
      return;
    }
    const scope = scopeOf(configurations?.split(',').filter((name) => name !== '') ?? [], isOfBuildScript);
    mentions.push({
      ecosystem: 'maven',
      name: `${group}:${artifact}`,
      ...atVersion('maven', version),
      ...(scope === undefined ? {} : { scope }),
      line,
    });
  });
  return { mentions, errors: firstMistakes(errors) };
};

/** A version as a text or with its strictness: `{ strictly = "1.2" }`. */
const versionOf = (of: Positioned | undefined): string | undefined =>
  textOf(of) ?? textOf(valueAt(of, 'strictly')) ?? textOf(valueAt(of, 'require')) ?? textOf(valueAt(of, 'prefer'));

/** Reads a version catalog, `libs.versions.toml`: the libraries it offers to the build, with their versions. */
export const readGradleCatalog = (text: string): PackageList => {
  const { value: root, errors } = readToml(text);
  const mentions = entriesOf(valueAt(root, 'libraries')).flatMap(([, { line, value }]): PackageMention[] => {
    const [group, artifact, short] = textOf(value)?.split(':') ?? [];
    const module = textOf(valueAt(value, 'module'));
    const name =
      module ??
      [textOf(valueAt(value, 'group')) ?? group, textOf(valueAt(value, 'name')) ?? artifact].filter(Boolean).join(':');
    // A bill of materials is a list of versions, not a package.
    if (!/^[^:\s]+:[^:\s]+$/.test(name) || name.endsWith('-bom')) return [];
    const reference = textOf(valueAt(value, 'version', 'ref'));
    const version =
      short ??
      (reference === undefined
        ? versionOf(valueAt(value, 'version'))
        : versionOf(valueAt(root, 'versions', reference)));
    return [{ ecosystem: 'maven', name, ...readGradleVersion(version), line }];
  });
  return { mentions, errors };
};
