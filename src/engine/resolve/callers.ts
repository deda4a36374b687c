/** Callers: which calls of the source run a given function, found by name first and then by value. */
import { contextOf, type Evaluation } from './evaluation.ts';
import { isTestPath } from './projects.ts';
import type { CallTerm, Site } from './value.ts';
import { alternatives } from './value.ts';
import type { ProgramFile, World } from './world.ts';

/** Most calls of one name that are looked at. */
const sameNameLimit = 200;

export class Callers {
  readonly #evaluation: Evaluation;
  readonly #byName = new Map<string, Site[]>();

  constructor(evaluation: Evaluation) {
    this.#evaluation = evaluation;
    for (const file of evaluation.world.programs) {
      // What a test hands in is never what the program is given.
      if (isTestPath(file.path)) continue;
      for (const { call } of file.program.calls) {
        for (const name of new Set(calleeNames(call, file, evaluation.world))) {
          const site: Site = { file, call, frame: undefined };
          const list = this.#byName.get(name);
          if (list) list.push(site);
          else this.#byName.set(name, [site]);
        }
      }
    }
  }

  /** Calls whose callee is this function, or the class whose constructor it is. */
  of(file: ProgramFile, index: number): readonly Site[] {
    const summary = file.program.functions[index];
    if (!summary) return [];
    const className = summary.classIndex === undefined ? undefined : file.program.classes[summary.classIndex]?.name;
    const isConstructor = summary.name === '__init__' || summary.name === 'constructor';
    const name = isConstructor && className ? className : summary.name;
    return (this.#byName.get(name) ?? [])
      .slice(0, sameNameLimit)
      .filter((site) =>
        alternatives(this.#evaluation.evaluate(site.call.callee, contextOf(site))).some(
          (each) =>
            (each.v === 'function' && each.file === file && each.index === index) ||
            (isConstructor && each.v === 'class' && each.file === file && each.index === summary.classIndex),
        ),
      );
  }
}

/** The names by which a call may be found: as it is written, and as it was imported. */
export const calleeNames = (call: CallTerm, file: ProgramFile, world: World): readonly string[] => {
  const { callee } = call;
  if (callee.t === 'member')
    return typeof callee.key === 'string' ? [callee.key] : callee.key.t === 'literal' ? [String(callee.key.value)] : [];
  if (callee.t === 'call') return calleeNames(callee, file, world);
  if (callee.t !== 'name') return [];
  const names = [callee.name];
  for (let at = callee.scope, guard = 0; at >= 0 && guard < 256; at = file.program.scopes[at]?.parent ?? -1, guard++)
    for (const each of world.importsOf(file, at, callee.name))
      if (each.name && each.name !== callee.name) names.push(each.name);
  return names;
};
