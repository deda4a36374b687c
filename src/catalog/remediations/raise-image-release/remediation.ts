/** Raises the tag of an image to the first release that ends its known vulnerabilities. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { knownServices } from '../../../kit/known-services.ts';
import { editLines } from '../../../kit/line-edits.ts';
import { parseImage, releaseOf } from '../../../kit/recognise-service.ts';
import { advisoryDetails, fixedVersionFor } from '../../../read/advisories.ts';
import { compareVersions } from '../../../read/versions.ts';

type View = AssetView<'container-image'>;

interface Raise {
  readonly product: string;
  readonly from: string;
  /** Absent while an advisory has no fix. */
  readonly to?: string;
}

const raiseOf = (it: View): Raise => {
  const known = knownServices.find(({ service }) => service === it.text('service'));
  const from = (known && releaseOf(known, parseImage(it.name))) ?? it.text('version');
  const product = known?.service ?? it.name;
  const { ecosystem = '', package: name = '' } = known?.advised ?? {};
  let to: string | undefined;
  for (const id of it.snapshot.value(it.number, 'advisories') ?? []) {
    const details = advisoryDetails(id, ecosystem, name);
    const fix = details && fixedVersionFor(details, from);
    if (fix === undefined) return { product, from };
    if (to === undefined || compareVersions(ecosystem, fix, to) === 1) to = fix;
  }
  return to === undefined ? { product, from } : { product, from, to };
};

const escapeText = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

export default defineRemediation({
  id: 'raise-image-release',
  title: 'Raise the image to a release without known vulnerabilities',
  restores: 'service-patched',
  on: 'container-image',
  effort: 1,
  changes: [{ set: 'advisories', value: [] }],
  does: (it) => {
    const { product, from, to } = raiseOf(it);
    return to
      ? `Raise the image of ${product} from ${from} to ${to} or later.`
      : `Let nobody reach ${product} ${from}: no release ends all of its advisories.`;
  },
  plan: (it, files) => {
    const { from, to } = raiseOf(it);
    const image = parseImage(it.name);
    // A digest would go on naming the old image.
    if (to === undefined || image?.tag === undefined || image.digest !== undefined) return undefined;
    const raised = image.tag.replace(from, to);
    const edits = files.flatMap((file) => {
      // The name with its tag in one text, as Compose, Kubernetes and Dockerfiles write it.
      const whole = new RegExp(`(${escapeText(image.name)}:)${escapeText(image.tag!)}(?![\\w.@-])`);
      const found = editLines(file, whole, ([, name]) => `${name}${raised}`);
      if (found.length > 0) return found;
      // Values of a chart give the tag a line of its own, below the name.
      const apart = new RegExp(`^(\\s*(?:tag|version):\\s*)(["']?)${escapeText(image.tag!)}\\2(?=\\s*(?:#|$))`);
      return /\.ya?ml$/.test(file.path)
        ? editLines(file, apart, ([, start, quote]) => `${start}${quote}${raised}${quote}`, 4)
        : [];
    });
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => {
    const { product, to } = raiseOf(it);
    return [
      `Name ${to ? `the release ${to} of ${product}, or a later one,` : `another product than ${product}`} where the image is named, and its digest where it must stay the same.`,
      'Read the notes of the releases in between, keep a copy of its data, and try it on a copy first.',
      'Until then let only its own host reach it.',
    ];
  },
});
