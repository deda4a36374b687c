/** A package as one line of a manifest or lock file names it, in one shape for every ecosystem. */
import { PackageURL } from 'packageurl-js';
import { type Ecosystem, isExactVersion, normaliseName } from './versions.ts';

/** What a package is needed for. */
export type ScopeOfUse = 'production' | 'development' | 'test' | 'optional';

export interface PackageMention {
  readonly ecosystem: Ecosystem;
  /** Normalised as the registry does. */
  readonly name: string;
  /** Only when the line names exactly one. */
  readonly version?: string;
  /** The range or address as written. */
  readonly requirement?: string;
  /** Exactly one immutable version, commit or file is named. Absent where another file decides: a parent, a platform, central versions. */
  readonly pinned?: boolean;
  /** Absent where the file does not tell. */
  readonly scope?: ScopeOfUse;
  /** From 0 to 1, where the file only makes it likely that the package is used. */
  readonly confidence?: number;
  /** Line from 1. */
  readonly line: number;
}

/** What reading one manifest or lock file gave. */
export interface PackageList {
  readonly mentions: readonly PackageMention[];
  /** The project that the file describes, where it names itself. */
  readonly project?: { readonly name: string; readonly line: number };
  /** What could not be read, with the line. */
  readonly errors: readonly { readonly line: number; readonly why: string }[];
}

/** Tells a commit from a branch or tag. */
export const isCommit = (reference: string | undefined): boolean =>
  /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(reference ?? '');

/** The package URL of one version. */
export const packageUrlOf = (ecosystem: Ecosystem, name: string, version: string): string => {
  const slash =
    ecosystem === 'maven' ? name.indexOf(':') : ecosystem === 'npm' || ecosystem === 'go' ? name.lastIndexOf('/') : -1;
  const type = ecosystem === 'go' ? 'golang' : ecosystem;
  return new PackageURL(
    type,
    slash < 0 ? undefined : name.slice(0, slash).toWellFormed(),
    name.slice(slash + 1).toWellFormed(),
    version.toWellFormed(),
    undefined,
    undefined,
  ).toString();
};

/** A mention of a name with a requirement as npm writes it: a range, a tag, an alias, or an address of git or a file. */
export const mentionNpm = (
  written: string,
  requirement: string,
  scope: ScopeOfUse,
  line: number,
): PackageMention | undefined => {
  const text = requirement.trim();
  // Folders of the same source are projects of their own, not packages of a registry.
  if (/^(?:workspace|file|link|portal):|^\.{0,2}\//.test(text)) return undefined;
  const alias = /^npm:((?:@[^/@]+\/)?[^@]+)(?:@(.*))?$/.exec(text);
  const name = normaliseName('npm', alias?.[1] ?? written);
  const range = alias ? (alias[2] ?? '') : text;
  const base = {
    ecosystem: 'npm',
    name,
    scope,
    line,
    ...(text === '' ? {} : { requirement: withoutCredentials(text) }),
  } as const;
  const exact = range.replace(/^[=v]+/, '');
  if (isExactVersion('npm', exact)) return { ...base, version: exact, pinned: true };
  return { ...base, pinned: isCommit(/#(?:commit=)?([^#&]+)$/.exec(range)?.[1]) };
};

/** What a lock file says of a version: it is the one, unless it is written as none of the ecosystem. */
export const atVersion = (
  ecosystem: Ecosystem,
  version: string,
): Pick<PackageMention, 'version' | 'requirement' | 'pinned'> =>
  isExactVersion(ecosystem, version) ? { version, pinned: true } : { requirement: version, pinned: false };

/** Tells whether a name can be one of the ecosystem at all; damaged files have empty ones. */
export const isPackageName = (ecosystem: Ecosystem, name: string): boolean =>
  name.length <= 400 &&
  (ecosystem === 'maven' ? /^[^:\s/]+:[^:\s/]+$/.test(name) : name.trim() !== '' && !/(?:^|\/)\s*$/.test(name));

/** The mentions with each package told once: the first wins, so the strongest use is given first. */
export const firstOfEach = (mentions: readonly PackageMention[]): readonly PackageMention[] => {
  const seen = new Set<string>();
  return mentions.filter(({ name }) => !seen.has(name) && seen.add(name));
};

/** An address without the user name and password that may stand in it. */
export const withoutCredentials = (address: string): string => address.replace(/:\/\/[^/@\s]*@/, '://');
