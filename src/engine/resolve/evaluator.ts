/** The evaluator: follows a term through names, modules, calls and the environment to its value, on demand and once. */
import type { Evidence } from '../../domain/evidence.ts';
import type { Term } from '../../domain/term.ts';
import type { Library, LibraryLanguage, Pick } from '../../kit/define-library.ts';
import { evaluateConfigured } from './configured.ts';
import { elementsPicked } from './elements-picked.ts';
import { type Context, contextOf, type Evaluation } from './evaluation.ts';
import { visitIngredients } from './ingredients.ts';
import { isTyped, libraryLanguage } from './languages.ts';
import { LibraryIndex } from './library-index.ts';
import { memberOf, objectOfType } from './member.ts';
import { Names } from './names.ts';
import { Once } from './once.ts';
import { frameLimit, Parameters } from './parameters.ts';
import { pickAt } from './pick.ts';
import type { CallTerm, Frame, Site, Trail, Value } from './value.ts';
import { alternatives, oneOf, unknownValue, withTrail } from './value.ts';
import type { ProgramFile, World } from './world.ts';
import { wrappedBy } from './wrapped.ts';

/** Deepest nesting of evaluations; beyond it a value is unknown. */
const depthLimit = 80;
/** Steps one top-level question may take. */
const stepLimit = 4_000;

/** Operators that tell something of their operands and give nothing of them. */
const judging: ReadonlySet<string> = new Set(
  '== === != !== < > <= >= is not in ! typeof instanceof comparison'.split(' ').concat('not in', 'is not'),
);

export class Evaluator implements Evaluation {
  readonly world: World;
  readonly #libraries: Readonly<Record<LibraryLanguage, LibraryIndex>>;
  readonly #once = new Once();
  readonly #parameters = new Parameters(this, this.#once);
  readonly #names = new Names(this, this.#once, this.#parameters);
  #depth = 0;
  #steps = 0;

