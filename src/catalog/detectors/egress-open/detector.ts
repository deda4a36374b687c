/** Finds notebooks, workspaces and agent runtimes of a cloud that reach the whole internet directly. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'egress-open',
  title: 'AI compute with direct internet access',
  about: 'compute',
  tests: 'egress-restricted',
  category: 'misconfiguration',
  severity: (it) => (it.text('service') === 'sagemaker-notebook' ? 'medium' : 'low'),
  applies: all(
    fact('it', 'managedService').is(true),
    fact('it', 'service').in(
      'sagemaker-notebook',
      'sagemaker-studio',
      'azure-machine-learning',
      'vertex-workbench',
      'bedrock-agentcore',
    ),
  ),
  passes: fact('it', 'unrestrictedEgress').is(false),
  message: (it) => `${it.name} reaches any destination on the internet directly.`,
  why: 'Data, models and credentials leave in one line of code, and packages from anywhere come in.',
  remedy: (it) =>
    `Put ${it.name} into a private network, and let it reach the destinations that it needs through endpoints or a proxy.`,
  steps: [
    'AWS: put it into private subnets with VPC endpoints for what it calls (com.amazonaws.<region>.bedrock-runtime, s3, ecr), and take 0.0.0.0/0 out of its egress rules. Kubernetes: a NetworkPolicy with policyTypes [Egress] and the named destinations.',
    'For the rest of the internet, a proxy with a list of hosts (HTTPS_PROXY, squid `acl allowed dstdomain`).',
    'Try it from inside: curl -m 5 https://example.com has to fail.',
  ],
  references: ['AML.T0025', 'AML.T0024', 'CC6.6', 'CWE-923'],
});
