/** Agents of Amazon Bedrock and of AgentCore: who makes and calls them, and the guardrails that stand beside them. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';

const guardrail = (value: Pick) => ({ kind: 'guardrail', scheme: 'display-name', value }) as const;
/** A call of an agent that is known by its id or address. */
const called = (of: string, value: Pick, scheme: 'display-name' | 'arn', reference: string): Meaning => ({
  of,
  links: [{ relation: 'delegates-to', from: 'application', to: { kind: 'agent', scheme, value } }],
  yields: 'model-output',
  reference,
});

/** `of` gives the path of an operation as the language writes it. */
export const agents = (of: (operation: string) => string): readonly Meaning[] => [
  {
    of: of('create_agent'),
    // Other services make agents too; only Bedrock’s name a model so.
    onlyIf: { named: ['foundationModel'] },
    asset: {
      kind: 'agent',
      name: { named: ['agentName'] },
      facts: { framework: { value: 'bedrock' } },
      complete: [
        {
          relation: 'guarded-by',
          grade: 'default',
          scope: 'file',
          reference: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_CreateAgent.html',
        },
      ],
    },
    links: [
      {
        relation: 'invokes',
        from: 'self',
        to: { kind: 'model', scheme: 'model-name', value: { named: ['foundationModel'], prefix: 'bedrock:' } },
      },
      {
        relation: 'guarded-by',
        from: 'self',
        to: guardrail({ named: ['guardrailConfiguration'], path: ['guardrailIdentifier'] }),
      },
    ],
    reference: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_CreateAgent.html',
  },
  called(
    of('invoke_agent'),
    { named: ['agentId'] },
    'display-name',
    'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent-runtime_InvokeAgent.html',
  ),
  called(
    of('invoke_agent_runtime'),
    { named: ['agentRuntimeArn'] },
    'arn',
    'https://docs.aws.amazon.com/bedrock-agentcore/latest/APIReference/API_InvokeAgentRuntime.html',
  ),
  {
    // Text is screened by a guardrail without a call of a model.
    of: of('apply_guardrail'),
    links: [{ relation: 'guarded-by', from: 'enclosing', to: guardrail({ named: ['guardrailIdentifier'] }) }],
    reference: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ApplyGuardrail.html',
  },
];
