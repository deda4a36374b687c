/** Names: what a name means where it is used, through bindings, parameters, imports and what modules export. */
import type { Binding, Import } from '../../domain/program.ts';
import type { Evaluation } from './evaluation.ts';
import { hasImplicitMembers, isTyped, outermostOf } from './languages.ts';
import { hasMember, memberOf } from './member.ts';
import { isSelfDefined, type Once } from './once.ts';
import type { Parameters } from './parameters.ts';
import type { Frame, Value } from './value.ts';
import { oneOf, unknownValue, withTrail } from './value.ts';
import type { ProgramFile } from './world.ts';

/** Most scopes around a name that are looked through. */
const scopeLimit = 256;

/** What a name may be in one scope. */
interface Held {
  readonly file: ProgramFile;
  readonly name: string;
  readonly frame: Frame | undefined;
  readonly held: readonly Binding[];
  /** The binding before which nothing holds any more. */
  readonly start: Binding | undefined;
  readonly imports: readonly Import[];
  /** The function whose parameter it is. */
  readonly parameter: number | undefined;
}

export class Names {
  readonly #evaluation: Evaluation;
  readonly #once: Once;
  readonly #parameters: Parameters;

  constructor(evaluation: Evaluation, once: Once, parameters: Parameters) {
    this.#evaluation = evaluation;
    this.#once = once;
    this.#parameters = parameters;
  }

  /** The value of a name seen from a scope: local bindings, parameters, imports, then outwards. */
  value(file: ProgramFile, scope: number, name: string, frame: Frame | undefined, line?: number): Value {
    if ((name === 'this' || name === 'self' || name === 'cls') && file.program.scopes.length > 0) {
      const self = selfAt(file, scope, frame);
      // `cls` is the class itself: calling it makes an object.
      if (self?.v === 'instance' && name === 'cls')
        return { v: 'class', file: self.file, index: self.index, trail: self.trail };
      if (self) return self;
    }
    const { scopes } = file.program;
    // What a function finds outside of itself depends on when it is called, not on where it stands.
    let isHere = true;
    for (let at = scope, guard = 0; at >= 0 && guard < scopeLimit; at = scopes[at]?.parent ?? -1, guard++) {
      const found = this.#inScope(file, at, at === scope, name, frame, isHere ? line : undefined);
      if (found) return found;
      if (scopes[at]?.kind === 'function' || scopes[at]?.kind === 'class') isHere = false;
    }
    return this.#everywhere(file, name);
  }

