/** Finds containers of AI systems that hold powers over the host that runs them. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact, not } from '../../../kit/tests.ts';

/** In the words of a sentence; the memory that model servers share with their host for speed is not among them. */
const powers: Readonly<Record<string, string>> = {
  privileged: 'runs privileged',
  capabilities: 'holds capabilities of the host’s administrator',
  'host-processes': 'sees the processes of its host',
  'host-files': 'is given the root files of its host',
  'container-socket': 'is given the socket of the container engine',
  'host-network': 'stands in the network of its host',
};

const held = (it: AssetView<'compute'>): readonly string[] =>
  (it.snapshot.value(it.number, 'hostPowers') ?? []).filter((power) => Object.hasOwn(powers, power));

export default defineDetector({
  id: 'workload-privileged',
  title: 'AI workload with powers over its host',
  about: 'compute',
  tests: 'workload-unprivileged',
  category: 'misconfiguration',
  // The network alone is no way out of the container.
  severity: (it) => (held(it).some((power) => power !== 'host-network') ? 'high' : 'medium'),
  applies: fact('it', 'aiWorkload').is(true),
  passes: not(fact('it', 'hostPowers').includesAny(...Object.keys(powers))),
  message: (it) =>
    `${it.name} ${held(it)
      .map((power) => powers[power])
      .join(', ')}.`,
  why: 'Model servers, notebooks and tools run what models and strangers send them; with such powers a fault in one of them is a fault in the host and all that it runs.',
  remedy: (it) =>
    `Take these powers from ${it.name}: name the device, folder or single capability that it needs, and give it a network of its own.`,
  references: ['AML.T0105', 'CWE-250', 'https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
});
