/** Takes root away from whoever works in a notebook instance. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

export default defineRemediation({
  id: 'refuse-notebook-root',
  title: 'Switch root access off',
  restores: 'workload-unprivileged',
  on: 'compute',
  effort: 1,
  changes: [{ set: 'rootAccess', value: false }],
  does: (it) => `Switch root access of ${it.name} off.`,
  plan: (_, files) => {
    const edits = files.flatMap((file) =>
      editLines(
        file,
        /(\broot_?access["']?\s*[:=]\s*)(["']?)Enabled\2/i,
        ([, before, quote]) => `${before}${quote}Disabled${quote}`,
      ),
    );
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    'Put what people install into a lifecycle configuration, which still runs as root.',
    `Set root_access = "Disabled" (RootAccess: Disabled in CloudFormation) for ${it.name}; for Vertex AI Workbench the metadata notebook-disable-root = "true".`,
    'Stop and start the instance.',
  ],
});
