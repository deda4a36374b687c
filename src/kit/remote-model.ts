/** Remote models: what a call or class of a client says about the model of a provider that it names. */
import type { FactName } from '../domain/facts.ts';
import type { Meaning, Pick } from './define-library.ts';

/** Gives the asset of a provider’s model; with `provider` undefined the picked name tells it, as in `openai/gpt-4o`. */
export const remoteModel = (
  provider: string | undefined,
  name: Pick,
  more: Readonly<Partial<Record<FactName, Pick>>> = {},
): NonNullable<Meaning['asset']> => ({
  kind: 'model',
  identifier: {
    scheme: 'model-name',
    value: provider === undefined ? { ...name, as: 'provider-path' } : { ...name, prefix: `${provider}:` },
  },
  facts: {
    provider: provider === undefined ? { ...name, matching: /^([^/]+)\// } : { value: provider },
    modelName: provider === undefined ? { ...name, matching: /^(?:[^/]+\/)?(.+)$/ } : name,
    hosting: { value: 'remote-api' },
    source: { value: 'provider-api' },
    ...more,
  },
});
