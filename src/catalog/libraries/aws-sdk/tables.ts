/** Tables of Amazon DynamoDB: who reads and who writes which. */
import type { Link, Meaning, Pick as Picked } from '../../../kit/define-library.ts';

const python = 'https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/dynamodb.html';
const javascript = 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/dynamodb/';
const table: Picked = { named: ['TableName'] };

const named = (value: Picked): NonNullable<Meaning['asset']> => ({
  kind: 'data-store',
  identifier: { scheme: 'display-name', value },
  facts: { service: { value: 'dynamodb' }, provider: { value: 'aws' } },
});
const flow = (relation: 'reads' | 'writes', to: Link['to']): Pick<Meaning, 'links' | 'effects' | 'yields'> => ({
  links: [{ relation, from: 'enclosing', to }],
  effects: relation === 'reads' ? ['reads-private-data'] : ['changes-state'],
  ...(relation === 'reads' ? { yields: 'private-data' } : {}),
});
/** Tables of boto3, as resources and as operations of the client. */
export const tables = (clients: string, resources: string): readonly Meaning[] => {
  const isDynamo = { named: ['service_name'], at: 0, receiver: true, matching: /^dynamodb$/ } as const;
  return [
    { of: `${resources}.Table`, asset: named({ named: ['name'], at: 0 }), reference: python },
    {
      of: `${resources}.Table().{get_item,query,scan}`,
      ...flow('reads', 'receiver'),
      reference: python,
    },
    {
      of: `${resources}.Table().{put_item,update_item,delete_item}`,
      ...flow('writes', 'receiver'),
      reference: python,
    },
    {
      of: `${resources}.Table().batch_writer().{put_item,delete_item}`,
      ...flow('writes', 'receiver'),
      reference: python,
    },
    {
      of: `${clients}.{get_item,query,scan,batch_get_item}`,
      onlyIf: isDynamo,
      asset: named(table),
      ...flow('reads', 'self'),
      reference: python,
    },
    {
      of: `${clients}.{put_item,update_item,delete_item}`,
      onlyIf: isDynamo,
      asset: named(table),
      ...flow('writes', 'self'),
      reference: python,
    },
  ];
};

/** The same as commands of the SDK for JavaScript. */
export const tableCommands: readonly Meaning[] = [
  {
    of: '@aws-sdk/{client-dynamodb.GetItemCommand,client-dynamodb.QueryCommand,client-dynamodb.ScanCommand,lib-dynamodb.GetCommand,lib-dynamodb.QueryCommand,lib-dynamodb.ScanCommand}',
    asset: named(table),
    ...flow('reads', 'self'),
    reference: javascript,
  },
  {
    of: '@aws-sdk/{client-dynamodb.PutItemCommand,client-dynamodb.UpdateItemCommand,client-dynamodb.DeleteItemCommand,lib-dynamodb.PutCommand,lib-dynamodb.UpdateCommand,lib-dynamodb.DeleteCommand}',
    asset: named(table),
    ...flow('writes', 'self'),
    reference: javascript,
  },
];
