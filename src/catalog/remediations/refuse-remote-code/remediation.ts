/** Loads a model without running the code that comes with it. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

export default defineRemediation({
  id: 'refuse-remote-code',
  title: 'Refuse the code of the model’s repository',
  restores: 'remote-code-refused',
  on: 'model',
  effort: 1,
  changes: [{ set: 'remoteCode', value: false }],
  does: (it) => `Load ${it.name} with trust_remote_code=False.`,
  plan: (_, files) => {
    const edits = files.flatMap((file) =>
      editLines(file, /(trust_remote_code\s*=\s*)True\b/, ([, start]) => `${start}False`, 12),
    );
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Set trust_remote_code=False, or leave it out, where ${it.name} is loaded.`,
    'Raise transformers to a release that has the architecture built in, if loading then fails.',
    'If the model cannot do without its own code: copy the reviewed code into your repository, and pin the model’s full commit.',
  ],
});
