/** Reads package.json: the project’s name and the packages it asks for. */
import { readJson } from './json-positions.ts';
import { mentionNpm, type PackageList, type PackageMention, type ScopeOfUse } from './package-mention.ts';
import { entriesOf, textOf, valueAt } from './positioned.ts';

const sections = [
  ['dependencies', 'production'],
  ['optionalDependencies', 'optional'],
  ['peerDependencies', 'optional'],
  ['devDependencies', 'development'],
] as const satisfies readonly (readonly [string, ScopeOfUse])[];

/** Reads a package.json. A package named in several sections is told once, in its strongest. */
export const readPackageJson = (text: string): PackageList => {
  const { value, errors } = readJson(text);
  const mentions = new Map<string, PackageMention>();
  for (const [section, scope] of sections) {
    for (const [written, { line, value: requirement }] of entriesOf(valueAt(value, section))) {
      const range = textOf(requirement);
      const mention = range === undefined ? undefined : mentionNpm(written, range, scope, line);
      if (mention && !mentions.has(mention.name)) mentions.set(mention.name, mention);
    }
  }
  const name = textOf(valueAt(value, 'name'));
  const line = valueAt(value, 'name')?.line ?? 1;
  return { mentions: [...mentions.values()], ...(name ? { project: { name, line } } : {}), errors };
};
