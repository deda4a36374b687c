/** The files in which MCP clients keep their servers: how each is told by its path, and where in it the entries stand. */

export interface ClientFile {
  /** Absent for a file that several clients or programs read. */
  readonly client?: string;
  readonly path: RegExp;
  readonly format: 'json' | 'yaml' | 'toml';
  /** Paths of keys to the entries; `*` stands for every key. The first that exists counts. */
  readonly keys: readonly (readonly string[])[];
}

const file = (client: string | undefined, path: RegExp, ...keys: readonly string[]): ClientFile => ({
  ...(client === undefined ? {} : { client }),
  path,
  format: /\.toml\$|toml\)/.test(path.source) ? 'toml' : /ya\?ml/.test(path.source) ? 'yaml' : 'json',
  keys: keys.map((key) => key.split('/')),
});

/** In the order in which a path is held against them. */
export const clientFiles: readonly ClientFile[] = [
  // https://code.claude.com/docs/en/mcp
  file('claude-code', /(^|\/)\.claude\.json$/, 'mcpServers', 'projects/*/mcpServers'),
  file('claude-code', /(^|\/)managed-mcp\.json$/, 'mcpServers'),
  // https://modelcontextprotocol.io/quickstart/user
  file('claude-desktop', /(^|\/)claude_desktop_config\.json$/, 'mcpServers'),
  // https://cursor.com/docs/context/mcp
  file('cursor', /(^|\/)\.cursor\/mcp\.json$/, 'mcpServers'),
  // https://code.visualstudio.com/docs/copilot/customization/mcp-servers
  file(
    'vscode',
    /(^|\/)\.vscode\/mcp\.json$|\/Code(?: - Insiders)?\/User\/(?:profiles\/[^/]+\/)?mcp\.json$/,
    'servers',
    'mcpServers',
  ),
  file('vscode', /(^|\/)\.vscode\/settings\.json$|\/Code\/User\/settings\.json$/, 'mcp/servers', 'mcp.servers'),
  file('vscode', /\.code-workspace$/, 'settings/mcp/servers', 'settings/mcp.servers'),
  file(
    'vscode',
    /(^|\/)\.?devcontainer(?:\/[^/]+)?\/devcontainer\.json$|(^|\/)\.devcontainer\.json$/,
    'customizations/vscode/mcp/servers',
  ),
  file('visual-studio', /(^|\/)\.vs\/mcp\.json$/, 'servers', 'mcpServers'),
  file('copilot-cli', /(^|\/)\.github\/mcp\.json$|(^|\/)\.copilot\/mcp-config\.json$/, 'mcpServers'),
  file('windsurf', /(^|\/)\.(?:windsurf|codeium\/windsurf)\/mcp_config\.json$/, 'mcpServers'),
  file('devin', /(^|\/)\.devin\/mcp_config(?:\.local)?\.json$/, 'mcpServers'),
  file('zed', /(^|\/)\.?zed\/settings\.json$/, 'context_servers'),
  file('gemini-cli', /(^|\/)\.gemini\/settings\.json$|(^|\/)gemini-extension\.json$/, 'mcpServers'),
  file('antigravity', /(^|\/)\.agents\/mcp_config\.json$|(^|\/)antigravity\/mcp_config\.json$/, 'mcpServers'),
  // https://developers.openai.com/codex/mcp
  file('codex', /(^|\/)\.codex\/config\.toml$/, 'mcp_servers'),
  file('cline', /(^|\/)cline_mcp_settings\.json$/, 'mcpServers'),
  file('roo', /(^|\/)\.roo\/mcp\.json$|(^|\/)rooveterinaryinc\.roo-cline\/settings\/mcp_settings\.json$/, 'mcpServers'),
  file('kilo', /(^|\/)\.kilocode\/mcp\.json$/, 'mcpServers'),
  file('kilo', /(^|\/)kilo\.jsonc?$/, 'mcp', 'mcpServers'),
  // https://docs.continue.dev/customize/deep-dives/mcp
  file('continue', /(^|\/)\.continue\/(?:mcpServers\/[^/]+|config)\.ya?ml$/, 'mcpServers'),
  file('continue', /(^|\/)\.continue\/mcpServers\/[^/]+\.json$/, 'mcpServers'),
  file('continue', /(^|\/)\.continue\/config\.json$/, 'experimental/modelContextProtocolServers', 'mcpServers'),
  file('goose', /(^|\/)goose\/(?:config\/)?config\.ya?ml$/, 'extensions'),
  file('amp', /(^|\/)\.?amp\/settings\.json$/, 'amp.mcpServers'),
  file('kiro', /(^|\/)\.kiro\/(?:settings\/mcp|agents\/[^/]+)\.json$/, 'mcpServers'),
  file('amazon-q', /(^|\/)\.(?:aws\/)?amazonq\/(?:mcp|default|(?:cli-)?agents\/[^/]+)\.json$/, 'mcpServers'),
  file('opencode', /(^|\/)opencode\.jsonc?$/, 'mcp'),
  file('crush', /(^|\/)\.?crush\.json$/, 'mcp'),
  file('lm-studio', /(^|\/)\.(?:cache\/lm-studio|lmstudio)\/mcp\.json$/, 'mcpServers'),
  file('warp', /(^|\/)\.warp\/\.mcp\.json$/, 'mcpServers'),
  file('junie', /(^|\/)\.junie\/mcp\/mcp\.json$/, 'mcpServers'),
  file('qwen-code', /(^|\/)\.qwen\/settings\.json$/, 'mcpServers'),
  file('iflow', /(^|\/)\.iflow\/settings\.json$/, 'mcpServers'),
  file('kimi', /(^|\/)\.kimi(?:-code)?\/mcp\.json$/, 'mcpServers'),
  file('tabnine', /(^|\/)\.tabnine\/(?:mcp_servers|agent\/settings)\.json$/, 'mcpServers'),
  file('trae', /(^|\/)\.trae\/mcp\.json$/, 'mcpServers'),
  file('factory-droid', /(^|\/)\.factory\/mcp\.json$/, 'mcpServers'),
  file('augment', /(^|\/)\.augment\/settings\.json$/, 'mcpServers'),
  file('librechat', /(^|\/)librechat(?:\.[\w-]+)?\.ya?ml$/, 'mcpServers'),
  // Claude Code names it first; Copilot CLI, Visual Studio and others read it too.
  file('claude-code', /(^|\/)\.mcp\.json$/, 'mcpServers', 'servers'),
  // Names that programs of one’s own use as well; whose they are is not said.
  file(
    undefined,
    /(^|\/)(?:[\w-]+[._-])?mcp(?:[._-](?:config|servers?|settings))?(?:\.(?:local|example|sample|template))?\.jsonc?$/,
    'mcpServers',
    'servers',
    'mcp/servers',
  ),
];
