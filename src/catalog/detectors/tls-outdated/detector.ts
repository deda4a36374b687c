/** Finds services that still accept versions of TLS that are deprecated. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'tls-outdated',
  title: 'Deprecated version of TLS accepted',
  about: ['bucket', 'data-store', 'compute', 'network-exposure'],
  tests: 'transport-encrypted',
  category: 'misconfiguration',
  severity: 'medium',
  declared: 'minTlsVersion',
  passes: fact('it', 'minTlsVersion').matches(/^(?:TLS_?)?1[._][23]\b/),
  message: (it) => `${it.name} still accepts TLS ${it.text('minTlsVersion')}.`,
  why: 'Versions before 1.2 have known weaknesses, and are forbidden by RFC 8996; a client can be talked down to them.',
  remedy: (it) => `Set the least version of TLS of ${it.name} to 1.2.`,
  steps: [
    'Azure: minimumTlsVersion: TLS1_2 (Terraform: min_tls_version = "TLS1_2"); AWS: a policy that denies where s3:TlsVersion is below 1.2, ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06" for a load balancer; nginx: ssl_protocols TLSv1.2 TLSv1.3.',
    'Look in its log for callers with an older version first.',
    'Try it: openssl s_client -connect <host>:443 -tls1_1 has to fail.',
  ],
  references: ['ASI07:2026', 'CC6.7', 'CWE-327'],
});
