/** Finds servers, platforms and container toolkits at a release that a published advisory lists as affected. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { knownServices } from '../../../kit/known-services.ts';
import { parseImage, releaseOf } from '../../../kit/recognise-service.ts';
import { all, any, fact, kindIs } from '../../../kit/tests.ts';
import { advisoryDetails, fixedVersionFor } from '../../../read/advisories.ts';
import { compareVersions } from '../../../read/versions.ts';

type View = AssetView<'container-image' | 'package-occurrence'>;

interface Product {
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
  /** What a person calls it. */
  readonly shown: string;
}

const productOf = (it: View): Product => {
  const { snapshot, number } = it;
  if (it.kind === 'package-occurrence') {
    const name = snapshot.value(number, 'packageName') ?? it.name;
    return { ecosystem: 'system-package', name, version: it.text('version'), shown: name };
  }
  const service = snapshot.value(number, 'service') ?? '';
  const known = knownServices.find((each) => each.service === service);
  return {
    ecosystem: known?.advised?.ecosystem ?? '',
    name: known?.advised?.package ?? it.name,
    version: (known && releaseOf(known, parseImage(it.name))) ?? it.text('version'),
    shown: service || it.name,
  };
};

/** The gravest of its advisories, how many there are, and the lowest release that ends those that have an end. */
const matchOf = (it: View) => {
  const product = productOf(it);
  const { ecosystem, name, version } = product;
  const ids = it.snapshot.value(it.number, 'advisories') ?? [];
  const found = ids.flatMap((id) => advisoryDetails(id, ecosystem, name) ?? []);
  // One that its maker disputes counts, but names the finding only where nothing else does.
  const gravest = found.toSorted(
    (a, b) =>
      Number(b.exploitedSince !== undefined) - Number(a.exploitedSince !== undefined) ||
      Number(a.disputed !== undefined) - Number(b.disputed !== undefined) ||
      (b.score ?? -1) - (a.score ?? -1) ||
      (a.id < b.id ? -1 : 1),
  )[0];
  const fixes = found.flatMap((each) => fixedVersionFor(each, version) ?? []);
  const fix = fixes.toSorted((a, b) => compareVersions(ecosystem, b, a) ?? 0)[0];
  return { product, count: ids.length, unfixed: found.length - fixes.length, gravest, fix };
};

export default defineDetector({
  id: 'known-vulnerable-service',
  title: 'Server or platform with a known vulnerability',
  about: ['container-image', 'package-occurrence'],
  tests: 'service-patched',
  category: 'vulnerability',
  severity: (it) => {
    const { gravest } = matchOf(it);
    if (gravest?.exploitedSince) return 'critical';
    return gravest?.disputed ? 'medium' : (gravest?.severity ?? 'medium');
  },
  // Packages of a language are asked about elsewhere; those of the system are drivers and toolkits.
  applies: all(
    any(
      kindIs('it', 'container-image'),
      all(kindIs('it', 'package-occurrence'), fact('it', 'ecosystem').is('system-package')),
    ),
    fact('it', 'advisoryData').is(true),
  ),
  passes: fact('it', 'advisories').isEmpty(),
  leavesOut:
    'the bundled advisory data covers servers and platforms of AI only, and a tag such as latest names no release; nothing is said of these images',
  message: (it) => {
    const { product, count, gravest } = matchOf(it);
    const title = gravest?.title ? ` (${gravest.title})` : '';
    const attacked = gravest?.exploitedSince ? `, used in attacks since ${gravest.exploitedSince} at the latest` : '';
    const known =
      count > 1
        ? `${count} known vulnerabilities, the gravest ${gravest?.id ?? ''}`
        : (gravest?.id ?? 'a known vulnerability');
    const place = it.kind === 'container-image' ? `The image ${it.name} brings ` : '';
    const disputed = gravest?.disputed ? ', which its maker disputes' : '';
    return `${place}${product.shown} ${product.version}${place ? ', which' : ''} has ${known}${title}${attacked}${disputed}.`;
  },
  why: 'How to use it is published; whoever reaches the server, or runs a container beside it, needs no research of their own.',
  remedy: (it) => {
    const { product, fix, unfixed } = matchOf(it);
    const rest = unfixed > 0 ? ` No release is known to end ${unfixed} of them: let only its own host reach it.` : '';
    return fix
      ? `Raise ${product.shown} to ${fix} or later, and name that release instead of a tag that moves.${rest}`
      : `No release of ${product.shown} is known to end it: let only its own host reach it, or replace it.`;
  },
  steps: [
    'Name the release where it is installed: the manifest and its lock file (uv lock --upgrade-package <name>, npm install --package-lock-only --ignore-scripts <name>@<release>), the image, the system package.',
    'Read the notes of the releases in between, keep a copy of its data, and try it on the copy first.',
    'Until then publish its port on 127.0.0.1, or take the published port away.',
  ],
  references: ['LLM03:2025', 'ASI04:2026', 'AML.T0049', 'AML.T0105', 'CWE-1395'],
  payload: (it) => {
    const { product, gravest } = matchOf(it);
    const fix = gravest && fixedVersionFor(gravest, product.version);
    return {
      product: product.shown,
      advisory: gravest?.id ?? '',
      aliases: gravest?.aliases ?? [],
      ...(gravest?.score === undefined ? {} : { score: gravest.score }),
      exploited: gravest?.exploitedSince !== undefined,
      version: product.version,
      ...(fix === undefined ? {} : { fixedVersion: fix }),
      reachable: 'unknown',
    };
  },
});
