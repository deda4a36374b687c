/** Finds releases of packages that were published to do harm, and names that coding assistants invent. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';
import { advisoryDetails } from '../../../read/advisories.ts';

type View = AssetView<'package-occurrence'>;

const nameOf = (it: View): string => it.text('packageName') || it.name;
const detailsOf = (it: View) => advisoryDetails(it.text('maliciousRelease'), it.text('ecosystem'), nameOf(it));
/** A package that was made to do harm from its first release on has no good one. */
const isWhole = (it: View): boolean => (detailsOf(it)?.versions.length ?? 0) === 0;

const isInvented = (it: View): boolean => detailsOf(it)?.weakness === 'invented-name';

export default defineDetector({
  id: 'malicious-release',
  title: 'Release that was published to do harm, or invented name',
  about: 'package-occurrence',
  tests: 'dependency-genuine',
  category: 'vulnerability',
  // Whoever registers an invented name decides what it will hold.
  severity: (it) => (isInvented(it) ? 'high' : 'critical'),
  applies: fact('it', 'advisoryData').is(true),
  passes: fact('it', 'maliciousRelease').is(''),
  leavesOut: 'the bundled data covers AI packages only; nothing is said of the others',
  message: (it) => {
    const details = detailsOf(it);
    if (isInvented(it))
      return `${nameOf(it)} is a name that coding assistants invent; ${details?.title ?? 'no such package was meant'}.`;
    const title = details?.title === undefined ? '' : `: ${details.title}`;
    return `${nameOf(it)}${isWhole(it) ? '' : ` ${it.text('version')}`} was published to do harm (${it.text('maliciousRelease')}${title}).`;
  },
  why: 'It runs when it is installed or imported, and the known ones take the keys, tokens and files of whoever does that.',
  remedy: (it) =>
    isInvented(it)
      ? `Name the package that is meant instead of ${nameOf(it)}, and look at what stands under that name before anything of it stays installed.`
      : `Take ${nameOf(it)}${isWhole(it) ? ' out' : ` ${it.text('version')} out and name another release`}, and treat every machine that installed it as broken into: withdraw the credentials that it could read.`,
  steps: [
    'Stop what runs with it, and take it out of the manifest and the lock file; look for it in images and caches too.',
    'Withdraw every credential that the machines and pipelines which installed it could read, and make new ones elsewhere.',
    'Look for what it leaves behind as its advisory says; build those machines anew.',
  ],
  references: ['LLM03:2025', 'ASI04:2026', 'AML.T0010.001', 'CWE-506'],
});
