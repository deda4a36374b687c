import Anthropic from '@anthropic-ai/sdk';
import AnthropicBedrock from '@anthropic-ai/bedrock-sdk';

const gateway = new Anthropic({ baseURL: 'https://llm-gateway.corp.example', apiKey: process.env.GATEWAY_KEY });
const bedrock = new AnthropicBedrock({ awsRegion: 'eu-west-1' });

export const quick = (prompt: string) =>
  gateway.messages.create({
    model: 'claude-3-5-haiku-latest',
    max_tokens: 256,
    messages: [{ role: 'user', content: prompt }],
  });

export const careful = (prompt: string) =>
  bedrock.messages.stream({
    model: 'anthropic.claude-3-5-sonnet-20241022-v2:0',
    max_tokens: 1024,
    messages: [{ role: 'user', content: prompt }],
  });
