/** A model server whose workers run what arrives on a socket between them stands in a network that others share. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { all, any, exists, fact, failing } from '../../../kit/tests.ts';

/** Advisories of sockets between workers: pickled messages over ZeroMQ or a store of PyTorch, and calls of memory from afar. */
const ofSockets = [
  'CVE-2024-42479',
  'CVE-2025-29783',
  'CVE-2025-30165',
  'CVE-2025-32444',
  'CVE-2025-47277',
  'CVE-2026-34159',
] as const;

export default defineCorrelation({
  id: 'worker-socket-exposed',
  title: 'A neighbour in the network runs code on the GPU host',
  references: ['T27', 'LLM03:2025', 'ASI05:2026', 'AML.T0049', 'CWE-502'],
  variables: { host: 'compute', image: 'container-image' },
  edges: [{ from: 'host', relation: 'runs', to: 'image' }],
  identify: ['host'],
  conditions: [
    {
      id: 'runs-messages',
      says: '{image} runs what arrives on the sockets between its workers',
      // The detector is asked only of images of servers that are known; of most others nobody knows the advisories, and nearly none has such workers.
      test: all(failing('image', 'service-patched'), fact('image', 'advisories').includesAny(...ofSockets)),
    },
    {
      id: 'shared-network',
      says: '{host} stands in the network of its nodes, where others stand too',
      test: any(fact('host', 'hostPowers').includes('host-network'), fact('host', 'public').is(true)),
    },
  ],
  sentence:
    '{host} runs {image}, whose workers run what arrives on the sockets between them, in a network that others share: whoever reaches one socket runs code beside the model.',
  attempt: { value: 0.4, why: 'it takes a foothold in the network, from which such sockets are easy to find' },
  impact: [
    { name: 'control', value: 0.8, why: 'code runs on a host with GPUs, weights and prompts' },
    {
      name: 'control',
      value: 0.95,
      why: 'its host holds credentials',
      test: exists({
        variables: { secret: 'secret' },
        edges: [{ from: 'host', relation: 'uses-secret', to: 'secret' }],
      }),
    },
  ],
});
