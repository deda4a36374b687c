/** Takes a managed service off the public network. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

const switched = /(\bpublic_?network_?access(?:_enabled)?["']?\s*[:=]\s*)(true|(["'])Enabled\3)/i;

export default defineRemediation({
  id: 'close-public-network',
  title: 'Switch public network access off',
  restores: 'exposure-intended',
  on: 'inference-endpoint',
  effort: 2,
  changes: [{ set: 'public', value: false }],
  does: (it) => `Switch public network access of ${it.name} off, so that only private endpoints lead to it.`,
  plan: (_, files) => {
    const edits = files
      .filter(({ path }) => /\.(?:tf|bicep|json)$/.test(path))
      .flatMap((file) =>
        editLines(file, switched, ([, before = '', value, quote = '']) =>
          value === 'true' ? `${before}false` : `${before}${quote}Disabled${quote}`,
        ),
      );
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Give ${it.name} a private endpoint in the network of the programs that call it, with its private DNS zone.`,
    `Try the programs against it, then switch its public network access off: publicNetworkAccess "Disabled", or public_network_access_enabled = false.`,
    'Where single addresses outside must reach it, keep it on and set the default action of its network rules to Deny with those addresses listed.',
  ],
});
