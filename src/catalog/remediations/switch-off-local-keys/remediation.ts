/** Lets a managed service take identities alone. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

const disabled = /(\bdisableLocalAuth["']?\s*[:=]\s*)false\b/;
const enabled = /(\blocal_auth(?:entication)?_enabled\s*=\s*)true\b/;

export default defineRemediation({
  id: 'switch-off-local-keys',
  title: 'Switch local keys off',
  restores: 'credential-short-lived',
  on: 'inference-endpoint',
  effort: 2,
  changes: [{ set: 'authentication', value: 'identity' }],
  does: (it) => `Let the programs that call ${it.name} sign in with identities, and switch its local keys off.`,
  plan: (_, files) => {
    const edits = files
      .filter(({ path }) => /\.(?:tf|bicep|json)$/.test(path))
      .flatMap((file) => [
        ...editLines(file, disabled, ([, before]) => `${before}true`),
        ...editLines(file, enabled, ([, before]) => `${before}false`),
      ]);
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    'Give each program a managed identity with the role Cognitive Services OpenAI User, and let it sign in with DefaultAzureCredential instead of a key.',
    `Watch the metrics of ${it.name} until no call uses a key any more.`,
    'Then set disableLocalAuth to true (local_auth_enabled = false in Terraform), and delete the keys from where they are kept.',
  ],
});
