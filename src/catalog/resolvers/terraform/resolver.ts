/** Finds the values of Terraform names: variables, locals, module outputs, and attributes of resources and data sources. */
import {
  type Candidate,
  defineResolver,
  type PlacedDefinition,
  type Resolution,
  type ResolverWorld,
} from '../../../kit/define-resolver.ts';
import { folderOf } from '../../../read/source-path.ts';
import { computedAttributes, identifyingAttributes } from './computed-attributes.ts';
import { moduleCall, resolveVariable } from './variables.ts';

const place = (folder: string): string => (folder === '' ? 'the source’s own folder' : folder);

const found = ({ value, path, line }: PlacedDefinition, note: string): Candidate => ({
  term: value,
  path,
  line,
  note,
});

const named = (name: string, folder: string, world: ResolverWorld): readonly PlacedDefinition[] =>
  world.definitions('terraform', name).filter(({ holder }) => (holder ?? '') === folder);

/** `module.storage.bucket_arn` is the output of the folder that the module’s source names. */
const resolveOutput = (parts: readonly string[], folder: string, world: ResolverWorld): Resolution => {
  const [, module = '', output = ''] = parts;
  const definition = world.heldBy('terraform-module', folder).find(({ name }) => name === `module.${module}.source`);
  if (definition === undefined) return { unknown: `module ${module} is not called in ${place(folder)}` };
  const call = moduleCall(definition);
  if (call === undefined) return { unknown: `the source of module ${module} in ${definition.path} is no plain text` };
  if (call.target === undefined)
    return { unknown: `output ${output} comes from module ${call.source}, whose code is not in this source` };
  const outputs = named(`output.${output}`, call.target, world);
  if (outputs.length === 0) return { unknown: `${place(call.target)} declares no output ${output}` };
  return { candidates: outputs.map((each) => found(each, `output ${output} of module ${module}`)) };
};

/** An attribute of a resource or data source: as written, as computed from what is written, else the asset itself. */
const resolveAttribute = (parts: readonly string[], folder: string, world: ResolverWorld): Resolution => {
  const addressLength = parts[0] === 'data' ? 3 : 2;
  const type = parts[addressLength - 2] ?? '';
  const address = parts.slice(0, addressLength).join('.');
  const attribute = parts.slice(addressLength).join('.');
  const [declaration] = named(address, folder, world);
  if (declaration === undefined) return { unknown: `${address} is not declared in ${place(folder)}` };

  const isIdentity = attribute === '' || identifyingAttributes.includes(attribute);
  const identity = isIdentity
    ? { handle: { scheme: 'terraform-address' as const, value: `${folder}:${address}`, attribute } }
    : {};
  const written = attribute === '' ? [] : named(`${address}.${attribute}`, folder, world);
  if (written.length > 0)
    return { candidates: written.map((each) => ({ ...found(each, `${attribute} of ${address}`), ...identity })) };

  const { path, line } = declaration;
  const pattern = computedAttributes[type]?.[attribute];
  const places = pattern?.split(/\{([a-z_]+)\}/) ?? [];
  const isComputable =
    pattern !== undefined &&
    places.every((name, index) => index % 2 === 0 || named(`${address}.${name}`, folder, world).length > 0);
  if (isComputable) {
    const terms = places.flatMap((text, index): readonly Candidate['term'][] => {
      if (index % 2 === 1) return [{ t: 'reference', namespace: 'terraform', name: `${address}.${text}`, at: line }];
      return text === '' ? [] : [{ t: 'literal', value: text, at: line }];
    });
    const term: Candidate['term'] = terms.length === 1 ? terms[0]! : { t: 'template', parts: terms, at: line };
    return { candidates: [{ term, path, line, note: `${attribute} of ${address}`, ...identity }] };
  }
  const why = `${attribute === '' ? address : `${address}.${attribute}`} (${path}:${line}) is known only after apply`;
  if (!isIdentity) return { unknown: why };
  const note = attribute === '' ? address : `${attribute} of ${address}`;
  return { candidates: [{ term: { t: 'unknown', why, at: line }, path, line, note, ...identity }] };
};

export default defineResolver({
  id: 'terraform',
  title: 'Names of a Terraform module',
  names: {
    namespace: 'terraform',
    resolve(name, fromPath, world) {
      const folder = folderOf(fromPath);
      // `aws_instance.gpu[0].id` and `aws_instance.gpu["a"].id` are attributes of what one block declares.
      const parts = name.replaceAll(/\[[^\]]*\]/g, '').split('.');
      const [first = '', second = ''] = parts;
      if (first === 'path')
        return { candidates: [{ term: { t: 'literal', value: folder }, path: fromPath, line: 0, note: name }] };
      if (first === 'var') return resolveVariable(second, folder, world);
      if (first === 'local') {
        const locals = named(`local.${second}`, folder, world);
        if (locals.length === 0) return { unknown: `local ${second} is not declared in ${place(folder)}` };
        return { candidates: locals.map((each) => found(each, `local ${second} in ${each.path}`)) };
      }
      if (first === 'module') return resolveOutput(parts, folder, world);
      if (['each', 'count', 'self', 'terraform'].includes(first))
        return { unknown: `${name} is known only when Terraform runs` };
      return resolveAttribute(parts, folder, world);
    },
  },
});
