/** A host that strangers may call runs as an identity that can rewrite agents or take their guardrails away. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'control-plane-behind-open-door',
  title: 'Who takes over a public host can rewrite the agents',
  references: ['T49', 'ASI01:2026', 'ASI03:2026', 'AML.T0081', 'AML.T0049'],
  variables: { host: 'compute', role: 'identity', account: 'cloud-account', target: ['agent', 'guardrail'] },
  edges: [
    { from: 'host', relation: 'runs-as', to: 'role' },
    { from: 'role', relation: 'belongs-to', to: 'account' },
    { from: 'target', relation: 'belongs-to', to: 'account' },
  ],
  identify: ['host', 'role'],
  conditions: [
    {
      id: 'may-rewrite',
      says: '{role} can change agents, prompts or guardrails',
      test: failing('role', 'control-plane-write-restricted'),
    },
    {
      id: 'reachable',
      says: 'strangers reach {host}',
      test: any(
        fact('host', 'audience').is('anyone'),
        fact('host', 'public').is(true),
        exists({
          variables: { code: ['ai-application', 'agent'] },
          edges: [{ from: 'host', relation: 'runs', to: 'code' }],
          where: fact('code', 'untrustedInput').is(true),
        }),
      ),
      flips: 'the host gets a public address',
    },
  ],
  sentence:
    'Strangers reach {host}, which runs as {role}, and {role} can change agents and guardrails of the account: who takes {host} over rewrites {target} without deploying any code.',
  attempt: {
    value: 0.5,
    why: 'public hosts are tried all the time, and an agent that calls tools can be talked into it',
  },
  impact: [
    { name: 'agents', value: 0.75, why: 'every agent of the account can be made to do something else' },
    {
      name: 'agents',
      value: 0.9,
      why: 'the same right takes the guardrail away',
      test: fact('role', 'wildcardActions').is(true),
    },
  ],
});
