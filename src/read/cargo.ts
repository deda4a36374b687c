/** Reads Rust’s Cargo.toml and Cargo.lock. */
import {
  atVersion,
  firstOfEach,
  isCommit,
  type PackageList,
  type PackageMention,
  type ScopeOfUse,
  withoutCredentials,
} from './package-mention.ts';
import { booleanOf, entriesOf, entryOf, itemsOf, type Positioned, textOf, valueAt } from './positioned.ts';
import { readToml } from './toml-positions.ts';
import { isExactVersion } from './versions.ts';

const sections = [
  ['dependencies', 'production'],
  ['build-dependencies', 'development'],
  ['dev-dependencies', 'development'],
] as const satisfies readonly (readonly [string, ScopeOfUse])[];

const readTable = (table: Positioned | undefined, scope: ScopeOfUse | undefined): PackageMention[] =>
  entriesOf(table).flatMap(([written, { line, value }]): PackageMention[] => {
    // A folder is the source’s own, with or without the version it is published at.
    if (valueAt(value, 'path') !== undefined) return [];
    const asked = scope !== undefined && booleanOf(valueAt(value, 'optional')) === true ? 'optional' : scope;
    const base = {
      ecosystem: 'cargo',
      name: textOf(valueAt(value, 'package')) ?? written,
      line,
      ...(asked === undefined ? {} : { scope: asked }),
    } as const;
    const git = textOf(valueAt(value, 'git'));
    if (git !== undefined)
      return [{ ...base, requirement: withoutCredentials(git), pinned: isCommit(textOf(valueAt(value, 'rev'))) }];
    // The root of the workspace says which version.
    if (booleanOf(valueAt(value, 'workspace')) === true) return [base];
    const requirement = textOf(value) ?? textOf(valueAt(value, 'version'));
    if (requirement === undefined) return [{ ...base, pinned: false }];
    // `1.2.3` is `^1.2.3`; only `=1.2.3` is that version alone.
    const exact = /^=\s*([^,\s]+)$/.exec(requirement.trim())?.[1];
    return exact !== undefined && isExactVersion('cargo', exact)
      ? [{ ...base, requirement, version: exact, pinned: true }]
      : [{ ...base, requirement, pinned: false }];
  });

/** Reads a Cargo.toml. */
export const readCargoManifest = (text: string): PackageList => {
  const { value: root, errors } = readToml(text);
  const parts = [root, ...entriesOf(valueAt(root, 'target')).map(([, { value }]) => value)];
  const mentions = [
    ...sections.flatMap(([section, scope]) => parts.flatMap((part) => readTable(valueAt(part, section), scope))),
    ...readTable(valueAt(root, 'workspace', 'dependencies'), undefined),
  ];
  const named = entryOf(valueAt(root, 'package'), 'name');
  const name = textOf(named?.value);
  return { mentions: firstOfEach(mentions), ...(name ? { project: { name, line: named!.line } } : {}), errors };
};

/** Reads a Cargo.lock. It does not say what a package is needed for. */
export const readCargoLock = (text: string): PackageList => {
  const { value: root, errors } = readToml(text);
  const packages = itemsOf(valueAt(root, 'package'));
  const mentions = packages.flatMap((entry): PackageMention[] => {
    const named = valueAt(entry, 'name');
    const [name, version] = [textOf(named), textOf(valueAt(entry, 'version'))];
    const source = textOf(valueAt(entry, 'source'));
    // Without a source it is a member of the workspace.
    if (name === undefined || version === undefined || source === undefined) return [];
    const base = { ecosystem: 'cargo', name, line: named!.line } as const;
    if (!source.startsWith('git+')) return [{ ...base, ...atVersion('cargo', version) }];
    return [{ ...base, requirement: withoutCredentials(source), pinned: isCommit(/#([^#]+)$/.exec(source)?.[1]) }];
  });
  const isLock = packages.length > 0 || valueAt(root, 'version') !== undefined;
  return { mentions, errors: errors.length > 0 || isLock ? errors : [{ line: 1, why: 'it is no lock file of Cargo' }] };
};
