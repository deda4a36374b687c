/** Reads conda’s environment files and the recipes of its packages. */
import { firstOfEach, type PackageList, type PackageMention, type ScopeOfUse } from './package-mention.ts';
import { entriesOf, itemsOf, type Mistake, type Positioned, textOf, valueAt } from './positioned.ts';
import { readRequirements } from './requirements.ts';
import { isExactVersion, normaliseName } from './versions.ts';
import { readYaml } from './yaml-positions.ts';

/**
 * One match specification: `channel::name`, `name=1.2` (any 1.2.x), `name==1.2`, `name=1.2=build`, `name 1.2 build`, `name>=1,<2`,
 * `name[version='1.2']`. https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html#package-match-specifications
 */
const readSpecification = (text: string, scope: ScopeOfUse, line: number): PackageMention | string => {
  const named = /^(?:[^\s:]+::)?([A-Za-z0-9_][\w.-]*)\s*(?:\[([^\]]*)\])?\s*(.*)$/.exec(
    text.trim().replaceAll(/\s+/g, ' '),
  );
  if (!named) return `${JSON.stringify(text.slice(0, 60))} names no package`;
  const name = normaliseName('conda', named[1]!);
  const base = { ecosystem: 'conda', name, scope, line } as const;
  const bracketed = /(?:^|,)\s*version\s*=\s*['"]?([^'"\]]+)['"]?/.exec(named[2] ?? '')?.[1];
  const range = (named[3] || bracketed || '').trim();
  if (range === '' || range === '*') return { ...base, pinned: false };
  const exact =
    /^==\s*([^\s=,|]+)(?:=[^=]*)?$/.exec(range)?.[1] ??
    /^=([^\s=,|]+)=[^=\s]+$/.exec(range)?.[1] ??
    /^([^\s=,|<>~!]+)(?:\s+\S+)?$/.exec(range)?.[1];
  return exact !== undefined && isExactVersion('conda', exact)
    ? { ...base, requirement: range, version: exact, pinned: true }
    : { ...base, requirement: range, pinned: false };
};

const readSpecifications = (list: Positioned | undefined, scope: ScopeOfUse, errors: Mistake[]): PackageMention[] =>
  itemsOf(list).flatMap((item) => {
    const text = textOf(item);
    if (text === undefined || text.trim() === '') return [];
    const mention = readSpecification(text, scope, item.line);
    if (typeof mention === 'string') errors.push({ line: item.line, why: mention });
    // The language itself is no package of a project, and `__cuda` is a property of the machine.
    return typeof mention === 'string' || /^(?:python$|__)/.test(mention.name) ? [] : [mention];
  });

/** Reads an environment.yml. A file without a list of dependencies is none of conda’s: it gives nothing, and is not complained of. */
export const readCondaEnvironment = (text: string): PackageList => {
  const { value, errors } = readYaml(text);
  const dependencies = valueAt(value, 'dependencies');
  if (dependencies?.is !== 'list') return { mentions: [], errors: dependencies === undefined ? [] : errors };
  const all = [...errors];
  const mentions = readSpecifications(dependencies, 'production', all);
  for (const item of itemsOf(dependencies)) {
    for (const line of itemsOf(valueAt(item, 'pip'))) {
      const read = readRequirements(textOf(line) ?? '', 'production');
      mentions.push(...read.mentions.map((mention) => ({ ...mention, line: line.line })));
      for (const { file } of read.includes)
        if (!/requirements[^/]*\.txt$/i.test(file))
          all.push({ line: line.line, why: 'it includes a file whose name is not that of a requirements file' });
      all.push(...read.errors.map(({ why }) => ({ line: line.line, why })));
    }
  }
  return { mentions, errors: all };
};

/** The recipe with its Jinja taken out: what is set to a literal stands where it is used, anything else leaves a mark. */
const withoutTemplates = (text: string): string => {
  const literals = new Map<string, string>();
  for (const [, name, value] of text.matchAll(/^[ \t]*\{%-? *set +(\w+) *= *["']([^"'\n]{0,200})["'] *-?%\}/gm))
    literals.set(name!, value!);
  return text
    .replaceAll(/\{%[\s\S]{0,2000}?%\}/g, (statement) => statement.replaceAll(/[^\n]/g, ''))
    .replaceAll(/\{\{([^{}\n]*)\}\}/g, (_, inner: string) => {
      const name = /^\s*(\w+)\s*(?:\|\s*lower\s*)?$/.exec(inner)?.[1];
      return (name !== undefined && literals.get(name)) || unknownMark;
    });
};
const unknownMark = '__computed__';

const sections = [
  ['run', 'production'],
  ['host', 'development'],
  ['build', 'development'],
] as const satisfies readonly (readonly [string, ScopeOfUse])[];

/** Reads a meta.yaml. Most files of this name are no recipes: they give nothing, and are not complained of. */
export const readCondaRecipe = (text: string): PackageList => {
  if (!/^package:[ \t]*(?:#.*)?$/m.test(text) || !/^[ \t]*requirements:[ \t]*(?:#.*)?$/m.test(text))
    return { mentions: [], errors: [] };
  const { value, errors } = readYaml(withoutTemplates(text));
  const all = [...errors];
  const outputs = [value, ...itemsOf(valueAt(value, 'outputs'))];
  const own = new Set(
    outputs.flatMap((output) => textOf(valueAt(output, 'name')) ?? textOf(valueAt(output, 'package', 'name')) ?? []),
  );
  const mentions = [
    ...sections.flatMap(([section, scope]) =>
      outputs.flatMap((output) => readSpecifications(valueAt(output, 'requirements', section), scope, all)),
    ),
    ...outputs.flatMap((output) => readSpecifications(valueAt(output, 'test', 'requires'), 'test', all)),
  ].filter(({ name, requirement }) => !`${name} ${requirement ?? ''}`.includes(unknownMark) && !own.has(name));
  const named = entriesOf(valueAt(value, 'package')).find(([key]) => key === 'name')?.[1];
  const name = textOf(named?.value);
  return {
    mentions: firstOfEach(mentions),
    ...(name === undefined || name === unknownMark ? {} : { project: { name, line: named!.line } }),
    errors: all,
  };
};
