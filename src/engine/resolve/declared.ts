/** Declared: lays what people declare (systems, owners, the approved inventory) on the assets that it speaks of. */
import type { SystemDeclaration } from '../../domain/configuration.ts';
import type { Declaration } from '../../domain/declaration.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { FactName, FactValue } from '../../domain/facts.ts';
import type { AssetKind } from '../../domain/kinds.ts';
import { mayJoin } from '../../domain/relations.ts';
import type { AssetStatement } from '../../graph/statement.ts';
import { ownersOf } from '../../read/code-owners.ts';
import { matchPaths } from '../../read/path-patterns.ts';
import { findApproved } from './approved.ts';
import type { Drafts } from './drafts.ts';
import type { ReadFile } from './read-extraction.ts';

/** What a person would name as a system of its own. */
const heads: ReadonlySet<AssetKind> = new Set(['ai-application', 'chatbot', 'copilot']);
/** One and the same wherever it is used, or too many to be told of: not a part of one declared system. */
const shared: ReadonlySet<AssetKind> = new Set([
  'model',
  'provider-account',
  'package-version',
  'package-occurrence',
  'cloud-account',
  'container-image',
  'repository',
  'owner',
  'secret',
]);

interface Placed<Sort extends Declaration['sort']> {
  readonly path: string;
  readonly declaration: Extract<Declaration, { sort: Sort }>;
}

const declarationsOf = <Sort extends Declaration['sort']>(files: readonly ReadFile[], sort: Sort): Placed<Sort>[] =>
  files.flatMap(({ path, extraction }) =>
    (extraction.declarations ?? []).flatMap((declaration) =>
      declaration.sort === sort ? [{ path, declaration: declaration as Placed<Sort>['declaration'] }] : [],
    ),
  );

const saysOf = ({ purpose, riskTier }: SystemDeclaration): string => {
  if (purpose !== undefined) return riskTier === undefined ? 'without-tier' : 'whole';
  return riskTier === undefined ? 'name-only' : 'without-purpose';
};

const factsOf = (system: SystemDeclaration, isHead: boolean): Partial<Record<FactName, FactValue>> => {
  const { name, purpose, riskTier, environment, stage, exposed, oversight } = system;
  return {
    system: name,
    ...(exposed === undefined ? {} : { exposureIntended: exposed }),
    ...(environment === undefined ? {} : { environment }),
    ...(stage === undefined ? {} : { stage }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(riskTier === undefined ? {} : { riskTier, oversightAssigned: oversight !== undefined }),
    ...(isHead ? { declaration: saysOf(system) } : {}),
  };
};

/** The paths that an asset stands at; a folder counts as a file in it, so that `bot/` and `bot/**` mean it. */
const pathsOf = ({ kind, evidence, identifiers }: AssetStatement): string[] => {
  const folder =
    heads.has(kind) || kind === 'code-project'
      ? identifiers.find(({ scheme }) => scheme === 'place')?.value.replace(/^.*\|/, '')
      : undefined;
  if (folder !== undefined && folder !== '/') return [`${folder.replace(/\/$/, '')}/-`];
  const [first] = evidence;
  return [first === undefined ? '' : first.path];
};

/** The first file of those that code hosts look for. */
const ownerFiles = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'];

/** Adds facts and owners to the drafts of one source. Of two systems that claim one asset the first has it. */
export const declare = (drafts: Drafts, files: readonly ReadFile[]): void => {
  const systems = declarationsOf(files, 'system').map(({ path, declaration: { system, line } }) => ({
    system,
    at: { source: drafts.source, path, line, how: 'declared', confidence: 1 } satisfies Evidence,
    matches: matchPaths(system.paths),
  }));
  const owners = declarationsOf(files, 'owners').sort(
    (a, b) => ownerFiles.indexOf(a.path) - ownerFiles.indexOf(b.path),
  )[0];
  const ownerOf = owners && ownersOf(owners.declaration.rules);
  const isOwnershipKept = owners !== undefined || systems.some(({ system }) => system.owner !== undefined);
  const named = new Map<string, number>();

  const own = (asset: number, name: string, at: Evidence): void => {
    if (!mayJoin('owned-by', drafts.kind(asset), 'owner')) return;
    const owner =
      named.get(name) ?? drafts.asset('owner', name, [drafts.identifier('owner-name', name.toLowerCase())], [at]);
    named.set(name, owner);
    drafts.relate('owned-by', asset, owner, [at]);
  };

  let hasHead = false;
  const repositories: number[] = [];
  for (const [asset, statement] of [...drafts.assets.entries()]) {
    const { kind } = statement;
    if (kind === 'repository') repositories.push(asset);
    if (shared.has(kind) || statement.mention) continue;
    const isHead = heads.has(kind);
    const paths = pathsOf(statement);
    const declared = systems.find(({ matches }) => paths.some(matches));
    if (declared)
      for (const [fact, value] of Object.entries(factsOf(declared.system, isHead)))
        drafts.fact(asset, fact as FactName, value, [declared.at]);
    else if (isHead && systems.length > 0)
      drafts.fact(asset, 'declaration', 'missing', [systems[0]!.at, ...statement.evidence.slice(0, 1)]);
    if (!isHead) {
      if (declared?.system.owner !== undefined) own(asset, declared.system.owner, declared.at);
      continue;
    }
    hasHead = true;
    if (!isOwnershipKept) continue;
    const rule = declared?.system.owner === undefined ? ownerOf?.(paths[0]!) : undefined;
    const at: Evidence | undefined = rule
      ? { source: drafts.source, path: owners!.path, line: rule.line, how: 'declared', confidence: 1 }
      : declared?.at;
    const names = declared?.system.owner === undefined ? (rule?.owners ?? []) : [declared.system.owner];
    for (const name of names) own(asset, name, at!);
    drafts.fact(
      asset,
      'ownership',
      names.length > 0 ? 'named' : 'missing',
      names.length > 0 ? [at!] : statement.evidence,
    );
  }
  if (hasHead)
    for (const repository of repositories)
      drafts.fact(repository, 'ownership', isOwnershipKept ? 'named' : 'missing', [
        { source: drafts.source, path: owners?.path ?? '', line: 0, how: 'observed', confidence: 1 },
      ]);
  for (const { asset, isApproved, at } of findApproved(drafts, declarationsOf(files, 'inventory')))
    drafts.fact(asset, 'approved', isApproved, [at, ...drafts.assets[asset]!.evidence.slice(0, 1)]);
};
