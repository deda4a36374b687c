/** Meanings that clients of model providers have in common: the model that a call names, and the key that a client is given. */
import type { Meaning, Pick } from './define-library.ts';

/** A model of a provider, as a call or an object names it. */
export interface NamedModel {
  readonly of: Meaning['of'];
  readonly provider: string;
  /** The name as the provider knows it. */
  readonly name: Pick;
  readonly reference: string;
  readonly facts?: NonNullable<NonNullable<Meaning['asset']>['facts']>;
  /** It runs where the caller says, and not at the provider. */
  readonly isOwn?: true;
}

/** The meaning of a call that uses a model by its name. */
export const modelNamed = ({ of, provider, name, reference, facts, isOwn }: NamedModel): Meaning => ({
  of,
  asset: {
    kind: 'model',
    identifier: { scheme: 'model-name', value: { ...name, prefix: `${provider}:` } },
    facts: {
      provider: { value: provider },
      modelName: name,
      ...(isOwn ? {} : { hosting: { value: 'remote-api' }, source: { value: 'provider-api' } }),
      ...facts,
    },
  },
  links: [
    { relation: 'invokes', from: 'enclosing', to: 'self' },
    ...(isOwn
      ? []
      : [
          {
            relation: 'provided-by',
            from: 'self',
            to: { kind: 'provider-account', scheme: 'provider', value: { value: provider } },
          } as const,
        ]),
  ],
  reference,
});

/** The credential that a client reads, given or by itself: known by the variable that holds it, never by its value. */
export const credentialRead = (
  of: Meaning['of'],
  provider: string,
  kind: string,
  value: Pick,
  reference: string,
): Meaning => ({
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
  reference,
});

/** The meaning of a call that is given a key. A key that is written out is found where credentials are looked for. */
export const keyGiven = (
  of: Meaning['of'],
  provider: string,
  kind: string,
  value: Pick,
  reference: string,
): Meaning => ({
  ...credentialRead(of, provider, kind, value, reference),
  onlyIf: { ...value, as: 'variable' },
});

/** The meaning of a call that is pointed at a server: its host, and whether the way there is encrypted. */
export const serverGiven = (of: Meaning['of'], value: Pick, reference: string): Meaning => ({
  of,
  onlyIf: { ...value, matching: /^https?:\/\// },
  asset: {
    kind: 'inference-endpoint',
    identifier: {
      scheme: 'host-port',
      value: { ...value, matching: /^https?:\/\/(?:[^@/\s]*@)?([^/?#\s.][^/?#\s]*)/ },
    },
    facts: {
      url: { ...value, matching: /^[^@\s]+$/ },
      encryptedTransport: { ...value, matching: /^(https?):/, choices: { https: true, http: false } },
    },
  },
  links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
  reference,
});
