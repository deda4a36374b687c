/** Call names: what the objects that calls make are called, and by what they are recognised when lines move. */
import type { Term } from '../../domain/term.ts';
import type { CallGraph } from './call-graph.ts';
import type { Evaluator } from './evaluator.ts';
import type { Occurrence } from './occurrences.ts';
import { callKey, subjectName } from './occurrences.ts';
import { tellingName } from './telling-name.ts';
import type { ProgramFile } from './world.ts';

const lastName = (path: string): string => path.replace(/\(\)$/, '').split('.').at(-1)!;

/** Tells whether a returned term is the call, or what methods called on it give. */
const makes = (returned: Term, id: number): boolean => {
  let term = returned;
  for (let guard = 0; guard < 16; guard++) {
    if (term.t === 'call') {
      if (term.id === id) return true;
      term = term.callee;
    } else if (term.t === 'member') term = term.of;
    else return term.t === 'either' && term.of.some((each) => makes(each, id));
  }
  return false;
};

export class CallNames {
  readonly #evaluator: Evaluator;
  readonly #graph: CallGraph;
  readonly #bound = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  constructor(evaluator: Evaluator, graph: CallGraph) {
    this.#evaluator = evaluator;
    this.#graph = graph;
  }

  /** Learns which variables a file binds calls to. */
  read(file: ProgramFile): void {
    for (const { name, term: bound } of file.program.bindings) {
      let term = bound;
      // A chained call (`StateGraph(…).compile()`) names its innermost maker too, unless that has a name.
      for (let guard = 0; term.t === 'call' && guard < 8; guard++) {
        const key = callKey(file, term);
        if (!this.#bound.has(key)) this.#bound.set(key, name);
        if (term.callee.t !== 'member') break;
        term = term.callee.of;
      }
    }
    for (const { term } of file.program.bindings) this.#readKeys(file, term, 0);
    for (const { call } of file.program.calls)
      for (const term of [...call.args, ...Object.values(call.named)]) this.#readKeys(file, term, 0);
  }

  /** A call that is the value of a key and of no variable is called by the key. */
  #readKeys(file: ProgramFile, term: Term, depth: number): void {
    if (term.t !== 'map' || depth > 8) return;
    for (const [key, value] of term.entries) {
      if (value.t === 'map') this.#readKeys(file, value, depth + 1);
      if (value.t !== 'call' || key.t !== 'literal' || typeof key.value !== 'string') continue;
      const own = callKey(file, value);
      if (!this.#bound.has(own)) this.#bound.set(own, key.value);
    }
  }

  /**
   * The variable of a call; for what a factory makes the one that its only caller binds, else the factory’s own name; made telling where
   * it says only what sort of thing it is.
   */
  nameOf(each: Occurrence): string {
    const { file, call } = each.site;
    const name = this.#bound.get(callKey(file, call)) ?? this.#factoryName(each) ?? lastName(each.path);
    const place = this.#graph.functionOf(file, call);
    const method = place && place.file.program.functions[place.index]!;
    const owner = method?.classIndex === undefined ? undefined : file.program.classes[method.classIndex]?.name;
    return tellingName(name, file.path, owner);
  }

  #factoryName(each: Occurrence): string | undefined {
    const place = this.#graph.functionOf(each.site.file, each.site.call);
    const factory = place && place.file.program.functions[place.index]!;
    // What only stands inside the function is not what the function makes.
    const isReturned = factory?.returns.some((term) => makes(term, each.site.call.id));
    if (!place || !factory?.name || !isReturned) return undefined;
    const callers = this.#evaluator.callersOf(place.file, place.index);
    const bound = new Set(callers.map((site) => this.#bound.get(callKey(site.file, site.call))));
    const [only] = bound;
    return bound.size === 1 && only !== undefined ? only : factory.name;
  }

  /** A symbol for the identity of what a call makes: its function and variable, numbered where a file has several. Never its line. */
  symbolOf(each: Occurrence): string {
    const place = this.#graph.functionOf(each.site.file, each.site.call);
    const within =
      place && subjectName({ v: 'function', file: place.file, index: place.index, self: undefined, trail: [] });
    const bound = this.#bound.get(callKey(each.site.file, each.site.call)) ?? lastName(each.path);
    return this.numbered(each.site.file, within ? `${within}.${bound}` : bound);
  }

  /** The symbol itself where it is the first of its file, else with a number. */
  numbered(file: ProgramFile, symbol: string): string {
    const key = `${file.path}#${symbol}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count === 1 ? symbol : `${symbol}~${count}`;
  }
}
