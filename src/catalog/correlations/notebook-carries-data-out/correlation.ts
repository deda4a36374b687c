/** A notebook instance with root, the whole internet and a role that reads training data: one line carries it out. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact, failing } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'notebook-carries-data-out',
  title: 'A notebook can carry the training data out',
  references: ['T32', 'LLM02:2025', 'AML.T0025', 'AML.T0105', 'AML.T0035'],
  variables: { notebook: 'compute', role: 'identity', data: ['bucket', 'data-store', 'dataset'] },
  edges: [
    { from: 'notebook', relation: 'runs-as', to: 'role' },
    { from: 'role', relation: 'reads', to: 'data' },
  ],
  identify: ['notebook', 'role'],
  conditions: [
    {
      id: 'root',
      says: 'whoever works in {notebook} is root',
      test: failing('notebook', 'workload-unprivileged'),
      flips: 'root access is switched on to install a package',
    },
    {
      id: 'internet',
      says: '{notebook} reaches the whole internet',
      test: failing('notebook', 'egress-restricted'),
      flips: 'direct internet access is switched on',
    },
    {
      id: 'worth-taking',
      says: '{role} reads data worth taking, or nearly everything',
      test: any(
        failing('role', 'workload-least-privilege'),
        fact('data', 'sensitivity').in('confidential', 'restricted'),
        fact('data', 'usedFor').includesAny('training', 'models'),
      ),
    },
  ],
  sentence:
    'Whoever works in {notebook}, or gets a package into it, is root there, reads {data} as {role}, and reaches the whole internet: the data leaves in one line.',
  attempt: { value: 0.5, why: 'packages and shared notebooks run code that nobody read' },
  impact: [
    { name: 'data', value: 0.7, why: 'training data and models leave' },
    {
      name: 'data',
      value: 0.85,
      why: 'it is sensitive',
      test: exists({
        variables: { sensitive: ['bucket', 'data-store', 'dataset'] },
        edges: [{ from: 'role', relation: 'reads', to: 'sensitive' }],
        where: fact('sensitive', 'sensitivity').in('confidential', 'restricted'),
      }),
    },
  ],
});
