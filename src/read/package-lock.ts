/** Reads npm’s package-lock.json in its versions 1, 2 and 3: every package it installs, once. */
import { readJson } from './json-positions.ts';
import {
  isCommit,
  type PackageList,
  type PackageMention,
  type ScopeOfUse,
  withoutCredentials,
} from './package-mention.ts';
import { booleanOf, deepestNesting, entriesOf, entryOf, type Positioned, textOf, valueAt } from './positioned.ts';
import { isExactVersion, normaliseName } from './versions.ts';

const scopeOf = (entry: Positioned): ScopeOfUse => {
  if (booleanOf(valueAt(entry, 'dev')) || booleanOf(valueAt(entry, 'devOptional'))) return 'development';
  return booleanOf(valueAt(entry, 'optional')) ? 'optional' : 'production';
};

/** One installed package; an address of git or a file has no version of a registry. */
const mentionOf = (name: string, entry: Positioned, line: number): PackageMention | undefined => {
  const version = textOf(valueAt(entry, 'version'));
  const resolved = textOf(valueAt(entry, 'resolved'));
  const from = version !== undefined && !isExactVersion('npm', version) ? version : resolved;
  const base = { ecosystem: 'npm', name: normaliseName('npm', name), scope: scopeOf(entry), line } as const;
  if (from !== undefined && /^(?:file|link):|^\.{0,2}\//.test(from)) return undefined;
  if (from !== undefined && /^(?:git[+:]|github:|bitbucket:|gitlab:)/.test(from))
    return {
      ...base,
      requirement: withoutCredentials(from),
      pinned: isCommit(/#([^#]+)$/.exec(from)?.[1]),
    };
  if (version === undefined) return undefined;
  return isExactVersion('npm', version)
    ? { ...base, version, pinned: true }
    : { ...base, requirement: version, pinned: /^https:/.test(version) };
};

/** `packages` of versions 2 and 3: the key is the folder it is installed in. */
const readPackages = (packages: Positioned): PackageMention[] =>
  entriesOf(packages).flatMap(([folder, { line, value }]) => {
    const at = folder.lastIndexOf('node_modules/');
    // The root and workspaces are the source’s own; a link only points to one.
    if (at < 0 || booleanOf(valueAt(value, 'link'))) return [];
    const mention = mentionOf(textOf(valueAt(value, 'name')) ?? folder.slice(at + 13), value, line);
    return mention ? [mention] : [];
  });

/** `dependencies` of version 1: nested as the folders are. */
const readDependencies = (dependencies: Positioned | undefined, depth = 0): PackageMention[] =>
  depth > deepestNesting
    ? []
    : entriesOf(dependencies).flatMap(([name, { line, value }]) => {
        const alias = /^npm:((?:@[^/]+\/)?[^@]+)@(.+)$/.exec(textOf(valueAt(value, 'version')) ?? '');
        const mention = alias
          ? ({
              ecosystem: 'npm',
              name: normaliseName('npm', alias[1]!),
              version: alias[2]!,
              pinned: true,
              scope: scopeOf(value),
              line,
            } as const)
          : mentionOf(name, value, line);
        return [...(mention ? [mention] : []), ...readDependencies(valueAt(value, 'dependencies'), depth + 1)];
      });

/** Reads a package-lock.json or npm-shrinkwrap.json. The same version installed in several folders is told once, at the first. */
export const readPackageLock = (text: string): PackageList => {
  const { value, errors } = readJson(text);
  const packages = valueAt(value, 'packages');
  // Version 2 says everything twice, for older npm.
  const all = packages === undefined ? readDependencies(valueAt(value, 'dependencies')) : readPackages(packages);
  const seen = new Set<string>();
  const mentions = all.filter(({ name, version, requirement }) => {
    const key = `${name}@${version ?? requirement}`;
    return !seen.has(key) && seen.add(key);
  });
  const isLock = entryOf(value, 'lockfileVersion') !== undefined || packages !== undefined || mentions.length > 0;
  return { mentions, errors: errors.length > 0 || isLock ? errors : [{ line: 1, why: 'it is no lock file of npm' }] };
};
