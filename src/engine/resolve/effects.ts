/** Effects: what tools do by the calls that their code reaches. */
import type { Evidence } from '../../domain/evidence.ts';
import { belongsTo, type FactName } from '../../domain/facts.ts';
import type { Effect } from '../../kit/define-library.ts';
import type { FunctionPlace } from './call-graph.ts';
import type { Evaluator } from './evaluator.ts';
import type { CodeContext, MadeAssets } from './made-assets.ts';
import { callKey, type Occurrence } from './occurrences.ts';
import { privatePartOf } from './private-values.ts';

const effectFacts = {
  'reads-private-data': 'readsPrivateData',
  'takes-untrusted-content': 'takesUntrustedContent',
  'sends-out': 'sendsOut',
  'changes-state': 'changesState',
  'executes-code': 'executesCode',
} as const satisfies Record<Effect, FactName>;

/** Says what every tool of the source does; an effect not seen is absent only where every call it reaches was understood. */
export const stateEffects = (context: CodeContext, made: MadeAssets, occurrences: readonly Occurrence[]): void => {
  const byCall = new Map<string, Occurrence[]>();
  for (const each of occurrences) {
    if (!each.meaning.effects) continue;
    const key = callKey(each.site.file, each.site.call);
    byCall.set(key, [...(byCall.get(key) ?? []), each]);
  }
  for (const [asset, places] of context.graph.codeOf()) {
    if (belongsTo('sendsOut', context.drafts.kind(asset))) stateEffectsOf(context, made, asset, places, byCall);
  }
};

const stateEffectsOf = (
  { drafts, evaluator, graph }: CodeContext,
  made: MadeAssets,
  asset: number,
  places: readonly FunctionPlace[],
  byCall: ReadonlyMap<string, readonly Occurrence[]>,
): void => {
  const seen = new Map<FactName, readonly Evidence[]>();
  let opaque: string | undefined;
  for (const place of places) {
    const reach = graph.reach(place.file, place.index);
    if (reach.cut) opaque ??= 'the code it reaches is too large to follow';
    for (const { file, call } of reach.calls) {
      for (const each of byCall.get(callKey(file, call)) ?? [])
        for (const effect of each.meaning.effects ?? [])
          if (!seen.has(effectFacts[effect]))
            seen.set(effectFacts[effect], [{ ...made.place(each), note: `calls ${each.path}` }]);
      opaque ??= graph.opaque(file, call);
    }
  }
  if (!seen.has('readsPrivateData')) {
    const given = privateGiven(evaluator, places);
    if (given) seen.set('readsPrivateData', [given]);
  }
  const first = places[0]!;
  const line = first.file.program.functions[first.index]!.line;
  const at: Evidence = { ...evaluator.evidence(first.file, line), how: 'inferred', confidence: 0.8 };
  drafts.fact(asset, 'effectsKnown', opaque === undefined, [at]);
  for (const fact of Object.values(effectFacts)) {
    const evidence = seen.get(fact);
    if (evidence) drafts.fact(asset, fact, true, evidence);
    else if (opaque === undefined) drafts.fact(asset, fact, false, [at]);
    else drafts.unseen(asset, fact, opaque);
  }
};

/** Where private data stands among what the asset’s own functions give back. */
const privateGiven = (evaluator: Evaluator, places: readonly FunctionPlace[]): Evidence | undefined => {
  for (const { file, index } of places) {
    const { line, returns } = file.program.functions[index]!;
    const at = evaluator.evidence(file, line);
    for (const term of returns) {
      const value = evaluator.evaluate(term, { path: file.path, file, frame: undefined });
      const found = privatePartOf(evaluator, value, at);
      if (found) return found;
    }
  }
  return undefined;
};
