/** LiteLLM: models of any vendor by one function, named `vendor/model`. */
import { defineLibrary, type Pick } from '../../../kit/define-library.ts';

const name: Pick = { named: ['model'], at: 0 };

export default defineLibrary({
  id: 'litellm',
  title: 'LiteLLM',
  homepage: 'https://docs.litellm.ai',
  python: {
    packages: ['litellm'],
    modules: ['litellm'],
    meanings: [
      {
        of: 'litellm{,.main,.Router()}.{completion,acompletion,embedding,aembedding,responses,aresponses,image_generation,text_completion}',
        asset: {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { ...name, as: 'provider-path', prefix: 'openai:' } },
          facts: {
            modelName: { ...name, as: 'after-slash' },
            source: { value: 'provider-api' },
            temperature: { named: ['temperature'] },
            outputLimit: { named: ['max_tokens', 'max_completion_tokens'] },
          },
        },
        links: [
          { relation: 'invokes', from: 'enclosing', to: 'self' },
          {
            relation: 'uses-tool',
            from: 'enclosing',
            to: { kind: 'tool', scheme: 'display-name', value: { named: ['tools'], path: ['*', 'function', 'name'] } },
          },
        ],
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['messages', 'prompt', 'input'], at: 1 } },
        reference: 'https://docs.litellm.ai/docs/completion/input',
      },
      {
        of: 'litellm.Router',
        links: [
          {
            relation: 'invokes',
            from: 'enclosing',
            to: {
              kind: 'model',
              scheme: 'model-name',
              value: {
                named: ['model_list'],
                at: 0,
                path: ['*', 'litellm_params', 'model'],
                as: 'provider-path',
                prefix: 'openai:',
              },
            },
          },
        ],
        reference: 'https://docs.litellm.ai/docs/routing',
      },
    ],
  },
});
