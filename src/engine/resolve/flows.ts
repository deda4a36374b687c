/** Flows: untrusted input that reaches prompts, model output that reaches sinks, and what tools do by the calls they reach. */
import type { Evidence } from '../../domain/evidence.ts';
import { belongsTo, type FactName } from '../../domain/facts.ts';
import type { Effect, Meaning } from '../../kit/define-library.ts';
import { type FunctionPlace, functionKey } from './call-graph.ts';
import { evidenceOf } from './drafts.ts';
import type { CodeContext, MadeAssets } from './made-assets.ts';
import { callKey, type Occurrence } from './occurrences.ts';
import type { Value } from './value.ts';
import { alternatives } from './value.ts';

type Carried = NonNullable<Meaning['yields']>;

/** Functions whose parameters strangers or models fill, by function key. */
export type Handlers = ReadonlyMap<string, Carried>;

/** Says of those whose code holds a sink that something it should not take flows into it. */
export const stateSink = (context: CodeContext, made: MadeAssets, each: Occurrence, handlers: Handlers): void => {
  const { drafts, evaluator } = context;
  const { sink } = each.meaning;
  if (!sink) return;
  if (sink.onlyIf) {
    const condition = evaluator.pick(sink.onlyIf, each.site, each.receiver);
    if (!condition || !alternatives(condition).some((value) => value.v === 'literal' && value.value === true)) return;
  }
  const value = evaluator.pick(sink.value, each.site, each.receiver);
  const isPrompt = sink.kind === 'prompt';
  const from = value && findCarrier(context, value, isPrompt ? 'untrusted-input' : 'model-output', handlers);
  if (!from) return;
  const at = made.place(each);
  const note = isPrompt ? 'untrusted input' : 'model output';
  const maker = sourceOf(from);
  const origin =
    maker.v === 'object' ? [evaluator.evidence(maker.site.file, maker.site.call.at ?? 0, note)] : from.trail;
  const evidence = evidenceOf(origin, { ...at, how: 'inferred', confidence: 0.85 });
  const fact: FactName = isPrompt ? 'untrustedInput' : 'outputSink';
  const said = isPrompt ? true : [sink.kind];
  const owners = [...made.enclosing(each), ...(isPrompt ? made.self(each) : [])].filter((asset) =>
    belongsTo(fact, drafts.kind(asset)),
  );
  for (const asset of owners.length > 0 ? owners : [made.holder(at.path)]) drafts.fact(asset, fact, said, evidence);
};

/** The call that first gave what a chain of members and methods still carries. */
const sourceOf = (value: Value): Value => {
  let at = value;
  for (let guard = 0; guard < 24; guard++) {
    const before = at.v === 'object' || at.v === 'symbol' ? at.receiver : undefined;
    if (before?.v !== 'object' || !before.libraries.yields(before.path)) return at;
    at = before;
  }
  return at;
};

/** The part of a value that carries what is looked for. */
const findCarrier = (context: CodeContext, value: Value, wanted: Carried, handlers: Handlers): Value | undefined => {
  let found: Value | undefined;
  context.evaluator.ingredients(value, (part) => {
    const carried =
      part.v === 'object' || part.v === 'symbol'
        ? part.libraries.yields(part.path)
        : part.v === 'parameter'
          ? handlers.get(functionKey(part.file, part.index))
          : undefined;
    if (carried === wanted) found ??= part;
  });
  return found;
};

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
