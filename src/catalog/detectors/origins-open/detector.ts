/** Finds web applications and model servers that answer browsers of every site. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact, not } from '../../../kit/tests.ts';

type View = AssetView<'ai-application' | 'inference-endpoint'>;

/** What lets every site in: a wildcard, an expression that fits all, or a setting that repeats whoever asks. */
const everySite = ['*', 'true', '.*', '^.*$', '.+', 'https?://.*', 'http://*', 'https://*', 'null'] as const;
const sendsCredentials = (it: View): boolean => it.text('originsWithCredentials') === 'true';

export default defineDetector({
  id: 'origins-open',
  title: 'Answers browsers of every site',
  about: ['ai-application', 'inference-endpoint'],
  tests: 'origin-restricted',
  category: 'misconfiguration',
  severity: (it) => (sendsCredentials(it) ? 'high' : it.kind === 'inference-endpoint' ? 'medium' : 'low'),
  applies: fact('it', 'origins').isNotEmpty(),
  passes: not(fact('it', 'origins').includesAny(...everySite)),
  message: (it) =>
    `${it.name} lets pages of every site call it from a visitor’s browser${sendsCredentials(it) ? ', with the visitor’s credentials' : ''}.`,
  why: 'Any page that somebody opens can talk to it from inside their network, and with their session where credentials are sent along.',
  remedy: (it) =>
    `Name the origins that ${it.name} serves instead of a wildcard${sendsCredentials(it) ? ', above all where credentials are allowed' : ''}.`,
  steps: [
    'List the origins of your own pages: CORS of the service (Azure: az webapp cors add --allowed-origins, Ollama: OLLAMA_ORIGINS, vLLM: --allowed-origins).',
    "Try it: curl -i -H 'Origin: https://other.example' <address> must not answer with access-control-allow-origin.",
  ],
  references: ['AML.T0049', 'CWE-942', 'CWE-346'],
});
