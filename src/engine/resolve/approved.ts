/** Approved: holds models, providers and MCP servers against the inventory that an organisation declares. */
import type { Inventory } from '../../domain/configuration.ts';
import type { Declaration } from '../../domain/declaration.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { AssetKind } from '../../domain/kinds.ts';
import type { AssetStatement } from '../../graph/statement.ts';
import type { Drafts } from './drafts.ts';

const kindsOf: Readonly<Record<keyof Inventory, readonly AssetKind[]>> = {
  models: ['model'],
  providers: ['provider-account'],
  mcpServers: ['mcp-server-configuration', 'mcp-server-definition'],
  codingAgents: ['mcp-client'],
};

type Placed = { readonly path: string; readonly declaration: Extract<Declaration, { sort: 'inventory' }> };

/** The ways in which one mention can be named: as it is called, and by its identifiers with and without what stands before them. */
const namesOf = ({ name, identifiers }: AssetStatement): string[] => [
  name,
  ...identifiers.flatMap(({ scheme, value }) => {
    const own = value.slice(value.indexOf('|') + 1);
    const plain = scheme === 'model-name' ? own.replace(/@[^@]*$/, '') : own;
    if (scheme === 'mcp-entry') return [];
    return [plain, plain.slice(plain.indexOf(':') + 1)];
  }),
];

const escapeLiteral = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

const matcherOf = (names: readonly string[]): ((name: string) => boolean) => {
  const patterns = names.map(
    (name) => new RegExp(`^${name.replace(/\*+/g, '*').replace(/[^*]+/g, escapeLiteral).replaceAll('*', '.*')}$`, 'is'),
  );
  return (name) => patterns.some((pattern) => pattern.test(name));
};

/**
 * Every mention of a sort for which an inventory is declared, and whether it is on it. What is one asset is approved as one: a mention by
 * an approved name approves those that share an identifier with it.
 */
export const findApproved = (
  drafts: Drafts,
  inventories: readonly Placed[],
): { readonly asset: number; readonly isApproved: boolean; readonly at: Evidence }[] => {
  const found: { asset: number; isApproved: boolean; at: Evidence }[] = [];
  for (const [of, own] of Map.groupBy(inventories, ({ declaration }) => declaration.of)) {
    const isListed = matcherOf(own.flatMap(({ declaration }) => declaration.names));
    const kinds = new Set(kindsOf[of]);
    const mentions = [...drafts.assets.entries()].filter(([, { kind }]) => kinds.has(kind));
    const approved = new Set<string>();
    const keysOf = ({ identifiers }: AssetStatement): string[] =>
      identifiers.map(({ scheme, value }) => `${scheme} ${value}`);
    const listed = mentions.map(([, statement]) => namesOf(statement).some(isListed));
    for (const [at, [, statement]] of mentions.entries())
      if (listed[at]) for (const key of keysOf(statement)) approved.add(key);
    const [{ path, declaration }] = own as [Placed];
    const at: Evidence = { source: drafts.source, path, line: declaration.line, how: 'declared', confidence: 1 };
    for (const [index, [asset, statement]] of mentions.entries())
      found.push({ asset, isApproved: listed[index]! || keysOf(statement).some((key) => approved.has(key)), at });
  }
  return found;
};
