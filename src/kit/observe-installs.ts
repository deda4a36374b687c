/** What is said of the packages that a command installs: those of registries, and those of the system that the advisory data knows. */
import type { AssetReference } from '../domain/observation.ts';
import { isPackageKnown } from '../read/advisories.ts';
import { type CommandLine, readInstalls } from '../read/install-commands.ts';
import { isPackageName } from '../read/package-mention.ts';
import { observeMention } from './observe-packages.ts';
import type { OpenExtraction } from './open-extraction.ts';

/** Adds what the lines of a command install. `neededBy` is what is built with them. */
export const observeInstalls = (
  path: string,
  lines: readonly CommandLine[],
  neededBy: AssetReference,
  into: OpenExtraction,
): void => {
  const { packages, system } = readInstalls(lines);
  const seen = new Set<string>();
  for (const mention of packages) {
    if (!isPackageName(mention.ecosystem, mention.name)) continue;
    const said = observeMention(path, mention, neededBy);
    const { key } = said.assets[0]!;
    if (seen.has(key)) continue;
    seen.add(key);
    into.assets.push(...said.assets);
    into.relations.push(...said.relations);
  }
  for (const { ecosystem, name, version, line } of system) {
    const key = `${ecosystem}:${name}@${version}`;
    // Of the thousands of packages of a system only drivers and toolkits of AI are of use here.
    if (seen.has(key) || !isPackageKnown(ecosystem, name)) continue;
    seen.add(key);
    into.assets.push({
      key,
      kind: 'package-occurrence',
      name: `${name}@${version}`,
      identifiers: [{ scheme: 'symbol', value: `${path}#${key}` }],
      facts: {
        ecosystem: { value: ecosystem },
        packageName: { value: name },
        version: { value: version },
        pinned: { value: true },
      },
      line,
    });
    into.relations.push({ relation: 'depends-on', from: neededBy, to: { local: key }, line });
  }
};
