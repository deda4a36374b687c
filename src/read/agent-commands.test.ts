// Agents that scripts start, and words that only look like it.
import { expect, test } from 'vitest';
import { findAgentCommands } from './agent-commands.ts';

const said = (script: string) =>
  findAgentCommands(script).map(
    ({ framework, model, isUnrestricted, line }) => `${framework} ${model ?? '-'} ${isUnrestricted} ${line}`,
  );

test.each([
  ['claude -p "fix it" --dangerously-skip-permissions', ['claude-code - true 0']],
  [
    'npm ci\nCI=1 npx -y @anthropic-ai/claude-code@1.0 -p "$PROMPT" \\\n  --model claude-sonnet-4-5',
    ['claude-code claude-sonnet-4-5 false 1'],
  ],
  ['claude --print --allowedTools "Read,Bash"', ['claude-code - true 0']],
  ['claude --print --allowedTools "Read,Bash(git log:*)"', ['claude-code - false 0']],
  ['git diff | codex exec --model gpt-5-codex - > out.md', ['codex gpt-5-codex false 0']],
  ['timeout 10m gemini --yolo -p "x"', ['gemini-cli - true 0']],
  ['ANSWER=$(ollama run llama3.2:1b "hi")', ['ollama llama3.2:1b false 0']],
  ['claude -p "$(cat "$task")" --dangerously-skip-permissions', ['claude-code - true 0']],
  ['codex --yolo', ['codex - true 0']],
  ['aider --yes-always --message "x" --model gpt-4o', ['aider gpt-4o true 0']],
  // near misses
  ['npm i -g @anthropic-ai/claude-code', []],
  ['claude mcp add x', []],
  ['echo "run claude -p to try"', []],
  ['# claude -p x', []],
  ['ollama pull llama3', []],
  ['./scripts/gemini.py -p', []],
])('%s', (script, expected) => expect(said(script)).toEqual(expected));