  #inScope(
    file: ProgramFile,
    at: number,
    isOwn: boolean,
    name: string,
    frame: Frame | undefined,
    line: number | undefined,
  ): Value | undefined {
    const here = file.program.scopes[at];
    // Names of a class body are not visible from its methods.
    if (here?.kind === 'class' && !isOwn) return this.#implicit(file, here.owner, name, frame);
    const { world } = this.#evaluation;
    const bindings = world.bindingsOf(file, at, name);
    const owner =
      here?.kind === 'function' && here.owner !== undefined ? file.program.functions[here.owner] : undefined;
    const isParameter = owner?.parameters.some((each) => each.name === name) ?? false;
    const imports = world.importsOf(file, at, name);
    if (bindings.length === 0 && !isParameter && imports.length === 0) return undefined;
    if (isParameter && bindings.length === 0) return this.#parameters.value(file, here!.owner!, name, frame);
    // A value inside a frame differs from call to call; only frame-free values are kept.
    const inner = at === 0 ? undefined : frame;
    for (let before = line; ; ) {
      const held = before === undefined ? bindings : holdingAt(bindings, before);
      const start = held === bindings ? undefined : held[0]!;
      const key = `${file.number}:${at}:${name}${start ? `@${bindings.indexOf(start)}` : ''}`;
      const known = inner ? undefined : this.#once.known(key);
      const parameter = isParameter && !start ? here!.owner : undefined;
      const value = known ?? this.#found(key, { file, name, frame: inner, held, start, imports, parameter });
      // `x = make(⏎ x)` stands on several lines: what it is given is what held before the first.
      if (!start || !isSelfDefined(value, name)) return value;
      before = start.line;
    }
  }

  #found(key: string, { file, name, frame, held, start, imports, parameter }: Held): Value {
    const circle = () => this.#once.circle(name);
    return this.#once.find(key, frame === undefined, circle, () => {
      const values: Value[] = imports
        .filter((each) => !start || each.line > start.line)
        .map((each) => this.imported(file, each.module, each.name, each.local, each.line));
      for (const { term, line } of held)
        values.push(this.#evaluation.evaluate(term, { path: file.path, file, frame, line }));
      if (parameter !== undefined) values.push(this.#parameters.value(file, parameter, name, frame));
      return oneOf(dropSelfReferences(values, name));
    });
  }

  /** A member of the class around a method, in languages where it needs no `this`. */
  #implicit(file: ProgramFile, owner: number | undefined, name: string, frame: Frame | undefined): Value | undefined {
    if (owner === undefined || !hasImplicitMembers(file.program.language)) return undefined;
    if (!hasMember(this.#evaluation, file, owner, name)) return undefined;
    const own = frame?.self?.v === 'instance' && frame.file === file ? frame.self : undefined;
    const self: Value = own ?? { v: 'instance', file, index: owner, site: undefined, trail: [] };
    return memberOf(this.#evaluation, self, name, { path: file.path, file, frame });
  }

  /** A name that another file of the package or namespace declares, or one that is imported with all others of its package. */
  #shared(file: ProgramFile, name: string): Value {
    const { world } = this.#evaluation;
    const libraries = this.#evaluation.libraries(file);
    for (const namespace of world.namespacesOf(file)) {
      const target = world.namedIn(namespace, name, file);
      if (target && target !== file) return this.exported(target, name);
    }
    for (const { module, line } of [...file.starImports, ...world.importsEverywhere(file)]) {
      const target = world.namedIn(module, name, file) ?? world.moduleFile(module, file);
      if (target && target !== file && world.bindingsOf(target, 0, name).length > 0) return this.exported(target, name);
      const path = libraries.canonical(`${module}.${name}`);
      if (libraries.hasName(path)) return this.#ofLibrary(file, path, line);
    }
    return this.#ofLibrary(file, `${outermostOf(file.program.language)}.${name}`, 0);
  }

  #ofLibrary(file: ProgramFile, path: string, line: number): Value {
    const libraries = this.#evaluation.libraries(file);
    const trail = line > 0 ? [this.#evaluation.evidence(file, line)] : [];
    const value = libraries.constantOf(path);
    return value === undefined
      ? { v: 'symbol', path, libraries, receiver: undefined, trail }
      : { v: 'literal', value, trail };
  }

  #everywhere(file: ProgramFile, name: string): Value {
    if (isTyped(file.program.language)) return this.#shared(file, name);
    const libraries = this.#evaluation.libraries(file);
    for (const star of file.starImports) {
      const value = this.imported(file, star.module, name, name, star.line);
      if (value.v !== 'unknown' && !(value.v === 'symbol' && !libraries.hasModule(star.module))) return value;
    }
    const root = outermostOf(file.program.language);
    return {
      v: 'symbol',
      path: name === root ? root : `${root}.${name}`,
      libraries,
      receiver: undefined,
      trail: [],
    };
  }

  /** What an import gives: a file of the source, what it exports, or a name of a package. */
  imported(file: ProgramFile, module: string, name: string | undefined, local: string, line: number): Value {
    const { world } = this.#evaluation;
    // The repository of a library holds examples that use it: what it is to them is what it is described as.
    const isDescribed = file.program.language === 'go' && this.#evaluation.libraries(file).describes(module);
    const target = isDescribed ? undefined : world.moduleFile(module, file);
    const evidence = this.#evaluation.evidence(file, line);
    if (target)
      return name === undefined
        ? { v: 'module', file: target, trail: [evidence] }
        : withTrail(this.exported(target, name), [evidence]);
    if (isTyped(file.program.language) && name !== undefined) return this.#importedType(file, module, name, line);
    if (name !== undefined && !module.startsWith('@')) {
      // `from package import module`
      const inner = world.moduleFile(module.endsWith('.') ? `${module}${name}` : `${module}.${name}`, file);
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
    const libraries = this.#evaluation.libraries(file);
    return {
      v: 'symbol',
      path: libraries.canonical(path),
      libraries,
      receiver: undefined,
      trail: line > 0 ? [evidence] : [],
    };
  }

  /** `import a.b.C`: a class of the source, one inside of a class, or a name of a library. */
  #importedType(file: ProgramFile, module: string, name: string, line: number): Value {
    const { world } = this.#evaluation;
    const evidence = this.#evaluation.evidence(file, line);
    const path = this.#evaluation.libraries(file).canonical(`${module}.${name}`);
    if (this.#evaluation.libraries(file).hasName(path)) return this.#ofLibrary(file, path, line);
    const target = world.namedIn(module, name, file);
    if (target) return withTrail(this.exported(target, name), [evidence]);
    const dot = module.lastIndexOf('.');
    const owner = module.slice(dot + 1);
    const outer = dot > 0 ? world.namedIn(module.slice(0, dot), owner, file) : undefined;
    if (outer)
      return memberOf(this.#evaluation, this.exported(outer, owner), name, { path: file.path, file, frame: undefined });
    return this.#ofLibrary(file, path, line);
  }

  /** What a module exports under a name, through re-exports. */
  exported(file: ProgramFile, name: string): Value {
    const key = `${file.number}:export:${name}`;
    const { world } = this.#evaluation;
    return this.#evaluation.within(key, name, () => {
      for (const each of file.program.reexports) {
        if (each.as !== name && each.name !== '*') continue;
        const wanted = each.name === '*' ? name : each.name;
        const target = world.moduleFile(each.module, file);
        const value = target
          ? this.exported(target, wanted)
          : each.module.startsWith('.')
            ? undefined
            : this.imported(file, each.module, wanted, wanted, 0);
        if (value && !(each.name === '*' && value.v === 'unknown')) return value;
      }
      if (world.bindingsOf(file, 0, name).length > 0 || world.importsOf(file, 0, name).length > 0)
        return this.value(file, 0, name, undefined);
      for (const star of file.starImports) {
        const value = this.imported(file, star.module, name, name, star.line);
        if (value.v !== 'unknown') return value;
      }
      for (const namespace of world.namespacesOf(file)) {
        const beside = world.namedIn(namespace, name, file);
        if (beside && beside !== file) return this.value(beside, 0, name, undefined);
      }
      // A package’s sub-module: `from app import config` where app/__init__.py does not mention it.
      const inner = world.moduleFile(`.${name}`, file);
      if (inner && inner !== file) return { v: 'module', file: inner, trail: [] };
      return unknownValue(`${name} is not defined in ${file.path}`);
    });
  }
}

