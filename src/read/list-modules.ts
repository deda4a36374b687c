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

/** The imports that `text` writes out, with their lines, in no particular order; their local names are not told. */
export const listModules = (text: string, language: 'python' | 'javascript'): readonly Import[] =>
  language === 'python' ? inPython(text) : inScript(text);

/** What an import may mean: the module, and for `from a import b` also the module `a.b`. */
export const modulesOf = ({ module, name }: Pick<Import, 'module' | 'name'>): readonly string[] =>
  name === undefined || name === '*' || name === 'default'
    ? [module]
    : [module, module.endsWith('.') ? `${module}${name}` : `${module}.${name}`];
