/** Names the full commit where a hub model is loaded. */
import { defineRemediation } from '../../../kit/define-remediation.ts';

export default defineRemediation({
  id: 'pin-model-revision',
  title: 'Name the full commit of the model',
  restores: 'model-pinned',
  on: 'model',
  effort: 1,
  // Any commit: which one is right is for whoever reviews the repository to say.
  changes: [{ set: 'revision', value: '0000000000000000000000000000000000000000' }],
  does: (it) => `Name the reviewed commit of ${it.name} where it is loaded.`,
  instructions: (it) => [
    `Find the commit that you tested: huggingface-cli download ${it.name} prints it, and so does the hub’s page “Files and versions”.`,
    `Look through what that commit holds: formats of the weights, and any Python files.`,
    `Pass it where the model is loaded: revision="<40 hexadecimal digits>", for the tokenizer and the configuration too.`,
  ],
});
