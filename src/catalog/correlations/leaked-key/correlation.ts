/** A credential that opens a model stands in a repository that anyone can read. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact, failing, not } from '../../../kit/tests.ts';

/** Kinds of credential that open a model by themselves, or an account in which models are called; keys of storage open files only. */
const opensModels =
  /^(openai|anthropic|huggingface|groq|replicate|cohere|mistral|together|fireworks|perplexity|xai|deepseek|moonshot|kimi|minimax|openrouter|cerebras|litellm|bedrock|aws|google(?!-client)|gcp|azure(?!-(?:shared-access|storage))|nvidia|alibaba|voyage|databricks|vercel-ai)/;

export default defineCorrelation({
  id: 'leaked-key',
  title: 'A key in a public repository is used at your expense',
  references: ['T01', 'LLM02:2025', 'LLM10:2025', 'ASI03:2026', 'AML.T0055', 'AML.T0012', 'AML.T0034'],
  variables: { repository: 'repository', secret: 'secret' },
  edges: [{ from: 'repository', relation: 'contains', to: 'secret', closure: 4 }],
  identify: ['secret'],
  conditions: [
    {
      id: 'key-written-out',
      says: '{secret} stands in {repository} as it is',
      test: failing('secret', 'secret-kept-out-of-code'),
    },
    {
      id: 'opens-models',
      says: '{secret} opens an account in which models are called',
      test: any(
        fact('secret', 'secretKind').matches(opensModels),
        exists({
          variables: { account: ['provider-account', 'inference-endpoint'] },
          edges: [{ from: 'secret', relation: 'authenticates-as', to: 'account' }],
        }),
      ),
    },
    {
      id: 'anyone-reads',
      says: 'anyone can read {repository}',
      test: fact('repository', 'public').is(true),
      flips: 'the repository is published, forked outside or handed to a contractor',
    },
  ],
  sentence:
    '{secret} stands in {repository}, which anyone can read: found keys are tried within minutes, and what they use is billed to you.',
  attempt: { value: 1, why: 'published keys are searched for by machines, all the time' },
  impact: [
    { name: 'account', value: 0.8, why: 'models are used in your name and at your expense' },
    {
      name: 'account',
      value: 0.95,
      why: 'nothing records what the account is used for',
      test: exists({
        variables: { account: 'provider-account' },
        edges: [{ from: 'secret', relation: 'authenticates-as', to: 'account' }],
        where: not(
          exists({ variables: { log: 'log-sink' }, edges: [{ from: 'account', relation: 'logs-to', to: 'log' }] }),
        ),
      }),
    },
  ],
});
