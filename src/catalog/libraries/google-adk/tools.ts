/** Tools, code executors and servers that agents of Google’s Agent Development Kit are given. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';
import { mentionedTools, type ReadyEffect, readyTool } from '../../../kit/ready-tool.ts';

export const framework: Pick = { value: 'google-adk' };
const reference = 'https://google.github.io/adk-docs/tools/built-in-tools/';
const mentioned = (names: readonly string[], does: readonly ReadyEffect[]): readonly Meaning[] =>
  mentionedTools('google-adk', 'google.adk.tools{,.@_tool}.@', names, does, reference);
const made = (of: string, does: readonly ReadyEffect[], more: Readonly<Record<string, Pick>> = {}): Meaning => ({
  of,
  asset: readyTool('google-adk', undefined, does, more),
  reference,
});
const executor = (name: string, sandboxOff: boolean): Meaning =>
  made(`google.adk.code_executors{,.*}.${name}`, ['executesCode'], { sandboxOff: { value: sandboxOff } });

/** https://google.github.io/adk-docs/tools/ */
export const tools: readonly Meaning[] = [
  ...mentioned(
    ['google_search', 'url_context', 'enterprise_web_search', 'google_maps_grounding'],
    ['takesUntrustedContent'],
  ),
  ...mentioned(['load_memory', 'preload_memory', 'load_artifacts'], ['readsPrivateData']),
  ...mentioned(['exit_loop', 'transfer_to_agent', 'get_user_choice'], []),
  ...mentioned(['built_in_code_execution'], ['executesCode']),
  made('google.adk.tools{,.google_search_tool}.GoogleSearchTool', ['takesUntrustedContent']),
  made('google.adk.tools{,.load_web_page}.load_web_page', ['takesUntrustedContent', 'sendsOut']),
  made('google.adk.tools{,.vertex_ai_search_tool}.{VertexAiSearchTool,DiscoveryEngineSearchTool}', [
    'readsPrivateData',
  ]),
  made(
    'google.adk.tools.retrieval{,.vertex_ai_rag_retrieval,.files_retrieval,.llama_index_retrieval}.{VertexAiRagRetrieval,FilesRetrieval,LlamaIndexRetrieval}',
    ['readsPrivateData'],
  ),
  made('google.adk.tools.bigquery{,.bigquery_toolset}.BigQueryToolset', ['readsPrivateData', 'changesState']),
  made('google.adk.tools.{spanner,bigtable}{,.spanner_toolset,.bigtable_toolset}.{SpannerToolset,BigtableToolset}', [
    'readsPrivateData',
  ]),
  made(
    'google.adk.tools.google_api_tool{,.google_api_toolsets}.{GmailToolset,CalendarToolset,DocsToolset,SheetsToolset,YoutubeToolset,SlidesToolset}',
    ['readsPrivateData', 'takesUntrustedContent', 'changesState', 'sendsOut'],
  ),
  executor('UnsafeLocalCodeExecutor', true),
  executor('BuiltInCodeExecutor', false),
  executor('ContainerCodeExecutor', false),
  executor('VertexAiCodeExecutor', false),
  executor('GkeCodeExecutor', false),
  {
    of: 'google.adk.tools{,.function_tool,.long_running_tool}.{FunctionTool,LongRunningFunctionTool}',
    asset: {
      kind: 'tool',
      name: { named: ['func'], at: 0, as: 'path', matching: /^own (.+)$/ },
      facts: {
        framework,
        // https://google.github.io/adk-docs/tools/confirmation/
        approval: {
          named: ['require_confirmation'],
          choices: { true: 'always-asks', false: 'never-asks' },
        },
      },
    },
    handler: { named: ['func'], at: 0 },
    handlerParameters: 'model-output',
    reference: 'https://google.github.io/adk-docs/tools-custom/function-tools/',
  },
  // An agent as another’s tool.
  {
    of: 'google.adk.tools{,.agent_tool}.AgentTool',
    returns: { named: ['agent'], at: 0 },
    reference: 'https://google.github.io/adk-docs/tools-custom/function-tools/#agent-tool',
  },
  {
    // The tools are those of the server that its connection leads to.
    of: 'google.adk.tools.mcp_tool{,.mcp_toolset}.{MCPToolset,McpToolset}{,.from_server}',
    returns: { named: ['connection_params'], at: 0 },
    reference: 'https://google.github.io/adk-docs/tools-custom/mcp-tools/',
  },
  {
    of: 'google.adk.tools.mcp_tool{,.mcp_session_manager,.mcp_toolset}.StdioConnectionParams',
    returns: { named: ['server_params'], at: 0 },
    reference: 'https://google.github.io/adk-docs/tools-custom/mcp-tools/',
  },
  {
    of: 'google.adk.tools.mcp_tool{,.mcp_session_manager,.mcp_toolset}.{SseConnectionParams,StreamableHTTPConnectionParams,SseServerParams,StreamableHTTPServerParams}',
    asset: {
      kind: 'mcp-server-configuration',
      facts: { clientName: framework, url: { named: ['url'], at: 0 } },
    },
    links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
    reference: 'https://google.github.io/adk-docs/tools-custom/mcp-tools/',
  },
];
