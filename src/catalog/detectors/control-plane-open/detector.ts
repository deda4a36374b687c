/** Finds identities of AI workloads that can rewrite agents, their prompts or their guardrails. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { any, exists, fact, not } from '../../../kit/tests.ts';

/** Actions that change what an agent does or what holds it back. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html */
const rewrites =
  /^(?:\*|bedrock:(?:\*|(?:Update|Put)\*|Update(?:Agent|AgentActionGroup|AgentAlias|AgentKnowledgeBase|Prompt|Guardrail|Flow|FlowAlias|DataSource|KnowledgeBase)\*?|Delete(?:\*|Guardrail)|Create(?:\*|AgentActionGroup|AgentCollaborator)|AssociateAgentCollaborator))$/i;

export default defineDetector({
  id: 'control-plane-open',
  title: 'AI workload that can rewrite agents or guardrails',
  about: 'identity',
  tests: 'control-plane-write-restricted',
  category: 'misconfiguration',
  severity: 'high',
  declared: 'actions',
  // Who it is matters only for the rights that do harm.
  passes: any(
    not(fact('it', 'actions').matches(rewrites)),
    not(
      any(
        exists({
          variables: {
            workload: ['agent', 'tool', 'mcp-server-definition', 'notebook', 'pipeline', 'inference-endpoint'],
          },
          edges: [{ from: 'workload', relation: 'runs-as', to: 'it' }],
        }),
        exists({
          variables: { host: 'compute' },
          edges: [{ from: 'host', relation: 'runs-as', to: 'it' }],
          // What builds and deploys is meant to change them.
          where: not(fact('host', 'service').is('codebuild')),
        }),
      ),
    ),
  ),
  message: (it) => {
    const actions = (it.snapshot.value(it.number, 'actions') ?? []).filter((action) => rewrites.test(action));
    return `${it.name}, as which ${it.witness('workload') ?? it.witness('host') ?? 'a workload'} runs, is allowed ${actions.slice(0, 3).join(', ')}.`;
  },
  why: 'Whoever takes the workload over changes what an agent is told, what it may do, or takes its guardrail away, without deploying any code.',
  remedy: (it) =>
    `Leave ${it.name} the actions that call agents and models, and let only the deployment pipeline change them.`,
  steps: [
    'Look up what the identity did in 90 days: aws iam generate-service-last-accessed-details --arn <arn of {name}> --granularity ACTION_LEVEL.',
    'Leave it bedrock:InvokeModel, bedrock:InvokeModelWithResponseStream and bedrock:InvokeAgent on the ARNs that it calls; take bedrock:Create*, Update*, Delete*, Put*, iam:PassRole away.',
    'Give those to the role of the deployment pipeline alone, and alert on their use by anybody else.',
  ],
  references: ['ASI03:2026', 'ASI01:2026', 'LLM06:2025', 'AML.T0081', 'CWE-284'],
});
