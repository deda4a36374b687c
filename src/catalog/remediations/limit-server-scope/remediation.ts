/** Limits what a configured MCP server may reach. */
import { defineRemediation } from '../../../kit/define-remediation.ts';

export default defineRemediation({
  id: 'limit-server-scope',
  title: 'Name what the MCP server may reach',
  restores: 'tool-least-privilege',
  on: 'mcp-server-configuration',
  effort: 1,
  changes: [{ set: 'scopeOpen', value: false }],
  does: (it) => `Name to ${it.name} the one folder, project or set of tools that its work needs.`,
  instructions: (it) => [
    `For files, give ${it.name} the folder of the project instead of a disk or a home.`,
    'For databases and clusters, add --read-only and name the one project (--project-ref) or namespace.',
    'For code hosts and payment services, list the toolsets or tools that are used instead of all.',
  ],
});
