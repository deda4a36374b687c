/** Programs of Python and JavaScript: what must hold whatever the text, and what hostile texts must not bring about. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Program } from '../domain/program.ts';
import type { Term } from '../domain/term.ts';
import { createGrammars, type Grammar } from './grammar.ts';
import { readJavaScriptProgram } from './javascript-program.ts';
import { readPythonProgram } from './python-program.ts';
import { redactProgram } from './redact-program.ts';

const packages = join(import.meta.dirname, '../../node_modules');
const loadWasm = async (file: string) => new Uint8Array(readFileSync(join(packages, file)));
const grammars = createGrammars(loadWasm);

const read = async (grammar: Grammar, text: string): Promise<Program> => {
  const tree = await grammars.parse(grammar, text);
  if (grammar === 'python') return readPythonProgram(tree);
  return readJavaScriptProgram(tree, { language: grammar === 'javascript' ? 'javascript' : 'typescript' });
};

const termsIn = (value: unknown, found: Term[] = []): readonly Term[] => {
  if (typeof value !== 'object' || value === null) return found;
  if ('t' in value) found.push(value as Term);
  for (const each of Object.values(value)) termsIn(each, found);
  return found;
};

/** What every reader of programs relies on. */
const checkSound = (program: Program, lineCount: number): void => {
  program.scopes.forEach(({ kind, parent, owner }, index) => {
    expect(parent).toBeLessThan(index);
    if (index === 0) expect(kind).toBe('module');
    else expect(parent).toBeGreaterThanOrEqual(0);
    if (kind === 'function') expect(program.functions[owner!]?.body).toBe(index);
    if (kind === 'class') expect(program.classes[owner!]?.body).toBe(index);
  });
  const ids = program.calls.map(({ call }) => call.id);
  expect(new Set(ids).size).toBe(ids.length);
  const listed = new Set(ids);
  for (const term of termsIn({ ...program, scopes: [], gaps: [] })) {
    if ('at' in term && term.at !== undefined) expect(term.at).toBeGreaterThanOrEqual(1);
    if ('at' in term && term.at !== undefined) expect(term.at).toBeLessThanOrEqual(lineCount);
    if (term.t === 'name') expect(program.scopes[term.scope]).toBeDefined();
    if (term.t === 'function' || term.t === 'parameter') expect(program.functions[term.index]).toBeDefined();
    if (term.t === 'class') expect(program.classes[term.index]).toBeDefined();
    // Only the call that a getter stands for is written nowhere.
    if (term.t === 'call' && term.callee.t !== 'function') expect(listed.has(term.id)).toBe(true);
  }
  for (const { line, endLine, why } of program.gaps) {
    expect(why).not.toBe('');
    expect(line).toBeLessThanOrEqual(endLine);
    expect(endLine).toBeLessThanOrEqual(lineCount);
  }
};

