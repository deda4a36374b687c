/** Finds managed AI services that take keys which never expire, although they could take identities alone. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'service-accepts-keys',
  title: 'AI service with local keys switched on',
  about: ['inference-endpoint', 'vector-store'],
  tests: 'credential-short-lived',
  category: 'misconfiguration',
  severity: (it) => (it.text('public') === 'true' ? 'high' : 'medium'),
  applies: all(fact('it', 'managedService').is(true), fact('it', 'provider').is('azure')),
  passes: fact('it', 'authentication').in('identity', 'token'),
  message: (it) =>
    `${it.name} takes keys that never expire${it.text('public') === 'true' ? ', from every network' : ''}.`,
  why: 'A copied key works for whoever has it until somebody changes it, and no record tells who used it.',
  remedy: (it) =>
    `Let the programs that call ${it.name} sign in with managed identities, then switch its local keys off.`,
  steps: [
    'Give the programs a managed identity with the role that the service has for readers (Azure AI Search: Search Index Data Reader), and DefaultAzureCredential in place of the key.',
    'When its metrics show no call with a key: disableLocalAuth: true (Terraform: local_authentication_enabled = false).',
  ],
  references: ['LLM02:2025', 'ASI03:2026', 'AML.T0012', 'AML.T0055', 'CWE-262'],
  payload: () => ({ expires: 'never' as const }),
});
