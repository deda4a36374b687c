/** What leads to a host leads to the services that it runs. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

export default defineDerivation({
  id: 'exposed-through-host',
  title: 'A way in to the host is a way in to what it runs',
  when: {
    variables: {
      way: 'network-exposure',
      host: 'compute',
      service: [
        'inference-endpoint',
        'vector-store',
        'data-store',
        'mcp-server-definition',
        'agent',
        'ai-application',
        'management-interface',
      ],
    },
    edges: [
      { from: 'way', relation: 'exposes', to: 'host' },
      { from: 'host', relation: 'runs', to: 'service' },
    ],
  },
  conclude: ({ bound }, snapshot) => {
    // A service that listens on its own host's address is not behind the published port.
    const address = bound.service === undefined ? undefined : snapshot.fact(bound.service, 'bindAddress')?.value;
    return address !== undefined && /^(127\.|localhost$|::1$|\[::1\]|unix:)/.test(address)
      ? []
      : [{ relation: 'exposes', from: 'way', to: 'service', note: 'its host is exposed' }];
  },
  // A host can run more than the published port leads to.
  confidence: 0.9,
});