/** The object whose method a scope stands in: that of the frame, else some object of the class. */
const selfAt = (file: ProgramFile, scope: number, frame: Frame | undefined): Value | undefined => {
  for (let at = scope, guard = 0; at >= 0 && guard < scopeLimit; at = file.program.scopes[at]?.parent ?? -1, guard++) {
    const here = file.program.scopes[at];
    if (here?.kind !== 'function' || here.owner === undefined) continue;
    const owner = file.program.functions[here.owner];
    if (owner?.classIndex === undefined) continue;
    if (frame && frame.file === file && frame.functionIndex === here.owner && frame.self?.v === 'instance')
      return frame.self;
    return { v: 'instance', file, index: owner.classIndex, site: undefined, trail: [] };
  }
  return undefined;
};

/**
 * The bindings that a name may have at a line of the scope they stand in: the last one before it that is under no condition, those
 * under one up to the line, and those that stand further down in a loop around the line, which comes back. All of them where none
 * precedes.
 */
const holdingAt = (bindings: readonly Binding[], line: number): readonly Binding[] => {
  if (bindings.length < 2) return bindings;
  const first = bindings.findLastIndex((each) => !each.conditional && each.line < line);
  if (first < 0) return bindings;
  const mayHold = ({ conditional, loop, line: own }: Binding): boolean =>
    own <= line ? conditional === true : loop !== undefined && loop <= line;
  return bindings.filter((each, index) => index === first || (index > first && mayHold(each)));
};

/** `x = x or default` and loops must not drown the other candidates. */
const dropSelfReferences = (values: readonly Value[], name: string): readonly Value[] => {
  const kept = values.filter((value) => !isSelfDefined(value, name));
  return kept.length > 0 ? kept : values;
};
