/** Anthropic’s client: messages with their tools, through Anthropic, Amazon Bedrock and Google Vertex. */
import { defineLibrary } from '../../../kit/define-library.ts';
import { constructed, served } from './calls.ts';

export default defineLibrary({
  id: 'anthropic',
  title: 'Anthropic',
  homepage: 'https://docs.claude.com',
  python: {
    packages: ['anthropic'],
    modules: ['anthropic'],
    meanings: [
      ...served('anthropic.{Anthropic,AsyncAnthropic,Client,AsyncClient}()', 'anthropic'),
      ...served('anthropic.{AnthropicBedrock,AsyncAnthropicBedrock}()', 'bedrock'),
      ...served('anthropic.{AnthropicVertex,AsyncAnthropicVertex}()', 'vertex'),
      ...constructed(['anthropic.{Anthropic,AsyncAnthropic,Client,AsyncClient}']),
      {
        of: 'anthropic.{beta_tool,beta_async_tool}',
        when: 'decorator',
        handlerParameters: 'model-output',
        asset: {
          kind: 'tool',
          name: { defined: 'name' },
          facts: { description: { defined: 'documentation' }, framework: { value: 'anthropic' } },
        },
        reference: 'https://github.com/anthropics/anthropic-sdk-python#tool-helpers',
      },
    ],
  },
  javascript: {
    packages: ['@anthropic-ai/sdk', '@anthropic-ai/bedrock-sdk', '@anthropic-ai/vertex-sdk'],
    modules: ['@anthropic-ai/sdk', '@anthropic-ai/bedrock-sdk', '@anthropic-ai/vertex-sdk'],
    meanings: [
      ...served('@anthropic-ai/sdk{.default,.Anthropic,}()', 'anthropic'),
      ...served('@anthropic-ai/bedrock-sdk.{default,AnthropicBedrock}()', 'bedrock'),
      ...served('@anthropic-ai/vertex-sdk.{default,AnthropicVertex}()', 'vertex'),
      ...constructed(['@anthropic-ai/sdk.{default,Anthropic}', '@anthropic-ai/sdk']),
    ],
  },
});
