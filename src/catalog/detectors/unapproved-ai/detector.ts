/** Finds models, providers, MCP servers and coding agents in use that are not on the approved inventory. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

const nouns = {
  model: 'The model',
  'provider-account': 'The provider',
  'mcp-server-configuration': 'The MCP server',
  'mcp-server-definition': 'The MCP server',
  'mcp-client': 'The coding agent',
} as const;

export default defineDetector({
  id: 'unapproved-ai',
  title: 'AI that is not on the approved inventory',
  about: ['model', 'provider-account', 'mcp-server-configuration', 'mcp-server-definition', 'mcp-client'],
  tests: 'inventory-approved',
  category: 'misconfiguration',
  severity: 'medium',
  // Only asked of a sort for which an inventory is declared.
  declared: 'approved',
  passes: fact('it', 'approved').is(true),
  message: (it) => `${nouns[it.kind]} ${it.name} is in use and not on the approved inventory.`,
  why: 'Nobody has looked at what it is given, whose terms it comes under, and what it may do.',
  remedy: (it) => `Have ${it.name} approved and add it under \`approved\` in isobar.yaml, or use one that is approved.`,
  steps: [
    'Ask whoever approves, with what it is for, what data it gets, and its terms on training and retention.',
    'isobar.yaml: approved: models: ["…"], providers: ["…"], mcpServers: ["…"]; or take it out.',
  ],
  references: ['GOVERN 1.6', 'MCP09:2025', 'A.4.2', 'GSC-20'],
});
