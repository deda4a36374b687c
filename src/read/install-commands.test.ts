// Tests which packages a command is seen to install, and at which version.
import { expect, test } from 'vitest';
import { readInstalls } from './install-commands.ts';

const installed = (text: string): readonly string[] => {
  const { packages, system } = readInstalls(text.split('\n').map((line, at) => ({ text: line, line: at + 1 })));
  return [...packages, ...system].map(
    ({ ecosystem, name, version, line }) => `${ecosystem} ${name} ${version} ${line}`,
  );
};

test.each([
  ['npm install -g @anthropic-ai/claude-code@1.0.20', ['npm @anthropic-ai/claude-code 1.0.20 1']],
  ['npm i --global "@openai/codex@0.20.0"', ['npm @openai/codex 0.20.0 1']],
  ['sudo -E pnpm add -g cline@1.2.3 && echo done', ['npm cline 1.2.3 1']],
  ["python3 -m pip install --no-cache-dir 'vllm==0.8.0' torch==2.5.1", ['pypi vllm 0.8.0 1', 'pypi torch 2.5.1 1']],
  [
    'pip3.11 install "litellm[proxy]==1.30.0"; uv tool install aider-chat==0.50.0',
    ['pypi litellm 1.30.0 1', 'pypi aider-chat 0.50.0 1'],
  ],
  [
    'apt-get update && \\\n  apt-get install -y \\\n    nvidia-container-toolkit=1.16.1-1',
    ['system-package nvidia-container-toolkit 1.16.1-1 3'],
  ],
  ['dnf install -y nvidia-container-toolkit-1.17.3-1', ['system-package nvidia-container-toolkit 1.17.3-1 1']],
  ['UV_SYSTEM_PYTHON=1 uv pip install "mcp[cli]==1.9.4"', ['pypi mcp 1.9.4 1']],
])('%s', (text, expected) => {
  expect(installed(text)).toEqual(expected);
});

test.each([
  'npm install -g @anthropic-ai/claude-code',
  'npm install -g @anthropic-ai/claude-code@latest cline@^3.0.0',
  'npm install',
  'echo npm install -g cline@1.2.3',
  'pip install "vllm>=0.8"  torch==2.* -r requirements.txt',
  'pip download vllm==0.8.0',
  'git clone https://example.com/a@1.2.3',
  'apt-get install -y curl python3-pip',
  '',
])('%s installs nothing at a version', (text) => {
  expect(installed(text)).toEqual([]);
});

test('a command without end is read to its bound', () => {
  const started = performance.now();
  installed(`pip install ${'a"'.repeat(500_000)}`);
  installed('pip install x==1 \\\n'.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(2000);
});
