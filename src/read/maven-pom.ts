/** Reads Maven’s pom.xml: the project’s name and the packages it asks for, with the properties and managed versions of the same file. */
import type { PackageList, PackageMention, ScopeOfUse } from './package-mention.ts';
import { isExactVersion } from './versions.ts';
import { childAt, childrenOf, childText, readXml, type XmlElement } from './xml-positions.ts';

/** How often a property may stand for another, and how long a text may grow on the way. */
const deepest = 10;
const longest = 500;
const longestValue = 200;

/** What `${…}` stands for in one file; what a parent or a profile says is not known here. */
class Properties {
  readonly #values = new Map<string, string>();

  constructor(root: XmlElement | undefined) {
    for (const { name, text } of childAt(root, 'properties')?.children ?? [])
      if (text.length <= longestValue) this.#values.set(name, text);
    for (const field of ['groupId', 'version', 'artifactId'] as const) {
      const parent = childText(root, 'parent', field);
      const own = childText(root, field) ?? (field === 'artifactId' ? undefined : parent);
      for (const prefix of ['project.', 'pom.']) if (own !== undefined) this.#values.set(`${prefix}${field}`, own);
      if (parent !== undefined) this.#values.set(`project.parent.${field}`, parent);
    }
  }

  /** The text with its properties put in; one that is not known stays as written. */
  resolve(text: string, depth = 0): string {
    if (depth > deepest || text.length > longest) return text;
    let changed = false;
    const next = text.replaceAll(/\$\{([^${}]+)\}/g, (written, name: string) => {
      const value = this.#values.get(name.trim());
      changed ||= value !== undefined && value !== written;
      return value ?? written;
    });
    return changed ? this.resolve(next, depth + 1) : next;
  }
}

const scopeOf = (scope: string | undefined, isOptional: boolean): ScopeOfUse =>
  scope === 'test' ? 'test' : isOptional ? 'optional' : 'production';

/** A version of the build itself: a module of it asks for another one. */
const ownVersion = /^\$\{(?:project|pom)\.(?:parent\.)?version\}$|^\$\{(?:revision|version|project\.version)\}$/;

/** What is said of a package’s version: https://maven.apache.org/pom.html#dependency-version-requirement-specification */
const readVersion = (version: string | undefined): Pick<PackageMention, 'version' | 'requirement' | 'pinned'> => {
  // Without one, or with a property from elsewhere, a parent or an imported list decides.
  if (version === undefined) return {};
  if (version.includes('${')) return { requirement: version };
  const exact = /^\[\s*([^,\s]+)\s*\]$/.exec(version)?.[1] ?? version;
  return isExactVersion('maven', exact)
    ? { requirement: version, version: exact, pinned: true }
    : { requirement: version, pinned: false };
};

/** Reads a pom.xml. */
export const readMavenPom = (text: string): PackageList => {
  const { root, errors } = readXml(text);
  if (root?.name !== 'project')
    return { mentions: [], errors: errors.length > 0 ? errors : [{ line: 1, why: 'it is no project of Maven' }] };
  const properties = new Properties(root);
  const field = (element: XmlElement, name: string): string | undefined => {
    const written = childText(element, name);
    return written === undefined ? undefined : properties.resolve(written);
  };
  const idOf = (element: XmlElement): string | undefined => {
    const [group, artifact] = [field(element, 'groupId'), field(element, 'artifactId')];
    return group === undefined || artifact === undefined ? undefined : `${group}:${artifact}`;
  };
  const managed = new Map<string, XmlElement>();
  for (const dependency of childrenOf(childAt(root, 'dependencyManagement', 'dependencies'), 'dependency')) {
    const id = idOf(dependency);
    if (id !== undefined && childText(dependency, 'scope') !== 'import') managed.set(id, dependency);
  }
  const ownGroup = childText(root, 'groupId') ?? childText(root, 'parent', 'groupId');
  const parts = [root, ...childrenOf(childAt(root, 'profiles'), 'profile')];
  const dependencies = parts.flatMap((part) => childrenOf(childAt(part, 'dependencies'), 'dependency'));
  const mentions = dependencies.flatMap((dependency): PackageMention[] => {
    const name = idOf(dependency);
    const management = name === undefined ? undefined : managed.get(name);
    const written = childText(dependency, 'version') ?? childText(management, 'version');
    const scope = childText(dependency, 'scope') ?? childText(management, 'scope');
    if (name === undefined || name.includes('${') || scope === 'system') return [];
    if (written !== undefined && ownVersion.test(written) && name.startsWith(`${ownGroup}:`)) return [];
    const isOptional = childText(dependency, 'optional') === 'true';
    return [
      {
        ecosystem: 'maven',
        name,
        ...readVersion(written === undefined ? undefined : properties.resolve(written)),
        scope: scopeOf(scope, isOptional),
        line: dependency.line,
      },
    ];
  });
  const named = childAt(root, 'artifactId');
  return { mentions, ...(named?.text ? { project: { name: named.text, line: named.line } } : {}), errors };
};
