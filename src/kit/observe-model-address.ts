/** What is said of an address to which a setting sends the clients of a provider. */
import type { AssetObservation } from '../domain/observation.ts';
import type { Redirection } from '../read/model-addresses.ts';

/** Who follows the setting: whoever opens the repository with that agent, or the program that is started with the environment. */
export type RedirectedBy = 'agent-settings' | 'environment-file';

/** The address as an endpoint of its own: the same address elsewhere may be meant otherwise. */
export const observeModelAddress = (
  path: string,
  { provider, setting, url, line }: Redirection,
  by: RedirectedBy,
): AssetObservation => {
  const { protocol, host, origin, pathname } = new URL(url);
  return {
    key: `model-address:${setting}`,
    kind: 'inference-endpoint',
    name: host,
    identifiers: [{ scheme: 'symbol', value: `${path}#${setting}` }],
    facts: {
      url: { value: `${origin}${pathname}`.replace(/\/$/, '') },
      encryptedTransport: { value: protocol === 'https:' || /^(?:localhost|127\.|\[::1\])/.test(host) },
      redirects: { value: provider },
      redirectedBy: { value: by },
    },
    line,
  };
};
