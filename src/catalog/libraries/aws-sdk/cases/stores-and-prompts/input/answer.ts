import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';

const dynamo = new DynamoDBClient({});
const bedrock = new BedrockRuntimeClient({});

export async function answer(id: string) {
  const ticket = await dynamo.send(new GetCommand({ TableName: 'tickets', Key: { id } }));
  const reply = await bedrock.send(
    new ConverseCommand({
      modelId: 'amazon.nova-micro-v1:0',
      messages: [{ role: 'user', content: [{ text: `Answer ${ticket.Item.text}` }] }],
    }),
  );
  await dynamo.send(new PutCommand({ TableName: 'replies', Item: { id, reply } }));
}
