/** How a service is reached over the internet, by the address under which it is used. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { isPublicHost } from '../../../read/public-host.ts';

export default defineDerivation({
  id: 'public-transport',
  title: 'An address says whether it is reached over TLS',
  when: { variables: { it: ['inference-endpoint', 'vector-store', 'mcp-server-configuration'] }, edges: [] },
  conclude: ({ bound }, snapshot) => {
    const it = bound.it!;
    const url = snapshot.kind(it) === 'vector-store' ? undefined : (snapshot.value(it, 'url') as string | undefined);
    const [, scheme, host = ''] = /^(https?|wss?):\/\/(?:[^@/]*@)?([^/:?#]+)/i.exec(url ?? '') ?? [];
    const told = scheme === undefined ? snapshot.value(it, 'encryptedTransport') : /s$/i.test(scheme);
    const hosts =
      scheme === undefined
        ? snapshot
            .identifiers(it)
            .filter((each) => each.scheme === 'host-port')
            .map(({ value }) => value.replace(/:\d+$/, ''))
        : [host];
    if (told === undefined || !hosts.some(isPublicHost)) return [];
    return [
      {
        fact: 'publicTransport',
        of: 'it',
        value: told ? 'encrypted' : 'clear',
        note: 'its address is one of the internet',
      },
    ];
  },
  // A company can keep a public name inside its network.
  confidence: 0.85,
});