  constructor(world: World, libraries: readonly Library[]) {
    this.world = world;
    this.#libraries = {
      python: new LibraryIndex(libraries, 'python'),
      javascript: new LibraryIndex(libraries, 'javascript'),
      go: new LibraryIndex(libraries, 'go'),
      java: new LibraryIndex(libraries, 'java'),
      csharp: new LibraryIndex(libraries, 'csharp'),
    };
  }

  libraries(file: ProgramFile): LibraryIndex {
    return this.#libraries[libraryLanguage(file.program.language)];
  }

  /** Evaluates a term; never throws and always ends. */
  evaluate(term: Term, context: Context): Value {
    if (this.#depth === 0) this.#steps = 0;
    if (this.#depth > depthLimit || ++this.#steps > stepLimit) {
      this.#once.cut();
      return unknownValue('the value is nested too deep to follow');
    }
    this.#depth++;
    try {
      return this.#evaluate(term, context);
    } finally {
      this.#depth--;
    }
  }

  #evaluate(term: Term, context: Context): Value {
    switch (term.t) {
      case 'literal':
        return { v: 'literal', value: term.value, trail: term.at ? [this.evidence(context, term.at)] : [] };
      case 'unknown':
        return unknownValue(term.why, term.at ? [this.evidence(context, term.at)] : []);
      case 'either':
        return oneOf(term.of.map((each) => this.evaluate(each, context)));
      case 'list':
        return {
          v: 'list',
          items: term.items.map((each) => this.evaluate(each, context)),
          trail: this.trailAt(context, term.at),
        };
      case 'map':
        return {
          v: 'map',
          entries: term.entries.map(
            ([key, value]) => [this.evaluate(key, context), this.evaluate(value, context)] as const,
          ),
          trail: this.trailAt(context, term.at),
        };
      case 'template':
        return this.#template(
          term.parts.map((each) => this.evaluate(each, context)),
          this.trailAt(context, term.at),
        );
      case 'operation': {
        const [type] = term.of;
        if (term.operator === 'annotation' && type && context.file && isTyped(context.file.program.language))
          return objectOfType(this.evaluate(type, context), context.file);
        return {
          v: 'mix',
          of: judging.has(term.operator) ? [] : term.of.map((each) => this.evaluate(each, context)),
          trail: this.trailAt(context, term.at),
        };
      }
      case 'environment':
      case 'reference':
        return evaluateConfigured(this, term, context);
      case 'member':
        return memberOf(
          this,
          this.evaluate(term.of, context),
          typeof term.key === 'string' ? term.key : this.evaluate(term.key, context),
          context,
        );
      case 'function':
        return context.file
          ? { v: 'function', file: context.file, index: term.index, self: undefined, trail: [] }
          : unknownValue('a function outside a program');
      case 'class':
        return context.file
          ? { v: 'class', file: context.file, index: term.index, trail: [] }
          : unknownValue('a class outside a program');
      case 'parameter':
        return context.file
          ? this.#parameters.value(context.file, term.index, term.name, context.frame)
          : unknownValue('a parameter outside a program');
      case 'name':
        return context.file
          ? this.#names.value(context.file, term.scope, term.name, context.frame, context.line)
          : unknownValue(`the name ${term.name} has no meaning here`);
      case 'call':
        return this.call(term, context);
    }
  }

  #template(parts: readonly Value[], trail: Trail): Value {
    const joined: Value[] = [];
    const hops: Evidence[] = [...trail];
    // A text with nothing in the place of a name is never used: `https://${undefined}.example` names no host.
    if (parts.length > 1 && parts.some((part) => part.v === 'literal' && part.value === null))
      return unknownValue('a part of the text has no value', trail);
    for (const part of parts) {
      const last = joined.at(-1);
      if (part.v === 'literal' && last?.v === 'literal') {
        joined[joined.length - 1] = { v: 'literal', value: `${last.value}${part.value}`, trail: [] };
        hops.push(...last.trail, ...part.trail);
      } else joined.push(part);
    }
    if (joined.length === 0) return { v: 'literal', value: '', trail };
    if (joined.length === 1 && joined[0]!.v === 'literal')
      return { v: 'literal', value: String(joined[0]!.value), trail: [...hops, ...joined[0]!.trail] };
    const varied = joined.find((part) => part.v === 'several' && part.of.every((each) => each.v === 'literal'));
    if (varied?.v === 'several' && joined.every((part) => part.v === 'literal' || part === varied))
      return oneOf(
        varied.of.map((each) =>
          this.#template(
            joined.map((part) => (part === varied ? each : part)),
            trail,
          ),
        ),
      );
    return { v: 'text', parts: joined, trail };
  }

  exported(file: ProgramFile, name: string): Value {
    return this.#names.exported(file, name);
  }

  /** Every call of the source that calls this function (or constructs its class, for a constructor). */
  callersOf(file: ProgramFile, index: number): readonly Site[] {
    return this.#parameters.callersOf(file, index);
  }

  /** The value of a call: what the project’s function returns, or an object of a library. */
  call(call: CallTerm, from: Context): Value {
    if (!from.file) return evaluateConfigured(this, call, from);
    const site: Site = { file: from.file, call, frame: from.frame };
    const context = contextOf(site);
    const circle = () => this.#once.circle('the value of the call');
    return this.#once.find(`${site.file.number}:c${call.id}`, !site.frame, circle, () => {
      const picked = elementsPicked(this, call, context);
      if (picked) return picked;
      const callee = this.evaluate(call.callee, context);
      return oneOf(alternatives(callee).map((each) => this.#apply(each, site, context)));
    });
  }

  #apply(callee: Value, site: Site, context: Context): Value {
    const trail = this.trailAt(context, site.call.at);
    switch (callee.v) {
      case 'symbol':
      case 'object': {
        const meaning = callee.libraries.meaningsOf(callee.path, 'call').find((each) => each.returns !== undefined);
        const receiver = callee.v === 'object' ? callee : callee.receiver;
        if (meaning?.returns === 'receiver') return receiver ?? unknownValue('a method without an object', trail);
        const object: Value = {
          v: 'object',
          path: `${callee.path}()`,
          libraries: callee.libraries,
          site,
          receiver,
          trail,
        };
        if (meaning?.returns) return this.pick(meaning.returns, site, receiver) ?? object;
        const wrapped = wrappedBy(this, callee, site);
        if (wrapped) return withTrail(wrapped, trail);
        return object;
      }
      case 'class':
        return { v: 'instance', file: callee.file, index: callee.index, site, trail };
      case 'function': {
        const summary = callee.file.program.functions[callee.index];
        const depth = (context.frame?.depth ?? 0) + 1;
        if (!summary || depth > frameLimit) return unknownValue('calls nested too deep to follow', trail);
        if (summary.returns.length === 0)
          return unknownValue(`${summary.name || 'the function'} returns nothing`, trail);
        const frame: Frame = { file: callee.file, functionIndex: callee.index, site, depth, self: callee.self };
        return withTrail(
          oneOf(
            summary.returns.map((each) => this.evaluate(each, { path: callee.file.path, file: callee.file, frame })),
          ),
          trail,
        );
      }
      case 'literal':
        // `ChatModel.GPT_4_O.getValue()` of an enumeration.
        if (site.call.args.length === 0) return callee;
        return { v: 'mix', of: [callee, ...site.call.args.map((each) => this.evaluate(each, context))], trail };
      case 'text':
      case 'mix':
      case 'list':
      case 'map':
      case 'handle':
      case 'parameter':
      case 'instance':
        // A method of a value: its result is made of the value and the arguments.
        return { v: 'mix', of: [callee, ...site.call.args.map((each) => this.evaluate(each, context))], trail };
      default:
        return callee.v === 'unknown' ? callee : unknownValue('what is called is not known', trail);
    }
  }

  /** Picks a value at a call as a library’s meaning asks. */
  pick(pick: Pick, site: Site, receiver: Value | undefined): Value | undefined {
    return pickAt(this, pick, site, receiver);
  }

  /** Every value that goes into a value: parts of texts and operations, elements, and what library calls without a meaning were given. */
  ingredients(value: Value, each: (part: Value) => void): void {
    visitIngredients(this, value, each);
  }

  within(key: string, name: string, run: () => Value): Value {
    return this.#once.find(key, false, () => this.#once.circle(name), run);
  }

  evidence(context: { readonly path: string }, line: number, note?: string): Evidence {
    const place = { source: this.world.source, path: context.path, line, how: 'declared', confidence: 1 } as const;
    return note === undefined ? place : { ...place, note };
  }

  trailAt(context: { readonly path: string }, line: number | undefined): Trail {
    return line ? [this.evidence(context, line)] : [];
  }
}
