/** Members: what an attribute, key or index of a value is. */
import type { Term } from '../../domain/term.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { hasImplicitMembers, isTyped } from './languages.ts';
import type { Value } from './value.ts';
import { alternatives, oneOf, unknownValue, withTrail } from './value.ts';
import type { ProgramFile } from './world.ts';

/** Gives the value of `of.key`; a key that is itself a value is a subscript. */
export const memberOf = (evaluator: Evaluation, of: Value, key: string | Value, context: Context): Value => {
  if (of.v === 'several') return oneOf(of.of.map((each) => memberOf(evaluator, each, key, context)));
  if (typeof key !== 'string' && key.v === 'several')
    return oneOf(key.of.map((each) => memberOf(evaluator, of, each, context)));
  const name =
    typeof key === 'string' ? key : key.v === 'literal' && typeof key.value === 'string' ? key.value : undefined;
  const index = typeof key !== 'string' && key.v === 'literal' && typeof key.value === 'number' ? key.value : undefined;
  const added = name === undefined ? undefined : extensionMember(evaluator, of, name, context);
  if (added) return added;
  switch (of.v) {
    case 'symbol':
      if (name !== undefined && isVariable(of, name)) return evaluator.evaluate({ t: 'environment', name }, context);
      return (
        constantOf(of, name) ?? {
          v: 'symbol',
          path: of.libraries.canonical(name === undefined ? `${of.path}[]` : `${of.path}.${name}`),
          libraries: of.libraries,
          receiver: of.receiver,
          trail: of.trail,
        }
      );
    case 'object':
      return {
        v: 'symbol',
        path: of.libraries.canonical(name === undefined ? `${of.path}[]` : `${of.path}.${name}`),
        libraries: of.libraries,
        receiver: of,
        trail: of.trail,
      };
    case 'module':
      return name === undefined ? unknownValue('a computed member of a module') : evaluator.exported(of.file, name);
    case 'instance':
      return name === undefined ? unknownValue('a computed member of an object') : instanceMember(evaluator, of, name);
    case 'class':
      return name === undefined
        ? unknownValue('a computed member of a class')
        : classMember(evaluator, of.file, of.index, name, of, 0);
    case 'list': {
      if (index !== undefined) return of.items.at(index) ?? unknownValue('an index beyond the list', of.trail);
      if (name !== undefined) return { v: 'mix', of: [of], trail: of.trail };
      return of.items.length > 0 ? oneOf(of.items) : unknownValue('an element of an empty list', of.trail);
    }
    case 'map': {
      const found: Value[] = [];
      let spread = false;
      for (const [each, value] of of.entries) {
        if (each.v !== 'literal') spread = true;
        else if (String(each.value) === (name ?? String(index))) found.push(value);
        if (each.v !== 'literal' && name !== undefined)
          for (const inner of alternatives(value))
            if (inner.v === 'map') found.push(memberOf(evaluator, inner, key, context));
      }
      const known = found.filter((value) => value.v !== 'unknown');
      if (known.length > 0) return withTrail(known.at(-1)!, of.trail.slice(0, 1));
      if (name === undefined && index === undefined)
        return of.entries.length > 0
          ? oneOf(of.entries.map(([, value]) => value))
          : unknownValue('an entry of an empty map', of.trail);
      if (name !== undefined && isMethodOfMaps(name)) return { v: 'mix', of: [of], trail: of.trail };
      return unknownValue(
        spread ? `the key ${name ?? index} may come from elsewhere` : `the key ${name ?? index} is not there`,
        of.trail,
      );
    }
    case 'function':
      return { v: 'mix', of: [of], trail: of.trail };
    case 'literal':
      // A member of an enumeration.
      return name !== undefined && /^(?:value|get(?:Value|Name|ModelName|Id)|toString|asString)$/.test(name)
        ? of
        : { v: 'mix', of: [of], trail: of.trail };
    case 'parameter':
      return (
        (name === undefined ? undefined : typedMember(evaluator, of, name, context)) ?? {
          v: 'mix',
          of: [of],
          trail: of.trail,
        }
      );
    case 'text':
    case 'mix':
    case 'handle':
      return { v: 'mix', of: [of], trail: of.trail };
    case 'unknown':
      return of;
  }
};

