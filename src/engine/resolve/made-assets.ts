/** Made assets: what calls, functions and classes of the source stand for, stated once each, on demand. */
import type { Evidence } from '../../domain/evidence.ts';
import type { FactName } from '../../domain/facts.ts';
import { type AssetKind, layerOf } from '../../domain/kinds.ts';
import type { Meaning } from '../../kit/define-library.ts';
import type { CallGraph } from './call-graph.ts';
import type { CallNames } from './call-names.ts';
import type { Drafts } from './drafts.ts';
import type { Evaluator } from './evaluator.ts';
import { declaredObject } from './member.ts';
import { assetsNamed } from './observed.ts';
import {
  callKey,
  emptyCall,
  isGiven,
  type Occurrence,
  occurrenceKey,
  subjectKey,
  subjectName,
  summaryOf,
} from './occurrences.ts';
import type { Projects } from './projects.ts';
import type { CallTerm, Subject, Value } from './value.ts';
import { alternatives, textOf } from './value.ts';
import type { ProgramFile } from './world.ts';

/** What the reading of code may ask of the rest of resolve. */
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
export const isAi = (kind: AssetKind): boolean =>
  kind !== 'provider-account' && (layerOf(kind) === 'model' || layerOf(kind) === 'agentic' || kind === 'vector-store');

type AssetMeaning = NonNullable<Meaning['asset']>;

export class MadeAssets {
  readonly #in: CodeContext;
  readonly #names: CallNames;
  readonly #made = new Map<string, readonly number[]>();
  /** What a call makes, by the call, the kind and the name: several meanings of one call may say more of the same thing. */
  readonly #standing = new Map<string, number>();
  readonly #occurrences = new Map<string, Occurrence[]>();

  constructor(context: CodeContext, names: CallNames) {
    this.#in = context;
    this.#names = names;
  }

  /** Makes an occurrence known, so that values can be recognised as what it makes. */
  add(each: Occurrence): void {
    const key = occurrenceKey(each);
    const list = this.#occurrences.get(key);
    if (list) list.push(each);
    else this.#occurrences.set(key, [each]);
  }

  /** Where an occurrence stands. */
  place(each: Occurrence): Evidence {
    const line = each.subject ? summaryOf(each.subject).line : (each.site.call.at ?? 0);
    return this.#in.evaluator.evidence(each.subject?.file ?? each.site.file, line);
  }

  /** Who holds what a file’s code makes: the notebook, else the project. */
  holder(path: string): number {
    return this.#in.notebookAsset(path) ?? this.#in.projectAsset(this.#in.projects.of(path).folder);
  }

  /** Who contains the call: the assets of the functions that reach it, else the notebook or project. */
  enclosing(each: Occurrence): readonly number[] {
    const owners = each.subject ? [] : this.#in.graph.owners(each.site.file, each.site.call);
    return owners.length > 0 ? owners : [this.holder(each.site.file.path)];
  }

  /** The assets that an occurrence makes or names. */
  self(each: Occurrence): readonly number[] {
    const { asset } = each.meaning;
    if (!asset) return [];
    const key = `${occurrenceKey(each)}:${each.site.file.program.language}:${each.meaning.number}:${each.path}`;
    const known = this.#made.get(key);
    if (known) return known;
    // A list of tools may lead back here; what is under way is not made twice.
    this.#made.set(key, []);
    const made = this.#make(each, asset);
    this.#made.set(key, made);
    return made;
  }

