/** Which outlined programs have to be read whole: those that stand in touch, by imports, with one that was. */
import type { Resolver } from '../../kit/define-resolver.ts';
import { modulesOf } from '../../read/list-modules.ts';
import type { ReadFile } from './read-extraction.ts';
import { createWorld, type ProgramFile } from './world.ts';

/**
 * Whatever imports a program of concern, by any number of steps, may call it or hand values to it; whatever one of these imports may give it
 * values. Gives the paths of those that are only outlined.
 */
export const findConnected = (
  files: readonly ReadFile[],
  paths: readonly string[],
  resolvers: readonly Resolver[],
): ReadonlySet<string> => {
  const sources = files.filter(({ extraction }) => extraction.programs.length > 0 || extraction.definitions.length > 0);
  const world = createWorld('', sources, paths, resolvers);
  const imported = new Map<ProgramFile, readonly ProgramFile[]>();
  const importers = new Map<ProgramFile, ProgramFile[]>();
  for (const file of world.programs) {
    const modules = new Set([...file.program.imports, ...file.program.reexports].flatMap(modulesOf));
    const targets = new Set<ProgramFile>();
    for (const module of modules) {
      const target = world.moduleFile(module, file);
      if (target !== undefined && target !== file) targets.add(target);
    }
    imported.set(file, [...targets]);
    for (const target of targets) {
      const list = importers.get(target);
      if (list) list.push(file);
      else importers.set(target, [file]);
    }
  }

  const connected = new Set(world.programs.filter(({ program }) => program.outline !== true));
  // A set hears what is added while it is walked.
  for (const next of [importers, imported])
    for (const file of connected) for (const other of next.get(file) ?? []) connected.add(other);
  return new Set([...connected].flatMap(({ program, path }) => (program.outline === true ? [path] : [])));
};
