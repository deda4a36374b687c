/** Finds releases of packages that were published to do harm. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';
import { advisoryDetails } from '../../../read/advisories.ts';

type View = AssetView<'package-occurrence'>;

const nameOf = (it: View): string => it.text('packageName') || it.name;
const detailsOf = (it: View) => advisoryDetails(it.text('maliciousRelease'), it.text('ecosystem'), nameOf(it));
/** A package that was made to do harm from its first release on has no good one. */
const isWhole = (it: View): boolean => (detailsOf(it)?.versions.length ?? 0) === 0;

export default defineDetector({
  id: 'malicious-release',
  title: 'Release that was published to do harm',
  about: 'package-occurrence',
  tests: 'dependency-genuine',
  category: 'vulnerability',
  severity: 'critical',
  applies: fact('it', 'advisoryData').is(true),
  passes: fact('it', 'maliciousRelease').is(''),
  leavesOut: 'the bundled data covers AI packages only; nothing is said of the others',
  message: (it) => {
    const details = detailsOf(it);
    const title = details?.title === undefined ? '' : `: ${details.title}`;
    return `${nameOf(it)}${isWhole(it) ? '' : ` ${it.text('version')}`} was published to do harm (${it.text('maliciousRelease')}${title}).`;
  },
  why: 'It runs when it is installed or imported, and the known ones take the keys, tokens and files of whoever does that.',
  remedy: (it) =>
    `Take ${nameOf(it)}${isWhole(it) ? ' out' : ` ${it.text('version')} out and name another release`}, and treat every machine that installed it as broken into: withdraw the credentials that it could read.`,
  references: ['LLM03:2025', 'ASI04:2026', 'AML.T0010.001', 'CWE-506'],
});
