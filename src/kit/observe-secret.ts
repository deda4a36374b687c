/** What an extractor says of a credential it found: a fingerprint and a place, never the value. */
import type { AssetObservation, RelationObservation } from '../domain/observation.ts';
import { accountOfAccessKey } from '../read/access-key-account.ts';
import type { Judgement } from '../read/secret-shapes.ts';
import type { FileInput } from './define-extractor.ts';
import { project } from './observe-packages.ts';

/** Where the value stands, in the words of the fact `place`. */
export type SecretPlace = 'source' | 'environment-file' | 'configuration' | 'notebook-output';

/** The observation of a credential whose value stands in the file. Its key is the same for every mention of one value. */
export const observeSecret = (
  input: Pick<FileInput, 'fingerprint'>,
  { kind, provider, confidence }: Judgement,
  value: string,
  place: SecretPlace,
  line: number,
): AssetObservation => {
  const fingerprint = input.fingerprint(value);
  return {
    key: `secret:${fingerprint}`,
    kind: 'secret',
    name: kind,
    identifiers: [{ scheme: 'secret-fingerprint', value: fingerprint }],
    facts: {
      secretKind: { value: kind },
      ...(provider === undefined ? {} : { provider: { value: provider } }),
      place: { value: place },
      hardCoded: { value: true },
    },
    line,
    how: 'observed',
    confidence,
  };
};

/** Credentials of a file whose values stand in it, as parts of the project, with what they open. */
export const observeSecrets = (
  input: Pick<FileInput, 'fingerprint'>,
  found: readonly (Judgement & { readonly line: number })[],
  place: SecretPlace,
): { readonly assets: readonly AssetObservation[]; readonly relations: readonly RelationObservation[] } => {
  const assets = found.map((one) => observeSecret(input, one, one.value, place, one.line));
  const relations = assets.flatMap((asset, at): readonly RelationObservation[] => [
    { relation: 'contains', from: project, to: { local: asset.key }, line: asset.line },
    ...observeOpened(found[at]!.value, asset),
  ]);
  return { assets, relations };
};

/** What a credential opens, where its value says so by itself: the account of an access key of AWS. */
export const observeOpened = (value: string, secret: AssetObservation): readonly RelationObservation[] => {
  const account = accountOfAccessKey(value);
  if (account === undefined) return [];
  return [
    {
      relation: 'authenticates-as',
      from: { local: secret.key },
      to: {
        kind: 'cloud-account',
        identifier: { scheme: 'arn', value: `arn:aws:iam::${account}:root` },
        name: `AWS account ${account}`,
      },
      line: secret.line,
      how: 'inferred',
      confidence: 0.9,
      note: 'the number of the account stands in the identifier of the key',
    },
  ];
};
