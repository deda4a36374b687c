/** Anthropic’s client for Go, also where Bedrock or Vertex answers. */
import { keyGiven, modelNamed, serverGiven } from '../../../kit/client-meanings.ts';
import { defineLibrary, type Pick } from '../../../kit/define-library.ts';
import { models } from './models.ts';

const root = 'github.com/anthropics/anthropic-sdk-go';
const client = `${root}.{NewClient(),Client}`;
const calls = [`${client}.{Messages,Beta.Messages,Completions}.{New,NewStreaming}`];
const reference = 'https://github.com/anthropics/anthropic-sdk-go#readme';
const name: Pick = { named: ['Model'], optionsAt: 1 };
/** `bedrock.WithLoadDefaultConfig(ctx)` or `vertex.WithGoogleAuth(…)` among the options. */
const elsewhere: Pick = {
  named: ['WithLoadDefaultConfig', 'WithConfig', 'WithGoogleAuth', 'WithCredentials'],
  receiver: true,
};

export default defineLibrary({
  id: 'anthropic-go',
  title: 'Anthropic for Go',
  homepage: 'https://github.com/anthropics/anthropic-sdk-go',
  go: {
    packages: [root],
    modules: [root],
    constants: Object.fromEntries(Object.entries(models).map(([constant, value]) => [`${root}.${constant}`, value])),
    meanings: [
      {
        ...modelNamed({
          of: calls,
          provider: 'anthropic',
          name,
          reference,
          facts: { outputLimit: { named: ['MaxTokens'], optionsAt: 1 } },
        }),
        unless: elsewhere,
      },
      {
        ...modelNamed({ of: calls, provider: 'aws', name, reference }),
        onlyIf: { named: ['WithLoadDefaultConfig', 'WithConfig'], receiver: true },
      },
      {
        ...modelNamed({ of: calls, provider: 'google', name, reference }),
        onlyIf: { named: ['WithGoogleAuth', 'WithCredentials'], receiver: true },
      },
      {
        of: calls,
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['Messages', 'System', 'Prompt'], optionsAt: 1 } },
      },
      keyGiven(`${root}/option.WithAPIKey`, 'anthropic', 'anthropic-api-key', { at: 0 }, reference),
      {
        ...keyGiven(
          `${root}.NewClient`,
          'anthropic',
          'anthropic-api-key',
          { environment: 'ANTHROPIC_API_KEY' },
          reference,
        ),
        unless: [
          { named: ['WithAPIKey'] },
          { named: ['WithLoadDefaultConfig', 'WithConfig', 'WithGoogleAuth', 'WithCredentials'] },
        ],
      },
      serverGiven(
        `${root}.NewClient`,
        { named: ['WithBaseURL'], matching: /^(?!https:\/\/api\.anthropic\.com).+$/ },
        reference,
      ),
      { of: `${root}.{F,String,Int,Model,Opt}`, returns: { at: 0 } },
    ],
  },
});
