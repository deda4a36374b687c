/** OpenAI’s Agents SDK: agents with tools, handoffs and guardrails. */
import { defineLibrary } from '../../../kit/define-library.ts';
import { agent, connected, framework, guardrail, hosted, servers, yes } from './agents.ts';

export default defineLibrary({
  id: 'openai-agents',
  title: 'OpenAI Agents SDK',
  homepage: 'https://openai.github.io/openai-agents-python/',
  python: {
    packages: ['openai-agents'],
    modules: ['agents'],
    meanings: [
      ...agent('agents{,.agent}.Agent'),
      {
        of: 'agents{,.tool}.function_tool',
        when: 'decorator',
        asset: {
          kind: 'tool',
          name: { named: ['name_override'], defined: 'name' },
          facts: {
            framework,
            description: { named: ['description_override'], defined: 'documentation' },
            // https://openai.github.io/openai-agents-python/human_in_the_loop/
            approval: {
              named: ['needs_approval'],
              choices: { true: 'always-asks', false: 'never-asks', 'never-asks': 'never-asks' },
              fallback: 'never-asks',
            },
          },
        },
        handlerParameters: 'model-output',
        reference: 'https://openai.github.io/openai-agents-python/tools/#function-tools',
      },
      { of: 'agents{,.handoffs}.handoff', returns: { at: 0, named: ['agent'] } },
      {
        of: 'agents{,.guardrail}.{input_guardrail,output_guardrail}',
        when: 'decorator',
        asset: guardrail,
        reference: 'https://openai.github.io/openai-agents-python/guardrails/',
      },
      hosted('agents{,.tool}.WebSearchTool', 'web search', { takesUntrustedContent: yes }),
      hosted('agents{,.tool}.FileSearchTool', 'file search', { readsPrivateData: yes }),
      hosted('agents{,.tool}.CodeInterpreterTool', 'code interpreter', { executesCode: yes }),
      hosted('agents{,.tool}.{LocalShellTool,ShellTool}', 'shell', {
        executesCode: yes,
        changesState: yes,
        readsPrivateData: yes,
        sendsOut: yes,
      }),
      hosted('agents{,.tool}.ComputerTool', 'computer', {
        takesUntrustedContent: yes,
        sendsOut: yes,
        changesState: yes,
      }),
      connected(`agents.{mcp,mcp.server}.{${servers}}`),
      {
        of: 'agents{,.run}.Runner.{run,run_sync,run_streamed}',
        yields: 'model-output',
        sink: { kind: 'prompt', value: { at: 1, named: ['input'] } },
        // A route that starts an agent lets its callers in.
        links: [{ relation: 'exposes', from: 'enclosing', to: { pick: { at: 0, named: ['starting_agent'] } } }],
        tells: {
          of: { pick: { at: 0, named: ['starting_agent'] } },
          facts: {
            maxIterations: { named: ['max_turns'] },
            // https://openai.github.io/openai-agents-python/tracing/
            tracingOff: {
              named: ['run_config'],
              maker: { named: ['tracing_disabled'], choices: { true: true, false: false }, fallback: false },
            },
            loopUnbounded: { named: ['max_turns'], choices: { null: true } },
          },
        },
        reference: 'https://openai.github.io/openai-agents-python/ref/run/',
      },
    ],
  },
  javascript: {
    packages: ['@openai/agents', '@openai/agents-core'],
    modules: ['@openai/agents', '@openai/agents-core'],
    meanings: [
      ...agent('{@openai/agents,@openai/agents-core}.Agent'),
      {
        of: '{@openai/agents,@openai/agents-core}.tool',
        asset: {
          kind: 'tool',
          name: { named: ['name'] },
          facts: {
            framework,
            description: { named: ['description'] },
            approval: {
              named: ['needsApproval'],
              choices: { true: 'always-asks', false: 'never-asks', 'never-asks': 'never-asks' },
              fallback: 'never-asks',
            },
          },
        },
        handler: { named: ['execute'] },
        handlerParameters: 'model-output',
        reference: 'https://openai.github.io/openai-agents-js/guides/tools/',
      },
      hosted('@openai/agents.webSearchTool', 'web search', { takesUntrustedContent: yes }),
      hosted('@openai/agents.fileSearchTool', 'file search', { readsPrivateData: yes }),
      connected(`@openai/agents.{${servers}}`),
      {
        of: '@openai/agents.run',
        yields: 'model-output',
        sink: { kind: 'prompt', value: { at: 1 } },
        links: [{ relation: 'exposes', from: 'enclosing', to: { pick: { at: 0 } } }],
        tells: {
          of: { pick: { at: 0 } },
          facts: {
            maxIterations: { named: ['maxTurns'], optionsAt: 2 },
            loopUnbounded: { named: ['maxTurns'], optionsAt: 2, choices: { null: true } },
          },
        },
        reference: 'https://openai.github.io/openai-agents-js/guides/running-agents/',
      },
    ],
  },
});