/** A constant of a library by its value. */
const constantOf = (of: Extract<Value, { v: 'symbol' }>, name: string | undefined): Value | undefined => {
  const value = name === undefined ? undefined : of.libraries.constantOf(of.libraries.canonical(`${of.path}.${name}`));
  return value === undefined ? undefined : { v: 'literal', value, trail: of.trail };
};

/** A method that a library adds to types of others; what the source declares itself comes first. */
const extensionMember = (evaluator: Evaluation, of: Value, name: string, { file }: Context): Value | undefined => {
  if (file?.program.language !== 'csharp' || of.v === 'class' || of.v === 'literal') return undefined;
  const libraries = evaluator.libraries(file);
  const path = libraries.extensionOf(name);
  if (path === undefined) return undefined;
  const receiver = of.v === 'object' || of.v === 'instance' ? of : of.v === 'symbol' ? of.receiver : undefined;
  return { v: 'symbol', path, libraries, receiver, trail: of.trail };
};

/** Some object of a declared type: of a library’s class, or of one of the source. */
export const objectOfType = (type: Value, file: ProgramFile): Value => {
  if (type.v === 'class')
    return { v: 'instance', file: type.file, index: type.index, site: undefined, trail: type.trail };
  if (type.v !== 'symbol') return type;
  const call = { t: 'call', id: -1, callee: { t: 'unknown', why: 'no call' }, args: [], named: {} } as const;
  const { path, libraries, trail } = type;
  return { v: 'object', path, libraries, site: { file, call, frame: undefined }, receiver: undefined, trail };
};

/** A member of a parameter that no caller was seen to give, by its declared type: methods, and whatever a library’s object has. */
const typedMember = (
  evaluator: Evaluation,
  of: Extract<Value, { v: 'parameter' }>,
  name: string,
  context: Context,
): Value | undefined => {
  const type = declaredObject(evaluator, of);
  if (type?.v === 'instance') {
    const found = memberOf(evaluator, type, name, context);
    return found.v === 'function' ? found : undefined;
  }
  return type?.v === 'object' && type.libraries.hasName(type.path)
    ? memberOf(evaluator, type, name, context)
    : undefined;
};

/** Some object of the type that a parameter declares; undefined where types are not declared. */
export const declaredObject = (
  evaluator: Evaluation,
  { file, index, name }: Extract<Value, { v: 'parameter' }>,
): Value | undefined => {
  if (!isTyped(file.program.language)) return undefined;
  const annotation = file.program.functions[index]?.parameters.find((each) => each.name === name)?.annotation;
  if (!annotation) return undefined;
  return objectOfType(evaluator.evaluate(annotation, { path: file.path, file, frame: undefined }), file);
};

/** Tells whether a class of the source declares a member, itself or in a part or base of the source. */
export const hasMember = (
  evaluator: Evaluation,
  file: ProgramFile,
  index: number,
  name: string,
  depth = 0,
): boolean => {
  const summary = file.program.classes[index];
  if (!summary || depth > 4 || !hasImplicitMembers(file.program.language)) return false;
  const declares = (at: ProgramFile, body: number) => evaluator.world.bindingsOf(at, body, name).length > 0;
  if (declares(file, summary.body)) return true;
  const parts = evaluator.world.partsOf(file, summary.name);
  if (parts.some((part) => declares(part.file, part.file.program.classes[part.index]!.body))) return true;
  return summary.bases.some((base) =>
    alternatives(evaluator.evaluate(base, { path: file.path, file, frame: undefined })).some(
      (each) => each.v === 'class' && hasMember(evaluator, each.file, each.index, name, depth + 1),
    ),
  );
};

/** The environment, handed on as a value, still has variables as its members. */
const environments: ReadonlySet<string> = new Set([
  'os.environ',
  'process.env',
  'globalThis.process.env',
  'globalThis.Bun.env',
]);
/** Variables are written in capitals, methods are not. */
const isVariable = (of: Extract<Value, { v: 'symbol' }>, name: string): boolean =>
  environments.has(of.path) && /^[A-Z][A-Z0-9_]*$/.test(name);

