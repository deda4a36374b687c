/** The evaluator: follows a term through names, modules, calls and the environment to its value, on demand and once. */
import type { Evidence } from '../../domain/evidence.ts';
import type { FunctionSummary } from '../../domain/program.ts';
import type { Term } from '../../domain/term.ts';
import type { Library, Pick } from '../../kit/define-library.ts';
import { Callers } from './callers.ts';
import { evaluateConfigured } from './configured.ts';
import { elementsPicked } from './elements-picked.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { visitIngredients } from './ingredients.ts';
import { LibraryIndex } from './library-index.ts';
import { memberOf } from './member.ts';
import { pickAt, spreadMaps } from './pick.ts';
import type { CallTerm, Frame, Site, Trail, Value } from './value.ts';
import { alternatives, oneOf, unknownValue, withTrail } from './value.ts';
import type { ProgramFile, World } from './world.ts';

/** Deepest nesting of evaluations and of function activations; beyond it a value is unknown. */
const depthLimit = 80;
const frameLimit = 8;
/** Steps one top-level question may take. */
const stepLimit = 4_000;

export class Evaluator implements Evaluation {
  readonly world: World;
  readonly #libraries: { readonly python: LibraryIndex; readonly javascript: LibraryIndex };
  #memo = new Map<string, Value>();
  #busy = new Set<string>();
  #depth = 0;
  #steps = 0;
  /** How often an evaluation was cut short (a circle, a bound): a value made under a cut is not kept. */
  #cuts = 0;
  #callers: Callers | undefined;
  readonly #callersOf = new Map<string, readonly Site[]>();

