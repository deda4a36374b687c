/** Agents, hosted tools and servers of OpenAI’s Agents SDK. */
import type { Link, Meaning, Pick } from '../../../kit/define-library.ts';

export const framework: Pick = { value: 'openai-agents' };
export const yes: Pick = { value: true };
const no: Pick = { value: false };
/** A bare name is OpenAI’s; `litellm/anthropic/…` and the like name their vendor. */
const model: Link = {
  relation: 'invokes',
  from: 'self',
  to: {
    pick: {
      named: ['model'],
      environment: 'OPENAI_DEFAULT_MODEL',
      matching: /^(?:litellm\/)?(.+)$/,
      as: 'provider-path',
      prefix: 'openai:',
    },
    texts: { kind: 'model', scheme: 'model-name' },
  },
};
export const agent = (of: string): readonly Meaning[] => [
  {
    of,
    asset: {
      kind: 'agent',
      name: { named: ['name'], at: 0 },
      // https://openai.github.io/openai-agents-python/running_agents/
      facts: { framework, maxIterations: { fallback: 10 } },
      complete: [
        { relation: 'uses-tool', grade: 'declared', scope: 'file' },
        {
          relation: 'guarded-by',
          grade: 'default',
          scope: 'file',
          reference: 'https://openai.github.io/openai-agents-python/guardrails/',
        },
        // Servers are among its arguments too.
        { relation: 'connects', grade: 'declared', scope: 'file' },
        { relation: 'delegates-to', grade: 'declared', scope: 'file' },
      ],
    },
    links: [
      model,
      { relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'] }, otherwise: 'tool' } },
      { relation: 'uses-tool', from: 'self', to: { pick: { named: ['mcp_servers', 'mcpServers'] } } },
      { relation: 'delegates-to', from: 'self', to: { pick: { named: ['handoffs'] } } },
      { relation: 'guarded-by', from: 'self', to: { pick: { named: ['input_guardrails', 'inputGuardrails'] } } },
      { relation: 'guarded-by', from: 'self', to: { pick: { named: ['output_guardrails', 'outputGuardrails'] } } },
    ],
    reference: 'https://openai.github.io/openai-agents-python/agents/',
  },
  // An agent as another’s tool, or copied with changes.
  { of: `${of}().{as_tool,asTool,clone}`, returns: 'receiver' },
];
/** Tools that OpenAI runs have the effects that are listed, and no other. */
export const hosted = (of: string, name: string, facts: Readonly<Record<string, Pick>>): Meaning => ({
  of,
  asset: {
    kind: 'tool',
    name: { value: name },
    facts: {
      framework,
      effectsKnown: yes,
      takesUntrustedContent: no,
      readsPrivateData: no,
      sendsOut: no,
      changesState: no,
      executesCode: no,
      ...facts,
    },
  },
  reference: 'https://openai.github.io/openai-agents-python/tools/',
});
export const guardrail: Meaning['asset'] & object = { kind: 'guardrail', name: { defined: 'name' } };
export const servers = 'MCPServerStdio,MCPServerSse,MCPServerStreamableHttp,MCPServerSSE,MCPServerStreamableHTTP';
export const connected = (of: string): Meaning => ({
  of,
  asset: {
    kind: 'mcp-server-configuration',
    name: { named: ['name'] },
    facts: {
      command: { named: ['params'], path: ['command'] },
      url: { named: ['params'], path: ['url'] },
      // https://openai.github.io/openai-agents-python/mcp/
      approval: { named: ['require_approval'], choices: { never: 'never-asks', always: 'always-asks' } },
    },
  },
  links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
  reference: 'https://openai.github.io/openai-agents-python/mcp/',
});
