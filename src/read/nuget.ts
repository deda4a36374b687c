/** Reads NuGet’s files: projects, central versions, packages.config and packages.lock.json. */
import { readJson } from './json-positions.ts';
import { atVersion, type PackageList, type PackageMention, type ScopeOfUse } from './package-mention.ts';
import { entriesOf, textOf, valueAt } from './positioned.ts';
import { isExactVersion, normaliseName } from './versions.ts';
import { childrenOf, childText, readXml, type XmlElement } from './xml-positions.ts';

/**
 * What is said of a version. A bare `1.2` is the lowest allowed and NuGet takes the lowest there is, so it names that version;
 * `[1.2]` allows no other. https://learn.microsoft.com/nuget/concepts/dependency-resolution
 */
const readVersion = (written: string | undefined): Pick<PackageMention, 'version' | 'requirement' | 'pinned'> => {
  // Without one, or with a property from elsewhere, another file decides.
  if (written === undefined || written === '') return {};
  if (written.includes('$(')) return { requirement: written };
  const exact = /^\[\s*([^,\s]+)\s*\]$/.exec(written)?.[1] ?? written;
  return isExactVersion('nuget', exact)
    ? { requirement: written, version: exact, pinned: true }
    : { requirement: written, pinned: false };
};

/** Every element of a name, wherever it stands. */
const elementsOf = (root: XmlElement | undefined, name: string): readonly XmlElement[] => {
  const found: XmlElement[] = [];
  const queue = root ? [root] : [];
  for (let at = queue.pop(); at; at = queue.pop()) {
    if (at.name === name) found.push(at);
    queue.push(...at.children.toReversed());
  }
  return found;
};

/** An attribute in any case, or the child element of that name. */
const metadataOf = (element: XmlElement, name: string): string | undefined => {
  const key = Object.keys(element.attributes).find((each) => each.toLowerCase() === name.toLowerCase());
  return (key === undefined ? childText(element, name) : element.attributes[key])?.trim() || undefined;
};

/** Properties that the file sets exactly once. */
const propertiesOf = (root: XmlElement | undefined): ReadonlyMap<string, string> => {
  const values = new Map<string, string | undefined>();
  for (const group of elementsOf(root, 'PropertyGroup'))
    for (const { name, text } of group.children)
      values.set(name.toLowerCase(), values.has(name.toLowerCase()) ? undefined : text);
  return new Map([...values].filter((entry): entry is [string, string] => entry[1] !== undefined));
};

const longest = 200;

const itemKinds = ['PackageReference', 'PackageVersion', 'GlobalPackageReference'] as const;

/** Reads a project file (`.csproj`, `.fsproj`, `.vbproj`), `Directory.Build.props` or `Directory.Packages.props`. */
export const readNugetProject = (text: string, projectName?: string): PackageList => {
  const { root, errors } = readXml(text);
  if (root?.name !== 'Project')
    return { mentions: [], errors: errors.length > 0 ? errors : [{ line: 1, why: 'it is no project of MSBuild' }] };
  const properties = propertiesOf(root);
  const resolve = (written: string | undefined): string | undefined =>
    // A property is a version or a part of one; anything longer would only make texts grow.
    written !== undefined && written.length > longest
      ? written
      : written?.replaceAll(
          /\$\(([\w.]+)\)/g,
          (whole, name: string) => properties.get(name.toLowerCase())?.slice(0, longest) ?? whole,
        );
  const isTest =
    properties.get('istestproject')?.toLowerCase() === 'true' ||
    elementsOf(root, 'PackageReference').some(({ attributes }) => attributes.Include === 'Microsoft.NET.Test.Sdk');
  const mentions = itemKinds.flatMap((kind) =>
    elementsOf(root, kind).flatMap((element): PackageMention[] => {
      // `Update` and `Remove` change what another file asks for.
      const name = metadataOf(element, 'Include');
      if (name === undefined || /[$*;]/.test(name)) return [];
      const isTool = kind === 'GlobalPackageReference' || metadataOf(element, 'PrivateAssets')?.toLowerCase() === 'all';
      const scope: ScopeOfUse | undefined = isTool
        ? 'development'
        : isTest
          ? 'test'
          : kind === 'PackageVersion'
            ? undefined
            : 'production';
      const version = metadataOf(element, 'VersionOverride') ?? metadataOf(element, 'Version');
      return [
        {
          ecosystem: 'nuget',
          name: normaliseName('nuget', name),
          ...readVersion(resolve(version)),
          ...(scope === undefined ? {} : { scope }),
          line: element.line,
        },
      ];
    }),
  );
  return {
    mentions,
    ...(projectName === undefined ? {} : { project: { name: projectName, line: root.line } }),
    errors,
  };
};

/** Reads a packages.config, which names the very versions that are installed. */
export const readPackagesConfig = (text: string): PackageList => {
  const { root, errors } = readXml(text);
  // Other programs have files of this name.
  if (root?.name !== 'packages') return { mentions: [], errors: root === undefined ? errors : [] };
  const mentions = childrenOf(root, 'package').flatMap((element): PackageMention[] => {
    const { id, version, developmentDependency } = element.attributes;
    if (id === undefined || version === undefined) return [];
    const scope = developmentDependency === 'true' ? 'development' : 'production';
    return [
      { ecosystem: 'nuget', name: normaliseName('nuget', id), ...readVersion(version), scope, line: element.line },
    ];
  });
  return { mentions, errors };
};

/** Reads a packages.lock.json: every package of every target framework, each version once. It does not say what a package is needed for. */
export const readNugetLock = (text: string): PackageList => {
  const { value: root, errors } = readJson(text);
  const mentions = new Map<string, PackageMention>();
  for (const [, { value: framework }] of entriesOf(valueAt(root, 'dependencies'))) {
    for (const [written, { line, value }] of entriesOf(framework)) {
      const version = textOf(valueAt(value, 'resolved'));
      if (textOf(valueAt(value, 'type')) === 'Project' || version === undefined) continue;
      const name = normaliseName('nuget', written);
      const id = `${name}@${version}`;
      if (!mentions.has(id)) mentions.set(id, { ecosystem: 'nuget', name, ...atVersion('nuget', version), line });
    }
  }
  const isLock = valueAt(root, 'version') !== undefined && valueAt(root, 'dependencies') !== undefined;
  return {
    mentions: [...mentions.values()],
    errors: errors.length > 0 || isLock ? errors : [{ line: 1, why: 'it is no lock file of NuGet' }],
  };
};
