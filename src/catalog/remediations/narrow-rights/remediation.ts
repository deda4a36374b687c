/** Leaves an identity the rights that its workload uses. */
import { defineRemediation } from '../../../kit/define-remediation.ts';

export default defineRemediation({
  id: 'narrow-rights',
  title: 'Name the actions and resources that the workload uses',
  restores: 'workload-least-privilege',
  on: 'identity',
  effort: 2,
  changes: [
    { set: 'wildcardActions', value: false },
    { set: 'wildcardResources', value: false },
    { set: 'administrator', value: false },
  ],
  does: (it) => `Name the actions and resources that ${it.name} needs in place of its wildcards.`,
  instructions: (it) => [
    `Look up what ${it.name} really did: last accessed services and actions of the role, or a policy that IAM Access Analyzer makes of its record.`,
    'Write those actions in place of the wildcard; a workload that only calls models needs bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream, on the models that it names.',
    'Name buckets, tables and secrets as resources in place of "*", and take full-access policies away.',
  ],
});
