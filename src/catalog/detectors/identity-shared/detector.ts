/** Finds identities as which several AI applications or agents run. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'identity-shared',
  title: 'Identity that several AI applications share',
  about: 'identity',
  tests: 'agent-identity-own',
  category: 'agentic',
  severity: (it) => (it.text('wildcardActions') === 'true' || it.text('administrator') === 'true' ? 'high' : 'medium'),
  passes: fact('it', 'sharedIdentity').is(false),
  message: (it) => `Several applications, an AI application among them, run as ${it.name}.`,
  why: 'Each of them has the rights of all, and no record tells which of them acted.',
  remedy: (it) => `Give each application that runs as ${it.name} an identity of its own with the rights that it needs.`,
  steps: [
    'Make a role for each application (aws_iam_role, google_service_account, azurerm_user_assigned_identity) with the rights that its own code uses.',
    'Name it where the application is deployed in place of {name}, one after another.',
    'When nothing runs as {name} any more, delete it.',
  ],
  references: ['ASI03:2026', 'AML.T0098', 'CWE-522', 'CWE-250'],
});
