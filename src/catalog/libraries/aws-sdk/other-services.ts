/** Services of AWS beside buckets and models, as far as a tool acts through them: mail, queues, tables, secrets, functions, agents. */
import type { Effect, Meaning, Pick } from '../../../kit/define-library.ts';
import { agents } from './agents.ts';
import { customisation, knowledgeBases } from './knowledge-and-training.ts';
import { tableCommands, tables } from './tables.ts';

interface Service {
  /** The service’s name for boto3. */
  readonly service: RegExp;
  readonly methods: string;
  readonly effects: readonly Effect[];
}

/** https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/index.html */
const services: readonly Service[] = [
  {
    service: /^sesv?2?$/,
    methods: 'send_email,send_raw_email,send_templated_email,send_bulk_email',
    effects: ['sends-out'],
  },
  { service: /^sns$/, methods: 'publish,publish_batch', effects: ['sends-out'] },
  {
    service: /^sqs$/,
    methods: 'send_message,send_message_batch,delete_message,purge_queue',
    effects: ['changes-state'],
  },
  { service: /^sqs$/, methods: 'receive_message', effects: ['reads-private-data'] },
  {
    service: /^dynamodb$/,
    methods: 'get_item,query,scan,batch_get_item,execute_statement',
    effects: ['reads-private-data'],
  },
  {
    service: /^dynamodb$/,
    methods: 'put_item,update_item,delete_item,batch_write_item,delete_table',
    effects: ['changes-state'],
  },
  {
    service: /^(secretsmanager|ssm)$/,
    methods: 'get_secret_value,batch_get_secret_value,get_parameter,get_parameters',
    effects: ['reads-private-data'],
  },
  { service: /^ssm$/, methods: 'send_command,start_automation_execution', effects: ['executes-code', 'changes-state'] },
  { service: /^lambda$/, methods: 'invoke,invoke_async', effects: ['changes-state'] },
  {
    service: /^(athena|redshift-data|rds-data)$/,
    methods: 'start_query_execution,get_query_results,execute_statement,batch_execute_statement',
    effects: ['reads-private-data', 'changes-state'],
  },
  {
    service: /^(ec2|ecs|rds)$/,
    methods: 'run_instances,start_instances,stop_instances,terminate_instances,run_task,stop_task,delete_db_instance',
    effects: ['changes-state'],
  },
  { service: /^logs$/, methods: 'filter_log_events,get_log_events,start_query', effects: ['reads-private-data'] },
];
const service: Pick = { named: ['service_name'], at: 0, receiver: true };

/** What further methods of boto3’s clients and tables do; what is not described here may do anything. */
export const otherServices = (clients: string, resources: string): readonly Meaning[] => [
  ...services.map(
    ({ service: matching, methods, effects }): Meaning => ({
      of: `${clients}.{${methods}}`,
      onlyIf: { ...service, matching },
      effects,
      reference: 'https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/index.html',
    }),
  ),
  ...tables(clients, resources),
  { of: `${clients}.get_paginator`, effects: ['reads-private-data'] },
  ...agents((operation) => `${clients}.${operation}`),
  ...knowledgeBases((operation) => `${clients}.${operation}`),
  ...customisation((operation) => `${clients}.${operation}`),
  {
    of: `${clients}.invoke_endpoint`,
    asset: {
      kind: 'inference-endpoint',
      identifier: { scheme: 'display-name', value: { named: ['EndpointName'] } },
      facts: { service: { value: 'sagemaker' } },
    },
    links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
    yields: 'model-output',
    reference: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html',
  },
  { of: [`${clients}.*`, `${resources}.*.*`, `${resources}.*().*`], opaque: true },
];

const sdk = '@aws-sdk/';
const command = (names: string, effects: readonly Effect[]): Meaning => ({
  of: `${sdk}${names}`,
  effects,
  reference: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/',
});

/** `create_data_source` is `CreateDataSourceCommand` of one of Bedrock’s packages. */
const bedrockCommand = (operation: string): string =>
  `${sdk}{client-bedrock,client-bedrock-agent,client-bedrock-agent-runtime,client-bedrock-agentcore,client-bedrock-runtime}.${operation
    .split('_')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('')}Command`;

export const otherPackages: readonly string[] = [
  'client-ses',
  'client-sesv2',
  'client-sns',
  'client-sqs',
  'client-dynamodb',
  'lib-dynamodb',
  'client-secrets-manager',
  'client-lambda',
  'client-bedrock',
  'client-bedrock-agent',
  'client-bedrock-agent-runtime',
  'client-bedrock-agentcore',
].map((name) => `${sdk}${name}`);

export const otherCommands: readonly Meaning[] = [
  command('client-ses.{SendEmailCommand,SendRawEmailCommand}', ['sends-out']),
  command('client-sesv2.SendEmailCommand', ['sends-out']),
  command('client-sns.{PublishCommand,PublishBatchCommand}', ['sends-out']),
  command('client-sqs.{SendMessageCommand,DeleteMessageCommand}', ['changes-state']),
  command('client-sqs.ReceiveMessageCommand', ['reads-private-data']),
  ...tableCommands,
  command('client-secrets-manager.GetSecretValueCommand', ['reads-private-data']),
  command('client-lambda.InvokeCommand', ['changes-state']),
  ...agents(bedrockCommand),
  ...knowledgeBases(bedrockCommand),
  ...customisation(bedrockCommand),
];
