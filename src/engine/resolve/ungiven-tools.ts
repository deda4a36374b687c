/** Ungiven tools: ready-made tools that code makes for its own use and gives to nobody; no model can call them. */
import type { Term } from '../../domain/term.ts';
import { type Context, contextOf } from './evaluation.ts';
import { visitParts } from './ingredients.ts';
import type { CodeContext, MadeAssets } from './made-assets.ts';
import { callKey, type Occurrence } from './occurrences.ts';
import type { ProgramFile, World } from './world.ts';

/** Takes away the tools that a library’s call makes whole, where no agent has them and nothing else is given them. */
export const dropUngivenTools = (
  { drafts, evaluator }: CodeContext,
  made: MadeAssets,
  occurrences: readonly Occurrence[],
): void => {
  const given = new Set<number>();
  for (const { relation, to } of drafts.relations) if (relation === 'uses-tool' || relation === 'offers') given.add(to);
  /** By file the calls that made them. */
  const loose = new Map<ProgramFile, Map<string, readonly number[]>>();
  for (const each of occurrences) {
    const { asset, handler } = each.meaning;
    // What the project writes itself, or another call may name too, is a tool whoever gets it.
    if (asset?.kind !== 'tool' || asset.identifier || handler || each.subject) continue;
    const { file, call } = each.site;
    const own = made.self(each).filter((number) => !given.has(number));
    if (own.length > 0) loose.set(file, (loose.get(file) ?? new Map()).set(callKey(file, call), own));
  }
  const users = loose.size > 0 ? usersOf(evaluator.world, loose) : new Map<ProgramFile, ProgramFile[]>();
  for (const [file, byCall] of loose) {
    for (const [term, context] of handedOn(users.get(file) ?? [])) {
      if (byCall.size === 0) break;
      visitParts(
        evaluator.evaluate(term, context),
        (part) => {
          if (part.v === 'object') byCall.delete(callKey(part.site.file, part.site.call));
        },
        // What a method of the tool gave is not the tool.
        (part) => (part.v === 'symbol' ? [] : undefined),
      );
    }
    for (const numbers of byCall.values()) for (const number of numbers) drafts.drop(number);
  }
};

/** By what a module may be imported: its file’s name, or its folder’s where the file stands for it. */
const nameOf = (path: string): string => {
  const [file = '', folder = ''] = path.split('/').reverse();
  const stem = file.replace(/\.[^.]+$/, '');
  return stem === '__init__' || stem === 'index' ? folder : stem;
};

/** Each of the files with itself and every file that imports it. */
const usersOf = (world: World, files: ReadonlyMap<ProgramFile, unknown>): ReadonlyMap<ProgramFile, ProgramFile[]> => {
  const users = new Map([...files.keys()].map((file) => [file, [file]]));
  const names = new Set([...files.keys()].map(({ path }) => nameOf(path)));
  for (const user of world.programs)
    for (const { module } of user.program.imports) {
      // Most modules are called otherwise and need not be looked for.
      if (!names.has(nameOf(module.replaceAll('.', '/').replace(/\/[cm]?[jt]sx?$/, '')))) continue;
      const file = world.moduleFile(module, user);
      const list = file && file !== user ? users.get(file) : undefined;
      if (list && !list.includes(user)) list.push(user);
    }
  return users;
};

/** What files hand to calls and give back from functions. */
function* handedOn(files: readonly ProgramFile[]): Generator<readonly [Term, Context]> {
  for (const file of files) {
    for (const { call } of file.program.calls) {
      const context = contextOf({ file, call, frame: undefined });
      for (const term of [...call.args, ...Object.values(call.named)]) yield [term, context];
    }
    for (const { returns } of file.program.functions)
      for (const term of returns) yield [term, { path: file.path, file, frame: undefined }];
  }
}
