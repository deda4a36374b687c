/** Names of the tools of much used MCP servers, from their documentation, under every name the server is published as. */

const listed: readonly (readonly [ids: string, tools: string])[] = [
  [
    'npm:@modelcontextprotocol/server-filesystem mcp/filesystem',
    'read_file read_text_file read_media_file read_multiple_files write_file edit_file create_directory list_directory list_directory_with_sizes directory_tree move_file search_files get_file_info list_allowed_directories',
  ],
  [
    'pypi:mcp-server-git mcp/git',
    'git_status git_diff_unstaged git_diff_staged git_diff git_commit git_add git_reset git_log git_create_branch git_checkout git_show git_branch',
  ],
  ['pypi:mcp-server-fetch mcp/fetch', 'fetch'],
  ['pypi:mcp-server-time mcp/time', 'get_current_time convert_time'],
  [
    'npm:@modelcontextprotocol/server-memory mcp/memory',
    'create_entities create_relations add_observations delete_entities delete_observations delete_relations read_graph search_nodes open_nodes',
  ],
  ['npm:@modelcontextprotocol/server-sequential-thinking', 'sequentialthinking'],
  ['npm:@modelcontextprotocol/server-postgres mcp/postgres', 'query'],
  [
    'npm:@modelcontextprotocol/server-brave-search @brave/brave-search-mcp-server',
    'brave_web_search brave_local_search',
  ],
  [
    'npm:@modelcontextprotocol/server-slack',
    'slack_list_channels slack_post_message slack_reply_to_thread slack_add_reaction slack_get_channel_history slack_get_thread_replies slack_get_users slack_get_user_profile',
  ],
  [
    'npm:@playwright/mcp mcp/playwright',
    'browser_navigate browser_click browser_type browser_snapshot browser_take_screenshot browser_evaluate browser_file_upload browser_close',
  ],
];

const byId = new Map(listed.flatMap(([ids, tools]) => ids.split(' ').map((id) => [id, tools.split(' ')] as const)));

/** Names of the tools that the server of this identifier offers; empty where they are not known. */
export const knownToolsOf = (id: string): readonly string[] => byId.get(id) ?? [];
