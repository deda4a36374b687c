/** Amazon Bedrock’s knowledge bases and customised models: what they are made of, and who answers from them. */
import type { Link, Meaning, Pick } from '../../../kit/define-library.ts';

const bucketOf = (pick: Pick): Pick => ({ ...pick, matching: /^(s3:\/\/[^/]+)/ });
/** `arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0`, or the name alone. */
const modelOf = (pick: Pick): Pick => ({ ...pick, matching: /(?:^|\/)([^/]+)$/, prefix: 'bedrock:' });

const knowledge = (of: string | readonly string[], id: Pick): Meaning => {
  const base = { pick: id, texts: { kind: 'vector-store', scheme: 'display-name' } } as const;
  return {
    of,
    effects: ['reads-private-data'],
    links: [
      { relation: 'reads', from: 'enclosing', to: base },
      { relation: 'grounded-on', from: 'enclosing', to: base },
    ],
    yields: 'private-data',
    reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/kb-test-retrieve.html',
  };
};

/** `of` gives the path of an operation as the language writes it. */
export const knowledgeBases = (of: (operation: string) => string): readonly Meaning[] => [
  knowledge(of('retrieve'), { named: ['knowledgeBaseId'] }),
  knowledge(of('retrieve_and_generate'), {
    named: ['retrieveAndGenerateConfiguration'],
    path: ['knowledgeBaseConfiguration', 'knowledgeBaseId'],
  }),
  {
    of: of('create_knowledge_base'),
    asset: {
      kind: 'vector-store',
      name: { named: ['name'] },
      facts: {
        service: { value: 'bedrock-knowledge-base' },
        provider: { value: 'aws' },
        authentication: { value: 'identity' },
      },
    },
    links: [
      {
        relation: 'embeds-with',
        from: 'self',
        to: {
          kind: 'model',
          scheme: 'model-name',
          value: modelOf({
            named: ['knowledgeBaseConfiguration'],
            path: ['vectorKnowledgeBaseConfiguration', 'embeddingModelArn'],
          }),
        },
      },
    ],
    reference: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_CreateKnowledgeBase.html',
  },
  {
    of: of('create_data_source'),
    links: [
      {
        relation: 'grounded-on',
        from: { pick: { named: ['knowledgeBaseId'] }, texts: { kind: 'vector-store', scheme: 'display-name' } },
        to: {
          kind: 'bucket',
          scheme: 'bucket-name',
          value: {
            named: ['dataSourceConfiguration'],
            path: ['s3Configuration', 'bucketArn'],
            matching: /^arn:aws[\w-]*:s3:::(.+)$/,
            prefix: 's3://',
          },
        },
      },
    ],
    effects: ['changes-state'],
    reference: 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_CreateDataSource.html',
  },
];

const data = (key: string): Link['to'] => ({
  kind: 'bucket',
  scheme: 'bucket-name',
  value: bucketOf({ named: [key], path: ['s3Uri'] }),
});

export const customisation = (of: (operation: string) => string): readonly Meaning[] => {
  const job = of('create_model_customization_job');
  const reference = 'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelCustomizationJob.html';
  return [
    {
      of: job,
      asset: { kind: 'training-job', name: { named: ['jobName'] }, facts: { framework: { value: 'bedrock' } } },
      links: [
        { relation: 'trained-on', from: 'self', to: data('trainingDataConfig') },
        { relation: 'writes', from: 'self', to: data('outputDataConfig') },
        { relation: 'produces', from: 'self', to: { made: 'fine-tune' } },
        { relation: 'runs-as', from: 'self', to: { kind: 'identity', scheme: 'arn', value: { named: ['roleArn'] } } },
      ],
      effects: ['changes-state'],
      reference,
    },
    {
      of: job,
      asset: { kind: 'fine-tune', name: { named: ['customModelName'] }, facts: { provider: { value: 'bedrock' } } },
      links: [
        { relation: 'trained-on', from: 'self', to: data('trainingDataConfig') },
        {
          relation: 'fine-tuned-from',
          from: 'self',
          to: { kind: 'model', scheme: 'model-name', value: modelOf({ named: ['baseModelIdentifier'] }) },
        },
      ],
      reference,
    },
  ];
};
