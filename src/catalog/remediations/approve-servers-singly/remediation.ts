/** Lets every person approve the servers that a repository brings along. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

export default defineRemediation({
  id: 'approve-servers-singly',
  title: 'Approve the servers of a repository one by one',
  restores: 'workspace-autostart-refused',
  on: 'mcp-client',
  effort: 1,
  changes: [{ set: 'startsServersUnasked', value: false }],
  does: (it) => `Let ${it.name} ask before it starts a server that the repository brings along.`,
  plan: (_, files) => {
    const edits = files.flatMap((file) =>
      editLines(file, /("enableAllProjectMcpServers"\s*:\s*)true/, ([, start]) => `${start}false`),
    );
    return edits.length > 0 ? edits : undefined;
  },
  instructions: () => [
    'Set enableAllProjectMcpServers to false, and take enabledMcpjsonServers out of the settings of the repository.',
    'Let each person approve a server when the client asks; keep the answer in settings.local.json, which version control ignores.',
  ],
});
