/** Finds the values of Bicep names: parameters as other files pass them, variables, resources, and outputs of modules. */
import {
  type Candidate,
  defineResolver,
  literal,
  type PlacedDefinition,
  type Resolution,
  type ResolverWorld,
  type Term,
} from '../../../kit/define-resolver.ts';
import { baseNameOf } from '../../../read/source-path.ts';

const named = (name: string, holder: string, world: ResolverWorld): readonly PlacedDefinition[] =>
  world.definitions('bicep', name).filter((each) => each.holder === holder);

/** What stands at members of a value: `settings.network.access`. */
const within = (term: Term, members: readonly string[], at: number): Term => {
  let of = term;
  for (const key of members) of = { t: 'member', of, key, at };
  return of;
};

const found = ({ value, path, line }: PlacedDefinition, members: readonly string[], note: string): Candidate => ({
  term: within(value, members, line),
  path,
  line,
  note,
});

/** What the files that call this one pass, else the default. */
const resolveName = (
  declared: PlacedDefinition,
  members: readonly string[],
  fromPath: string,
  world: ResolverWorld,
): Resolution => {
  const { name } = declared;
  const passed = named(`parameter ${name}`, fromPath, world);
  if (passed.length > 0)
    return {
      candidates: passed.map((each) => found(each, members, `parameter ${name} passed by ${baseNameOf(each.path)}`)),
    };
  if (declared.value.t === 'unknown')
    return { unknown: `${declared.value.why} (${declared.path}:${declared.line}), and no file passes it` };
  return { candidates: [found(declared, members, `${name} in ${baseNameOf(fromPath)}`)] };
};

/** A resource, or an attribute of one: its name, else the asset itself. */
const resolveResource = (
  declared: PlacedDefinition,
  attribute: string,
  fromPath: string,
  world: ResolverWorld,
): Resolution => {
  const { name, path, line } = declared;
  const handle = { scheme: 'template-resource' as const, value: `${fromPath}:${name}`, attribute: attribute || 'id' };
  const note = attribute === '' ? name : `${attribute} of ${name}`;
  const [given] = named(`${name}#name`, fromPath, world);
  if (given && attribute === 'name') return { candidates: [{ ...found(given, [], note), handle }] };
  const why = `${note} (${path}:${line}) is known only when the template is deployed`;
  return { candidates: [{ term: { t: 'unknown', why, at: line }, path, line, note, handle }] };
};

const resolveOutput = (module: PlacedDefinition, members: readonly string[], world: ResolverWorld): Resolution => {
  const target = module.value.t === 'literal' ? module.value.value : null;
  const [word, output = '', ...rest] = members;
  const called = module.name.replace(/^module /, '');
  if (typeof target !== 'string') return { unknown: `the module ${called} stands in a registry` };
  if (word !== 'outputs')
    return { candidates: [{ term: literal(called), path: module.path, line: module.line, note: called }] };
  const outputs = named(`output ${output}`, target, world);
  if (outputs.length === 0) return { unknown: `${target} has no output ${output} that was read` };
  return { candidates: outputs.map((each) => found(each, rest, `output ${output} of ${called}`)) };
};

export default defineResolver({
  id: 'bicep',
  title: 'Names of Bicep files',
  names: {
    namespace: 'bicep',
    resolve(name, fromPath, world) {
      const [first = '', ...members] = name.split('.');
      const [module] = named(`module ${first}`, fromPath, world);
      if (module) return resolveOutput(module, members, world);
      const [declared] = named(first, fromPath, world);
      if (declared === undefined) return { unknown: `${first} is not declared in ${fromPath}` };
      return named(`${first}#type`, fromPath, world).length > 0
        ? resolveResource(declared, members.join('.'), fromPath, world)
        : resolveName(declared, members, fromPath, world);
    },
  },
});
