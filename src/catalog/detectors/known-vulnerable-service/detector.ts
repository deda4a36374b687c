/** Finds servers, platforms and container toolkits at a release that a published advisory lists as affected. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { knownServices } from '../../../kit/known-services.ts';
import { parseImage, releaseOf } from '../../../kit/recognise-service.ts';
import { all, any, fact, kindIs } from '../../../kit/tests.ts';
import { advisoryDetails, fixedVersionFor } from '../../../read/advisories.ts';

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
    version: (known && releaseOf(known, parseImage(it.name)?.tag)) ?? it.text('version'),
    shown: service || it.name,
  };
};

const matchOf = (it: View) => {
  const product = productOf(it);
  const details = advisoryDetails(it.item ?? '', product.ecosystem, product.name);
  return { product, details, fix: details && fixedVersionFor(details, product.version) };
};

export default defineDetector({
  id: 'known-vulnerable-service',
  title: 'Server or platform with a known vulnerability',
  about: ['container-image', 'package-occurrence'],
  tests: 'service-patched',
  category: 'vulnerability',
  severity: (it) => {
    const { details } = matchOf(it);
    return details?.exploitedSince ? 'critical' : (details?.severity ?? 'medium');
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
  leavesOut: 'the bundled advisory data covers servers and platforms of AI only; nothing is said of other images',
  each: 'advisories',
  message: (it) => {
    const { product, details } = matchOf(it);
    const title = details?.title ? ` (${details.title})` : '';
    const attacked = details?.exploitedSince ? `, used in attacks since ${details.exploitedSince} at the latest` : '';
    const place = it.kind === 'container-image' ? `The image ${it.name}` : product.shown;
    return `${place} brings ${product.shown} ${product.version}, which has ${it.item ?? 'a known vulnerability'}${title}${attacked}.`;
  },
  why: 'How to use it is published; whoever reaches the server, or runs a container beside it, needs no research of their own.',
  remedy: (it) => {
    const { product, fix } = matchOf(it);
    return fix
      ? `Raise ${product.shown} to ${fix} or later, and name that release instead of a tag that moves.`
      : `No release of ${product.shown} is known to end it: let only its own host reach it, or replace it.`;
  },
  references: ['LLM03:2025', 'ASI04:2026', 'AML.T0049', 'AML.T0105', 'CWE-1395'],
  payload: (it) => {
    const { product, details, fix } = matchOf(it);
    return {
      product: product.shown,
      advisory: it.item ?? '',
      aliases: details?.aliases ?? [],
      ...(details?.score === undefined ? {} : { score: details.score }),
      exploited: details?.exploitedSince !== undefined,
      version: product.version,
      ...(fix === undefined ? {} : { fixedVersion: fix }),
      reachable: 'unknown',
    };
  },
});
