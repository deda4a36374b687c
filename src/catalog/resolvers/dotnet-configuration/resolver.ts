/** Finds the values of keys of `appsettings.json`, as code at a path would see them. */
import { defineResolver } from '../../../kit/define-resolver.ts';
import { nearestDefinitions } from '../../../kit/nearest-definitions.ts';
import { folderOf, isWithin } from '../../../read/source-path.ts';

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
      const nearest = nearestDefinitions(fromPath, world.definitions('dotnet-configuration', wanted));
      const found = [...variables, ...nearest];
      if (found.length === 0) return { unknown: `the setting ${name} stands in no file of settings` };
      return {
        candidates: found.map(({ value, path, line }) => ({ term: value, path, line, note: `setting ${name}` })),
      };
    },
  },
});
