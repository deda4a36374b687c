/** Finds identities that an AI workload runs as and whose rights are wildcards. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, exists, fact, not } from '../../../kit/tests.ts';

/** Every right of one service, in AWS notation, or every right there is. */
const wildcard = /^(?:\*|[a-z0-9-]+:\*)$/i;

/**
 * An AWS action that is dangerous on every resource. Left out are actions that only read or ask a model, and those of logs, traces, measurements and
 * network interfaces, which most functions need and which AWS lets nobody, or hardly anybody, narrow.
 */
const changes =
  /^(?:\*|(?!(?:logs|xray|ssmmessages|ec2messages):(?!\*)|cloudwatch:PutMetric|ec2:\w*NetworkInterface|kms:(?:Decrypt|Encrypt|ReEncrypt|GenerateDataKey))[a-z0-9-]+:(?!get|list|describe|head|batchget|query|scan|select|view|lookup|search|read|receive|retrieve|invoke|converse|rerank|applyguardrail|detect|analyze|batchdetect|classify|synthesize|translate)).*$/i;

/** Something of AI runs as the identity: by itself, as the code of a host, or as a host whose rights let it call a model. */
const runsAi = any(
  exists({
    variables: {
      workload: [
        'agent',
        'tool',
        'ai-application',
        'mcp-server-definition',
        'mcp-server-configuration',
        'notebook',
        'training-job',
        'pipeline',
        'inference-endpoint',
      ],
    },
    edges: [{ from: 'workload', relation: 'runs-as', to: 'it' }],
  }),
  exists({
    variables: {
      host: 'compute',
      code: ['ai-application', 'agent', 'notebook', 'inference-endpoint', 'mcp-server-definition'],
    },
    edges: [
      { from: 'host', relation: 'runs-as', to: 'it' },
      { from: 'host', relation: 'runs', to: 'code' },
    ],
  }),
  exists({
    variables: { platform: 'compute' },
    edges: [{ from: 'platform', relation: 'runs-as', to: 'it' }],
    where: fact('platform', 'service').matches(/sagemaker|machine-learning|notebook|workbench|vertex/),
  }),
  // Rights to call any model name none of them.
  all(
    fact('it', 'actions').matches(/^bedrock(?:-[a-z]+)?:(?:\*|Invoke|Converse|Retrieve)/i),
    exists({ variables: { user: 'compute' }, edges: [{ from: 'user', relation: 'runs-as', to: 'it' }] }),
  ),
  exists({
    variables: { caller: 'compute', called: ['model', 'inference-endpoint'] },
    edges: [
      { from: 'caller', relation: 'runs-as', to: 'it' },
      { from: 'it', relation: 'invokes', to: 'called' },
    ],
  }),
);

const isWide = any(
  fact('it', 'wildcardActions').is(true),
  // Other clouds grant roles instead of actions, and say it of the role.
  all(
    fact('it', 'wildcardResources').is(true),
    any(not(fact('it', 'provider').is('aws')), fact('it', 'actionsOnAll').matches(changes)),
  ),
);

const listOf = (it: AssetView<'identity'>, name: 'actions' | 'actionsOnAll'): readonly string[] => {
  const value = it.snapshot.fact(it.number, name)?.value;
  return Array.isArray(value) ? value.map(String) : [];
};
const wideActions = (it: AssetView<'identity'>): readonly string[] => {
  const onAll = listOf(it, 'actionsOnAll').filter((action) => changes.test(action));
  const wild = listOf(it, 'actions').filter((action) => wildcard.test(action));
  return [...new Set([...wild, ...onAll])].sort();
};

export default defineDetector({
  id: 'workload-overprivileged',
  title: 'AI workload with wildcard rights',
  about: 'identity',
  tests: 'workload-least-privilege',
  category: 'misconfiguration',
  severity: (it) => {
    if (it.text('administrator') === 'true') return 'critical';
    return listOf(it, 'actionsOnAll').some((action) => wildcard.test(action)) ? 'high' : 'medium';
  },
  declared: 'wildcardActions',
  leavesOut: 'no policy that was read gives them anything, so that nothing is known of their rights',
  // Whoever runs as narrow rights has narrow rights, so who it is matters only for wide ones.
  passes: any(not(isWide), not(runsAi)),
  message: (it) => {
    const who = ['workload', 'code', 'platform', 'caller', 'user']
      .map((each) => it.witness(each))
      .find((name) => name !== undefined);
    const rights = wideActions(it);
    const what =
      it.text('administrator') === 'true'
        ? 'may do anything in the account'
        : rights.length === 0
          ? 'has rights that are wildcards'
          : `is allowed ${rights.slice(0, 4).join(', ')}${rights.length > 4 ? ` and ${rights.length - 4} more` : ''}${it.text('wildcardResources') === 'true' ? ' on every resource' : ''}`;
    return `${it.name}, as which ${who ?? 'an AI workload'} runs, ${what}.`;
  },
  why: 'A model that is talked into something, or code that a poisoned file brings along, can do all that the identity may.',
  remedy: (it) =>
    `Give ${it.name} only the actions that its code calls, each on the resources that it names, and keep administration in a role of its own.`,
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'LLM06:2025',
    'ASI03:2026',
    'CWE-250',
  ],
  payload: (it) => ({
    grants: [
      {
        actions: wideActions(it),
        resources: it.text('wildcardResources') === 'true' ? ['*'] : [],
        administrator: it.text('administrator') === 'true',
      },
    ],
  }),
});
