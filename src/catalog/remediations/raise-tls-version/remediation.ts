/** Lets a store refuse versions of TLS before 1.2. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

const version = /(\b(?:min_?(?:imum_?)?tls_?version)["']?\s*[:=]\s*["'])(TLS)?1([._])[01](["'])/i;

export default defineRemediation({
  id: 'raise-tls-version',
  title: 'Accept TLS 1.2 and later alone',
  restores: 'transport-encrypted',
  on: 'compute',
  effort: 1,
  changes: [
    { set: 'minTlsVersion', value: '1.2' },
    { set: 'encryptedTransport', value: true },
  ],
  does: (it) => `Let ${it.name} answer over TLS 1.2 and later alone.`,
  plan: (_, files) => {
    const edits = files.flatMap((file) => [
      ...editLines(file, version, ([, before, word = '', point, quote]) => `${before}${word}1${point}2${quote}`),
      ...editLines(file, /(\bhttps_?only["']?\s*[:=]\s*)false\b/i, ([, before]) => `${before}true`),
    ]);
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Set the least version of TLS of ${it.name} to 1.2 (minTlsVersion, minimum_tls_version), and httpsOnly to true.`,
    'Look at its metrics for callers that still use an older version, and let them be renewed first.',
  ],
});
