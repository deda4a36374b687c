/** What extractors say of a coding agent or other MCP client: one asset per client and folder, whichever of its files speaks. */
import type { AssetObservation } from '../domain/observation.ts';
import { baseNameOf, folderOf } from '../read/source-path.ts';

/** Clients by id; the id is the value of the fact `clientName`. */
export const clientTitles: Readonly<Record<string, string>> = {
  aider: 'Aider',
  'amazon-q': 'Amazon Q Developer',
  amp: 'Amp',
  antigravity: 'Google Antigravity',
  augment: 'Augment',
  'claude-code': 'Claude Code',
  'claude-desktop': 'Claude Desktop',
  cline: 'Cline',
  codex: 'OpenAI Codex',
  continue: 'Continue',
  'copilot-cli': 'GitHub Copilot CLI',
  crush: 'Crush',
  cursor: 'Cursor',
  devin: 'Devin',
  'factory-droid': 'Factory Droid',
  'gemini-cli': 'Gemini CLI',
  goose: 'Goose',
  iflow: 'iFlow CLI',
  junie: 'JetBrains Junie',
  kilo: 'Kilo Code',
  kimi: 'Kimi Code',
  kiro: 'Kiro',
  librechat: 'LibreChat',
  'lm-studio': 'LM Studio',
  opencode: 'opencode',
  'qwen-code': 'Qwen Code',
  roo: 'Roo Code',
  tabnine: 'Tabnine',
  trae: 'Trae',
  'visual-studio': 'Visual Studio',
  vscode: 'VS Code with GitHub Copilot',
  warp: 'Warp',
  windsurf: 'Windsurf',
  zed: 'Zed',
};

/** Who approves actions where no setting says, by each vendor’s documentation; clients that document nothing are left out. */
const approvalByDefault: Readonly<Record<string, 'always-asks' | 'asks-for-some' | 'never-asks'>> = {
  aider: 'always-asks',
  'amazon-q': 'asks-for-some',
  amp: 'asks-for-some',
  'claude-code': 'always-asks',
  'claude-desktop': 'always-asks',
  cline: 'always-asks',
  codex: 'asks-for-some',
  'copilot-cli': 'always-asks',
  crush: 'always-asks',
  cursor: 'asks-for-some',
  'gemini-cli': 'always-asks',
  // https://block.github.io/goose/docs/guides/goose-permissions: it begins in the mode “auto”
  goose: 'never-asks',
  junie: 'always-asks',
  kilo: 'always-asks',
  kiro: 'always-asks',
  // https://opencode.ai/docs/permissions/: everything is allowed unless it is configured
  opencode: 'never-asks',
  'qwen-code': 'always-asks',
  roo: 'always-asks',
  vscode: 'always-asks',
  windsurf: 'asks-for-some',
  zed: 'always-asks',
};

/** Folders in which clients keep their files; what stands above them is the folder that the client works in. */
const ownFolder =
  /(?:^|\/)\.(?:agents|amazonq|amp|augment|aws|claude|cline|clinerules|codeium|codex|config|continue|copilot|cursor|devcontainer|devin|factory|gemini|github|iflow|junie|kilo|kilocode|kimi|kimi-code|kiro|lmstudio|qwen|roo|tabnine|trae|vs|vscode|warp|windsurf|zed)\/.*$/;

/** The folder that a client works in, from the path of one of its files. */
export const clientFolderOf = (path: string): string =>
  ownFolder.test(path) ? path.replace(ownFolder, '') : folderOf(path);

/** Who approves actions of a client, and of the servers that it starts, where no setting says; nothing for one that documents nothing. */
export const defaultApproval = (client: string): Pick<NonNullable<AssetObservation['facts']>, 'approval'> => {
  const value = approvalByDefault[client];
  // A setting of the user’s own may say otherwise where nobody looked.
  return value === undefined ? {} : { approval: { value, how: 'default', confidence: 0.7 } };
};

/**
 * The client that a file configures. Files of one client in one folder speak of one asset; a file that names no client is itself
 * taken as the client’s place.
 */
export const observeClient = (path: string, client: string | undefined, line: number): AssetObservation => ({
  key: 'client',
  kind: 'mcp-client',
  name: client === undefined ? baseNameOf(path) : (clientTitles[client] ?? client),
  identifiers: [
    client === undefined
      ? { scheme: 'place', value: path }
      : { scheme: 'symbol', value: `${clientFolderOf(path)}#client:${client}` },
  ],
  ...(client === undefined ? {} : { facts: { clientName: { value: client }, ...defaultApproval(client) } }),
  line,
});
