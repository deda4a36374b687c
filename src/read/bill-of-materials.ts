/** Reads bills of materials: the packages that CycloneDX and SPDX documents in JSON name by their package URL. */
import { PackageURL } from 'packageurl-js';
import { readJson } from './json-positions.ts';
import { atVersion, type PackageList, type PackageMention, type ScopeOfUse } from './package-mention.ts';
import { deepestNesting, entriesOf, itemsOf, type Mistake, type Positioned, textOf, valueAt } from './positioned.ts';
import { type Ecosystem, ecosystems, normaliseName } from './versions.ts';

/** The package that a URL names; a text says of which other kind it is. */
const readPackageUrl = (text: string, line: number): PackageMention | string => {
  let parsed: PackageURL;
  try {
    parsed = PackageURL.fromString(text);
  } catch {
    // The package throws for what is no package URL; it tells nothing that the line does not.
    return 'no package URL';
  }
  const type = parsed.type === 'golang' ? 'go' : parsed.type;
  if (!Object.hasOwn(ecosystems, type)) return type;
  const ecosystem = type as Ecosystem;
  const separator = ecosystem === 'maven' ? ':' : '/';
  const name = normaliseName(
    ecosystem,
    parsed.namespace ? `${parsed.namespace}${separator}${parsed.name}` : parsed.name,
  );
  const base = { ecosystem, name, line };
  const { version } = parsed;
  if (!version) return { ...base, pinned: false };
  return { ...base, ...atVersion(ecosystem, version) };
};

/** Gathers packages and counts what is of no ecosystem that is read. */
class Gathering {
  readonly mentions = new Map<string, PackageMention>();
  readonly #others = new Map<string, number>();

  add(url: string, line: number, scope: ScopeOfUse | undefined): void {
    const mention = readPackageUrl(url, line);
    if (typeof mention === 'string') {
      this.#others.set(mention, (this.#others.get(mention) ?? 0) + 1);
      return;
    }
    const id = `${mention.ecosystem} ${mention.name}@${mention.version ?? mention.requirement ?? ''}`;
    if (!this.mentions.has(id)) this.mentions.set(id, scope === undefined ? mention : { ...mention, scope });
  }

