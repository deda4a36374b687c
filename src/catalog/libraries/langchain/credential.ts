/** The credential that a class of a chat model reads by itself or is given. */
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
  reference: 'https://docs.langchain.com/oss/python/integrations/providers/overview',
});

/** What a credential of a vendor is called where its value is found. */
export const kindOf = (provider: string): string =>
  provider === 'azure' ? 'azure-openai-key' : provider === 'huggingface' ? 'huggingface-token' : `${provider}-api-key`;
