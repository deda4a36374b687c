/** Delegations: an agent that is made or called in the code of another one, or of one of its tools, is handed work by it. */
import type { Evidence } from '../../domain/evidence.ts';
import { contextOf } from './evaluation.ts';
import type { CodeContext, MadeAssets } from './made-assets.ts';
import type { CallTerm, Site, Value } from './value.ts';
import { alternatives } from './value.ts';

const carriers: ReadonlySet<string> = new Set(['tool', 'mcp-tool']);

/** States `delegates-to` for what agents’ own code, and that of the tools they are given, does with other agents. */
export const stateDelegations = (context: CodeContext, made: MadeAssets): void => {
  const { drafts, evaluator, graph } = context;
  const isAgent = (asset: number): boolean => drafts.kind(asset) === 'agent';
  const usersOf = new Map<number, number[]>();
  for (const { relation, from, to } of drafts.relations)
    if (relation === 'uses-tool' && isAgent(from) && carriers.has(drafts.kind(to)))
      usersOf.set(to, [...(usersOf.get(to) ?? []), from]);
  const bosses = new Map<number, readonly number[]>();
  for (const owner of graph.codeOf().keys()) {
    const own = isAgent(owner) ? [owner] : (usersOf.get(owner) ?? []);
    if (own.length > 0) bosses.set(owner, own);
  }
  const seen = new Set<string>();
  for (const [owner, own] of bosses)
    for (const place of graph.codeOf().get(owner) ?? [])
      for (const { file, call } of graph.reach(place.file, place.index).calls) {
        const key = `${owner} ${file.number} ${call.id}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const site: Site = { file, call, frame: undefined };
        const at: Evidence = { ...evaluator.evidence(file, call.at ?? 0), how: 'inferred', confidence: 0.9 };
        for (const agent of agentsAt(context, made, site))
          if (isAgent(agent)) for (const boss of own) drafts.relate('delegates-to', boss, agent, [at]);
      }
};

/** What a call makes, is called on, or is given. */
const agentsAt = ({ evaluator }: CodeContext, made: MadeAssets, site: Site): readonly number[] => {
  const context = contextOf(site);
  const callee = alternatives(evaluator.evaluate(site.call.callee, context));
  // Of the project’s own functions the code is followed; a library is handed what its call is given.
  if (callee.every((each) => each.v !== 'symbol' && each.v !== 'object')) return [];
  const values: Value[] = callee.flatMap((each) => (each.v === 'symbol' && each.receiver ? [each.receiver] : []));
  for (const term of given(site.call)) values.push(evaluator.evaluate(term, context));
  values.push(evaluator.evaluate(site.call, context));
  return values.flatMap((value) => made.of(value, undefined));
};

const given = ({ args, named }: CallTerm) => [...args, ...Object.values(named)];
