/** An outsider’s issue or comment starts an agent in a workflow that can change the repository or give away its secrets. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { all, fact } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'outsider-steers-workflow',
  title: 'An outsider’s text runs with the rights of a workflow',
  references: ['ASI01:2026', 'LLM01:2025', 'LLM06:2025', 'AML.T0051.001', 'AML.T0093', 'CWE-94'],
  variables: { workflow: 'ci-workflow', agent: 'agent' },
  edges: [{ from: 'workflow', relation: 'triggers', to: 'agent' }],
  conditions: [
    {
      id: 'started-by-anyone',
      says: 'anyone can start {workflow} by an issue, a comment or a pull request',
      test: all(fact('workflow', 'untrustedTrigger').is(true), fact('agent', 'audience').is('anyone')),
    },
    {
      id: 'reads-outsiders',
      says: '{agent} reads what they wrote',
      test: fact('agent', 'untrustedInput').is(true),
      likelihood: 0.8,
      because: 'models follow instructions that they find in content',
    },
    {
      id: 'powerful',
      says: '{agent} can change the repository, run any command or read further secrets',
      test: fact('agent', 'jobPowers').includesAny('write', 'write-all', 'any-command', 'secrets'),
      flips: 'the job is given a right to write',
    },
  ],
  sentence:
    'Anyone can start {workflow} with a text that {agent} reads, and its job can change the repository, run commands or read secrets: one issue is enough to publish code in your name.',
  attempt: {
    value: 0.8,
    why: 'it takes an account of the code host and one issue; public repositories were attacked so',
  },
  impact: [
    { name: 'control', value: 0.8, why: 'the repository or its secrets are in the outsider’s hands' },
    {
      name: 'control',
      value: 1,
      why: 'it can change the repository',
      test: fact('agent', 'jobPowers').includesAny('write', 'write-all'),
    },
  ],
});
