/** Haystack: agents with tools, and pipelines of generators, retrievers and document stores. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { data, models } from './parts.ts';

const framework: Pick = { value: 'haystack' };
const docs = 'https://docs.haystack.deepset.ai/docs/';
const agent = 'haystack{.components.agents,.components.agents.agent,_experimental.components.agents}.Agent';
const tools = 'haystack.tools{,.tool,.from_function,.component_tool,.pipeline_tool}';
const server = 'haystack_integrations.tools.mcp';
const described = (name: Pick): NonNullable<Meaning['asset']> => ({
  kind: 'tool',
  name,
  facts: { framework, description: { named: ['description'], defined: 'documentation' } },
});

export default defineLibrary({
  id: 'haystack',
  title: 'Haystack',
  homepage: 'https://haystack.deepset.ai',
  python: {
    packages: ['haystack-ai', 'haystack-experimental'],
    modules: ['haystack', 'haystack_integrations', 'haystack_experimental', 'milvus_haystack'],
    meanings: [
      ...models,
      ...data,
      {
        of: agent,
        asset: {
          kind: 'agent',
          // https://docs.haystack.deepset.ai/docs/agent
          facts: { framework, maxIterations: { named: ['max_agent_steps'], fallback: 100 } },
          complete: [
            { relation: 'uses-tool', grade: 'declared', scope: 'file' },
            { relation: 'delegates-to', grade: 'declared', scope: 'file' },
            { relation: 'connects', grade: 'declared', scope: 'file' },
          ],
        },
        links: [
          { relation: 'invokes', from: 'self', to: { pick: { named: ['chat_generator'], at: 0 } } },
          { relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'], at: 1 } } },
        ],
        reference: `${docs}agent`,
      },
      {
        of: `${agent}().{run,run_async}`,
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['messages'], at: 0 } },
        links: [{ relation: 'exposes', from: 'enclosing', to: 'receiver' }],
        reference: `${docs}agent`,
      },
      {
        of: `${tools}.Tool`,
        asset: described({ named: ['name'], at: 0 }),
        handler: { named: ['function'], at: 3 },
        handlerParameters: 'model-output',
        reference: `${docs}tool`,
      },
      {
        of: `${tools}.create_tool_from_function`,
        asset: described({ named: ['name', 'function'], at: 0, as: 'path', matching: /^(?:own )?(.+)$/ }),
        handler: { named: ['function'], at: 0 },
        handlerParameters: 'model-output',
        reference: `${docs}tool`,
      },
      {
        of: `${tools}.tool`,
        when: 'decorator',
        asset: described({ named: ['name'], defined: 'name' }),
        handlerParameters: 'model-output',
        reference: `${docs}tool`,
      },
      // A component, or a whole pipeline, or an agent, as a tool.
      {
        of: `${tools}.{ComponentTool,PipelineTool}`,
        asset: described({ named: ['name'] }),
        reference: `${docs}componenttool`,
      },
      {
        of: `${server}{,.mcp_tool,.mcp_toolset}.{MCPTool,MCPToolset}`,
        returns: { named: ['server_info'] },
        reference: `${docs}mcptool`,
      },
      {
        of: `${server}{,.mcp_tool}.{StdioServerInfo,StreamableHttpServerInfo,SSEServerInfo}`,
        asset: {
          kind: 'mcp-server-configuration',
          facts: {
            clientName: framework,
            command: { named: ['command'] },
            arguments: { named: ['args'] },
            url: { named: ['url', 'base_url'] },
          },
        },
        links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
        reference: `${docs}mcptool`,
      },
      {
        of: 'haystack{,.core.pipeline}.{Pipeline,AsyncPipeline}().{run,run_async}',
        yields: 'model-output',
        reference: `${docs}pipelines`,
      },
    ],
  },
});