  /** One line for all that was left out. */
  get leftOut(): readonly Mistake[] {
    if (this.#others.size === 0) return [];
    const kinds = [...this.#others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `${count} × ${kind}`);
    return [{ line: 1, why: `packages of kinds that are not read were left out: ${kinds.slice(0, 8).join(', ')}` }];
  }
}

/** `excluded` is what is built or tested with but not shipped; tools of npm and Python say development in a property of their own. */
const scopeOf = (component: Positioned): ScopeOfUse | undefined => {
  const isDevelopment = itemsOf(valueAt(component, 'properties')).some(
    (property) =>
      /:(?:package:)?(?:development|dev)$/i.test(textOf(valueAt(property, 'name')) ?? '') &&
      textOf(valueAt(property, 'value')) === 'true',
  );
  const scope = textOf(valueAt(component, 'scope'));
  if (isDevelopment || scope === 'excluded') return 'development';
  return scope === 'optional' ? 'optional' : scope === 'required' ? 'production' : undefined;
};

/** Reads a CycloneDX document in JSON, whichever version; undefined for any other JSON. */
export const readCycloneDx = (text: string): PackageList | undefined => {
  const { value: root, errors } = readJson(text);
  if (textOf(valueAt(root, 'bomFormat')) !== 'CycloneDX')
    return errors.length > 0 ? { mentions: [], errors } : undefined;
  const gathering = new Gathering();
  const read = (list: Positioned | undefined, depth: number): void => {
    if (depth > deepestNesting) return;
    for (const component of itemsOf(list)) {
      const url = valueAt(component, 'purl');
      const purl = textOf(url);
      // What has no package URL is a file, a model or an operating system: no package of a registry.
      if (purl !== undefined) gathering.add(purl, url!.line, scopeOf(component));
      read(valueAt(component, 'components'), depth + 1);
    }
  };
  read(valueAt(root, 'components'), 0);
  return { mentions: [...gathering.mentions.values()], errors: [...errors, ...gathering.leftOut] };
};

/** The ids of what an SPDX document is about: the source’s own project. */
const describedBy = (root: Positioned | undefined): ReadonlySet<string> => {
  const described = itemsOf(valueAt(root, 'documentDescribes')).flatMap((id) => textOf(id) ?? []);
  for (const relationship of itemsOf(valueAt(root, 'relationships'))) {
    const type = textOf(valueAt(relationship, 'relationshipType'));
    const [from, to] = [
      textOf(valueAt(relationship, 'spdxElementId')),
      textOf(valueAt(relationship, 'relatedSpdxElement')),
    ];
    if (type === 'DESCRIBES' && from === 'SPDXRef-DOCUMENT' && to !== undefined) described.push(to);
    if (type === 'DESCRIBED_BY' && to === 'SPDXRef-DOCUMENT' && from !== undefined) described.push(from);
  }
  return new Set(described);
};

/** Which packages are only needed to build or test, by the relationships of the document. */
const developmentIn = (root: Positioned | undefined): ReadonlyMap<string, ScopeOfUse> => {
  const scopes = new Map<string, ScopeOfUse>();
  const uses: Readonly<Record<string, ScopeOfUse>> = {
    DEV_DEPENDENCY_OF: 'development',
    BUILD_DEPENDENCY_OF: 'development',
    TEST_DEPENDENCY_OF: 'test',
    OPTIONAL_DEPENDENCY_OF: 'optional',
  };
  const strong = new Set<string>();
  for (const relationship of itemsOf(valueAt(root, 'relationships'))) {
    const type = textOf(valueAt(relationship, 'relationshipType')) ?? '';
    const from = textOf(valueAt(relationship, 'spdxElementId')) ?? '';
    if (Object.hasOwn(uses, type)) scopes.set(from, uses[type]!);
    else if (type === 'DEPENDENCY_OF') strong.add(from);
    else if (type === 'DEPENDS_ON') strong.add(textOf(valueAt(relationship, 'relatedSpdxElement')) ?? '');
  }
  for (const id of strong) scopes.delete(id);
  return scopes;
};

/** Reads an SPDX document in JSON, version 2.2 or 2.3; undefined for any other JSON. */
export const readSpdx = (text: string): PackageList | undefined => {
  const { value: root, errors } = readJson(text);
  const version = textOf(valueAt(root, 'spdxVersion'));
  if (version === undefined || !/^SPDX-2\.\d+$/.test(version)) {
    // Version 3 is another format under the same name.
    const later = entriesOf(root).find(([key]) => key === '@context')?.[1];
    if (later && /spdx\.org\/rdf\/3/.test(textOf(later.value) ?? ''))
      return {
        mentions: [],
        errors: [{ line: later.line, why: 'it is an SPDX document of version 3, which is not read' }],
      };
    return errors.length > 0 ? { mentions: [], errors } : undefined;
  }
  const gathering = new Gathering();
  const own = describedBy(root);
  const scopes = developmentIn(root);
  for (const entry of itemsOf(valueAt(root, 'packages'))) {
    const id = textOf(valueAt(entry, 'SPDXID')) ?? '';
    if (own.has(id)) continue;
    for (const reference of itemsOf(valueAt(entry, 'externalRefs'))) {
      const locator = valueAt(reference, 'referenceLocator');
      const url = textOf(locator);
      if (textOf(valueAt(reference, 'referenceType')) === 'purl' && url !== undefined)
        gathering.add(url, locator!.line, scopes.get(id));
    }
  }
  return { mentions: [...gathering.mentions.values()], errors: [...errors, ...gathering.leftOut] };
};
