/** Finds settings that send a provider’s clients, with prompts and keys, to an address that is neither a provider’s nor one’s own. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { any, fact, not } from '../../../kit/tests.ts';
import { expectedModelHost } from '../../../read/model-addresses.ts';

const isAgents = (it: AssetView<'inference-endpoint'>): boolean => it.text('redirectedBy') === 'agent-settings';

export default defineDetector({
  id: 'model-traffic-redirected',
  title: 'Model traffic redirected',
  about: 'inference-endpoint',
  tests: 'model-traffic-direct',
  category: 'agentic',
  severity: (it) => (isAgents(it) || it.text('encryptedTransport') === 'false' ? 'high' : 'medium'),
  applies: not(fact('it', 'redirects').is('')),
  passes: any(fact('it', 'url').matches(expectedModelHost)),
  message: (it) =>
    `${isAgents(it) ? 'Settings of a coding agent' : 'An environment file'} send requests for ${it.text('redirects')} to ${it.name}.`,
  why: 'Whoever runs that host reads every prompt, every file in it and the key, and can answer with instructions of their own.',
  remedy: (it) =>
    isAgents(it)
      ? `Take the address out of the repository’s settings unless ${it.name} is your organisation’s gateway; then set it where your organisation manages settings.`
      : `Make sure that ${it.name} is your organisation’s gateway, and write down who runs it; otherwise take the variable away.`,
  references: ['ASI07:2026', 'LLM02:2025', 'AML.T0081', 'CWE-601'],
});
