/** What an extractor says of a text that a model is given: the signs in it, each with its own line. */
import type { AssetObservation, RelationObservation } from '../domain/observation.ts';
import { findHidden } from '../read/hidden-characters.ts';
import { findSecrets } from '../read/secret-search.ts';
import { findTextSigns } from '../read/text-signs.ts';
import type { FileInput } from './define-extractor.ts';
import { observeSecret } from './observe-secret.ts';

/** A part of a text with the line on which it begins. */
export interface TextPart {
  readonly text: string;
  readonly line: number;
}

/**
 * The asset with what its text asks of a model, and one more observation of it for each sign, whose line proves it. A text in which
 * nothing was found is told as read.
 */
export const withTextSigns = (asset: AssetObservation, parts: readonly TextPart[]): readonly AssetObservation[] => {
  const signs = new Map<string, number>();
  const hidden = new Map<string, number>();
  for (const { text, line } of parts) {
    for (const found of findTextSigns(text, line)) if (!signs.has(found.sign)) signs.set(found.sign, found.line);
    for (const found of findHidden(text, line)) if (!hidden.has(found.kind)) hidden.set(found.kind, found.line);
  }
  const { key, kind, name, identifiers } = asset;
  const each = (fact: 'textSigns' | 'hiddenCharacters', found: ReadonlyMap<string, number>): AssetObservation[] =>
    [...found].map(([sign, line]) => ({
      key: `${key}#${sign}`,
      kind,
      name,
      identifiers,
      facts: { [fact]: { value: [sign] } },
      line,
      how: 'observed',
    }));
  return [
    {
      ...asset,
      facts: {
        ...asset.facts,
        ...(signs.size === 0 ? { textSigns: { value: [], how: 'observed' } } : {}),
        ...(hidden.size === 0 ? { hiddenCharacters: { value: [], how: 'observed' } } : {}),
      },
    },
    ...each('textSigns', signs),
    ...each('hiddenCharacters', hidden),
  ];
};

/** What a whole file says that instructs a model: its signs, and the credentials that stand in it. */
export const observeInstructions = (
  input: FileInput,
  asset: AssetObservation,
): { readonly assets: readonly AssetObservation[]; readonly relations: readonly RelationObservation[] } => {
  const text = input.text();
  // Prose is full of keys that were made up; only a shape of its own counts.
  const found = findSecrets(new TextEncoder().encode(text)).filter(({ inContext }) => !inContext);
  const secrets = found.map((one) => observeSecret(input, one, one.value, 'source', one.line));
  const whole: AssetObservation = {
    ...asset,
    facts: {
      ...asset.facts,
      holdsSecret: { value: secrets.length > 0, how: 'observed', ...(secrets[0] ? { line: secrets[0].line } : {}) },
    },
  };
  return {
    assets: [...withTextSigns(whole, [{ text, line: 1 }]), ...secrets],
    relations: secrets.map(({ key, line }) => ({
      relation: 'contains' as const,
      from: { local: asset.key },
      to: { local: key },
      line,
    })),
  };
};
