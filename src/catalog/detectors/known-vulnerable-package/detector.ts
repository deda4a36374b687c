/** Finds packages at a version that a published advisory lists as affected. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact, not } from '../../../kit/tests.ts';
import { advisoryDetails, fixedVersionFor } from '../../../read/advisories.ts';

type View = AssetView<'package-occurrence'>;

const detailsOf = (it: View) => advisoryDetails(it.item ?? '', it.text('ecosystem'), it.text('packageName'));
const fixOf = (it: View): string | undefined => {
  const details = detailsOf(it);
  return details && fixedVersionFor(details, it.text('version'));
};

export default defineDetector({
  id: 'known-vulnerable-package',
  title: 'Package with a known vulnerability',
  about: 'package-occurrence',
  tests: 'dependency-patched',
  category: 'vulnerability',
  severity: (it) => {
    const details = detailsOf(it);
    if (details?.exploitedSince) return 'critical';
    const severity = details?.severity ?? 'medium';
    // A server that runs is asked about by itself; of the package alone it is not known that anybody starts it.
    return details?.part === 'server' && severity !== 'low' ? 'medium' : severity;
  },
  // Drivers and toolkits of the system are asked about with the services.
  applies: all(fact('it', 'advisoryData').is(true), not(fact('it', 'ecosystem').is('system-package'))),
  passes: fact('it', 'advisories').isEmpty(),
  leavesOut: 'the bundled advisory data covers AI packages only; nothing is said of the others',
  each: 'advisories',
  message: (it) => {
    const { title, exploitedSince, part } = detailsOf(it) ?? {};
    const attacked = exploitedSince ? `, which is used in attacks since ${exploitedSince} at the latest` : '';
    return `${it.text('packageName') || it.name} ${it.text('version')} has ${it.item ?? 'a known vulnerability'}${title ? ` (${title})` : ''}${attacked}${part ? `, in its ${part}` : ''}.`;
  },
  why: 'How to use it is published; whoever reaches the code that has it needs no research of their own.',
  remedy: (it) => {
    const fix = fixOf(it);
    const name = it.text('packageName') || it.name;
    const { part } = detailsOf(it) ?? {};
    return fix
      ? `Raise ${name} to ${fix} or later${part ? `, at once where its ${part} runs` : ''}.`
      : `No release of ${name} ends it yet: leave the package, or keep its affected part out of reach.`;
  },
  references: ['LLM03:2025', 'ASI04:2026', 'AML.T0010.001', 'CWE-1395'],
  payload: (it) => {
    const details = detailsOf(it);
    const fix = fixOf(it);
    const reached = it.has('reachable') ? (it.text('reachable') === 'true' ? 'imported' : 'not-imported') : 'unknown';
    return {
      ecosystem: it.text('ecosystem'),
      package: it.text('packageName') || it.name,
      advisory: it.item ?? '',
      aliases: details?.aliases ?? [],
      ...(details?.score === undefined ? {} : { score: details.score }),
      exploited: details?.exploitedSince !== undefined,
      version: it.text('version'),
      ...(fix === undefined ? {} : { fixedVersion: fix }),
      reachable: reached,
    };
  },
});
