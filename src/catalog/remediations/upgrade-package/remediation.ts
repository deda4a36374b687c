/** Raises a package to the first release that ends its known vulnerabilities. */
import type { AssetView } from '../../../kit/define-detector.ts';
import type { Edit, PlanFile } from '../../../kit/define-remediation.ts';
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';
import { advisoriesFor, advisoryDetails, fixedVersionFor } from '../../../read/advisories.ts';
import { compareVersions, normaliseName } from '../../../read/versions.ts';

type View = AssetView<'package-occurrence'>;

/** Each raise ends an advisory, and no package has so many one after another. */
const mostRaises = 50;

const nameOf = (it: View): string => it.text('packageName') || it.name;

/** The highest of the releases that end each advisory; undefined when one of them has none. */
function fixFor(it: View): string | undefined {
  const ecosystem = it.text('ecosystem');
  let highest: string | undefined;
  for (const id of it.text('advisories').split(', ')) {
    const details = advisoryDetails(id, ecosystem, nameOf(it));
    const fix = details && fixedVersionFor(details, it.text('version'));
    if (fix === undefined) return undefined;
    if (highest === undefined || compareVersions(ecosystem, fix, highest) === 1) highest = fix;
  }
  // The release that ends one advisory may have another, which came with it.
  for (let tries = 0; highest !== undefined && tries < mostRaises; tries += 1) {
    const left = advisoriesFor(ecosystem, nameOf(it), highest) ?? [];
    if (left.length === 0) return highest;
    let next: string = highest;
    for (const { id } of left) {
      const details = advisoryDetails(id, ecosystem, nameOf(it));
      const fix = details && fixedVersionFor(details, highest);
      if (fix === undefined) return highest;
      if (compareVersions(ecosystem, fix, next) === 1) next = fix;
    }
    if (next === highest) return highest;
    highest = next;
  }
  return undefined;
}

const isIt = (it: View, name: string): boolean =>
  normaliseName(it.text('ecosystem') as 'pypi', name) === normaliseName(it.text('ecosystem') as 'pypi', nameOf(it));

/** What people write in each kind of manifest: a version that is named, never a range that could hold the new one already. */
const raiseIn = (it: View, file: PlanFile, fix: string): Edit[] => {
  const version = it.text('version');
  const same = (name: string, written: string): boolean => isIt(it, name) && written === version;
  const base = file.path.slice(file.path.lastIndexOf('/') + 1);
  const isPython = it.text('ecosystem') === 'pypi';
  if (isPython && /requirements[^/]*\.(?:txt|in)$/.test(file.path))
    return editLines(
      file,
      /^(\s*([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*===?\s*)([^\s;#\\]+)(?=\s*(?:[;#]|$))/,
      ([, start, name, written]) => (same(name!, written!) ? `${start}${fix}` : undefined),
    );
  if (isPython && (base === 'pyproject.toml' || base === 'Pipfile'))
    return [
      ...editLines(
        file,
        new RegExp(`(["'](${namePattern(it)})(?:\\[[^\\]]*\\])?\\s*===?\\s*)([\\w.+-]+)(?=\\s*(?:;[^"']*)?["'])`, 'i'),
        ([, start, name, written]) => (same(name!, written!) ? `${start}${fix}` : undefined),
      ),
      ...editLines(
        file,
        /^(\s*["']?([A-Za-z0-9][\w.-]*)["']?\s*=\s*(?:\{[^}]*?version\s*=\s*)?["'](?:==|\^|~)?)(\d[\w.+-]*)(?=["'])/,
        ([, start, name, written]) => (same(name!, written!) ? `${start}${fix}` : undefined),
      ),
    ];
  if (it.text('ecosystem') === 'npm' && base === 'package.json')
    return editLines(file, /("([^"]+)"\s*:\s*"[\^~]?)(\d[\w.+-]*)(?=")/, ([, start, name, written]) =>
      same(name!, written!) ? `${start}${fix}` : undefined,
    );
  // A launcher that fetches what it runs: the version stands behind the name.
  if (it.text('ecosystem') === 'npm' && /\.jsonc?$/.test(base))
    return editLines(
      file,
      new RegExp(`("${escapeText(nameOf(it))}@)${escapeText(version)}(?=")`),
      ([, start]) => `${start}${fix}`,
      3,
    );
  return [];
};

const escapeText = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The name in any of the spellings that mean the same. */
const namePattern = (it: View): string =>
  nameOf(it)
    .split(/[-_.]+/)
    .map(escapeText)
    .join('[-_.]+');

/** The command of each package manager that writes its lock file anew for one package, without running code of the project. */
const lockCommands = (it: View): string => {
  const fix = fixFor(it) ?? '<release>';
  const name = nameOf(it);
  if (it.text('ecosystem') === 'npm')
    return `npm install --package-lock-only --ignore-scripts ${name}@${fix}; with pnpm: pnpm update --lockfile-only --ignore-scripts ${name}@${fix}; with Yarn: yarn up ${name}@${fix} --mode=update-lockfile.`;
  if (it.text('ecosystem') === 'pypi')
    return `uv lock --upgrade-package ${name}==${fix}; with Poetry: poetry update --lock ${name}; with pip-tools: pip-compile --upgrade-package ${name}==${fix}.`;
  return `have the tool of its ecosystem write it anew for ${name} ${fix}.`;
};

export default defineRemediation({
  id: 'upgrade-package',
  title: 'Raise the package to a release without known vulnerabilities',
  restores: 'dependency-patched',
  on: 'package-occurrence',
  effort: 1,
  changes: [{ set: 'advisories', value: [] }],
  does: (it) => {
    const fix = fixFor(it);
    return fix
      ? `Raise ${nameOf(it)} to ${fix} or later.`
      : `Leave ${nameOf(it)} ${it.text('version')}: no release ends all of its advisories.`;
  },
  // A lock file is written by its own tool, whose hashes no edit can guess; what people write can be edited.
  plan: (it, files) => {
    const fix = fixFor(it);
    if (fix === undefined) return undefined;
    const edits = files.flatMap((file) => raiseIn(it, file, fix));
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Raise ${nameOf(it)} to ${fixFor(it) ?? 'a release that no advisory lists, or replace it'} where it is required.`,
    `Where a lock file holds it, let its own tool write it: ${lockCommands(it)}`,
    'Read the notes of the releases in between for what they change, and run the tests.',
    'Where another package holds it back, raise that one first; until then keep the affected part out of reach.',
  ],
});
