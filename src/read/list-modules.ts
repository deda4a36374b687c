/**
 * Lists the modules that source text imports, without parsing it: enough to tell whether a file can matter. It finds rather too many, because it
 * also looks into comments and texts, and never misses an import that is written out.
 */
import type { Import } from '../domain/program.ts';

/** `import 'x'`, `from 'x'`, `require('x')` and `import('x')`, however a bundler squeezed or renamed them. */
const scriptImport =
  /(?:from|import|require)\s*(?:\(\s*)?(?:\/\*[^*]{0,200}\*\/\s*)?(?:"([^"\n\r]{1,500})"|'([^'\n\r]{1,500})'|`([^`\n\r]{1,500})`)/g;
const fromImport =
  /\bfrom[ \t\\]+(?:\r?\n[ \t]*)?(\.*[\w.]*)[ \t\\]+(?:\r?\n[ \t]*)?import\b[ \t]*(\([^)]{0,20000}\)|(?:\\\r?\n|[^\n#;\\]){1,5000})/g;
const plainImport = /(?:^|[;:\n])[ \t]*import[ \t]+((?:\\\r?\n|[^\n#;\\]){1,5000})/g;
const calledImport = /(?:import_module|__import__)\s*\(\s*(?:"([\w.]{1,500})"|'([\w.]{1,500})')/g;

/** Lines by offset, for offsets that only grow. */
const createLines = (text: string): ((offset: number) => number) => {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
};

const named = (module: string, line: number, name?: string): Import => ({
  module,
  ...(name === undefined ? {} : { name }),
  local: '',
  scope: 0,
  line,
});

const inScript = (text: string): Import[] => {
  const lineOf = createLines(text);
  return [...text.matchAll(scriptImport)].map((match) =>
    named(match[1] ?? match[2] ?? match[3] ?? '', lineOf(match.index)),
  );
};

const identifiers = (list: string): string[] =>
  list
    .replace(/#[^\n]*/g, '')
    .replace(/[()\\]/g, ' ')
    .split(',')
    .map((one) => one.trim().split(/\s+/)[0] ?? '')
    .filter((name) => /^[\w.*]+$/u.test(name));

const inPython = (text: string): Import[] => {
  const found: Import[] = [];
  let lineOf = createLines(text);
  for (const match of text.matchAll(fromImport)) {
    const line = lineOf(match.index);
    for (const name of identifiers(match[2]!)) found.push(named(match[1]!, line, name));
  }
  lineOf = createLines(text);
  for (const match of text.matchAll(plainImport)) {
    const line = lineOf(match.index);
    for (const name of identifiers(match[1]!)) found.push(named(name, line));
  }
  lineOf = createLines(text);
  for (const match of text.matchAll(calledImport)) found.push(named(match[1] ?? match[2]!, lineOf(match.index)));
  return found;
};

const goImport = /(?:^|\n)[ \t]*import\s*(?:\(([^)]{0,100000})\)|(?:[\w.]+[ \t]+)?(["`][^"`\n]{1,500}["`]))/g;
const goPath = /["`]([^"`\n]{1,500})["`]/g;
const javaImport = /\bimport\s+(?:static\s+)?([\w.]{1,500}?)(?:\.(\w+|\*))?\s*;/g;
const csharpUsing =
  /\b(global\s+)?using\s+(?:static\s+)?(\w+\s*=\s*)?(?:global::)?([\w.]{1,500})\s*(?:<[^;]{0,500}>)?;/g;
const csharpNamespace = /\bnamespace\s+([\w.]{1,500})/g;
const javaPackage = /(?:^|[;\n])[ \t]*package\s+([\w.]{1,500})\s*;/;

const inGo = (text: string): Import[] => {
  const lineOf = createLines(text);
  return [...text.matchAll(goImport)].flatMap((match) =>
    [...match[0].matchAll(goPath)].map((path) =>
      named(path[1]!.replace(/\/v\d+(?=\/|$)/g, ''), lineOf(match.index + path.index)),
    ),
  );
};

const inJava = (text: string): Import[] => {
  const lineOf = createLines(text);
  return [...text.matchAll(javaImport)].map((match) => named(match[1]!, lineOf(match.index), match[2]));
};

const inCsharp = (text: string): Import[] => {
  const lineOf = createLines(text);
  return [...text.matchAll(csharpUsing)].map((match) => {
    const dot = match[2] ? match[3]!.lastIndexOf('.') : -1;
    // `using X = A.B.C` gives C of A.B.
    const [module, name] = dot > 0 ? [match[3]!.slice(0, dot), match[3]!.slice(dot + 1)] : [match[3]!, '*'];
    return { ...named(module, lineOf(match.index), name), ...(match[1] ? { everywhere: true } : {}) };
  });
};

type ListedLanguage = 'python' | 'javascript' | 'go' | 'java' | 'csharp';

const finders: Readonly<Record<ListedLanguage, (text: string) => Import[]>> = {
  python: inPython,
  javascript: inScript,
  go: inGo,
  java: inJava,
  csharp: inCsharp,
};

/** The imports that `text` writes out, with their lines, in no particular order; their local names are not told. */
export const listModules = (text: string, language: ListedLanguage): readonly Import[] => finders[language](text);

/** The packages or namespaces to which a text says that it belongs. */
export const listNamespaces = (text: string, language: 'java' | 'csharp'): readonly string[] => {
  const own = javaPackage.exec(text)?.[1];
  if (language === 'java') return own === undefined ? [] : [own];
  return [...new Set([...text.matchAll(csharpNamespace)].map((match) => match[1]!))].slice(0, 64);
};

/** What an import may mean: the module, and for `from a import b` also the module `a.b`. */
export const modulesOf = ({ module, name }: Pick<Import, 'module' | 'name'>): readonly string[] =>
  name === undefined || name === '*' || name === 'default'
    ? [module]
    : [module, module.endsWith('.') ? `${module}${name}` : `${module}.${name}`];
