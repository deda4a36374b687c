/** Finds the values of CloudFormation names: parameters, resources and their attributes, outputs of nested stacks, and exports of others. */
import {
  type Candidate,
  defineResolver,
  type PlacedDefinition,
  type Resolution,
  type ResolverWorld,
  type Term,
} from '../../../kit/define-resolver.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { nameProperties } from './name-properties.ts';

const found = ({ value, path, line }: PlacedDefinition, note: string): Candidate => ({ term: value, path, line, note });

const named = (name: string, holder: string, world: ResolverWorld): readonly PlacedDefinition[] =>
  world.definitions('cloudformation', name).filter((each) => each.holder === holder);

const textOf = (definition: PlacedDefinition | undefined): string | undefined =>
  definition?.value.t === 'literal' && typeof definition.value.value === 'string' ? definition.value.value : undefined;

/** What the template that nests this one passes, else the default. */
const resolveParameter = (declared: PlacedDefinition, fromPath: string, world: ResolverWorld): Resolution => {
  const { name } = declared;
  const passed = named(`parameter ${name}`, fromPath, world);
  if (passed.length > 0)
    return { candidates: passed.map((each) => found(each, `parameter ${name} passed by ${baseNameOf(each.path)}`)) };
  if (declared.value.t === 'unknown')
    return {
      unknown: `parameter ${name} (${declared.path}:${declared.line}) has no default, and no template passes it`,
    };
  return {
    candidates: [{ ...found(declared, `default of parameter ${name}`), how: 'default', confidence: 0.8 }],
  };
};

/** A resource or an attribute of one: as it is named or computed from its name, else the asset itself. */
const resolveResource = (address: string, attribute: string, fromPath: string, world: ResolverWorld): Resolution => {
  const [declaration] = named(address, fromPath, world);
  if (declaration === undefined) return { unknown: `${address} is not declared in ${fromPath}` };
  const { path, line } = declaration;
  const [child] = named(`${address}#child`, fromPath, world);
  if (child && attribute.startsWith('Outputs.')) {
    const output = attribute.slice('Outputs.'.length);
    const outputs = named(`output ${output}`, textOf(child) ?? '', world);
    if (outputs.length === 0) return { unknown: `${textOf(child)} has no output ${output} that was read` };
    return { candidates: outputs.map((each) => found(each, `output ${output} of ${address}`)) };
  }
  const type = textOf(named(`${address}#type`, fromPath, world)[0]) ?? '';
  const names = Object.hasOwn(nameProperties, type) ? nameProperties[type] : undefined;
  const [name] = names ? named(`${address}#${names.property}`, fromPath, world) : [];
  const handle = {
    scheme: 'template-resource' as const,
    value: `${fromPath}:${address}`,
    attribute: attribute || 'Ref',
  };
  const note = attribute === '' ? address : `${attribute} of ${address}`;
  const isName = attribute === '' || attribute === names?.property;
  if (name && isName) return { candidates: [{ ...found(name, note), handle }] };
  if (name && attribute === 'Arn' && names?.arn !== undefined) {
    const term: Term = { t: 'template', parts: [{ t: 'literal', value: names.arn }, name.value], at: name.line };
    return { candidates: [{ term, path, line, note, handle }] };
  }
  const why = `${note} (${path}:${line}) is known only when the stack is made`;
  return { candidates: [{ term: { t: 'unknown', why, at: line }, path, line, note, handle }] };
};

export default defineResolver({
  id: 'cloudformation',
  title: 'Names of CloudFormation templates',
  names: {
    namespace: 'cloudformation',
    resolve(name, fromPath, world) {
      if (name.startsWith('AWS::')) return { unknown: `${name} is known only when the stack is made` };
      if (name.startsWith('import ')) {
        const exported = world.definitions('cloudformation', name);
        if (exported.length === 0)
          return { unknown: `no template of the source exports ${name.slice('import '.length)}` };
        return { candidates: exported.map((each) => found(each, `export of ${baseNameOf(each.path)}`)) };
      }
      const at = name.indexOf('.');
      const [address, attribute] = at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at + 1)];
      const [declared] = named(address, fromPath, world);
      const isResource = named(`${address}#type`, fromPath, world).length > 0;
      if (declared && !isResource && attribute === '') return resolveParameter(declared, fromPath, world);
      return resolveResource(address, attribute, fromPath, world);
    },
  },
});
