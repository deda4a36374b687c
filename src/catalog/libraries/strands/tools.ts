/** The tools of the package strands-agents-tools, which are modules: what each of them can do. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';
import { mentionedTools, type ReadyEffect } from '../../../kit/ready-tool.ts';

const all: readonly ReadyEffect[] = [
  'executesCode',
  'changesState',
  'readsPrivateData',
  'sendsOut',
  'takesUntrustedContent',
];
/** They ask on the terminal until this variable tells them not to: https://github.com/strands-agents/tools#environment-variables-configuration */
const approval: Pick = { environment: 'BYPASS_TOOL_CONSENT', choices: { true: 'never-asks' } };
const asking = { approval };

/** https://strandsagents.com/latest/documentation/docs/user-guide/concepts/tools/community-tools-package/ */
const shipped: readonly (readonly [names: readonly string[], does: readonly ReadyEffect[], more?: typeof asking])[] = [
  [['shell', 'python_repl', 'use_computer'], all, asking],
  [['code_interpreter'], ['executesCode']],
  [['http_request'], ['takesUntrustedContent', 'sendsOut', 'changesState'], asking],
  [['use_aws'], ['readsPrivateData', 'changesState'], asking],
  [
    ['browser', 'local_chromium_browser'],
    ['takesUntrustedContent', 'sendsOut', 'changesState'],
  ],
  [['file_read', 'image_reader', 'environment', 'retrieve', 'rss'], ['readsPrivateData']],
  [['file_write', 'editor', 'load_tool', 'cron'], ['changesState'], asking],
  [
    ['memory', 'mem0_memory', 'agent_core_memory', 'elasticsearch_memory', 'mongodb_memory', 'journal'],
    ['readsPrivateData', 'changesState'],
  ],
  [['slack'], ['readsPrivateData', 'takesUntrustedContent', 'sendsOut']],
  [['tavily', 'tavily_search', 'tavily_extract', 'exa', 'exa_search', 'bright_data'], ['takesUntrustedContent']],
  [['mcp_client'], all],
  [
    [
      'calculator',
      'current_time',
      'think',
      'sleep',
      'stop',
      'speak',
      'handoff_to_user',
      'generate_image',
      'use_llm',
      'use_agent',
      'swarm',
      'agent_graph',
      'graph',
      'workflow',
      'batch',
      'nova_reels',
      'diagram',
    ],
    [],
  ],
];

/** `from strands_tools import shell` gives a module, and some are named again inside of it. */
export const tools: readonly Meaning[] = shipped.flatMap(([names, does, more]) =>
  mentionedTools(
    'strands',
    'strands_tools.@{,.@}',
    names,
    does,
    'https://strandsagents.com/latest/documentation/docs/user-guide/concepts/tools/community-tools-package/',
    more,
  ),
);
/** Objects whose method is the tool: `AgentCoreBrowser(region).browser`. */
export const toolsOfObjects: readonly Meaning[] = [
  ['strands_tools.browser{,.*}.{LocalChromiumBrowser,AgentCoreBrowser}', 'browser'] as const,
  ['strands_tools.code_interpreter{,.*}.AgentCoreCodeInterpreter', 'code_interpreter'] as const,
].map(([of, name]) => ({
  of,
  asset: tools.find((each) => each.of === `strands_tools.${name}{,.${name}}`)!.asset!,
  reference: 'https://strandsagents.com/latest/documentation/docs/user-guide/concepts/tools/community-tools-package/',
}));
