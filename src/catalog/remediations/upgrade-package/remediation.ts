/** Raises a package to the first release that ends its known vulnerabilities. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';
import { advisoryDetails, fixedVersionFor } from '../../../read/advisories.ts';
import { compareVersions, normaliseName } from '../../../read/versions.ts';

type View = AssetView<'package-occurrence'>;

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
  return highest;
}

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
  // A lock file is written by its own tool, whose hashes no edit can guess; a plain list of pins can be edited.
  plan: (it, files) => {
    const fix = fixFor(it);
    if (fix === undefined || it.text('ecosystem') !== 'pypi') return undefined;
    const edits = files
      .filter(({ path }) => /requirements[^/]*\.(txt|in)$/.test(path))
      .flatMap((file) =>
        editLines(
          file,
          /^(\s*([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*==\s*)([^\s;#\\]+)(?=\s*(?:[;#]|$))/,
          ([, start, name, version]) =>
            normaliseName('pypi', name!) === normaliseName('pypi', nameOf(it)) && version === it.text('version')
              ? `${start}${fix}`
              : undefined,
        ),
      );
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Raise ${nameOf(it)} to ${fixFor(it) ?? 'a release that no advisory lists, or replace it'} where it is required, and write the lock file again with its own tool.`,
    'Read the notes of the releases in between for what they change, and run the tests.',
    'Where another package holds it back, raise that one first; until then keep the affected part out of reach.',
  ],
});