const isMethodOfMaps = (name: string) => ['get', 'items', 'keys', 'values', 'copy', 'update', 'pop'].includes(name);

/** A member of an object of a class of the source: fields, methods, then base classes, then the library class it extends. */
const instanceMember = (evaluator: Evaluation, of: Extract<Value, { v: 'instance' }>, name: string): Value =>
  classMember(evaluator, of.file, of.index, name, of, 0);

const classMember = (
  evaluator: Evaluation,
  file: ProgramFile,
  index: number,
  name: string,
  self: Value,
  depth: number,
): Value => {
  const summary = file.program.classes[index];
  if (!summary || depth > 8) return unknownValue(`the member ${name} was not found`);
  const own = ownMember(evaluator, file, index, name, self);
  if (own) return own;
  for (const part of evaluator.world.partsOf(file, summary.name)) {
    const found =
      part.file === file && part.index === index ? undefined : ownMember(evaluator, part.file, part.index, name, self);
    if (found) return found;
  }
  for (const base of summary.bases) {
    for (const each of alternatives(evaluator.evaluate(base, { path: file.path, file, frame: undefined }))) {
      if (each.v === 'class') {
        const found = classMember(evaluator, each.file, each.index, name, self, depth + 1);
        if (found.v !== 'unknown') return found;
      } else if (each.v === 'symbol')
        return { v: 'symbol', path: `${each.path}().${name}`, libraries: each.libraries, receiver: self, trail: [] };
    }
  }
  return (
    gatheredMember(evaluator, file, index, name) ?? unknownValue(`the member ${name} of ${summary.name} was not found`)
  );
};

/** A field or method that this part of a class declares itself. */
const ownMember = (
  evaluator: Evaluation,
  file: ProgramFile,
  index: number,
  name: string,
  self: Value,
): Value | undefined => {
  const summary = file.program.classes[index]!;
  const bindings = evaluator.world.bindingsOf(file, summary.body, name);
  if (bindings.length > 0) {
    const value = oneOf(
      bindings.map((each) =>
        evaluator.evaluate(each.term, { path: file.path, file, frame: constructorFrame(file, index, self) }),
      ),
    );
    return bindSelf(value, self);
  }
  const method = file.program.functions.findIndex((each) => each.classIndex === index && each.name === name);
  return method >= 0 ? { v: 'function', file, index: method, self, trail: [] } : undefined;
};

/** A member that a library’s class decorator fills with what certain methods return. */
const gatheredMember = (evaluator: Evaluation, file: ProgramFile, index: number, name: string): Value | undefined => {
  const context: Context = { path: file.path, file, frame: undefined };
  const pathsOf = (decorators: readonly Term[]) =>
    decorators.flatMap((each) =>
      alternatives(evaluator.evaluate(each, context)).flatMap((value) =>
        value.v === 'symbol' || value.v === 'object'
          ? [{ path: value.path.replace(/\(\)$/, ''), libraries: value.libraries }]
          : [],
      ),
    );
  for (const { path, libraries } of pathsOf(file.program.classes[index]!.decorators)) {
    const wanted = libraries.meaningsOf(path, 'decorator').find((each) => each.members?.[name])?.members?.[name];
    if (wanted === undefined) continue;
    const items = file.program.functions
      .filter((each) => each.classIndex === index && pathsOf(each.decorators).some((own) => own.path === wanted))
      .flatMap((each) => each.returns.map((term) => evaluator.evaluate(term, context)));
    return { v: 'list', items, trail: [] };
  }
  return undefined;
};

/** Fields set from constructor parameters take the arguments of the call that made the object. */
const constructorFrame = (file: ProgramFile, index: number, self: Value) => {
  if (self.v !== 'instance' || !self.site) return undefined;
  const maker = file.program.functions.findIndex(
    (each) => each.classIndex === index && (each.name === '__init__' || each.name === 'constructor'),
  );
  return maker < 0 ? undefined : { file, functionIndex: maker, site: self.site, depth: 1, self };
};

const bindSelf = (value: Value, self: Value): Value => (value.v === 'function' ? { ...value, self } : value);
