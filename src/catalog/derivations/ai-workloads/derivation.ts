/** What runs a part of an AI system is a workload of it. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { any, exists, fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'ai-workloads',
  title: 'A compute that runs a part of an AI system is one of its workloads',
  when: {
    variables: { it: 'compute' },
    edges: [],
    where: any(
      fact('it', 'service').in('ray', 'training', 'jupyter', 'kserve', 'sagemaker', 'spark', 'dask', 'mlflow'),
      exists({
        variables: {
          part: ['inference-endpoint', 'vector-store', 'agent', 'ai-application', 'notebook', 'management-interface'],
        },
        edges: [{ from: 'it', relation: 'runs', to: 'part' }],
      }),
    ),
  },
  conclude: [{ fact: 'aiWorkload', of: 'it', value: true, note: 'it runs a part of an AI system' }],
});
