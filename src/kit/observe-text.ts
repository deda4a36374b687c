/** What an extractor says of a text that a model is given: the signs in it, each with its own line. */
import type { AssetObservation } from '../domain/observation.ts';
import { findHidden } from '../read/hidden-characters.ts';
import { findTextSigns } from '../read/text-signs.ts';

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
