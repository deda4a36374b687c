/** Which imports of a program can make something that is looked for: the modules of libraries whose calls make or name assets. */
import type { LanguagePart, Library, LibraryLanguage, Meaning } from '../kit/define-library.ts';
import { expandBraces } from './resolve/library-index.ts';

/** Roots of modules by language; plain data, so that it can be handed to a thread. */
export type Concerns = Readonly<Record<LibraryLanguage, readonly string[]>>;

/** A way in is of concern where it leads to something that is; it is found from there. */
const isTelling = ({ asset, links = [] }: Meaning): boolean =>
  (asset !== undefined && asset.kind !== 'web-route') ||
  links.some(({ from, to }) =>
    [from, to].some(
      (end) =>
        typeof end !== 'string' && !('made' in end) && ('kind' in end || end.texts !== undefined || end.otherwise),
    ),
  );

const startsAt = (path: string, root: string): boolean =>
  path.startsWith(root) && (path.length === root.length || /[./({]/.test(path[root.length]!));

/** The roots of one library that are of concern: those of which a telling meaning speaks, and those of which nobody can say. */
const rootsOf = (part: LanguagePart | undefined): readonly string[] => {
  if (part === undefined) return [];
  const pathsOf = (meanings: readonly Meaning[]): readonly string[] =>
    meanings.flatMap(({ of }) => (typeof of === 'string' ? [of] : of)).flatMap(expandBraces);
  const telling = pathsOf(part.meanings.filter(isTelling));
  if (telling.length === 0) return [];
  const other = pathsOf(part.meanings.filter((one) => !isTelling(one)));
  const has = (paths: readonly string[], root: string): boolean => paths.some((path) => startsAt(path, root));
  return part.modules.filter((root) => has(telling, root) || !has(other, root));
};

const listed = new WeakMap<readonly Library[], Concerns>();

/** What the libraries of a catalog are concerned with; worked out once for one list of them, since every thread is told. */
export const listConcerns = (libraries: readonly Library[]): Concerns => {
  const before = listed.get(libraries);
  if (before !== undefined) return before;
  const of = (language: LibraryLanguage) =>
    [...new Set(libraries.flatMap((library) => rootsOf(library[language])))].sort();
  const concerns: Concerns = {
    python: of('python'),
    javascript: of('javascript'),
    go: of('go'),
    java: of('java'),
    csharp: of('csharp'),
  };
  listed.set(libraries, concerns);
  return concerns;
};

/** Tells whether a module is one of the roots or stands below one. */
export const createConcern = (
  concerns: Partial<Concerns>,
): ((language: LibraryLanguage, module: string) => boolean) => {
  const roots = {
    python: new Set(concerns.python),
    javascript: new Set(concerns.javascript),
    go: new Set(concerns.go),
    java: new Set(concerns.java),
    csharp: new Set(concerns.csharp),
  };
  return (language, module) => {
    const known = roots[language];
    const separator = language === 'javascript' || language === 'go' ? '/' : '.';
    for (let end = module.indexOf(separator, 1); end > 0; end = module.indexOf(separator, end + 1))
      if (known.has(module.slice(0, end))) return true;
    return known.has(module);
  };
};
