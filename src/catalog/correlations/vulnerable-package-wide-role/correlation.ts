/** An application uses a package with a known vulnerability, and its host runs as an identity with wildcard rights. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'vulnerable-package-wide-role',
  title: 'A known bug in an AI package opens everything that its role may do',
  references: ['T09', 'LLM03:2025', 'ASI03:2026', 'ASI04:2026', 'AML.T0010.001'],
  variables: {
    host: 'compute',
    app: ['ai-application', 'code-project'],
    package: 'package-occurrence',
    role: 'identity',
  },
  edges: [
    { from: 'host', relation: 'runs', to: 'app' },
    { from: 'app', relation: 'depends-on', to: 'package' },
    { from: 'host', relation: 'runs-as', to: 'role' },
  ],
  identify: ['app', 'role'],
  conditions: [
    {
      id: 'vulnerable',
      says: '{package} of {app} has a published vulnerability',
      test: failing('package', 'dependency-patched'),
      likelihood: 0.5,
      because: 'not every published vulnerability can be used where the package runs',
    },
    {
      // A role of which nothing was read would make a watch of every vulnerable package.
      id: 'wildcard',
      says: 'a policy of {role} allows with a wildcard',
      test: any(
        fact('role', 'wildcardActions').is(true),
        fact('role', 'wildcardResources').is(true),
        fact('role', 'administrator').is(true),
      ),
    },
    {
      id: 'wide-rights',
      says: '{role}, as which {host} runs, holds wildcard rights',
      test: failing('role', 'workload-least-privilege'),
    },
  ],
  sentence:
    '{app} uses {package}, which has a published vulnerability, and {host} runs it as {role}: whoever uses the bug has wide rights in the account.',
  attempt: { value: 0.5, why: 'published vulnerabilities are tried wherever input can reach the package' },
  impact: [{ name: 'control', value: 0.9, why: 'the intruder has everything that the role may do' }],
});
