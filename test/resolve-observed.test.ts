/** Resolve on what extractors said of single files: what they name by other words than code or other files do is the same thing. */
import { describe, expect, it } from 'vitest';
import type { AssetObservation } from '../src/domain/observation.ts';
import { merge } from '../src/graph/identity.ts';
import { read } from './sample-code.ts';

const countOf = (statements: Awaited<ReturnType<typeof read>>, kind: string): number =>
  merge(statements)
    .builder.freeze()
    .ofKind(kind as 'agent').length;

describe('a graph that a configuration names by its file and symbol', () => {
  const served = (symbol: string): AssetObservation => ({
    key: 'graph:chat',
    kind: 'agent',
    name: 'chat',
    identifiers: [{ scheme: 'symbol', value: symbol }],
    line: 3,
  });
  const made = 'from acme import Agent\nbuilder = Agent(tools=[])\ngraph = builder\n';

  it.each([
    ['bound to another name', made, 'src/agent.py#graph', 1],
    ['by its own name', made, 'src/agent.py#builder', 1],
    [
      'what a function makes',
      'from acme import Agent\ndef make():\n    return Agent(tools=[])\n',
      'src/agent.py#make',
      1,
    ],
    ['nothing that was read', made, 'src/other.py#graph', 2],
    ['something that is no agent', `${made}limit = 3\n`, 'src/agent.py#limit', 2],
    ['one of two', `${made}other = Agent(tools=[])\npick = other if x else builder\n`, 'src/agent.py#pick', 3],
  ])('%s', async (_, code, symbol, expected) => {
    const statements = await read({ 'src/agent.py': code }, { assets: { 'langgraph.json': [served(symbol)] } });
    expect(countOf(statements, 'agent')).toBe(expected);
  });
});

describe('an instruction file', () => {
  const client = (folder: string, id = 'claude-code'): AssetObservation => ({
    key: 'client',
    kind: 'mcp-client',
    name: id,
    identifiers: [{ scheme: 'symbol', value: `${folder}#client:${id}` }],
    line: 1,
  });
  const instructions = (path: string): AssetObservation => ({
    key: 'instructions',
    kind: 'instruction-file',
    name: path,
    identifiers: [{ scheme: 'place', value: path }],
    line: 1,
  });
  const said = (path: string, ...more: readonly AssetObservation[]) => ({ [path]: [instructions(path), ...more] });

  it.each([
    ['of the root and one below', { ...said('CLAUDE.md', client('')), ...said('docs/CLAUDE.md', client('docs')) }, 1],
    ['below settings', { '.claude/settings.json': [client('')], ...said('a/b/CLAUDE.md', client('a/b')) }, 1],
    [
      'beside another in its own folder',
      { ...said('a/CLAUDE.md', client('a')), ...said('b/CLAUDE.md', client('b')) },
      2,
    ],
    ['of another client', { ...said('CLAUDE.md', client('')), ...said('a/GEMINI.md', client('a', 'gemini-cli')) }, 2],
    [
      'above settings of a sub-folder',
      { ...said('CLAUDE.md', client('')), 'a/.claude/settings.json': [client('a')] },
      2,
    ],
  ])('%s', async (_, assets, expected) => {
    expect(countOf(await read({}, { assets }), 'mcp-client')).toBe(expected);
  });
});