  #make(each: Occurrence, asset: AssetMeaning): readonly number[] {
    const { drafts, projects } = this.#in;
    const at = this.place(each);
    const numbers = this.#numbers(each, asset, at);
    if (numbers.length === 0) return [];
    for (const number of numbers) this.#facts(number, each, asset, at);
    const { folder } = projects.of(at.path);
    if (isAi(asset.kind)) this.#in.markAi(folder);
    const holder = this.holder(at.path);
    if (!asset.identifier) for (const number of numbers) drafts.relate('contains', holder, number, [at]);
    return numbers;
  }

  #numbers(each: Occurrence, asset: AssetMeaning, at: Evidence): readonly number[] {
    const { drafts, evaluator } = this.#in;
    const name = this.#nameOf(each, asset);
    if (!asset.identifier) {
      const file = each.subject?.file ?? each.site.file;
      const standing = `${file.number} ${occurrenceKey(each)} ${asset.kind} ${name}`;
      const known = this.#standing.get(standing);
      if (known !== undefined) return [known];
      const symbol = each.subject
        ? (subjectName(each.subject) ?? this.#names.numbered(file, name))
        : this.#names.symbolOf(each);
      const number = drafts.asset(asset.kind, name, [drafts.identifier('symbol', `${at.path}#${symbol}`)], [at]);
      this.#standing.set(standing, number);
      return [number];
    }
    const picked = evaluator.pick(asset.identifier.value, each.site, each.receiver);
    if (!picked) return [];
    const value = asset.identifier.scheme === 'place' ? openedPath(this.#in, picked, at.path) : picked;
    const named = assetsNamed(drafts, asset.kind, asset.identifier.scheme, value, at, asset.name ? name : undefined);
    if ('assets' in named) return named.assets;
    this.#unnamed(each, asset.kind, named.why);
    return [];
  }

  /** A model that cannot be named still says that its caller calls some model. */
  #unnamed(each: Occurrence, kind: AssetKind, reason: string): void {
    const evidence = this.place(each);
    if (isAi(kind)) this.#in.markAi(this.#in.projects.of(evidence.path).folder);
    if (kind !== 'model') return;
    const why = `a model could not be named: ${reason}`;
    for (const asset of this.enclosing(each))
      this.#in.drafts.open.push({ asset, relation: 'invokes', direction: 'out', why, evidence });
  }

  #facts(number: number, each: Occurrence, asset: AssetMeaning, at: Evidence): void {
    const { drafts, evaluator, projects } = this.#in;
    for (const [fact, pick] of Object.entries(asset.facts ?? {})) {
      const value =
        evaluator.pick(pick, each.site, each.receiver) ?? (pick.defined ? definedIn(each, pick.defined) : undefined);
      if (value) drafts.factFrom(number, fact as FactName, value, at);
    }
    // With `**options` more may have been given than can be seen here.
    if (each.site.call.spread) return;
    for (const claim of asset.complete ?? []) {
      if (claim.unless && isGiven(evaluator.pick(claim.unless, each.site, each.receiver), claim.unless)) continue;
      const { folder } = projects.of(at.path);
      const prefix = claim.scope === 'file' ? at.path : claim.scope === 'source' || folder === '' ? '' : `${folder}/`;
      drafts.closure(number, claim, prefix, at);
    }
  }

  #nameOf(each: Occurrence, asset: AssetMeaning): string {
    if (each.title) return shortened(each.title);
    if (asset.name) {
      const { defined } = asset.name;
      // A name that is given wins over that of what is defined.
      const given = this.#in.evaluator.pick(asset.name, each.site, each.receiver);
      const text = nameIn(given) ?? (defined && nameIn(definedIn(each, defined)));
      if (text) return shortened(text);
    }
    return (each.subject && summaryOf(each.subject).name) || this.#names.nameOf(each);
  }

  /** The assets that a value is or is made of: objects, functions, classes, lists and alternatives of them. */
  of(value: Value, otherwise: AssetKind | undefined, depth = 0): readonly number[] {
    if (depth > 12) return [];
    const inner = (each: Value) => this.of(each, otherwise, depth + 1);
    switch (value.v) {
      case 'object': {
        const own = this.#at(callKey(value.site.file, value.site.call));
        return own.length > 0 || !value.receiver ? own : this.of(value.receiver, undefined, depth + 1);
      }
      case 'symbol':
        return this.#mentioned(value) ?? (value.receiver ? this.of(value.receiver, undefined, depth + 1) : []);
      case 'instance': {
        const made = value.site ? this.at(value.site.file, value.site.call) : [];
        const own = [...made, ...this.#at(subjectKey(value))];
        // An object of a class that nothing describes is what it is used as.
        const { file, index } = value;
        return own.length > 0 ? own : this.#undescribed({ v: 'class', file, index, trail: [] }, otherwise);
      }
      case 'parameter': {
        const declared = declaredObject(this.#in.evaluator, value);
        return declared?.v === 'instance' ? inner(declared) : [];
      }
      case 'function':
      case 'class': {
        const own = this.#at(subjectKey(value));
        return own.length > 0 ? own : this.#undescribed(value, otherwise);
      }
      case 'list':
        return value.items.flatMap(inner);
      case 'map':
        return value.entries.flatMap(([, each]) => inner(each));
      case 'several':
      case 'mix':
        return value.of.flatMap(inner);
      default:
        return [];
    }
  }

  /** What stands for nothing itself: an object whose methods are tools is given for all of them, else it is what it is used as. */
  #undescribed(subject: Subject, otherwise: AssetKind | undefined): readonly number[] {
    const { v, file } = subject;
    const methods =
      v === 'class'
        ? file.program.functions.flatMap(({ classIndex }, index) =>
            classIndex === subject.index ? this.#at(subjectKey({ v: 'function', file, index })) : [],
          )
        : [];
    return methods.length > 0 || !otherwise ? methods : this.#plain(subject, otherwise);
  }

  /** Everything that a call makes or names. */
  at(file: ProgramFile, call: CallTerm): readonly number[] {
    return this.#at(callKey(file, call));
  }

  #at(key: string): readonly number[] {
    return [...new Set((this.#occurrences.get(key) ?? []).flatMap((each) => this.self(each)))];
  }

  /** A library’s ready-made thing that is named without a call. */
  #mentioned(value: Extract<Value, { v: 'symbol' }>): readonly number[] | undefined {
    const { evaluator } = this.#in;
    const meaning = value.libraries.meaningsOf(value.path, 'symbol').find((each) => each.asset);
    const place = value.trail.find((each) => each.line > 0);
    const file: ProgramFile | undefined = place && evaluator.world.programAt(place.path);
    if (!meaning || !place || !file) return undefined;
    const site = { file, call: emptyCall(place.line), frame: undefined };
    return this.self({ meaning, path: value.path, site, receiver: value.receiver, subject: undefined });
  }

  /** A bare function or class that is used as a tool without a decorator. */
  #plain(value: Subject, kind: AssetKind): readonly number[] {
    const key = `${subjectKey(value)}::${kind}`;
    const known = this.#made.get(key);
    if (known) return known;
    const { drafts, evaluator, graph } = this.#in;
    const summary = summaryOf(value);
    const at = evaluator.evidence(value.file, summary.line);
    const symbol = subjectName(value) ?? this.#names.numbered(value.file, kind);
    const number = drafts.asset(
      kind,
      summary.name || kind,
      [drafts.identifier('symbol', `${at.path}#${symbol}`)],
      [at],
    );
    if (summary.documentation) drafts.fact(number, 'description', summary.documentation, [at]);
    drafts.relate('contains', this.holder(at.path), number, [at]);
    this.#made.set(key, [number]);
    graph.ownSubject(value, number);
    return [number];
  }
}

