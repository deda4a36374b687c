// What one file says of the folder it stands in.
import type { AssetReference, FactName, FactSaid, How, RelationKind } from '../../../kit/define-extractor.ts';
import { hubNameOf } from '../../../read/model-file.ts';
import { joinPath } from '../../../read/source-path.ts';

/** The format of a folder as the hub keeps models: weights with a description beside them. */
export const hubFolder = 'hub-folder';

export interface Origin {
  readonly relation: RelationKind;
  readonly to: AssetReference;
  readonly line: number;
  readonly how?: How;
  readonly confidence?: number;
}

export interface FolderSaid {
  readonly kind: 'model-artifact' | 'dataset';
  /** For the source’s own folder, which has no name. */
  readonly name?: string;
  readonly facts: Partial<Record<FactName, FactSaid>>;
  readonly origins: readonly Origin[];
  readonly line: number;
}

/** A model of the hub, by its name there. */
export const hubModel = (name: string): AssetReference => ({
  kind: 'model',
  identifier: { scheme: 'model-name', value: `huggingface:${name}` },
  name,
});

/**
 * The model that a text names: on the hub, or a folder of this source. Undefined for a path elsewhere, which names nothing that can be
 * found again. `bert-base-uncased` has no organisation on the hub.
 */
export const modelNamed = (text: string, folder: string): AssetReference | undefined => {
  const written = text.trim();
  if (/^\.{1,2}\//.test(written)) {
    const place = joinPath(folder, written);
    return place === undefined ? undefined : { kind: 'model-artifact', identifier: { scheme: 'place', value: place } };
  }
  const name = hubNameOf(written) ?? (/^[A-Za-z0-9][\w.-]{2,95}$/.test(written) ? written : undefined);
  if (
    name === undefined ||
    /^(?:\.|models?|outputs?|checkpoints?|results|runs|data|tmp|home|mnt|content|workspace)(?:\/|$)/i.test(name)
  )
    return undefined;
  return hubModel(name);
};
