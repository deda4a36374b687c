// Tests what is read of Dockerfiles: arguments filled in, what the last stage runs and starts, and texts that are none.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDockerfile } from './dockerfile.ts';
import { readInstalls } from './install-commands.ts';

test('defaults of build arguments are filled in where they are used', () => {
  const { base, runs } = readDockerfile(
    [
      'ARG PYTHON=3.12',
      `FROM python:\${PYTHON}-slim`,
      'ARG TOOL=1.0.20',
      'RUN npm install -g @anthropic-ai/claude-code@$TOOL \\',
      `  cline@\${CLINE:-1.2.3} other@\${UNKNOWN}`,
    ].join('\n'),
  );
  expect(base).toEqual({ image: 'python:3.12-slim', line: 2 });
  expect(readInstalls(runs).packages.map(({ name, version, line }) => [name, version, line])).toEqual([
    ['@anthropic-ai/claude-code', '1.0.20', 4],
    ['cline', '1.2.3', 5],
  ]);
});

test('what another stage installs is not in the image, what its own base stage installs is', () => {
  const { runs } = readDockerfile(
    [
      'FROM node:22 AS base',
      'RUN npm i -g cline@1.2.3',
      'FROM node:22 AS build',
      'RUN npm i -g @openai/codex@0.20.0',
      'FROM base',
      'COPY --from=build /app /app',
      'RUN ["pip", "install", "vllm==0.8.0"]',
    ].join('\n'),
  );
  expect(readInstalls(runs).packages.map(({ name }) => name)).toEqual(['cline', 'vllm']);
});

test('a here-document is run line by line', () => {
  const { runs } = readDockerfile('FROM python:3.12\nRUN <<EOF\npip install vllm==0.8.0\nEOF\nRUN echo done\n');
  expect(readInstalls(runs).packages.map(({ name, line }) => [name, line])).toEqual([['vllm', 3]]);
});

test.each([
  ['CMD ["jupyter", "lab", "--ip=0.0.0.0"]', ['jupyter', 'lab', '--ip=0.0.0.0']],
  ['CMD jupyter lab --ServerApp.token=""', ['jupyter', 'lab', '--ServerApp.token=']],
  ['ENTRYPOINT ["tini", "--"]\nCMD ["sh", "-c", "mlflow server"]', ['tini', '--', 'sh', '-c', 'mlflow', 'server']],
  ['CMD ["one"]\nCMD ["two"]', ['two']],
])('%s', (lines, expected) => {
  expect(readDockerfile(`FROM scratch\n${lines}\n`).command).toEqual(expected);
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom(
    'FROM ',
    'RUN ',
    'ARG A=',
    'CMD [',
    '"',
    "'",
    '\\\n',
    '\n',
    '$A',
    '${',
    '<<E',
    '#',
    ' ',
    'a',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { runs } = readDockerfile(pieces.join(''));
      readInstalls(runs);
    }),
    { numRuns: 500 },
  );
});

test('a long text is read in a time that grows with its length', () => {
  const started = performance.now();
  readDockerfile(`FROM a\nRUN ${'x \\\n'.repeat(50_000)}`);
  readDockerfile(`FROM a\nCMD ${'["'.repeat(100_000)}`);
  readDockerfile(`FROM a\nARG A=${'$A'.repeat(50_000)}\nRUN ${'$A '.repeat(1000)}`);
  // Arguments that hold each other twice would double without end.
  const doubling = Array.from({ length: 100 }, (_, at) => `ARG A${at + 1}=$A${at}$A${at}`);
  const { base } = readDockerfile(['ARG A0=x', ...doubling, 'FROM $A100'].join('\n'));
  expect(base!.image.length).toBeLessThan(100_000);
  expect(performance.now() - started).toBeLessThan(3000);
});
