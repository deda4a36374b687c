/** Finds the values of keys of `appsettings.json`, as code at a path would see them. */
import { defineResolver, type PlacedDefinition } from '../../../kit/define-resolver.ts';
import { folderOf, isWithin } from '../../../read/source-path.ts';

/** The definitions of the nearest folder around a path. */
const nearestTo = (path: string, all: readonly PlacedDefinition[]): readonly PlacedDefinition[] => {
  const folderOfHolder = ({ holder }: PlacedDefinition): string => (holder ?? '').replace(/^folder:/, '');
  const around = all.filter((each) => isWithin(folderOfHolder(each), path));
  const longest = Math.max(0, ...around.map((each) => folderOfHolder(each).length));
  return around.filter((each) => folderOfHolder(each).length === longest);
};

export default defineResolver({
  id: 'dotnet-configuration',
  title: 'Settings of .NET applications',
  names: {
    namespace: 'dotnet-configuration',
    resolve(name, fromPath, world) {
      const wanted = name.toLowerCase();
      // A variable of the environment wins over every file: `OpenAI__Model`.
      const variables = world
        .definitions('environment')
        .filter(
          (each) => each.name.toLowerCase() === wanted.replaceAll(':', '__') && isWithin(folderOf(each.path), fromPath),
        );
      const nearest = nearestTo(fromPath, world.definitions('dotnet-configuration', wanted));
      const found = [...variables, ...nearest];
      if (found.length === 0) return { unknown: `the setting ${name} stands in no file of settings` };
      return {
        candidates: found.map(({ value, path, line }) => ({ term: value, path, line, note: `setting ${name}` })),
      };
    },
  },
});
