/** Statements as tests write them. */
import type { Evidence } from '../domain/evidence.ts';
import type { Scheme } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { AssetStatement, Statements } from './statement.ts';

export const at = (source: string, path = 'a.py', line = 1): Evidence => ({
  source,
  path,
  line,
  how: 'declared',
  confidence: 1,
});

export const mention = (
  kind: AssetKind,
  source: string,
  identifiers: readonly (readonly [Scheme, string])[],
  more: Partial<AssetStatement> = {},
): AssetStatement => ({
  kind,
  name: identifiers[0]?.[1] ?? 'thing',
  identifiers: identifiers.map(([scheme, value]) => ({ scheme, value })),
  facts: [],
  unseen: [],
  closures: [],
  evidence: [at(source)],
  ...more,
});
export const estate = (assets: readonly AssetStatement[], more: Partial<Statements> = {}): Statements => ({
  assets,
  relations: [],
  open: [],
  gaps: [],
  ...more,
});
