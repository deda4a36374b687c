/** What is reached over https at a public name, or offered by a cloud, and that nothing here runs, is a provider’s. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { any, fact } from '../../../kit/tests.ts';

/** https at a public name: no bare host, no address in digits, no name of a local network. */
const publicName =
  /^https:\/\/(?![\d.]+(?:[:/]|$))(?:[a-z0-9-]+\.)+(?!(?:local|internal|lan|svc|localdomain|test|example|invalid)(?:[:/]|$))[a-z]{2,}(?:[:/]|$)/i;

export default defineDerivation({
  id: 'hosted-elsewhere',
  title: 'What is reached at a provider’s public name is the provider’s to protect',
  when: {
    variables: { it: 'inference-endpoint' },
    edges: [],
    where: any(fact('it', 'url').matches(publicName), fact('it', 'provider').in('aws', 'azure', 'google')),
  },
  conclude: [
    {
      fact: 'selfHosted',
      of: 'it',
      value: false,
      note: 'it is reached over https at a public name, or a cloud offers it',
    },
  ],
  // The organisation may own the name; a compute that is seen to run it says so with more certainty.
  confidence: 0.8,
});
