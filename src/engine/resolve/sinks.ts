/** Sinks: untrusted input that reaches prompts, and model output that reaches a shell, an evaluator, a query, a page. */
import type { Evidence } from '../../domain/evidence.ts';
import { belongsTo } from '../../domain/facts.ts';
import type { Meaning } from '../../kit/define-library.ts';
import { functionKey } from './call-graph.ts';
import { evidenceOf, reasonOf } from './drafts.ts';
import type { CodeContext, MadeAssets } from './made-assets.ts';
import type { Occurrence } from './occurrences.ts';
import type { Value } from './value.ts';
import { alternatives } from './value.ts';

type Carried = NonNullable<Meaning['yields']>;
type Sink = NonNullable<Meaning['sink']>;

/** Functions whose parameters strangers or models fill, by function key. */
export type Handlers = ReadonlyMap<string, Carried>;

/** Sinks of which a fact of its own is told, with what has to reach them. */
const toldOf = {
  prompt: { carried: 'untrusted-input', fact: 'untrustedInput', note: 'untrusted input' },
  'system-prompt': { carried: 'untrusted-input', fact: 'untrustedInstructions', note: 'untrusted input' },
  recipient: { carried: 'model-output', fact: 'recipientChosen', note: 'what the model gives' },
  credentials: { carried: 'caller-credential', fact: 'forwardsCallerToken', note: 'the credential of the caller' },
} as const satisfies Partial<Record<Sink['kind'], unknown>>;

/** Sinks that carry out or show what reaches them: only for these does it matter that a value could not be followed. */
const carryingOut: ReadonlySet<Sink['kind']> = new Set(['shell', 'eval', 'sql', 'html']);

/** States what flows into the sinks of all code, and of which code nothing does. */
export const stateSinks = (
  context: CodeContext,
  made: MadeAssets,
  occurrences: readonly Occurrence[],
  handlers: Handlers,
): void => {
  const { drafts } = context;
  const opaque = new Map<number, string>();
  const carriers = new Set<number>();
  for (const each of occurrences) {
    const { sink } = each.meaning;
    if (!sink || !isArmed(context, each, sink)) continue;
    const value = context.evaluator.pick(sink.value, each.site, each.receiver);
    if (!value) continue;
    if (sink.kind === 'prompt' || sink.kind === 'system-prompt') stateSecretInside(context, made, each, value);
    const told = sink.kind in toldOf ? toldOf[sink.kind as keyof typeof toldOf] : undefined;
    if (told) stateReached(context, made, each, value, handlers, told);
    else {
      const owners = ownersOf(context, made, each);
      const found = look(context, value, 'model-output', handlers);
      for (const asset of owners) {
        if (found.carrier) {
          drafts.fact(
            asset,
            'outputSink',
            [sink.kind],
            evidenceOfFlow(context, made, each, found.carrier, 'model output'),
          );
          carriers.add(asset);
        } else if (found.why !== undefined && carryingOut.has(sink.kind))
          opaque.set(
            asset,
            `what reaches the ${sink.kind} at ${placeOf(made, each)} could not be followed: ${found.why}`,
          );
      }
    }
  }
  for (const [asset, at] of coded(context, made)) {
    const why = opaque.get(asset);
    if (carriers.has(asset)) continue;
    if (why !== undefined) drafts.unseen(asset, 'outputSink', why);
    // All that reaches its sinks was followed, and none of it is a model’s; sinks of undescribed libraries are not counted.
    else drafts.fact(asset, 'outputSink', [], [{ ...at, how: 'inferred', confidence: 0.7 }]);
  }
};

/** Assets that have code of their own, with a place: projects, notebooks and tools. */
const coded = ({ evaluator, graph }: CodeContext, made: MadeAssets): ReadonlyMap<number, Evidence> => {
  const assets = new Map<number, Evidence>();
  for (const file of evaluator.world.programs) {
    const holder = made.holder(file.path);
    if (!assets.has(holder)) assets.set(holder, evaluator.evidence(file, 1));
  }
  for (const [asset, places] of graph.codeOf()) {
    const { file, index } = places[0]!;
    if (!assets.has(asset)) assets.set(asset, evaluator.evidence(file, file.program.functions[index]!.line));
  }
  return assets;
};

