/** What runs: the environment variables, the code and the images of compute resources, as definitions and deployment units. */
import { type Term, unknownTerm } from '../../../kit/define-extractor.ts';
import { observeTaskService } from '../../../kit/observe-task.ts';
import type { EnvironmentRule, ResourceRow } from '../../../kit/resource-row.ts';
import { eachOf } from '../../../read/aws-policy.ts';
import { attributeAt, attributeOf, blocksOf, type TerraformBlock } from '../../../read/terraform.ts';
import { documentOf } from './policy-document.ts';
import { addressOf, type StackFile } from './stack-file.ts';

interface Variable {
  readonly name: string;
  readonly value: Term;
  readonly line: number;
  /** The entry of a secret manager that gives the value. */
  readonly secret?: Term;
}

const entryOf = (of: Term, key: string): Term | undefined =>
  of.t === 'map' ? of.entries.findLast(([name]) => name.t === 'literal' && name.value === key)?.[1] : undefined;

const textOf = (term: Term | undefined): string | undefined =>
  term?.t === 'literal' && typeof term.value === 'string' ? term.value : undefined;

/** Variables of a map argument; the entries of a map that is merged into it too. */
const fromMap = (given: Term, stack: StackFile): readonly Variable[] => {
  const map = stack.follow(given);
  if (map.t === 'either') return map.of.flatMap((each) => fromMap(each, stack));
  if (map.t !== 'map') return [];
  return map.entries.flatMap(([key, value]): readonly Variable[] => {
    const name = textOf(key);
    if (name === undefined) return fromMap(value, stack);
    return [{ name, value, line: value.at ?? key.at ?? given.at ?? 0 }];
  });
};

const fromManager = (name: string, secret: Term | undefined, line: number): Variable => {
  const value = unknownTerm(`${name} comes from a secret manager`, line);
  return secret === undefined ? { name, value, line } : { name, value, line, secret };
};

const blocksAt = (block: TerraformBlock, paths: string): readonly TerraformBlock[] =>
  paths.split('|').flatMap((path) => {
    let blocks: readonly TerraformBlock[] = [block];
    for (const type of path.split('.')) blocks = blocks.flatMap((each) => blocksOf(each, type));
    return blocks;
  });

/** Container definitions of a task: a list of maps, or JSON of it. */
const containersOf = (block: TerraformBlock, path: string, stack: StackFile): readonly Term[] => {
  const given = attributeAt(block, path);
  const document = given && documentOf(given.term, stack).document;
  return document === undefined ? [] : eachOf(document);
};

const variablesOf = (rule: EnvironmentRule, block: TerraformBlock, stack: StackFile): readonly Variable[] => {
  if ('map' in rule) {
    const given = attributeAt(block, rule.map);
    return given ? fromMap(given.term, stack) : [];
  }
  if ('blocks' in rule)
    return blocksAt(block, rule.blocks).flatMap((each): readonly Variable[] => {
      const name = textOf(attributeOf(each, 'name')?.term);
      if (name === undefined) return [];
      const value = attributeOf(each, 'value');
      if (value) return [{ name, value: value.term, line: value.line }];
      const secret = ['value_source.secret_key_ref.secret', 'value_from.secret_key_ref.name', 'secret_name'].flatMap(
        (path) => attributeAt(each, path) ?? [],
      )[0];
      return [fromManager(name, secret?.term, secret?.line ?? each.line)];
    });
  return containersOf(block, rule.containers, stack).flatMap((container) => {
    const plain = eachOf(entryOf(container, 'environment')).flatMap((each): readonly Variable[] => {
      const name = textOf(entryOf(each, 'name'));
      const value = entryOf(each, 'value');
      return name === undefined || value === undefined ? [] : [{ name, value, line: value.at ?? block.line }];
    });
    const secret = eachOf(entryOf(container, 'secrets')).flatMap((each): readonly Variable[] => {
      const name = textOf(entryOf(each, 'name'));
      return name === undefined ? [] : [fromManager(name, entryOf(each, 'valueFrom'), each.at ?? block.line)];
    });
    return [...plain, ...secret];
  });
};

