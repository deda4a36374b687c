/** Code: which calls, decorators and classes of the source have a meaning, and what they make, join and do. */
import type { Evidence } from '../../domain/evidence.ts';
import { belongsTo, type FactName } from '../../domain/facts.ts';
import { type AssetKind, layerOf } from '../../domain/kinds.ts';
import type { End, Link, Meaning } from '../../kit/define-library.ts';
import { type CallGraph, type FunctionPlace, functionKey } from './call-graph.ts';
import { type Drafts, evidenceOf, reasonOf } from './drafts.ts';
import { calleeNames, type Evaluator } from './evaluator.ts';
import type { IndexedMeaning } from './library-index.ts';
import { assetsNamed, type Named } from './observed.ts';
import { isTestPath, type Projects } from './projects.ts';
import type { CallTerm, Site, Value } from './value.ts';
import { alternatives, textOf } from './value.ts';
import type { ProgramFile } from './world.ts';

/** What a meaning is about: a call, with the object it is called on and the function or class that it decorates or is given. */
interface Occurrence {
  readonly meaning: IndexedMeaning;
  readonly path: string;
  readonly site: Site;
  readonly receiver: Value | undefined;
  readonly subject: Extract<Value, { v: 'function' | 'class' }> | undefined;
}

export interface CodeContext {
  readonly drafts: Drafts;
  readonly evaluator: Evaluator;
  readonly projects: Projects;
  readonly graph: CallGraph;
  projectAsset(folder: string): number;
  /** The project of this folder uses AI. */
  markAi(folder: string): void;
  notebookAsset(path: string): number | undefined;
}

/** Kinds that make a project an AI application when its code makes or names one. */
const isAi = (kind: AssetKind): boolean =>
  kind !== 'provider-account' && (layerOf(kind) === 'model' || layerOf(kind) === 'agentic' || kind === 'vector-store');

export class Code {
  readonly #in: CodeContext;
  /** Assets by call (`file:call`), function (`file:f:index`) or class (`file:k:index`). */
  readonly #assets = new Map<string, readonly number[]>();
  readonly #occurrences = new Map<string, Occurrence[]>();
  readonly #names = new Map<string, string>();
  /** Functions whose parameters strangers or models fill. */
  readonly handlers = new Map<string, 'untrusted-input' | 'model-output'>();

  constructor(context: CodeContext) {
    this.#in = context;
  }

  /** Reads all programs: first what functions and classes are, then what calls make and join. */
  run(): void {
    const all: Occurrence[] = [];
    for (const file of this.#in.evaluator.world.programs) {
      if (isTestPath(file.path)) continue;
      this.#nameCalls(file);
      all.push(...this.#decorations(file), ...this.#calls(file));
    }
    for (const each of all) {
      const key = this.#keyOf(each);
      const list = this.#occurrences.get(key);
      if (list) list.push(each);
      else this.#occurrences.set(key, [each]);
    }
    for (const each of all) {
      if (each.subject?.v === 'function' && each.meaning.handlerParameters)
        this.handlers.set(functionKey(each.subject.file, each.subject.index), each.meaning.handlerParameters);
      if (each.subject) this.#own(each);
    }
    for (const each of all) this.#self(each);
    for (const each of all) for (const link of each.meaning.links ?? []) this.#link(each, link);
    for (const each of all) if (each.meaning.sink) this.#sink(each, each.meaning.sink);
    this.#effects(all);
  }

  /** The assets that stand for a function or class, for the call graph’s owners. */
  #own(each: Occurrence): void {
    const assets = this.#self(each);
    const subject = each.subject!;
    if (subject.v === 'function') for (const asset of assets) this.#in.graph.own(subject.file, subject.index, asset);
    else
      subject.file.program.functions.forEach((method, index) => {
        if (method.classIndex === subject.index)
          for (const asset of assets) this.#in.graph.own(subject.file, index, asset);
      });
  }

