/** Finds the file that a JavaScript or TypeScript import means, when it stands in the source. */
import { defineResolver, type PlacedDefinition, type ResolverWorld } from '../../../kit/define-resolver.ts';
import { ancestorsOf, folderOf, joinPath } from '../../../read/source-path.ts';

const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
/** What an ending in an import may stand for before compilation. https://www.typescriptlang.org/docs/handbook/modules/reference.html#file-extension-substitution */
const substitutes: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** The file at a path as written in an import: exact, with an ending put on or exchanged, or the index of a folder. */
const fileAt = (path: string, world: ResolverWorld): string | undefined => {
  const ending = /\.[cm]?jsx?$/.exec(path)?.[0] ?? '';
  const bare = path.slice(0, path.length - ending.length);
  const exchanged = (substitutes[ending] ?? []).map((other) => bare + other);
  const extended = endings.map((one) => path + one);
  const indexes = endings.map((one) => (path === '' ? `index${one}` : `${path}/index${one}`));
  return [path, ...exchanged, ...extended, ...indexes].find((one) => one !== '' && world.hasFile(one));
};

const textsOf = (definition: PlacedDefinition): readonly string[] => {
  const terms = definition.value.t === 'list' ? definition.value.items : [definition.value];
  return terms.flatMap((term) => (term.t === 'literal' && typeof term.value === 'string' ? [term.value] : []));
};

/** `@/*` → `src/*` of the nearest tsconfig above the file, held as definitions of namespace `tsconfig`. */
const resolveAlias = (module: string, fromPath: string, world: ResolverWorld): string | undefined => {
  for (const folder of ancestorsOf(folderOf(fromPath))) {
    const definitions = world.heldBy('tsconfig', `folder:${folder}`);
    if (definitions.length === 0) continue;
    // The pattern with the longest text before its star wins, as the compiler does it.
    const byLength = definitions.toSorted((a, b) => b.name.indexOf('*') - a.name.indexOf('*'));
    for (const definition of byLength) {
      const [before = '', after] = definition.name.split('*');
      const isMatch =
        after === undefined
          ? module === before
          : module.startsWith(before) && module.endsWith(after) && module.length >= before.length + after.length;
      if (!isMatch) continue;
      const middle = after === undefined ? '' : module.slice(before.length, module.length - after.length);
      for (const target of textsOf(definition)) {
        const path = joinPath(
          folder,
          target.replace('*', () => middle),
        );
        const found = path === undefined ? undefined : fileAt(path, world);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
};

/** A package of the same workspace: `@acme/prompts` or a file inside it, by the name in its manifest. */
const resolveWorkspace = (module: string, world: ResolverWorld): string | undefined => {
  const segments = module.split('/');
  const length = module.startsWith('@') ? 2 : 1;
  const name = segments.slice(0, length).join('/');
  const rest = segments.slice(length).join('/');
  for (const project of world.definitions('project', name)) {
    const folder = folderOf(project.path);
    const bases =
      rest === '' ? [...textsOf(project), 'src', '', 'src/main', 'lib'] : [rest, `src/${rest}`, `lib/${rest}`];
    for (const base of bases) {
      const path = joinPath(folder, base);
      const found = path === undefined ? undefined : fileAt(path, world);
      if (found !== undefined) return found;
    }
  }
  return undefined;
};

export default defineResolver({
  id: 'javascript-modules',
  title: 'JavaScript and TypeScript modules of the source',
  modules: {
    languages: ['javascript', 'typescript'],
    resolve(module, fromPath, world) {
      const written = module.replace(/[?#].*$/, '');
      if (written === '' || /^[a-z]+:/i.test(written)) return undefined;
      if (/^\.\.?(\/|$)/.test(written)) {
        const path = joinPath(folderOf(fromPath), written);
        const found = path === undefined ? undefined : fileAt(path, world);
        return found === fromPath ? undefined : found;
      }
      return resolveAlias(written, fromPath, world) ?? resolveWorkspace(written, world);
    },
  },
});