  constructor(world: World, libraries: readonly Library[]) {
    this.world = world;
    this.#libraries = {
      python: new LibraryIndex(libraries, 'python'),
      javascript: new LibraryIndex(libraries, 'javascript'),
    };
  }

  libraries(file: ProgramFile): LibraryIndex {
    return file.program.language === 'python' ? this.#libraries.python : this.#libraries.javascript;
  }

  /** Evaluates a term; never throws and always ends. */
  evaluate(term: Term, context: Context): Value {
    if (this.#depth === 0) this.#steps = 0;
    if (this.#depth > depthLimit || ++this.#steps > stepLimit) {
      this.#cuts++;
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
      case 'operation':
        return {
          v: 'mix',
          of: term.of.map((each) => this.evaluate(each, context)),
          trail: this.trailAt(context, term.at),
        };
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
          ? this.parameter(context.file, term.index, term.name, context.frame)
          : unknownValue('a parameter outside a program');
      case 'name':
        return context.file
          ? this.name(context.file, term.scope, term.name, context.frame)
          : unknownValue(`the name ${term.name} has no meaning here`);
      case 'call':
        return this.call(term, context);
    }
  }

  #template(parts: readonly Value[], trail: Trail): Value {
    const joined: Value[] = [];
    const hops: Evidence[] = [...trail];
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

  /** The value of a name seen from a scope: local bindings, parameters, imports, then outwards. */
  name(file: ProgramFile, scope: number, name: string, frame: Frame | undefined): Value {
    if ((name === 'this' || name === 'self' || name === 'cls') && file.program.scopes.length > 0) {
      const self = this.#self(file, scope, frame);
      // `cls` is the class itself: calling it makes an object.
      if (self?.v === 'instance' && name === 'cls')
        return { v: 'class', file: self.file, index: self.index, trail: self.trail };
      if (self) return self;
    }
    const scopes = file.program.scopes;
    for (let at = scope, guard = 0; at >= 0 && guard < 256; at = scopes[at]?.parent ?? -1, guard++) {
      const here = scopes[at];
      // Names of a class body are not visible from its methods.
      if (here?.kind === 'class' && at !== scope) continue;
      const bindings = this.world.bindingsOf(file, at, name);
      const owner =
        here?.kind === 'function' && here.owner !== undefined ? file.program.functions[here.owner] : undefined;
      const parameter = owner?.parameters.find((each) => each.name === name);
      const imports = this.world.importsOf(file, at, name);
      if (bindings.length === 0 && !parameter && imports.length === 0) continue;
      if (parameter && bindings.length === 0) return this.parameter(file, here!.owner!, name, frame);
      // A value inside a frame differs from call to call; only frame-free values are kept.
      const inner = at === 0 ? undefined : frame;
      const key = `${file.number}:${at}:${name}`;
      const memo = inner ? undefined : this.#memo.get(key);
      if (memo) return memo;
      if (this.#busy.has(key)) return this.#circle(name);
      const cuts = this.#cuts;
      this.#busy.add(key);
      const values: Value[] = imports.map((each) =>
        this.#imported(file, each.module, each.name, each.local, each.line),
      );
      for (const binding of bindings) values.push(this.evaluate(binding.term, { path: file.path, file, frame: inner }));
      if (parameter) values.push(this.parameter(file, here!.owner!, name, frame));
      this.#busy.delete(key);
      const value = oneOf(dropSelfReferences(values, name));
      if (!inner && cuts === this.#cuts) this.#memo.set(key, value);
      return value;
    }
    for (const star of file.starImports) {
      const value = this.#imported(file, star.module, name, name, star.line);
      if (value.v !== 'unknown' && !(value.v === 'symbol' && !this.libraries(file).hasModule(star.module)))
        return value;
    }
    return {
      v: 'symbol',
      path: `${file.program.language === 'python' ? 'builtins' : 'globalThis'}.${name}`,
      libraries: this.libraries(file),
      receiver: undefined,
      trail: [],
    };
  }

  #self(file: ProgramFile, scope: number, frame: Frame | undefined): Value | undefined {
    for (let at = scope, guard = 0; at >= 0 && guard < 256; at = file.program.scopes[at]?.parent ?? -1, guard++) {
      const here = file.program.scopes[at];
      if (here?.kind !== 'function' || here.owner === undefined) continue;
      const owner = file.program.functions[here.owner];
      if (owner?.classIndex === undefined) continue;
      if (frame && frame.file === file && frame.functionIndex === here.owner && frame.self?.v === 'instance')
        return frame.self;
      return { v: 'instance', file, index: owner.classIndex, site: undefined, trail: [] };
    }
    return undefined;
  }

  #imported(file: ProgramFile, module: string, name: string | undefined, local: string, line: number): Value {
    const target = this.world.moduleFile(module, file);
    const evidence = this.evidence(file, line);
    if (target)
      return name === undefined
        ? { v: 'module', file: target, trail: [evidence] }
        : withTrail(this.exported(target, name), [evidence]);
    if (name !== undefined && !module.startsWith('@')) {
      // `from package import module`
      const inner = this.world.moduleFile(module.endsWith('.') ? `${module}${name}` : `${module}.${name}`, file);
      if (inner && inner !== file) return { v: 'module', file: inner, trail: [evidence] };
    }
    if (module.startsWith('.')) return unknownValue(`the module ${module} was not found`, [evidence]);
    // `import a.b` binds `a`; with an alias it binds `a.b`.
    const path =
      name === undefined
        ? local === module.split('.')[0] && file.program.language === 'python'
          ? local
          : module
        : `${module}.${name}`;
    const libraries = this.libraries(file);
    return {
      v: 'symbol',
      path: libraries.canonical(path),
      libraries,
      receiver: undefined,
      trail: line > 0 ? [evidence] : [],
    };
  }

  /** What a module exports under a name, through re-exports. */
  exported(file: ProgramFile, name: string): Value {
    const key = `${file.number}:export:${name}`;
    return this.within(key, name, () => {
      for (const each of file.program.reexports) {
        if (each.as !== name && each.name !== '*') continue;
        const wanted = each.name === '*' ? name : each.name;
        const target = this.world.moduleFile(each.module, file);
        const value = target
          ? this.exported(target, wanted)
          : each.module.startsWith('.')
            ? undefined
            : this.#imported(file, each.module, wanted, wanted, 0);
        if (value && !(each.name === '*' && value.v === 'unknown')) return value;
      }
      if (this.world.bindingsOf(file, 0, name).length > 0 || this.world.importsOf(file, 0, name).length > 0)
        return this.name(file, 0, name, undefined);
      for (const star of file.starImports) {
        const value = this.#imported(file, star.module, name, name, star.line);
        if (value.v !== 'unknown') return value;
      }
      // A package’s sub-module: `from app import config` where app/__init__.py does not mention it.
      const inner = this.world.moduleFile(`.${name}`, file);
      if (inner && inner !== file) return { v: 'module', file: inner, trail: [] };
      return unknownValue(`${name} is not defined in ${file.path}`);
    });
  }

  /** The value of a parameter: the argument of the frame’s call, else of every call found, with its default. */
  parameter(file: ProgramFile, index: number, name: string, frame: Frame | undefined): Value {
    const summary = file.program.functions[index];
    if (!summary) return unknownValue(`the parameter ${name} has no function`);
    const own = { path: file.path, file, frame: undefined };
    for (let at = frame, guard = 0; at && guard < frameLimit; at = at.site.frame, guard++) {
      if (at.file !== file || at.functionIndex !== index) continue;
      const given = this.#argument(at.site, summary, name);
      if (given) return given;
      const fallback = summary.parameters.find((each) => each.name === name)?.fallback;
      return fallback ? this.evaluate(fallback, own) : { v: 'parameter', file, index, name, trail: [] };
    }
    const key = `${file.number}:p${index}:${name}`;
    const memo = this.#memo.get(key);
    if (memo) return memo;
    if (this.#busy.has(key)) {
      this.#cuts++;
      return { v: 'parameter', file, index, name, trail: [] };
    }
    const cuts = this.#cuts;
    this.#busy.add(key);
    const values: Value[] = [];
    const callers = this.callersOf(file, index).slice(0, 24);
    let isLeftOut = callers.length === 0;
    for (const site of callers) {
      const given = this.#argument(site, summary, name);
      if (given) values.push(given);
      else isLeftOut = true;
    }
    // The default counts only where a caller leaves the argument out, or none was seen.
    const fallback = isLeftOut ? summary.parameters.find((each) => each.name === name)?.fallback : undefined;
    if (fallback) values.push(this.evaluate(fallback, own));
    this.#busy.delete(key);
    const value: Value = values.length === 0 ? { v: 'parameter', file, index, name, trail: [] } : oneOf(values);
    if (cuts === this.#cuts) this.#memo.set(key, value);
    return value;
  }

  #circle(name: string): Value {
    this.#cuts++;
    return unknownValue(`${name} is defined by itself`);
  }

  #argument(site: Site, summary: FunctionSummary, name: string): Value | undefined {
    const context = { path: site.file.path, file: site.file, frame: site.frame };
    const named = site.call.named[name];
    if (named) return this.evaluate(named, context);
    const spread = spreadMaps(this, site).find((each) =>
      each.entries.some(([key]) => key.v === 'literal' && key.value === name),
    );
    if (spread) return memberOf(this, spread, name, context);
    const index = summary.parameters.findIndex((each) => each.name === name);
    const parameter = summary.parameters[index];
    if (!parameter || parameter.kind === 'named' || parameter.kind === 'named-rest') return undefined;
    const isMethod = summary.classIndex !== undefined && ['self', 'cls'].includes(summary.parameters[0]?.name ?? '');
    const position = index - (isMethod ? 1 : 0);
    if (parameter.kind === 'rest') {
      const rest = site.call.args.slice(position);
      return { v: 'list', items: rest.map((each) => this.evaluate(each, context)), trail: [] };
    }
    // Behind `*args` nobody can count.
    const before = site.call.args.slice(0, position + 1);
    if (before.some((each) => each.t === 'operation' && each.operator === 'spread')) return undefined;
    const argument = site.call.args[position];
    return argument && this.evaluate(argument, context);
  }

  /** Every call of the source that calls this function (or constructs its class, for a constructor). */
  callersOf(file: ProgramFile, index: number): readonly Site[] {
    const key = `${file.number}:${index}`;
    const known = this.#callersOf.get(key);
    if (known) return known;
    this.#callers ??= new Callers(this);
    const cuts = this.#cuts;
    const found = this.#callers.of(file, index);
    // What was found under a cut may lack callers that a later question finds.
    if (cuts === this.#cuts) this.#callersOf.set(key, found);
    return found;
  }

  /** The value of a call: what the project’s function returns, or an object of a library. */
  call(call: CallTerm, context: Context): Value {
    if (!context.file) return evaluateConfigured(this, call, context);
    const key = `${context.file.number}:c${call.id}`;
    const memo = context.frame ? undefined : this.#memo.get(key);
    if (memo) return memo;
    if (this.#busy.has(key)) return this.#circle('the value of the call');
    const cuts = this.#cuts;
    this.#busy.add(key);
    const picked = elementsPicked(this, call, context);
    if (picked) {
      this.#busy.delete(key);
      if (!context.frame && cuts === this.#cuts) this.#memo.set(key, picked);
      return picked;
    }
    const callee = this.evaluate(call.callee, context);
    const site: Site = { file: context.file, call, frame: context.frame };
    const value = oneOf(alternatives(callee).map((each) => this.#apply(each, site, context)));
    this.#busy.delete(key);
    if (!context.frame && cuts === this.#cuts) this.#memo.set(key, value);
    return value;
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
      case 'text':
      case 'mix':
      case 'list':
      case 'map':
      case 'literal':
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
    if (this.#busy.has(key)) return this.#circle(name);
    this.#busy.add(key);
    try {
      return run();
    } finally {
      this.#busy.delete(key);
    }
  }

  evidence(context: { readonly path: string }, line: number, note?: string): Evidence {
    const place = { source: this.world.source, path: context.path, line, how: 'declared', confidence: 1 } as const;
    return note === undefined ? place : { ...place, note };
  }

  trailAt(context: { readonly path: string }, line: number | undefined): Trail {
    return line ? [this.evidence(context, line)] : [];
  }
}

/** `x = x or default` and loops must not drown the other candidates. */
const dropSelfReferences = (values: readonly Value[], name: string): readonly Value[] => {
  const kept = values.filter((value) => !(value.v === 'unknown' && value.why === `${name} is defined by itself`));
  return kept.length > 0 ? kept : values;
};
