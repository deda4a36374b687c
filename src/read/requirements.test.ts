// Tests the reader of pip’s requirements files on every notation that pip documents, and on what is none.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRequirement, readRequirements } from './requirements.ts';

const text = `# comment
--index-url https://pypi.example/simple
openai==1.30.1  # pinned
Lang_Chain[openai, all]>=0.2,<0.3 ; python_version >= "3.9"
torch==2.3.0+cu121
transformers == 4.40.*
numpy
-r base.txt
--constraint=constraints.txt
-c ../outside.txt
-e .
-e ./libs/own
./local.whl
requests==2.31.0 \\
    --hash=sha256:58cd2187c01e70e6e26505bca751777aa9f2ee0b7f4300988b709f44e013003f \\
    --hash=sha256:942c5a758f98d790eaed1a29cb6eefc7ffb0d1cf7af05c3d2791656dbd6ad1e1
vllm @ git+https://user:pw@github.com/vllm-project/vllm.git@0f9a1c2b3d4e5f60718293a4b5c6d7e8f9012345
git+https://github.com/huggingface/peft.git@main#egg=peft
-e git+https://github.com/acme/thing@v1
https://files.example/packages/faiss_cpu-1.8.0-cp311-none-any.whl
click (>=8,<9)
???
`;

test('reads every notation, each with its line', () => {
  const { mentions, includes, errors } = readRequirements(text, 'production');
  expect(
    mentions.map(({ name, version, requirement, pinned, line }) => [line, name, version, requirement, pinned]),
  ).toEqual([
    [3, 'openai', '1.30.1', '==1.30.1', true],
    [4, 'lang-chain', undefined, '>=0.2,<0.3', false],
    [5, 'torch', '2.3.0+cu121', '==2.3.0+cu121', true],
    [6, 'transformers', undefined, '==4.40.*', false],
    [7, 'numpy', undefined, undefined, false],
    [14, 'requests', '2.31.0', '==2.31.0', true],
    [
      17,
      'vllm',
      undefined,
      'git+https://github.com/vllm-project/vllm.git@0f9a1c2b3d4e5f60718293a4b5c6d7e8f9012345',
      true,
    ],
    [18, 'peft', undefined, 'git+https://github.com/huggingface/peft.git@main#egg=peft', false],
    [19, 'thing', undefined, 'git+https://github.com/acme/thing@v1', false],
    [20, 'faiss-cpu', '1.8.0', 'https://files.example/packages/faiss_cpu-1.8.0-cp311-none-any.whl', true],
    [21, 'click', undefined, '>=8,<9', false],
  ]);
  expect(includes).toEqual([
    { file: 'base.txt', isConstraint: false, line: 8 },
    { file: 'constraints.txt', isConstraint: true, line: 9 },
    { file: '../outside.txt', isConstraint: true, line: 10 },
  ]);
  expect(errors).toEqual([{ line: 22, why: '"???" names no package' }]);
});

test('a sentence is no requirement', () => {
  expect(readRequirement('pip install openai', 'production', 1)).toMatch(/cannot be read/);
});

test('no text crashes it, and long ones are read in time', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => void readRequirements(any, 'production')));
  for (const part of ['a'.repeat(50), '-', '[', '==1,', '\\\n', ' ', '(', '@ '])
    readRequirements(part.repeat(100_000 / part.length), 'production');
});