/** The folder of code that an argument names: a path, or a data source that packs one. */
const codeFolder = (term: Term, stack: StackFile): string | undefined => {
  const target = stack.targetOf(term);
  if (target === undefined) {
    const path = stack.pathOf(term);
    return path === undefined || /\.(zip|jar)$/.test(path) ? undefined : path;
  }
  // https://registry.terraform.io/providers/hashicorp/archive/latest/docs/data-sources/file
  const archive = stack.blockAt(target.address);
  if (!archive || !/archive_file$/.test(target.type)) return undefined;
  const folder = attributeOf(archive, 'source_dir');
  if (folder) return stack.pathOf(folder.term);
  const file = attributeOf(archive, 'source_file');
  return file && stack.pathOf(file.term);
};

/** States environment, code and image of a resource that runs something. */
export const stateRunning = (block: TerraformBlock, row: ResourceRow, stack: StackFile): void => {
  const holder = stack.keyOf(addressOf(block));
  const variables = (row.environment ?? []).flatMap((rule) => variablesOf(rule, block, stack));
  for (const { name, value, line, secret } of variables) {
    stack.definitions.push({ namespace: 'environment', name, value, line, holder });
    const target = secret && stack.targetOf(secret);
    if (target)
      stack.relations.push({
        relation: 'uses-secret',
        from: { local: holder },
        to: stack.assetAt(target.address, 'secret'),
        line,
      });
  }

  for (const path of row.code ?? []) {
    const given = attributeAt(block, path);
    const folder = given && codeFolder(given.term, stack);
    if (given && folder !== undefined) stack.units.push({ holder, folder, line: given.line });
    else if (given) stack.units.push({ holder, line: given.line });
  }
  const images = (row.image ?? []).flatMap((path) => attributeAt(block, path) ?? []);
  const containers = (row.environment ?? []).flatMap((rule) =>
    'containers' in rule ? containersOf(block, rule.containers, stack) : [],
  );
  const terms = [
    ...images.map(({ term }) => term),
    ...containers.flatMap((container) => entryOf(container, 'image') ?? []),
  ];
  for (const image of terms) stateImage(image, holder, block.line, stack);
  for (const container of containers) observeTaskService(container, holder, stack.path, stack);
  const asset = stack.assets.find(({ key }) => key === holder);
  const names = [...new Set(variables.map(({ name }) => name))].sort();
  if (asset?.facts && names.length > 0)
    Object.assign(asset.facts, { environmentNames: { value: names, line: variables[0]?.line ?? block.line } });
};

/** The image that runs: its name for the estate, and the folder that a resource of this file builds it from. */
const stateImage = (given: Term, holder: string, fallbackLine: number, stack: StackFile): void => {
  const image = stack.follow(given);
  const line = image.at || fallbackLine;
  const digest = image.t === 'literal' ? /@(sha256:[0-9a-f]{64})$/.exec(String(image.value))?.[1] : undefined;
  stack.relations.push({
    relation: 'runs',
    from: { local: holder },
    to: {
      kind: 'container-image',
      identifier:
        digest === undefined ? { scheme: 'image-name', value: image } : { scheme: 'image-digest', value: digest },
      ...(digest === undefined ? {} : { name: image }),
    },
    line,
  });
  const target = stack.targetOf(image);
  const builder = target && stack.blockAt(target.address);
  // https://registry.terraform.io/providers/kreuzwerker/docker/latest/docs/resources/image
  const context =
    builder &&
    (attributeAt(builder, 'build.context') ?? attributeAt(builder, 'build.path') ?? attributeAt(builder, 'context'));
  const folder = context && stack.pathOf(context.term);
  stack.units.push(folder === undefined ? { holder, image, line } : { holder, image, folder, line });
};
