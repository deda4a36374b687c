/** Finds stores and hosts of a cloud that answer without TLS. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'cleartext-accepted',
  title: 'Store or host that answers without TLS',
  about: ['bucket', 'data-store', 'compute'],
  tests: 'transport-encrypted',
  category: 'misconfiguration',
  severity: (it) => (it.kind === 'compute' ? 'medium' : 'high'),
  declared: 'encryptedTransport',
  passes: fact('it', 'encryptedTransport').is(true),
  message: (it) => `${it.name} answers without TLS.`,
  why: 'Whoever is on the way reads prompts, data and keys, and can change what is answered.',
  remedy: (it) =>
    it.kind === 'compute'
      ? `Set httpsOnly for ${it.name}, so that it redirects every plain request.`
      : `Let ${it.name} answer over HTTPS only.`,
  steps: [
    'AWS: a bucket policy that denies s3:* where aws:SecureTransport is false. Azure: httpsOnly or supportsHttpsTrafficOnly true (Terraform: https_only, https_traffic_only_enabled).',
    'Look in its access log for callers over plain HTTP first.',
    'Try it: curl -i http://<its address> has to be refused or redirected.',
  ],
  references: ['ASI07:2026', 'CC6.7', 'CWE-319'],
});
