/** Finds the file that a Python import means, when it stands in the source. */
import { defineResolver, type ResolverWorld } from '../../../kit/define-resolver.ts';
import { ancestorsOf, baseNameOf, folderOf } from '../../../read/source-path.ts';

const inside = (folder: string, path: string): string => (folder === '' ? path : `${folder}/${path}`);

/** `a/b` is a package `a/b/__init__.py` or a module `a/b.py`; the package wins, as in Python. */
const moduleAt = (base: string, world: ResolverWorld): string | undefined =>
  [`${base}/__init__.py`, `${base}.py`].find((path) => world.hasFile(path));

/** The folders in which an absolute import may start, in the order in which the interpreter would meet them. */
const importRoots = (fromPath: string, world: ResolverWorld): readonly string[] => {
  const folders = ancestorsOf(folderOf(fromPath));
  const isPackage = (folder: string) => world.hasFile(inside(folder, '__init__.py'));
  // Inside a package, sibling modules are not importable by their bare name: `llms/openai.py` does not shadow `openai`.
  const first = folders.findIndex((folder) => !isPackage(folder));
  const outside = folders.slice(first < 0 ? folders.length - 1 : first);
  // The source layouts that packaging tools document: code below `src/` or `lib/` of the project.
  return outside.flatMap((folder) => {
    const layouts = ['src', 'lib'];
    return [folder, ...layouts.filter((name) => baseNameOf(folder) !== name).map((name) => inside(folder, name))];
  });
};

/** `from ..b import c` in `x/y/z.py` starts at `x`, one folder up for every dot after the first. */
const resolveRelative = (module: string, fromPath: string, world: ResolverWorld): string | undefined => {
  const dots = /^\.+/.exec(module)![0].length;
  const folders = ancestorsOf(folderOf(fromPath));
  const start = folders[dots - 1];
  if (start === undefined) return undefined;
  const rest = module.slice(dots).replaceAll('.', '/');
  if (rest !== '') return moduleAt(inside(start, rest), world);
  const own = inside(start, '__init__.py');
  return world.hasFile(own) && own !== fromPath ? own : undefined;
};

export default defineResolver({
  id: 'python-modules',
  title: 'Python modules and packages of the source',
  modules: {
    languages: ['python'],
    resolve(module, fromPath, world) {
      if (module === '' || module.includes('/')) return undefined;
      if (module.startsWith('.')) return resolveRelative(module, fromPath, world);
      const path = module.replaceAll('.', '/');
      for (const root of importRoots(fromPath, world)) {
        const found = moduleAt(inside(root, path), world);
        if (found !== undefined && found !== fromPath) return found;
      }
      // A program that is run from inside its package finds the folders beside it; `tools.search` can then only be `tools/search.py`.
      const beside = module.includes('.') ? moduleAt(inside(folderOf(fromPath), path), world) : undefined;
      return beside === fromPath ? undefined : beside;
    },
  },
});
