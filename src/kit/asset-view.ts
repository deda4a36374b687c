/** The view of one asset that messages, severities and payloads are written with. */
import type { AssetKind } from '../domain/kinds.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import type { AssetView } from './define-detector.ts';

/** `text` gives the empty text for a fact that is not known, and joins a list with commas. */
export function viewAsset<K extends AssetKind>(
  snapshot: Snapshot,
  asset: number,
  witness: Readonly<Record<string, number>> = {},
  item?: string,
): AssetView<K> {
  const view: AssetView<K> = {
    name: snapshot.name(asset),
    kind: snapshot.kind(asset) as K,
    number: asset,
    snapshot,
    text(fact) {
      const value = snapshot.fact(asset, fact)?.value;
      return value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value);
    },
    has: (fact) => snapshot.fact(asset, fact) !== undefined,
    witness(variable) {
      const found = witness[variable];
      return found === undefined ? undefined : snapshot.name(found);
    },
  };
  return item === undefined ? view : { ...view, item };
}

/** Puts names in for `{variable}`; a variable that nothing is bound to is “something”. */
export function fillNames(text: string, bound: Readonly<Record<string, number>>, snapshot: Snapshot): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, variable: string) => {
    const asset = bound[variable];
    return asset === undefined ? 'something' : snapshot.name(asset);
  });
}
