/** The values of a Terraform variable: what module calls pass, what tfvars files set, else its default. */
import type { Candidate, PlacedDefinition, Resolution, ResolverWorld } from '../../../kit/define-resolver.ts';
import { baseNameOf, folderOf, isWithin, joinPath } from '../../../read/source-path.ts';

/** A call of a module: the folder it stands in, its name and the folder of the module. */
export interface ModuleCall {
  readonly caller: string;
  readonly name: string;
  readonly target: string | undefined;
  readonly source: string;
  readonly path: string;
  readonly line: number;
}

/** The folder a `source` means when it is a local path; registry and remote sources are not in the tree. */
export const moduleCall = (definition: PlacedDefinition): ModuleCall | undefined => {
  const { value, name, holder = '', path, line } = definition;
  if (value.t !== 'literal' || typeof value.value !== 'string') return undefined;
  const source = value.value;
  return {
    caller: holder,
    name: name.split('.')[1] ?? '',
    target: /^\.\.?(\/|$)/.test(source) ? joinPath(holder, source) : undefined,
    source,
    path,
    line,
  };
};

/** All calls of the module in this folder. */
const callsOf = (folder: string, world: ResolverWorld): readonly ModuleCall[] =>
  world
    .definitions('terraform-module')
    .flatMap((definition) => moduleCall(definition) ?? [])
    .filter(({ target }) => target === folder);

/** Terraform’s order of files that it reads by itself; the later wins. https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence */
const autoOrder = (path: string): string | undefined => {
  const name = baseNameOf(path);
  if (name === 'terraform.tfvars') return '0';
  if (name === 'terraform.tfvars.json') return '1';
  return /\.auto\.tfvars(\.json)?$/.test(name) ? `2${name}` : undefined;
};
const isTfvars = (path: string): boolean => /\.tfvars(\.json)?$/.test(path);

/** Finds the values of `var.<name>` in a folder of Terraform files. */
export const resolveVariable = (name: string, folder: string, world: ResolverWorld): Resolution => {
  const full = `var.${name}`;
  const everywhere = world.definitions('terraform', full);
  const held = everywhere.filter(({ holder }) => (holder ?? '') === folder);
  const declared = held.find(({ path }) => !isTfvars(path));
  const hasDefault = declared !== undefined && declared.value.t !== 'unknown';
  const asDefault: readonly Candidate[] = hasDefault
    ? [
        {
          term: declared.value,
          path: declared.path,
          line: declared.line,
          note: `default of variable ${name} in ${declared.path}`,
        },
      ]
    : [];
  const where = folder === '' ? 'the source’s own folder' : folder;

  const calls = callsOf(folder, world);
  if (calls.length > 0) {
    const passed = calls.flatMap((call): readonly Candidate[] => {
      const input = world
        .definitions('terraform', `module.${call.name}.${name}`)
        .find(({ holder }) => (holder ?? '') === call.caller);
      if (input === undefined) return asDefault;
      const note = `input ${name} of module ${call.name} in ${call.path}`;
      return [{ term: input.value, path: input.path, line: input.line, note }];
    });
    const unique = passed.filter((each, index) => passed.indexOf(each) === index);
    if (unique.length > 0) return { candidates: unique };
    return {
      unknown: `variable ${name} of ${where} has no default, and module ${calls[0]!.name} in ${calls[0]!.path} does not pass it`,
    };
  }

  const automatic = held
    .filter(({ path }) => autoOrder(path) !== undefined)
    .toSorted((a, b) => (autoOrder(a.path)! < autoOrder(b.path)! ? -1 : 1))
    .at(-1);
  if (automatic !== undefined) {
    const { value, path, line } = automatic;
    return { candidates: [{ term: value, path, line, note: `variable ${name} in ${path}` }] };
  }

  // Files that somebody must name on the command line: each is one possible deployment.
  const isOfFolder = (path: string): boolean => {
    const own = folderOf(path);
    if (own === folder) return autoOrder(path) === undefined;
    return isWithin(folder, own) && !world.filesIn(own).some((each) => /\.tf(\.json)?$/.test(each));
  };
  const chosen = everywhere
    .filter(({ path }) => isTfvars(path) && isOfFolder(path))
    .map(({ value, path, line }) => ({
      term: value,
      path,
      line,
      note: `variable ${name} in ${path}, when that file is chosen`,
      how: 'inferred' as const,
      confidence: 0.7,
    }));
  const candidates = [...asDefault, ...chosen];
  if (candidates.length > 0) return { candidates };
  return {
    unknown:
      declared === undefined
        ? `variable ${name} is not declared in ${where}`
        : `variable ${name} (${declared.path}:${declared.line}) has no default, and no tfvars file or module call gives it a value`,
  };
};
