/** The token with which the hub is asked. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';

/** The credential that a client reads: known by the variable that holds it, never by its value. */
export const credential = (of: Meaning['of'], provider: string, kind: string, value: Pick): Meaning => ({
  of,
  asset: {
    kind: 'secret',
    identifier: { scheme: 'display-name', value: { ...value, as: 'variable' } },
    facts: {
      provider: { value: provider },
      secretKind: { value: kind },
      place: { value: 'variable' },
      hardCoded: { value: false },
    },
  },
  links: [
    { relation: 'uses-secret', from: 'enclosing', to: 'self' },
    {
      relation: 'authenticates-as',
      from: 'self',
      to: { kind: 'provider-account', scheme: 'provider', value: { value: provider } },
    },
  ],
  reference: 'https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables#hftoken',
});
