/** Finds functions that anyone can call, that call a model, and whose number of runs nothing bounds. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, exists, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'open-function-unbounded',
  title: 'Function that anyone can call calls a model without a limit',
  about: 'compute',
  tests: 'consumption-bounded',
  category: 'misconfiguration',
  severity: 'medium',
  declared: 'audience',
  applies: all(
    fact('it', 'audience').is('anyone'),
    fact('it', 'service').is('lambda'),
    any(
      exists({
        variables: { role: 'identity', called: ['model', 'inference-endpoint'] },
        edges: [
          { from: 'it', relation: 'runs-as', to: 'role' },
          { from: 'role', relation: 'invokes', to: 'called' },
        ],
      }),
      exists({
        variables: { caller: 'identity' },
        edges: [{ from: 'it', relation: 'runs-as', to: 'caller' }],
        where: fact('caller', 'actions').matches(/^bedrock:(?:\*|Invoke|Converse)/i),
      }),
      exists({ variables: { code: 'ai-application' }, edges: [{ from: 'it', relation: 'runs', to: 'code' }] }),
    ),
  ),
  passes: fact('it', 'rateLimited').is(true),
  message: (it) => `Anyone can call ${it.name} as often as they like, and each call is paid for at a model.`,
  why: 'A script of a stranger runs up the bill in an hour, and takes the quota away from everybody else.',
  remedy: (it) =>
    `Reserve a number of concurrent runs for ${it.name}, and put an API with a usage plan and a sign-in before it.`,
  steps: [
    'Reserve runs: aws lambda put-function-concurrency --function-name {name} --reserved-concurrent-executions 10 (Terraform: reserved_concurrent_executions); Cloud Run: --max-instances.',
    'Put AWS_IAM or an API with an authorizer and a usage plan before it in place of authorization_type NONE.',
    'Set a budget with an alarm at the model’s provider.',
  ],
  references: ['LLM10:2025', 'AML.T0034', 'AML.M0004', 'CWE-770'],
});
