/** Parameters: what a function is given, by the call that runs it or by every call that was found. */
import type { FunctionSummary } from '../../domain/program.ts';
import { Callers } from './callers.ts';
import { contextOf, type Evaluation } from './evaluation.ts';
import { memberOf } from './member.ts';
import type { Once } from './once.ts';
import { spreadMaps } from './pick.ts';
import type { Frame, Site, Value } from './value.ts';
import { oneOf, unknownValue } from './value.ts';
import type { ProgramFile } from './world.ts';

/** Deepest nesting of function activations; beyond it a value is unknown. */
export const frameLimit = 8;
/** Most calls of one function whose arguments are looked at. */
const callerLimit = 24;

export class Parameters {
  readonly #evaluation: Evaluation;
  readonly #once: Once;
  #callers: Callers | undefined;
  readonly #callersOf = new Map<string, readonly Site[]>();

  constructor(evaluation: Evaluation, once: Once) {
    this.#evaluation = evaluation;
    this.#once = once;
  }

  /** The value of a parameter: the argument of the frame’s call, else of every call found, with its default. */
  value(file: ProgramFile, index: number, name: string, frame: Frame | undefined): Value {
    const summary = file.program.functions[index];
    if (!summary) return unknownValue(`the parameter ${name} has no function`);
    const open: Value = { v: 'parameter', file, index, name, trail: [] };
    const fallback = summary.parameters.find((each) => each.name === name)?.fallback;
    const own = { path: file.path, file, frame: undefined };
    for (let at = frame, guard = 0; at && guard < frameLimit; at = at.site.frame, guard++) {
      if (at.file !== file || at.functionIndex !== index) continue;
      const given = this.#argument(at.site, summary, name);
      if (given) return given;
      return fallback ? this.#evaluation.evaluate(fallback, own) : open;
    }
    const circle = () => {
      this.#once.cut();
      return open;
    };
    return this.#once.find(`${file.number}:p${index}:${name}`, true, circle, () => {
      const values: Value[] = [];
      const callers = this.callersOf(file, index).slice(0, callerLimit);
      let isLeftOut = callers.length === 0;
      for (const site of callers) {
        const given = this.#argument(site, summary, name);
        if (given) values.push(given);
        else isLeftOut = true;
      }
      // The default counts only where a caller leaves the argument out, or none was seen.
      if (isLeftOut && fallback) values.push(this.#evaluation.evaluate(fallback, own));
      return values.length === 0 ? open : oneOf(values);
    });
  }

  #argument(site: Site, summary: FunctionSummary, name: string): Value | undefined {
    const context = contextOf(site);
    const named = site.call.named[name];
    if (named) return this.#evaluation.evaluate(named, context);
    const spread = spreadMaps(this.#evaluation, site).find((each) =>
      each.entries.some(([key]) => key.v === 'literal' && key.value === name),
    );
    if (spread) return memberOf(this.#evaluation, spread, name, context);
    const index = summary.parameters.findIndex((each) => each.name === name);
    const parameter = summary.parameters[index];
    if (!parameter || parameter.kind === 'named' || parameter.kind === 'named-rest') return undefined;
    const isMethod = summary.classIndex !== undefined && ['self', 'cls'].includes(summary.parameters[0]?.name ?? '');
    const position = index - (isMethod ? 1 : 0);
    if (parameter.kind === 'rest') {
      const rest = site.call.args.slice(position);
      return { v: 'list', items: rest.map((each) => this.#evaluation.evaluate(each, context)), trail: [] };
    }
    // Behind `*args` nobody can count.
    const before = site.call.args.slice(0, position + 1);
    if (before.some((each) => each.t === 'operation' && each.operator === 'spread')) return undefined;
    const argument = site.call.args[position];
    return argument && this.#evaluation.evaluate(argument, context);
  }

  /** Every call of the source that calls this function (or constructs its class, for a constructor). */
  callersOf(file: ProgramFile, index: number): readonly Site[] {
    const key = `${file.number}:${index}`;
    const known = this.#callersOf.get(key);
    if (known) return known;
    this.#callers ??= new Callers(this.#evaluation);
    const { cuts } = this.#once;
    const found = this.#callers.of(file, index);
    // What was found under a cut may lack callers that a later question finds.
    if (cuts === this.#once.cuts) this.#callersOf.set(key, found);
    return found;
  }
}
