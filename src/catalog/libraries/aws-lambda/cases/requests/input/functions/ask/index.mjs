import OpenAI from 'openai';

const client = new OpenAI();

export const handler = async ({ queryStringParameters }) => {
  const answer = await client.responses.create({ model: 'gpt-4.1-mini', input: queryStringParameters.q });
  return { statusCode: 200, body: answer.output_text };
};
