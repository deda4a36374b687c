/** Finds credentials whose value itself stands in a file. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, fact } from '../../../kit/tests.ts';

const places = {
  source: 'source',
  'notebook-output': 'notebook',
  notebook: 'notebook',
  configuration: 'configuration',
  'environment-file': 'environment-file',
} as const;

/** Every visitor of the page is given it; what it may do is decided by the restrictions it has. */
const isForBrowsers = (kind: string): boolean => kind === 'firebase-browser-key';

/** Whenever the scan is: a link that ended before this was written opens nothing. It tells that somebody committed one. */
const hasEnded = (day: string): boolean => day !== '' && day < '2026-01-01';

export default defineDetector({
  id: 'secret-in-code',
  title: 'Credential written into a file',
  about: 'secret',
  tests: 'secret-kept-out-of-code',
  category: 'data-exposure',
  severity: (it) =>
    isForBrowsers(it.text('secretKind')) || hasEnded(it.text('expires'))
      ? 'low'
      : it.text('tracked') === 'true'
        ? 'critical'
        : 'high',
  // An environment file that version control ignores is where a credential may stand on a developer’s machine.
  passes: any(
    fact('it', 'hardCoded').is(false),
    all(fact('it', 'place').is('environment-file'), fact('it', 'tracked').is(false)),
  ),
  message: (it) => `A credential (${it.text('secretKind') || 'kind unknown'}) is written into the file as it is.`,
  why: 'Everyone who can read the file, its history or a copy of it can use the account that it opens.',
  remedy: (it) =>
    isForBrowsers(it.text('secretKind'))
      ? 'Restrict the key to the sites and interfaces that need it; without that it may call Gemini at your expense once that is switched on.'
      : 'Withdraw the credential at its provider, then read the new one from the environment or a secret manager.',
  references: ['AML.T0055', 'AML.T0012', 'LLM02:2025', 'CWE-798'],
  payload: (it) => ({
    keyKind: it.text('secretKind') || 'unknown',
    ...(it.has('provider') ? { provider: it.text('provider') } : {}),
    place: places[it.text('place') as keyof typeof places] ?? 'source',
  }),
});
