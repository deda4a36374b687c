/** Notebooks: positions of every text, magics, and hostile files. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotebook } from './notebook.ts';
import { withoutMagics } from './notebook-magics.ts';

const code = (source: unknown, outputs: readonly unknown[] = []) => ({
  cell_type: 'code',
  metadata: {},
  source,
  outputs,
});
const notebook = (cells: readonly unknown[]) =>
  JSON.stringify({ cells, metadata: { kernelspec: { language: 'python' } }, nbformat: 4, nbformat_minor: 5 }, null, 1);
const plain = (...rows: readonly string[]) =>
  withoutMagics([{ text: rows.join('\n'), lines: rows.map((_, index) => index + 1) }]);

describe('a notebook', () => {
  it('gives each text with the line where it stands in the file', () => {
    const text = notebook([
      code(['one\n', 'two'], [{ output_type: 'stream', text: ['printed\n', 'more'] }]),
      { cell_type: 'markdown', metadata: {}, source: ['# head\n', 'body'] },
    ]);
    const read = readNotebook(text)!;
    const rows = text.split('\n');
    expect(read.texts.map(({ place }) => place)).toEqual(['source', 'output', 'markdown']);
    for (const { text: whole, lineOf } of read.texts) {
      for (const row of whole.split('\n')) expect(rows[lineOf(whole.indexOf(row)) - 1]).toContain(row);
    }
  });

  it('keeps one line of the file for each line of code, whatever the cells hold', () => {
    const piece = fc.constantFrom(
      'a = 1',
      '\n',
      '%pip install x',
      '!ls',
      '  ',
      '"""',
      'x = !y',
      '\\',
      '%%bash\n',
      'f(1)\n',
    );
    const source = fc.oneof(
      fc.array(piece),
      piece,
      fc.constant(null),
      fc.integer(),
      fc.array(fc.oneof(piece, fc.integer())),
    );
    fc.assert(
      fc.property(fc.array(source, { maxLength: 8 }), (sources) => {
        const text = notebook(sources.map((each) => code(each)));
        const { code: joined, gaps } = readNotebook(text)!;
        if (joined.lines.length > 0) expect(joined.text.split('\n')).toHaveLength(joined.lines.length);
        const count = text.split('\n').length;
        for (const line of joined.lines) expect(line).toSatisfy((at: number) => at >= 1 && at <= count);
        for (const gap of gaps) expect(gap.line).toBeLessThanOrEqual(count);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  it('cut off anywhere gives what stands before the cut, and a gap', () => {
    const whole = notebook([code(['import a\n', 'a.b()']), code('c()')]);
    for (let length = whole.indexOf('"cells"') + 10; length < whole.length - 1; length += 7) {
      const read = readNotebook(whole.slice(0, length));
      expect(read?.gaps, String(length)).not.toHaveLength(0);
    }
  });

  it('skips pictures of a hundred megabytes', () => {
    const picture = 'iVBORw0KGgo'.repeat(9_500_000);
    const text = notebook([
      code('a()', [{ output_type: 'display_data', data: { 'image/png': picture, 'text/plain': 'figure' } }]),
    ]);
    expect(text.length).toBeGreaterThan(100_000_000);
    const before = performance.now();
    expect(readNotebook(text)?.texts.map((each) => each.text)).toEqual(['a()', 'figure']);
    expect(performance.now() - before).toBeLessThan(3_000);
  });

  it('is not seen in other JSON', () => {
    for (const text of ['', '{}', '[]', 'null', '{"a": {"cells": []}}', '\0\0', '{"cells"'])
      expect(readNotebook(text)).toBeUndefined();
  });
});

describe('magics', () => {
  it('leave lines of Python alone that only look like them', () => {
    const rows = [
      'x = ("%s"',
      '     % name)',
      'y = (a',
      '     != b)',
      's = """',
      '!not a command',
      '%not a magic',
      '"""',
      'z = a % b',
      'q = "x?"',
    ];
    expect(plain(...rows).text).toBe(rows.join('\n'));
  });

  it('become statements that do nothing, at their indentation', () => {
    expect(
      plain('%matplotlib inline', 'if x:', '    !ls \\', '      -la', 'files = !ls', 'mode = %env MODE', 'help?').text,
    ).toBe(
      [
        'pass',
        'if x:',
        '    pass',
        '',
        'files = get_ipython().getoutput()',
        'mode = get_ipython().run_line_magic()',
        'pass',
      ].join('\n'),
    );
  });

  it('tell what is installed', () => {
    const installed = (...rows: readonly string[]) =>
      plain(...rows).installs.map(({ requirement, line }) => `${line} ${requirement}`);
    expect(
      installed('!pip install -U "torch>=2.0" transformers[sentencepiece]==4.44.0 -i https://pypi.example.org/simple'),
    ).toEqual(['1 torch>=2.0', '1 transformers[sentencepiece]==4.44.0']);
    expect(installed('x = 1', '%pip install openai \\', '   anthropic')).toEqual(['2 openai', '2 anthropic']);
    expect(installed('!{sys.executable} -m pip install vllm && echo done')).toEqual(['1 vllm']);
    expect(installed('%%bash', 'set -e', 'uv pip install ray > log.txt')).toEqual(['3 ray']);
    expect(
      installed(
        '# !pip install nothing',
        'print("pip install nothing")',
        '!pip uninstall -y nothing',
        '!pip install -r requirements.txt',
      ),
    ).toEqual([]);
  });

  it('are read in linear time', () => {
    const before = performance.now();
    plain(
      `${' '.repeat(200_000)}x`,
      `${'a'.repeat(200_000)}=`,
      `%pip ${'install '.repeat(50_000)}`,
      '?'.repeat(200_000),
    );
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
