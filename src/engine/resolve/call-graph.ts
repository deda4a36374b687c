/** The call graph of the source’s own functions: what a function reaches, and whose code a call is part of. */
import { contextOf } from './evaluation.ts';
import type { Evaluator } from './evaluator.ts';
import type { CallTerm, Subject, Value } from './value.ts';
import { alternatives } from './value.ts';
import type { ProgramFile } from './world.ts';

export interface FunctionPlace {
  readonly file: ProgramFile;
  readonly index: number;
}

export const functionKey = (file: ProgramFile, index: number): string => `${file.number}:f:${index}`;

interface PlacedCall {
  readonly file: ProgramFile;
  readonly call: CallTerm;
}

/** Most functions that one asset’s code is followed through. */
const reachLimit = 400;

export class CallGraph {
  readonly #evaluator: Evaluator;
  readonly #calls = new Map<string, PlacedCall[]>();
  readonly #functionOfCall = new Map<string, FunctionPlace>();
  readonly #edges = new Map<string, readonly FunctionPlace[]>();
  readonly #owned = new Map<string, { readonly place: FunctionPlace; readonly assets: Set<number> }>();
  #owners: Map<string, Set<number>> | undefined;

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator;
    for (const file of evaluator.world.programs) {
      for (const { call, scope } of file.program.calls) {
        const index = enclosingFunction(file, scope);
        if (index === undefined) continue;
        const key = functionKey(file, index);
        this.#functionOfCall.set(`${file.number}:${call.id}`, { file, index });
        const list = this.#calls.get(key);
        if (list) list.push({ file, call });
        else this.#calls.set(key, [{ file, call }]);
      }
    }
  }

  /** The innermost function that a call stands in. */
  functionOf(file: ProgramFile, call: CallTerm): FunctionPlace | undefined {
    return this.#functionOfCall.get(`${file.number}:${call.id}`);
  }

  /** Says that an asset stands for a function, or for a class with all its methods. */
  ownSubject(subject: Subject, asset: number): void {
    if (subject.v === 'function') this.#own(subject, asset);
    else
      subject.file.program.functions.forEach((method, index) => {
        if (method.classIndex === subject.index) this.#own({ file: subject.file, index }, asset);
      });
  }

  #own({ file, index }: FunctionPlace, asset: number): void {
    const key = functionKey(file, index);
    const entry = this.#owned.get(key) ?? { place: { file, index }, assets: new Set<number>() };
    entry.assets.add(asset);
    this.#owned.set(key, entry);
    this.#owners = undefined;
  }

  /** Every asset that stands for code, with the functions of that code. */
  codeOf(): ReadonlyMap<number, readonly FunctionPlace[]> {
    const code = new Map<number, FunctionPlace[]>();
    for (const { place, assets } of this.#owned.values())
      for (const asset of assets) code.set(asset, [...(code.get(asset) ?? []), place]);
    return code;
  }

  /** The assets whose code the call is part of, directly or through functions that they call. */
  owners(file: ProgramFile, call: CallTerm): readonly number[] {
    if (!this.#owners) {
      this.#owners = new Map();
      for (const { place, assets } of [...this.#owned.values()]) {
        for (const key of this.#reachable(place).keys) {
          const set = this.#owners.get(key) ?? new Set<number>();
          for (const asset of assets) set.add(asset);
          this.#owners.set(key, set);
        }
      }
    }
    const place = this.functionOf(file, call);
    return place === undefined ? [] : [...(this.#owners.get(functionKey(place.file, place.index)) ?? [])].slice(0, 16);
  }

  /** All calls that running the function may reach in the source; `cut` when a bound was met. */
  reach(file: ProgramFile, index: number): { readonly calls: readonly PlacedCall[]; readonly cut: boolean } {
    const { keys, cut } = this.#reachable({ file, index });
    return { calls: keys.flatMap((key) => this.#calls.get(key) ?? []), cut };
  }

  #reachable(start: FunctionPlace): { readonly keys: readonly string[]; readonly cut: boolean } {
    const seen = new Set<string>([functionKey(start.file, start.index)]);
    const queue: FunctionPlace[] = [start];
    for (let place = queue.pop(); place; place = queue.pop()) {
      for (const next of this.#next(place)) {
        const key = functionKey(next.file, next.index);
        if (seen.has(key)) continue;
        if (seen.size >= reachLimit) return { keys: [...seen], cut: true };
        seen.add(key);
        queue.push(next);
      }
    }
    return { keys: [...seen], cut: false };
  }

  #next(place: FunctionPlace): readonly FunctionPlace[] {
    const key = functionKey(place.file, place.index);
    const known = this.#edges.get(key);
    if (known) return known;
    const next: FunctionPlace[] = [];
    // Functions defined inside are taken to run.
    place.file.program.functions.forEach((inner, index) => {
      if (index !== place.index && enclosingFunction(place.file, inner.scope) === place.index)
        next.push({ file: place.file, index });
    });
    for (const { file, call } of this.#calls.get(key) ?? []) next.push(...this.targets(file, call));
    this.#edges.set(key, next);
    return next;
  }

  /** The source’s functions that a call runs, constructors included. */
  targets(file: ProgramFile, call: CallTerm): readonly FunctionPlace[] {
    const callee = this.#evaluator.evaluate(call.callee, contextOf({ file, call, frame: undefined }));
    return alternatives(callee).flatMap((each): readonly FunctionPlace[] => {
      if (each.v === 'function') return [{ file: each.file, index: each.index }];
      if (each.v !== 'class') return [];
      const index = each.file.program.functions.findIndex(
        (method) => method.classIndex === each.index && (method.name === '__init__' || method.name === 'constructor'),
      );
      return index < 0 ? [] : [{ file: each.file, index }];
    });
  }

  /** Why the effect of a call is not known, or undefined when it is: a function of the source, a described library, a method of a value. */
  opaque(file: ProgramFile, call: CallTerm): string | undefined {
    const callee = this.#evaluator.evaluate(call.callee, contextOf({ file, call, frame: undefined }));
    for (const each of alternatives(callee)) {
      const why = opaqueValue(each);
      if (why !== undefined) return `it calls ${why} (${file.path}:${call.at ?? 0})`;
    }
    return undefined;
  }
}

const opaqueValue = (value: Value): string | undefined => {
  if (value.v === 'unknown') return `something that could not be followed: ${value.why}`;
  if (value.v !== 'symbol' && value.v !== 'object') return undefined;
  if (value.libraries.meaningsOf(value.path, 'call').some((meaning) => meaning.opaque))
    return `${value.path}, whose effect depends on what it is given`;
  const module = moduleOf(value.path);
  const isDescribed =
    module === 'builtins' ||
    module === 'globalThis' ||
    value.libraries.hasModule(module) ||
    value.libraries.describes(value.path);
  return isDescribed ? undefined : `${value.path}, whose effect is not described`;
};

/** The import root of a canonical path. */
export const moduleOf = (path: string): string => {
  if (!path.startsWith('@')) return path.split(/[./(]/)[0]!;
  const [scope, rest] = path.split('/');
  return rest === undefined ? path : `${scope}/${rest.split(/[./(]/)[0]}`;
};

const enclosingFunction = (file: ProgramFile, scope: number): number | undefined => {
  for (let at = scope, guard = 0; at >= 0 && guard < 256; at = file.program.scopes[at]?.parent ?? -1, guard++) {
    const here = file.program.scopes[at];
    if (here?.kind === 'function') return here.owner;
  }
  return undefined;
};