  #keyOf(each: Occurrence): string {
    if (each.subject)
      return `${each.subject.file.number}:${each.subject.v === 'function' ? 'f' : 'k'}:${each.subject.index}`;
    return `${each.site.file.number}:${each.site.call.id}`;
  }

  #nameCalls(file: ProgramFile): void {
    for (const binding of file.program.bindings) {
      let term = binding.term;
      // A chained call (`StateGraph(...).compile()`) names its innermost maker too, unless that has a name.
      for (let guard = 0; term.t === 'call' && guard < 8; guard++) {
        const key = `${file.number}:${term.id}`;
        if (!this.#names.has(key)) this.#names.set(key, binding.name);
        if (term.callee.t !== 'member') break;
        term = term.callee.of;
      }
    }
  }

  *#decorations(file: ProgramFile): Generator<Occurrence> {
    const context = { path: file.path, file, frame: undefined };
    const { evaluator } = this.#in;
    const subjects = [
      ...file.program.functions.map((summary, index) => ({
        summary,
        bases: [] as readonly never[],
        subject: { v: 'function', file, index, self: undefined, trail: [] } as const,
      })),
      ...file.program.classes.map((summary, index) => ({
        summary,
        bases: summary.bases,
        subject: { v: 'class', file, index, trail: [] } as const,
      })),
    ];
    for (const { summary, bases, subject } of subjects) {
      for (const decorator of summary.decorators) {
        for (const value of alternatives(evaluator.evaluate(decorator, context))) {
          const called = value.v === 'object';
          if (!called && value.v !== 'symbol') continue;
          const path = called ? value.path.replace(/\(\)$/, '') : value.path;
          const site: Site = called ? value.site : { file, call: emptyCall(summary.line), frame: undefined };
          for (const meaning of evaluator.libraries.meaningsOf(path, 'decorator'))
            yield { meaning, path, site, receiver: value.receiver, subject };
        }
      }
      for (const base of bases) {
        for (const value of alternatives(evaluator.evaluate(base, context))) {
          const path = value.v === 'symbol' ? value.path : value.v === 'object' ? value.path : undefined;
          if (path === undefined) continue;
          for (const meaning of evaluator.libraries.meaningsOf(path, 'subclass'))
            yield {
              meaning,
              path,
              site: { file, call: emptyCall(summary.line), frame: undefined },
              receiver: undefined,
              subject,
            };
        }
      }
    }
  }

  *#calls(file: ProgramFile): Generator<Occurrence> {
    const { evaluator } = this.#in;
    const context = { path: file.path, file, frame: undefined };
    for (const { call, scope } of file.program.calls) {
      if (!calleeNames(call, file, scope, evaluator.world).some((name) => evaluator.libraries.terminals.has(name)))
        continue;
      for (const value of alternatives(evaluator.evaluate(call.callee, context))) {
        if (value.v !== 'symbol' && value.v !== 'object') continue;
        const receiver = value.v === 'object' ? value : value.receiver;
        const site: Site = { file, call, frame: undefined };
        for (const meaning of evaluator.libraries.meaningsOf(value.path, 'call')) {
          const handler = meaning.handler ? evaluator.pick(meaning.handler, site, receiver) : undefined;
          const subject = handler && alternatives(handler).find((each) => each.v === 'function' || each.v === 'class');
          yield {
            meaning,
            path: value.path,
            site,
            receiver,
            subject: subject?.v === 'function' || subject?.v === 'class' ? subject : undefined,
          };
        }
      }
    }
  }

  /** The assets that an occurrence makes or names, stated once. */
  #self(each: Occurrence): readonly number[] {
    const { asset } = each.meaning;
    if (!asset) return [];
    const key = `${this.#keyOf(each)}:${each.meaning.library}:${asset.kind}`;
    const known = this.#assets.get(key);
    if (known) return known;
    this.#assets.set(key, []);
    const made = this.#make(each, asset);
    this.#assets.set(key, made);
    return made;
  }

  #make(each: Occurrence, asset: NonNullable<Meaning['asset']>): readonly number[] {
    const { drafts, evaluator, projects } = this.#in;
    const at = this.#place(each);
    const name = this.#nameOf(each, asset);
    let numbers: readonly number[];
    if (asset.identifier) {
      const value = evaluator.pick(asset.identifier.value, each.site, each.receiver);
      if (!value) return [];
      const named = assetsNamed(drafts, asset.kind, asset.identifier.scheme, value, at, asset.name ? name : undefined);
      if ('why' in named) {
        this.#unresolved(each, asset.kind, named.why);
        return [];
      }
      numbers = named.assets;
    } else {
      const symbol = each.subject ? this.#subjectName(each.subject) : `${name}@${at.line}`;
      numbers = [drafts.asset(asset.kind, name, [drafts.identifier('symbol', `${at.path}#${symbol}`)], [at])];
    }
    for (const number of numbers) {
      for (const [fact, pick] of Object.entries(asset.facts ?? {})) {
        const value = pick.defined ? this.#defined(each, pick.defined) : evaluator.pick(pick, each.site, each.receiver);
        if (value) drafts.factFrom(number, fact as FactName, value, at);
      }
      if (each.site.call.spread) continue;
      for (const claim of asset.complete ?? [])
        drafts.closure(
          number,
          claim,
          claim.scope === 'file' ? at.path : claim.scope === 'source' ? '' : `${projects.of(at.path).folder}/`,
          at,
        );
    }
    const folder = projects.of(at.path).folder;
    if (isAi(asset.kind)) this.#in.markAi(folder);
    const holder = this.#in.notebookAsset(at.path) ?? this.#in.projectAsset(folder);
    if (!asset.identifier) for (const number of numbers) drafts.relate('contains', holder, number, [at]);
    return numbers;
  }

  /** A model that cannot be named still says that its caller calls some model. */
  #unresolved(each: Occurrence, kind: AssetKind, why: string): void {
    const folder = this.#in.projects.of(each.site.file.path).folder;
    if (isAi(kind)) this.#in.markAi(folder);
    const relation = kind === 'model' ? 'invokes' : undefined;
    const evidence = this.#place(each);
    if (relation)
      for (const asset of this.#enclosing(each))
        this.#in.drafts.open.push({
          asset,
          relation,
          direction: 'out',
          why: `the ${kind} at ${evidence.path}:${evidence.line} could not be named: ${why}`,
          evidence,
        });
  }

  #place(each: Occurrence): Evidence {
    const line = each.subject ? this.#summary(each.subject).line : (each.site.call.at ?? 0);
    return this.#in.evaluator.evidence({ path: each.subject?.file.path ?? each.site.file.path }, line);
  }

  #summary(subject: Extract<Value, { v: 'function' | 'class' }>) {
    return subject.v === 'function'
      ? subject.file.program.functions[subject.index]!
      : subject.file.program.classes[subject.index]!;
  }

  #subjectName(subject: Extract<Value, { v: 'function' | 'class' }>): string {
    const summary = this.#summary(subject);
    const owner =
      'classIndex' in summary && summary.classIndex !== undefined
        ? subject.file.program.classes[summary.classIndex]?.name
        : undefined;
    return summary.name === '' ? `function@${summary.line}` : owner ? `${owner}.${summary.name}` : summary.name;
  }

  #defined(each: Occurrence, what: 'name' | 'documentation'): Value | undefined {
    if (!each.subject) return undefined;
    const summary = this.#summary(each.subject);
    const value = what === 'name' ? summary.name : summary.documentation;
    return value ? { v: 'literal', value, trail: [] } : undefined;
  }

  #nameOf(each: Occurrence, asset: NonNullable<Meaning['asset']>): string {
    if (asset.name) {
      const value = asset.name.defined
        ? this.#defined(each, asset.name.defined)
        : this.#in.evaluator.pick(asset.name, each.site, each.receiver);
      const text =
        value &&
        alternatives(value)
          .map(textOf)
          .find((found) => found !== undefined && found !== '');
      if (text) return text.length > 120 ? `${text.slice(0, 117)}…` : text;
    }
    if (each.subject && this.#summary(each.subject).name) return this.#summary(each.subject).name;
    const bound = this.#names.get(`${each.site.file.number}:${each.site.call.id}`);
    return bound ?? this.#factoryName(each) ?? each.path.replace(/\(\)$/, '').split('.').at(-1)!;
  }

  /** What a factory makes is called after the variable its only caller binds, else after the factory. */
  #factoryName(each: Occurrence): string | undefined {
    const { evaluator, graph } = this.#in;
    const place = graph.functionOf(each.site.file, each.site.call);
    const name = place && place.file.program.functions[place.index]!.name;
    if (!place || !name) return undefined;
    const bound = new Set(evaluator.callersOf(place.file, place.index).map((site) => this.#names.get(`${site.file.number}:${site.call.id}`)));
    const [only] = bound;
    return bound.size === 1 && only !== undefined ? only : name;
  }

  /** Who contains the call: owners of the function it stands in, else the notebook, else the project. */
  #enclosing(each: Occurrence): readonly number[] {
    const owners = each.subject ? [] : this.#in.graph.owners(each.site.file, each.site.call);
    if (owners.length > 0) return owners;
    return [this.#holder(each.site.file.path)];
  }

  #holder(path: string): number {
    return this.#in.notebookAsset(path) ?? this.#in.projectAsset(this.#in.projects.of(path).folder);
  }

  #link(each: Occurrence, link: Link): void {
    const { drafts } = this.#in;
    const at = this.#place(each);
    const from = this.#end(each, link.from, at);
    const to = this.#end(each, link.to, at);
    if (from === undefined || to === undefined) return;
    if ('why' in from || 'why' in to) {
      if (!('why' in from))
        for (const asset of from.assets)
          drafts.open.push({
            asset,
            relation: link.relation,
            direction: 'out',
            why: (to as { why: string }).why,
            evidence: at,
          });
      else if (!('why' in to))
        for (const asset of to.assets)
          drafts.open.push({ asset, relation: link.relation, direction: 'in', why: from.why, evidence: at });
      return;
    }
    const evidence = evidenceOf([...from.evidence, ...to.evidence], at);
    for (const start of from.assets) {
      for (const end of to.assets) {
        if (drafts.relate(link.relation, start, end, evidence) || link.from !== 'enclosing') continue;
        // What the innermost owner cannot be joined by is said of the project that contains it.
        drafts.relate(link.relation, this.#holder(each.site.file.path), end, evidence);
      }
    }
  }

  /** The assets at one end; undefined when the pick was not given at all. */
  #end(each: Occurrence, end: End, at: Evidence): Named | undefined {
    const { evaluator, drafts } = this.#in;
    if (end === 'self') {
      const assets = this.#self(each);
      return assets.length > 0 ? { assets, evidence: [] } : undefined;
    }
    if (end === 'enclosing') return { assets: this.#enclosing(each), evidence: [] };
    if (end === 'application')
      return { assets: [this.#in.projectAsset(this.#in.projects.of(at.path).folder)], evidence: [] };
    if (end === 'receiver') {
      const assets = each.receiver ? this.assetsOf(each.receiver, undefined) : [];
      return assets.length > 0 ? { assets, evidence: [] } : undefined;
    }
    if ('pick' in end) {
      const value = evaluator.pick(end.pick, each.site, each.receiver);
      if (!value) return undefined;
      const assets = this.assetsOf(value, end.otherwise);
      const open = this.#openPart(value);
      if (open !== undefined)
        for (const asset of this.#self(each))
          drafts.open.push({ asset, relation: this.#relationOf(each, end), direction: 'out', why: open, evidence: at });
      return assets.length > 0 ? { assets, evidence: [] } : open === undefined ? undefined : { why: open };
    }
    const value = evaluator.pick(end.value, each.site, each.receiver);
    if (!value) return undefined;
    const name = end.name && evaluator.pick(end.name, each.site, each.receiver);
    if (isAi(end.kind)) this.#in.markAi(this.#in.projects.of(at.path).folder);
    return assetsNamed(drafts, end.kind, end.scheme, value, at, name ? textOf(name) : undefined);
  }

  #relationOf(each: Occurrence, end: End): Link['relation'] {
    return each.meaning.links!.find((link) => link.to === end || link.from === end)!.relation;
  }

  /** Why a part of a list of assets is not known, when one is not. */
  #openPart(value: Value): string | undefined {
    if (value.v === 'unknown' || value.v === 'parameter') return reasonOf(value);
    if (value.v === 'list') return value.items.map((each) => this.#openPart(each)).find((why) => why !== undefined);
    if (value.v === 'mix' || value.v === 'several')
      return value.of.map((each) => this.#openPart(each)).find((why) => why !== undefined);
    return undefined;
  }

  /** The assets that a value is or is made of: objects, functions, classes, lists and alternatives of them. */
  assetsOf(value: Value, otherwise: AssetKind | undefined, depth = 0): readonly number[] {
    if (depth > 12) return [];
    switch (value.v) {
      case 'object': {
        const own = this.#of(`${value.site.file.number}:${value.site.call.id}`);
        if (own.length > 0) return own;
        return value.receiver ? this.assetsOf(value.receiver, undefined, depth + 1) : [];
      }
      case 'symbol': {
        const mention = this.#in.evaluator.libraries.meaningsOf(value.path, 'symbol').find((each) => each.asset);
        if (mention)
          return this.#self({
            meaning: mention,
            path: value.path,
            site: { file: this.#fileOf(value), call: emptyCall(0), frame: undefined },
            receiver: value.receiver,
            subject: undefined,
          });
        return value.receiver ? this.assetsOf(value.receiver, undefined, depth + 1) : [];
      }
      case 'function':
      case 'class':
      case 'instance': {
        const key = `${value.file.number}:${value.v === 'function' ? 'f' : 'k'}:${value.index}`;
        const own = [
          ...(value.v === 'instance' && value.site ? this.#of(`${value.site.file.number}:${value.site.call.id}`) : []),
          ...this.#of(key),
        ];
        if (own.length > 0 || !otherwise || value.v === 'instance') return own;
        return this.#plain(key, value, otherwise);
      }
      case 'list':
        return value.items.flatMap((each) => this.assetsOf(each, otherwise, depth + 1));
      case 'map':
        return value.entries.flatMap(([, each]) => this.assetsOf(each, otherwise, depth + 1));
      case 'several':
      case 'mix':
        return value.of.flatMap((each) => this.assetsOf(each, otherwise, depth + 1));
      default:
        return [];
    }
  }

  #fileOf(value: Extract<Value, { v: 'symbol' }>): ProgramFile {
    return value.receiver && 'site' in value.receiver && value.receiver.site
      ? value.receiver.site.file
      : this.#in.evaluator.world.programs[0]!;
  }

  #of(key: string): readonly number[] {
    return [...new Set((this.#occurrences.get(key) ?? []).flatMap((each) => this.#self(each)))];
  }

  /** A bare function or class that is used as a tool without a decorator. */
  #plain(key: string, value: Extract<Value, { v: 'function' | 'class' }>, kind: AssetKind): readonly number[] {
    const mapKey = `${key}::${kind}`;
    const known = this.#assets.get(mapKey);
    if (known) return known;
    const { drafts, evaluator } = this.#in;
    const summary = this.#summary(value);
    const at = evaluator.evidence({ path: value.file.path }, summary.line);
    const number = drafts.asset(
      kind,
      summary.name || 'function',
      [drafts.identifier('symbol', `${at.path}#${this.#subjectName(value)}`)],
      [at],
    );
    if (summary.documentation) drafts.fact(number, 'description', summary.documentation, [at]);
    drafts.relate('contains', this.#holder(at.path), number, [at]);
    this.#assets.set(mapKey, [number]);
    if (value.v === 'function') this.#in.graph.own(value.file, value.index, number);
    this.#plainTools.push({ file: value.file, index: value.v === 'function' ? value.index : -1, asset: number });
    return [number];
  }

  readonly #plainTools: { readonly file: ProgramFile; readonly index: number; readonly asset: number }[] = [];

  /** What flows into a sink is said of those whose code contains it. */
  #sink(each: Occurrence, sink: NonNullable<Meaning['sink']>): void {
    const { drafts, evaluator } = this.#in;
    if (sink.onlyIf) {
      const condition = evaluator.pick(sink.onlyIf, each.site, each.receiver);
      if (!condition || !alternatives(condition).some((value) => value.v === 'literal' && value.value === true)) return;
    }
    const value = evaluator.pick(sink.value, each.site, each.receiver);
    if (!value) return;
    const at = this.#place(each);
    let carried: { what: string; from: Value } | undefined;
    evaluator.ingredients(value, (part) => {
      const yields =
        part.v === 'object' || part.v === 'symbol'
          ? evaluator.libraries.yields(part.path)
          : part.v === 'parameter'
            ? this.handlers.get(functionKey(part.file, part.index))
            : undefined;
      const wanted = sink.kind === 'prompt' ? 'untrusted-input' : 'model-output';
      if (yields === wanted && !carried) carried = { what: yields, from: part };
    });
    if (!carried) return;
    const from = carried.from;
    const hop =
      from.v === 'object'
        ? [evaluator.evidence({ path: from.site.file.path }, from.site.call.at ?? 0, carried.what)]
        : from.trail;
    const evidence = evidenceOf(hop, { ...at, how: 'inferred', confidence: 0.85 });
    const fact: FactName = sink.kind === 'prompt' ? 'untrustedInput' : 'outputSink';
    const assets = [...this.#enclosing(each), ...(sink.kind === 'prompt' ? this.#self(each) : [])];
    let said = false;
    for (const asset of assets) {
      if (!belongsTo(fact, drafts.kind(asset))) continue;
      drafts.fact(asset, fact, sink.kind === 'prompt' ? true : [sink.kind], evidence);
      said = true;
    }
    if (!said) drafts.fact(this.#holder(at.path), fact, sink.kind === 'prompt' ? true : [sink.kind], evidence);
  }

  /** What tools do by the calls their code reaches; an effect not seen is absent only when every call was understood. */
  #effects(all: readonly Occurrence[]): void {
    const byCall = new Map<string, Occurrence[]>();
    for (const each of all) {
      if (!each.meaning.effects) continue;
      const key = `${each.site.file.number}:${each.site.call.id}`;
      byCall.set(key, [...(byCall.get(key) ?? []), each]);
    }
    for (const [place, assets] of this.#in.graph.owned())
      for (const asset of assets) this.#effectsOf(place, asset, byCall);
  }

  #effectsOf(place: FunctionPlace, asset: number, byCall: ReadonlyMap<string, readonly Occurrence[]>): void {
    const { drafts, evaluator, graph } = this.#in;
    if (!belongsTo('sendsOut', drafts.kind(asset))) return;
    const seen = new Map<FactName, Evidence[]>();
    let opaque: string | undefined;
    const reach = graph.reach(place.file, place.index);
    for (const { file, call } of reach.calls) {
      for (const each of byCall.get(`${file.number}:${call.id}`) ?? [])
        for (const effect of each.meaning.effects ?? []) {
          const fact = effectFacts[effect];
          if (!seen.has(fact)) seen.set(fact, [...evidenceOf([], { ...this.#place(each), note: each.path })]);
        }
      opaque ??= graph.opaque(file, call);
    }
    const at = {
      ...evaluator.evidence({ path: place.file.path }, place.file.program.functions[place.index]!.line),
      how: 'inferred' as const,
      confidence: 0.8,
    };
    const why = reach.cut ? 'the code it reaches is too large to follow' : opaque;
    drafts.fact(asset, 'effectsKnown', why === undefined, [at]);
    for (const fact of Object.values(effectFacts)) {
      const evidence = seen.get(fact);
      if (evidence) drafts.fact(asset, fact, true, evidence);
      else if (why === undefined) drafts.fact(asset, fact, false, [at]);
      else drafts.unseen(asset, fact, why);
    }
  }
}

const effectFacts = {
  'reads-private-data': 'readsPrivateData',
  'takes-untrusted-content': 'takesUntrustedContent',
  'sends-out': 'sendsOut',
  'changes-state': 'changesState',
  'executes-code': 'executesCode',
} as const satisfies Record<string, FactName>;

const emptyCall = (line: number): CallTerm => ({
  t: 'call',
  id: -1,
  callee: { t: 'unknown', why: 'no call' },
  args: [],
  named: {},
  ...(line > 0 ? { at: line } : {}),
});
