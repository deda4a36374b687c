/** Finds stores of sensitive data that a cloud encrypts with a key of its own. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'sensitive-data-without-own-key',
  title: 'Sensitive data without a key of the organisation’s',
  about: ['bucket', 'data-store', 'log-sink'],
  tests: 'customer-key-encrypted',
  category: 'misconfiguration',
  severity: 'low',
  declared: 'sensitivity',
  applies: fact('it', 'sensitivity').in('confidential', 'restricted'),
  passes: fact('it', 'customerKey').is(true),
  message: (it) => `${it.name} holds ${it.text('sensitivity')} data and is encrypted with a key that the cloud holds.`,
  why: 'The organisation can neither take the data away from whoever got at it by withdrawing the key, nor see from the key’s record who read it.',
  remedy: (it) => `Encrypt ${it.name} with a key of the organisation’s own, and let only its readers use the key.`,
  steps: [
    'AWS: aws_kms_key with enable_key_rotation, and kms_key_id or sse_algorithm aws:kms with its ARN. Azure: a customer-managed key in Key Vault. Google: default_kms_key_name.',
    'Let the key’s policy name the identities that read, and nobody else.',
    'Write the old objects anew (aws s3 cp s3://… s3://… --recursive --sse aws:kms --sse-kms-key-id …): they keep their old encryption.',
  ],
  references: ['LLM02:2025', 'AML.M0012', 'CC6.1', 'CWE-311'],
});