/** A path as a program opens it, from where the program is started: its project’s folder, else the source’s root. */
export const openedPath = (context: CodeContext, value: Value, from: string): Value => {
  const { evaluator, projects } = context;
  if (value.v === 'several') return { ...value, of: value.of.map((each) => openedPath(context, each, from)) };
  if (value.v === 'list') return { ...value, items: value.items.map((each) => openedPath(context, each, from)) };
  const text = textOf(value);
  const { folder } = projects.of(from);
  if (text === undefined || folder === '' || /^(?:[/\\~]|[A-Za-z][\w+.-]*:|\.\.\/)/.test(text)) return value;
  const below = `${folder}/${text}`;
  const { world } = evaluator;
  const isThere = (path: string) => world.hasFile(path) || world.filesIn(path).length > 0;
  return value.v === 'literal' && (isThere(below) || !isThere(text)) ? { ...value, value: below } : value;
};

const definedIn = (each: Occurrence, what: 'name' | 'documentation'): Value | undefined => {
  const subject = each.subject ?? each.handler;
  const text = subject && summaryOf(subject)[what];
  return text ? { v: 'literal', value: text, trail: [] } : undefined;
};

/** The first text that a value may be. */
const nameIn = (value: Value | undefined): string | undefined =>
  value &&
  (value.v === 'list' && value.items.length === 1 ? value.items : alternatives(value))
    .map(textOf)
    .find((found) => found !== undefined && found.trim() !== '');

/** A name is a line, not a paragraph. */
const shortened = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
};
