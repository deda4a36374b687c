/** A server that listens on the network, or to which a way in leads, is reached by others than its own host. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { all, any, exists, fact, kindIs, not } from '../../../kit/tests.ts';

/** Any address but those of the host itself. */
const beyondLoopback = /^(?!127\.|localhost$|::1$|\[::1\]|unix:)/;
const overNetwork = ['streamable-http', 'sse', 'websocket'] as const;

export default defineDerivation({
  id: 'served-beyond-host',
  title: 'What listens on the network is reached from other hosts',
  when: {
    variables: { it: ['mcp-server-definition', 'agent'] },
    edges: [],
    where: any(
      all(
        kindIs('it', 'mcp-server-definition'),
        fact('it', 'transport').in(...overNetwork),
        fact('it', 'bindAddress').matches(beyondLoopback),
      ),
      all(
        any(
          kindIs('it', 'agent'),
          not(all(kindIs('it', 'mcp-server-definition'), fact('it', 'transport').is('stdio'))),
        ),
        exists({ variables: { way: 'network-exposure' }, edges: [{ from: 'way', relation: 'exposes', to: 'it' }] }),
      ),
    ),
  },
  conclude: [{ fact: 'servedBeyondHost', of: 'it', value: true, note: 'it listens on the network' }],
  confidence: 0.95,
});
