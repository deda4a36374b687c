/** Sends requests to the provider again. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

export default defineRemediation({
  id: 'direct-model-traffic',
  title: 'Send requests to the provider again',
  restores: 'model-traffic-direct',
  on: 'inference-endpoint',
  effort: 1,
  changes: [{ set: 'redirects', value: '' }],
  does: (it) => `Let requests for ${it.text('redirects')} go to the provider, not to ${it.name}.`,
  plan: (_, files) => {
    const edits = files.flatMap((file) => {
      const isJson = /\.jsonc?$/.test(file.path);
      // A line of its own, with the comma that follows it; the last of a map would leave one behind.
      return editLines(
        file,
        isJson
          ? /^\s*"[A-Z][A-Z0-9_]*_(?:BASE_URL|API_BASE|API_URL)"\s*:\s*"[^"]*",\s*\r?\n/
          : /^\s*(?:export\s+)?[A-Z][A-Z0-9_]*_(?:BASE_URL|API_BASE|API_URL)\s*=.*\r?\n?/,
        () => '',
      );
    });
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Find out who runs ${it.name}. If it is your organisation’s gateway, set it where your organisation manages settings.`,
    'Otherwise take the setting away, and replace the keys that were sent there.',
    'Look at what was sent: prompts, and the files in them.',
  ],
});