const python = [
  'x',
  ' = ',
  'f(',
  ')',
  '(',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'''",
  'f"{x}"',
  '\n',
  '\n    ',
  'def g(a=1):',
  'class C(B):',
  'return ',
  'lambda a: ',
  'import os',
  'os.environ["K"]',
  'self.x',
  'for i in ',
  'if ',
  'else',
  ':',
  ', ',
  '**',
  'await ',
  'yield ',
  '@d\n',
  'with a as b:',
  'x := ',
  '# c\n',
  '\\',
  '\0',
  'é😀',
  'global x\n',
  'except',
  'try:\n',
];
const script = [
  'x',
  ' = ',
  'f(',
  ')',
  '(',
  '[',
  ']',
  '{',
  '}',
  '"',
  '`${',
  '`',
  '\n',
  ';',
  'function g(a = 1) {',
  'class C extends B {',
  'return ',
  '(a) => ',
  'import o from "o"',
  'process.env.K',
  'this.x',
  'for (const i of ',
  'if (',
  'else ',
  ':',
  ', ',
  '...',
  'await ',
  'yield ',
  '@d ',
  'const {a: [b]} = ',
  'export default ',
  '// c\n',
  '/*',
  '\0',
  'é😀',
  '<A b={',
  '/>',
  '</A>',
  'require("r")',
  'a!.b',
  ' ?? ',
  ' as ',
  'new ',
  '`',
  'static ',
  'get y() ',
];

describe.each<[Grammar, readonly string[]]>([
  ['python', python],
  ['javascript', script],
  ['tsx', script],
  ['typescript', script],
])('programs of %s', (grammar, tokens) => {
  it('are sound whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...tokens), { maxLength: 40 }), async (parts) => {
        const text = parts.join('');
        checkSound(await read(grammar, text), text.split('\n').length);
      }),
      { numRuns: 400, seed: 7 },
    );
  });

  it('are the same when read again', async () => {
    const text = tokens.join(' ');
    expect(await read(grammar, text)).toEqual(await read(grammar, text));
  });
});

describe('hostile texts', () => {
  const deep = 50_000;
  it.each<[string, Grammar, string]>([
    ['nested brackets', 'python', `x = ${'['.repeat(deep)}${']'.repeat(deep)}`],
    ['nested calls', 'python', `x = ${'f('.repeat(deep)}${')'.repeat(deep)}`],
    ['a long sum', 'python', `x = ${'y + '.repeat(deep)}1`],
    ['a long chain', 'python', `x = y${'.f()'.repeat(100_000)}`],
    ['open brackets', 'python', '(['.repeat(deep)],
    ['nested arrays', 'javascript', `x = ${'['.repeat(deep)}${']'.repeat(deep)}`],
    ['nested functions', 'javascript', '() => {'.repeat(deep)],
    ['nested choices', 'javascript', `x = ${'a ? b : '.repeat(deep)}1`],
    ['a long else-if', 'javascript', `${'if (a) b(); else '.repeat(20_000)}c()`],
    ['a long chain', 'javascript', `x = y${'.f()'.repeat(100_000)}`],
    ['nested markup', 'tsx', `x = ${'<A>'.repeat(deep)}`],
    ['type arguments', 'typescript', `x = a${'<'.repeat(20_000)}`],
    ['quotes', 'javascript', '"`\'\n'.repeat(deep)],
  ])('%s (%s) ends soon, with a gap', async (_, grammar, text) => {
    const before = performance.now();
    const program = await read(grammar, text);
    expect(performance.now() - before).toBeLessThan(8_000);
    expect(program.gaps).not.toHaveLength(0);
    expect(JSON.stringify(program).length).toBeLessThan(60_000_000);
  });

  it('many chains do not multiply into more than a program may hold', async () => {
    const chain = `x${'.f()'.repeat(250)};`;
    const program = await read('javascript', chain.repeat(1_000));
    expect(program.gaps.map(({ why }) => why)).toContain('more names and calls than one program may have');
    expect(JSON.stringify(program).length).toBeLessThan(100_000_000);
  });

  it('a minified file of one line is read', async () => {
    const text = '!function(e){var t=e.n,r=t?a(t,{b:1,c:[2,"d"]}):void 0;return r&&r.f(e=>e.g+1)}(window),'.repeat(
      11_500,
    );
    const program = await read('javascript', `${text}0`);
    expect(text.length).toBeGreaterThan(1_000_000);
    expect(program.calls.length).toBeGreaterThan(20_000);
  });

  it('a parse that takes too long stops and says so', async () => {
    let now = 0;
    const slow = createGrammars(loadWasm, { milliseconds: 100, now: () => (now += 60) });
    const tree = await slow.parse('python', 'x = f(1)\n'.repeat(20_000));
    expect(tree.gaps).toEqual([{ line: 1, endLine: 20_001, why: 'parsing took longer than 100 ms' }]);
    expect((await slow.parse('python', 'y = 1')).gaps).toEqual([]);
  });

  it('a text beyond the bounds is a gap', async () => {
    const small = createGrammars(loadWasm, { length: 100, nodes: 50 });
    expect((await small.parse('python', 'x'.repeat(101))).gaps[0]?.why).toBe('longer than 100 characters');
    expect((await small.parse('python', 'a;'.repeat(50))).gaps[0]?.why).toBe('more than 50 syntax nodes');
  });

  it('keys that every object has stay keys', async () => {
    const program = await read(
      'python',
      'f(__proto__=1, constructor=2, **{"toString": 3})\ng("{constructor}".format(a=1))',
    );
    const [first] = program.calls;
    expect(Object.keys(first!.call.named)).toEqual(['__proto__', 'constructor', 'toString']);
  });
});

describe('lines', () => {
  it('a broken function leaves its neighbours readable', async () => {
    const program = await read('python', 'a = 1\ndef f(:\n    return 2\nb = g()\n');
    expect(program.gaps).toEqual([{ line: 2, endLine: 2, why: 'syntax error' }]);
    expect(program.bindings.map(({ name }) => name)).toEqual(['a', 'f', 'b']);
  });

  it('stand where a larger file has them', async () => {
    const tree = await grammars.parse('python', 'a = f()\nb = (\n');
    const program = readPythonProgram(tree, { lines: [10, 40, 41] });
    expect(program.calls[0]?.line).toBe(10);
    expect(program.gaps[0]).toMatchObject({ line: 40 });
  });
});

describe('redaction', () => {
  it('puts a fingerprint where a credential stood, and leaves everything else', async () => {
    const secret = ['invented', 'credential', '0123456789'].join('-');
    const program = await read(
      'python',
      `client = Client(api_key="${secret}", model="m")\ndef f():\n    """Use ${secret}."""\n`,
    );
    const clean = redactProgram(program, [secret], () => 'F');
    expect(JSON.stringify(clean)).not.toContain(secret);
    expect(clean.calls[0]?.call.named).toEqual({
      api_key: { t: 'reference', namespace: 'secret', name: 'F', at: 1 },
      model: { t: 'literal', value: 'm', at: 1 },
    });
    expect(clean.functions[0]?.documentation).toBe('Use [credential].');
    expect(redactProgram(program, [], () => 'F')).toBe(program);
  });
});
