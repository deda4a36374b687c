/** Finds the package that a Go import means, when it stands in the source: its folder below a go.mod of that module. */
import { defineResolver, type ResolverWorld } from '../../../kit/define-resolver.ts';
import { folderOf } from '../../../read/source-path.ts';

/** The first file of a folder that is built; the others are found beside it. */
const packageAt = (folder: string, world: ResolverWorld): string | undefined =>
  [...world.filesIn(folder)].sort().find((path) => path.endsWith('.go') && !path.endsWith('_test.go'));

export default defineResolver({
  id: 'go-modules',
  title: 'Go packages of the source',
  modules: {
    languages: ['go'],
    resolve(module, _fromPath, world) {
      // The longest module path wins: a module may stand inside of another’s folder.
      const modules = world
        .definitions('project')
        .filter(({ path }) => /(?:^|\/)go\.mod$/.test(path))
        // Imports are told without the version that may end the path of a module.
        .map(({ name, path }) => ({ name: name.replace(/\/v\d+$/, ''), path }))
        .filter(({ name }) => module === name || module.startsWith(`${name}/`))
        .sort((a, b) => b.name.length - a.name.length);
      for (const { name, path } of modules) {
        const rest = module.slice(name.length + 1);
        const folder = [folderOf(path), rest].filter((part) => part !== '').join('/');
        const found = packageAt(folder, world);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  },
});
