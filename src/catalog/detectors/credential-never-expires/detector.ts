/** Finds static keys, made by a stack, that let their holder call models and never expire. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, exists, fact, not } from '../../../kit/tests.ts';

/** Actions and roles with which models are called. */
const calling = /^(?:\*|bedrock(?:-\w+)?:|sagemaker:(?:\*|Invoke)|roles\/(?:owner|editor|aiplatform\.))/i;

const callsModels = any(
  exists({
    variables: { wide: 'identity' },
    edges: [{ from: 'it', relation: 'authenticates-as', to: 'wide' }],
    where: all(fact('wide', 'actions').matches(calling), fact('wide', 'wildcardActions').is(true)),
  }),
  exists({
    variables: { user: 'identity' },
    edges: [{ from: 'it', relation: 'authenticates-as', to: 'user' }],
    where: fact('user', 'actions').matches(calling),
  }),
);

export default defineDetector({
  id: 'credential-never-expires',
  title: 'Static key for AI services without an end',
  about: 'secret',
  tests: 'credential-short-lived',
  category: 'misconfiguration',
  severity: (it) => (it.witness('wide') === undefined ? 'medium' : 'high'),
  // Keys that a stack makes: what code and configuration hold is looked at where it stands.
  declared: 'secretKind',
  applies: fact('it', 'secretKind').in('bedrock-api-key', 'aws-access-key', 'google-service-account-key'),
  passes: any(fact('it', 'longLived').is(false), not(any(fact('it', 'secretKind').is('bedrock-api-key'), callsModels))),
  message: (it) =>
    `The key ${it.name} for ${it.text('secretKind') === 'bedrock-api-key' ? 'Bedrock' : 'AI services'} never expires.`,
  why: 'Whoever copies it can use the models, at the organisation’s cost, long after its owner is gone.',
  remedy: (it) =>
    it.text('secretKind') === 'bedrock-api-key'
      ? 'Use short-term keys or a role; where a long-term key must be, give it credential_age_days.'
      : `Give the program a role or a workload identity instead of ${it.name}, and delete the key.`,
  steps: [
    'AWS: a role for the workload in place of the user and its access key; for Bedrock short-term keys (aws-bedrock-token-generator) or credential_age_days on the service-specific credential.',
    'Google: workload identity in place of a service account key. Azure: a managed identity in place of a client secret, or end_date within 90 days.',
    'When nothing uses it any more (aws iam get-access-key-last-used), switch it off, wait a day, delete it.',
  ],
  references: ['ASI03:2026', 'LLM06:2025', 'AML.T0012', 'CWE-262', 'CWE-250'],
  payload: () => ({ expires: 'never' as const }),
});
