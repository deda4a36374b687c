/** A host that anyone on the internet reaches runs a package with a known vulnerability under wide rights. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'exposed-vulnerable-host-reaches-ai',
  title: 'A known bug on a public host leads to the account behind the models',
  references: ['T02', 'LLM03:2025', 'LLM10:2025', 'ASI03:2026', 'AML.T0049', 'AML.T0012'],
  variables: {
    way: 'network-exposure',
    host: 'compute',
    app: ['ai-application', 'code-project'],
    package: 'package-occurrence',
    role: 'identity',
  },
  edges: [
    { from: 'way', relation: 'exposes', to: 'host' },
    { from: 'host', relation: 'runs', to: 'app' },
    { from: 'app', relation: 'depends-on', to: 'package' },
    { from: 'host', relation: 'runs-as', to: 'role' },
  ],
  identify: ['host'],
  conditions: [
    {
      id: 'vulnerable',
      says: '{package} of {app} has a published vulnerability',
      test: failing('package', 'dependency-patched'),
      likelihood: 0.6,
      because: 'not every published vulnerability can be used from outside',
    },
    {
      id: 'from-internet',
      says: 'anyone on the internet reaches {host} through {way}',
      test: any(fact('way', 'public').is(true), fact('host', 'public').is(true)),
      flips: 'a firewall rule or a load balancer opens the port',
    },
    {
      id: 'wide-rights',
      says: '{role}, as which {host} runs, holds wildcard rights',
      test: failing('role', 'workload-least-privilege'),
    },
  ],
  sentence:
    'Anyone on the internet reaches {host} through {way}; {app} on it uses {package}, which has a published vulnerability, and {role} gives whoever breaks in wide rights in the account.',
  attempt: { value: 0.8, why: 'public hosts are searched for known vulnerabilities all the time' },
  impact: [
    { name: 'control', value: 0.95, why: 'the models, data and agents of the account are open to the intruder' },
  ],
});