const isArmed = ({ evaluator }: CodeContext, each: Occurrence, sink: Sink): boolean => {
  if (!sink.onlyIf) return true;
  const condition = evaluator.pick(sink.onlyIf, each.site, each.receiver);
  return (
    condition !== undefined && alternatives(condition).some((value) => value.v === 'literal' && value.value === true)
  );
};

const placeOf = (made: MadeAssets, each: Occurrence): string => {
  const { path, line } = made.place(each);
  return `${path}:${line}`;
};

const ownersOf = ({ drafts }: CodeContext, made: MadeAssets, each: Occurrence): readonly number[] => {
  const owners = made.enclosing(each).filter((asset) => belongsTo('outputSink', drafts.kind(asset)));
  return owners.length > 0 ? owners : [made.holder(each.site.file.path)];
};

const stateReached = (
  context: CodeContext,
  made: MadeAssets,
  each: Occurrence,
  value: Value,
  handlers: Handlers,
  { carried, fact, note }: (typeof toldOf)[keyof typeof toldOf],
): void => {
  const { carrier } = look(context, value, carried, handlers);
  if (!carrier) return;
  const evidence = evidenceOfFlow(context, made, each, carrier, note);
  const assets = [...made.enclosing(each), ...made.self(each)].filter((asset) =>
    belongsTo(fact, context.drafts.kind(asset)),
  );
  for (const asset of assets.length > 0 ? assets : [made.holder(each.site.file.path)])
    context.drafts.fact(asset, fact, true, evidence);
};

/** A credential that stands in a text for a model; the text itself was left with its reader. */
const stateSecretInside = (context: CodeContext, made: MadeAssets, each: Occurrence, value: Value): void => {
  let secret: Value | undefined;
  context.evaluator.ingredients(value, (part) => {
    if (part.v === 'handle' && part.scheme === 'secret-fingerprint') secret ??= part;
  });
  if (!secret) return;
  const evidence = evidenceOfFlow(context, made, each, secret, 'a credential');
  const assets = [...made.enclosing(each), ...made.self(each)].filter((asset) =>
    belongsTo('holdsSecret', context.drafts.kind(asset)),
  );
  for (const asset of assets.length > 0 ? assets : [made.holder(each.site.file.path)])
    if (belongsTo('holdsSecret', context.drafts.kind(asset))) context.drafts.fact(asset, 'holdsSecret', true, evidence);
};

const evidenceOfFlow = (
  { evaluator }: CodeContext,
  made: MadeAssets,
  each: Occurrence,
  carrier: Value,
  note: string,
): readonly Evidence[] => {
  const maker = sourceOf(carrier);
  const origin =
    maker.v === 'object' ? [evaluator.evidence(maker.site.file, maker.site.call.at ?? 0, note)] : maker.trail;
  return evidenceOf(origin, { ...made.place(each), how: 'inferred', confidence: 0.85 });
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

/** The part of a value that carries what is looked for; else why a part of it could not be followed. */
const look = (
  context: CodeContext,
  value: Value,
  wanted: Carried,
  handlers: Handlers,
): { readonly carrier?: Value; readonly why?: string } => {
  let carrier: Value | undefined;
  let why: string | undefined;
  context.evaluator.ingredients(value, (part) => {
    const carried =
      part.v === 'object' || part.v === 'symbol'
        ? part.libraries.yields(part.path)
        : part.v === 'parameter'
          ? handlers.get(functionKey(part.file, part.index))
          : undefined;
    if (carried === wanted) carrier ??= part;
    else if (carried === undefined && (part.v === 'unknown' || part.v === 'parameter')) why ??= reasonOf(part);
  });
  return carrier ? { carrier } : why === undefined ? {} : { why };
};
