/** Claude Agent SDK: agents with Claude Code’s tools, agents below them, tools of the project and MCP servers. */
import { defineLibrary, type Link, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { allowedTools, bypassing, framework, namedTools } from './tools.ts';

type Option = (name: string, ...path: readonly string[]) => Pick;
/** Python names an option itself; TypeScript has it among the `options` of a query. */
const pythonOption: Option = (name, ...path) => ({ named: [name], ...(path.length > 0 ? { path } : {}) });
const javascriptOption: Option = (name, ...path) => ({ named: ['options'], path: [camel(name), ...path] });
const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** `sonnet` and the like are names that Anthropic moves on to newer models. */
const model = (pick: Pick): Link => ({
  relation: 'invokes',
  from: 'self',
  to: {
    kind: 'model',
    scheme: 'model-name',
    value: { ...pick, matching: /^(?!inherit$|default$).+$/, prefix: 'anthropic:' },
  },
});
const reference = 'https://code.claude.com/docs/en/agent-sdk/overview';

/** What options make: an agent, with the servers and agents that it is given. */
const configured = (of: string, option: Option): readonly Meaning[] => {
  const mode = option('permission_mode');
  const settings = option('setting_sources');
  return [
    {
      of,
      asset: {
        kind: 'agent',
        name: { value: 'Claude agent' },
        facts: {
          framework,
          maxIterations: option('max_turns'),
          // https://code.claude.com/docs/en/agent-sdk/permissions
          approval: { ...mode, choices: { bypassPermissions: 'never-asks', acceptEdits: 'asks-for-some' } },
        },
        // Files of the project may add servers and agents only where settings are read.
        complete: [
          { relation: 'connects', grade: 'declared', scope: 'file', unless: settings },
          { relation: 'delegates-to', grade: 'declared', scope: 'file', unless: settings },
        ],
      },
      links: [
        model(option('model')),
        { relation: 'connects', from: 'self', to: { pick: option('mcp_servers', '*') } },
        { relation: 'delegates-to', from: 'self', to: { pick: option('agents', '*') } },
      ],
      reference,
    },
    ...allowedTools(of, option('allowed_tools'), option('hooks')),
    bypassing(of, mode, [option('disallowed_tools'), option('tools'), option('hooks')]),
    ...['command', 'url'].map((key): Meaning => {
      const said: Pick = { ...option('mcp_servers', '*', key), matching: /^.+$/ };
      return {
        // Servers that are started or addressed here, by an entry as a settings file has it.
        of,
        onlyIf: said,
        asset: {
          kind: 'mcp-server-configuration',
          name: { value: 'servers of the Claude agent' },
          facts: { clientName: framework, [key]: said },
        },
        links: [{ relation: 'connects', from: { made: 'agent' }, to: 'self' }],
        reference: 'https://code.claude.com/docs/en/agent-sdk/mcp',
      };
    }),
  ];
};
const python = 'claude_agent_sdk{,.types}.ClaudeAgentOptions';
const older = 'claude_code_sdk{,.types}.ClaudeCodeOptions';
const javascript = '{@anthropic-ai/claude-agent-sdk,@anthropic-ai/claude-code}';
const sub: NonNullable<Meaning['asset']> = {
  kind: 'agent',
  facts: { framework, description: { named: ['description'], at: 0 } },
};
const definition = 'claude_agent_sdk{,.types}.AgentDefinition';
const asked: Pick = { named: ['options'] };

export default defineLibrary({
  id: 'claude-agent-sdk',
  title: 'Claude Agent SDK',
  homepage: 'https://code.claude.com/docs/en/agent-sdk/overview',
  python: {
    packages: ['claude-agent-sdk', 'claude-code-sdk'],
    modules: ['claude_agent_sdk', 'claude_code_sdk'],
    meanings: [
      ...configured(python, pythonOption),
      ...configured(older, pythonOption),
      { of: definition, asset: sub, links: [model({ named: ['model'] })], reference },
      ...namedTools(definition, { named: ['tools'] }),
      {
        of: ['claude_agent_sdk{,.query}.query', 'claude_code_sdk{,.query}.query'],
        links: [{ relation: 'exposes', from: 'enclosing', to: { pick: asked } }],
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['prompt'] } },
        reference: 'https://code.claude.com/docs/en/agent-sdk/python',
      },
      {
        of: ['claude_agent_sdk{,.client}.ClaudeSDKClient', 'claude_code_sdk{,.client}.ClaudeSDKClient'],
        links: [{ relation: 'exposes', from: 'enclosing', to: { pick: { ...asked, at: 0 } } }],
        returns: { ...asked, at: 0 },
        reference: 'https://code.claude.com/docs/en/agent-sdk/python',
      },
      {
        of: [`${python}().query`, `${older}().query`],
        sink: { kind: 'prompt', value: { named: ['prompt'], at: 0 } },
        reference: 'https://code.claude.com/docs/en/agent-sdk/python',
      },
      { of: [`${python}().{receive_response,receive_messages}`], yields: 'model-output' },
      {
        of: 'claude_agent_sdk.tool',
        when: 'decorator',
        asset: {
          kind: 'mcp-tool',
          name: { at: 0, named: ['name'] },
          facts: { description: { at: 1, named: ['description'] } },
        },
        handlerParameters: 'model-output',
        reference: 'https://code.claude.com/docs/en/agent-sdk/custom-tools',
      },
      {
        of: 'claude_agent_sdk.create_sdk_mcp_server',
        asset: { kind: 'mcp-server-definition', name: { named: ['name'], at: 0 } },
        links: [{ relation: 'offers', from: 'self', to: { pick: { named: ['tools'], at: 2 } } }],
        reference: 'https://code.claude.com/docs/en/agent-sdk/custom-tools',
      },
    ],
  },
  javascript: {
    packages: ['@anthropic-ai/claude-agent-sdk', '@anthropic-ai/claude-code'],
    modules: ['@anthropic-ai/claude-agent-sdk', '@anthropic-ai/claude-code'],
    meanings: [
      ...configured(`${javascript}.query`, javascriptOption),
      {
        of: `${javascript}.query`,
        links: [
          { relation: 'exposes', from: 'enclosing', to: { made: 'agent' } },
          {
            // Agents below it are entries, named by their keys.
            relation: 'delegates-to',
            from: { made: 'agent' },
            to: {
              kind: 'agent',
              scheme: 'display-name',
              value: { named: ['options'], path: ['agents'], as: 'keys' },
            },
          },
        ],
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['prompt'] } },
        reference: 'https://code.claude.com/docs/en/agent-sdk/typescript',
      },
      {
        of: `${javascript}.tool`,
        asset: { kind: 'mcp-tool', name: { at: 0 }, facts: { description: { at: 1 } } },
        handler: { at: 3 },
        handlerParameters: 'model-output',
        reference: 'https://code.claude.com/docs/en/agent-sdk/custom-tools',
      },
      {
        of: `${javascript}.createSdkMcpServer`,
        asset: { kind: 'mcp-server-definition', name: { named: ['name'] } },
        links: [{ relation: 'offers', from: 'self', to: { pick: { named: ['tools'] } } }],
        reference: 'https://code.claude.com/docs/en/agent-sdk/custom-tools',
      },
    ],
  },
});
