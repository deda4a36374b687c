/** Finds clients in which the tools of two servers have the same name, or names that look alike. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

const clashesOf = (it: AssetView<'mcp-client' | 'agent'>): readonly string[] =>
  it.snapshot.value(it.number, 'nameClashes') ?? [];

export default defineDetector({
  id: 'tool-names-clash',
  title: 'Tools of two servers with one name',
  about: ['mcp-client', 'agent'],
  tests: 'tool-name-unambiguous',
  category: 'agentic',
  // Two servers may honestly call a tool the same; a name that only looks the same is made to.
  severity: (it) => (clashesOf(it).some((each) => each.includes('looks like')) ? 'high' : 'medium'),
  passes: fact('it', 'nameClashes').isEmpty(),
  message: (it) => {
    const clashes = clashesOf(it);
    const more = clashes.length > 3 ? ` and ${clashes.length - 3} more` : '';
    return `${it.name} is offered names that can be taken for each other: ${clashes.slice(0, 3).join('; ')}${more}.`;
  },
  why: 'The model chooses a tool by its name and description: a server that offers the name of another one’s tool takes its calls, with what is in them.',
  remedy: (it) =>
    `Let ${it.name} connect only one of the servers that offer the name, or switch that tool off in one of them; look at what the other one does with its arguments.`,
  steps: [
    'Compare what both servers say of the tool, and look at its arguments in the log.',
    'Disable it in one of them: Claude Code permissions.deny ["mcp__<server>__<tool>"]; VS Code and Cursor: switch it off in the list of tools; MultiServerMCPClient(tool_name_prefix=True).',
    'Where one of the servers is unknown to you, remove it.',
  ],
  references: [
    'ASI02:2026',
    'ASI04:2026',
    'AML.T0110',
    'https://modelcontextprotocol.io/specification/draft/basic/security_best_practices',
  ],
});
