/** Clients of further providers of models, whose calls look alike: Groq, Mistral, Cohere, Together, Replicate, Fireworks, Cerebras. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

interface Provider {
  readonly provider: string;
  readonly of: string | readonly string[];
  readonly name?: Pick;
  readonly reference?: string;
}
const named: Pick = { named: ['model'] };

const groq = 'https://console.groq.com/docs/libraries';
const called = ({ provider, of, name = named, reference = groq }: Provider): Meaning => ({
  of,
  asset: {
    kind: 'model',
    identifier: { scheme: 'model-name', value: { ...name, prefix: `${provider}:` } },
    facts: {
      provider: { value: provider },
      modelName: name,
      hosting: { value: 'remote-api' },
      source: { value: 'provider-api' },
      temperature: { named: ['temperature'] },
      outputLimit: { named: ['max_tokens', 'max_completion_tokens', 'maxTokens'] },
    },
  },
  links: [
    { relation: 'invokes', from: 'enclosing', to: 'self' },
    {
      relation: 'provided-by',
      from: 'self',
      to: { kind: 'provider-account', scheme: 'provider', value: { value: provider } },
    },
    {
      relation: 'uses-tool',
      from: 'enclosing',
      to: { kind: 'tool', scheme: 'display-name', value: { named: ['tools'], path: ['*', 'function', 'name'] } },
    },
  ],
  yields: 'model-output',
  sink: { kind: 'prompt', value: { named: ['messages', 'message', 'prompt', 'inputs', 'input'] } },
  reference,
});

export default defineLibrary({
  id: 'model-providers',
  title: 'Further model providers',
  homepage: 'https://console.groq.com/docs',
  python: {
    packages: [
      'groq',
      'mistralai',
      'cohere',
      'together',
      'replicate',
      'fireworks-ai',
      'cerebras-cloud-sdk',
      'azure-ai-inference',
      'xai-sdk',
      'perplexityai',
      'voyageai',
    ],
    modules: [
      'groq',
      'mistralai',
      'cohere',
      'together',
      'replicate',
      'fireworks',
      'cerebras',
      'azure.ai.inference',
      'xai_sdk',
      'perplexity',
      'voyageai',
    ],
    meanings: [
      called({
        provider: 'groq',
        of: 'groq.{Groq,AsyncGroq}().{chat.completions.create,embeddings.create,audio.transcriptions.create}',
      }),
      called({
        provider: 'mistral',
        of: 'mistralai{,.client}.{Mistral,MistralClient}().{chat,chat.complete,chat.stream,chat.complete_async,chat.parse,embeddings.create,fim.complete}',
      }),
      called({
        provider: 'cohere',
        of: 'cohere.{Client,ClientV2,AsyncClient,AsyncClientV2}().{chat,chat_stream,generate,embed,rerank}',
      }),
      called({
        provider: 'together',
        of: 'together.{Together,AsyncTogether}().{chat.completions.create,completions.create,embeddings.create,images.generate}',
      }),
      called({
        provider: 'replicate',
        of: ['replicate{,.Client()}.{run,stream,async_run}'],
        name: { named: ['ref'], at: 0 },
      }),
      called({
        provider: 'fireworks',
        of: '{fireworks,fireworks.client}.{Fireworks,AsyncFireworks}().{chat.completions.create,chat.completions.acreate,completions.create}',
      }),
      called({
        provider: 'azure',
        of: 'azure.ai.inference{,.aio}.{ChatCompletionsClient,EmbeddingsClient}().{complete,embed}',
        name: { named: ['model'], receiver: true },
        reference: 'https://learn.microsoft.com/en-us/python/api/overview/azure/ai-inference-readme',
      }),
      called({
        provider: 'xai',
        of: 'xai_sdk.{Client,AsyncClient}().chat.create',
        reference: 'https://docs.x.ai/docs/guides/chat',
      }),
      called({
        provider: 'perplexity',
        of: 'perplexity.{Perplexity,AsyncPerplexity}().chat.completions.create',
        reference: 'https://docs.perplexity.ai/guides/perplexity-sdk',
      }),
      called({
        provider: 'voyage',
        of: 'voyageai.{Client,AsyncClient}().{embed,rerank,multimodal_embed}',
        reference: 'https://docs.voyageai.com/docs/embeddings',
      }),
      called({
        provider: 'cerebras',
        of: 'cerebras.cloud.sdk.{Cerebras,AsyncCerebras}().{chat.completions.create,completions.create}',
      }),
    ],
  },
  javascript: {
    packages: [
      'groq-sdk',
      '@mistralai/mistralai',
      'cohere-ai',
      'together-ai',
      'replicate',
      '@azure-rest/ai-inference',
      '@openrouter/sdk',
    ],
    modules: [
      'groq-sdk',
      '@mistralai/mistralai',
      'cohere-ai',
      'together-ai',
      'replicate',
      '@azure-rest/ai-inference',
      '@openrouter/sdk',
    ],
    meanings: [
      called({ provider: 'groq', of: 'groq-sdk{.default,.Groq,}().{chat.completions.create,embeddings.create}' }),
      called({
        provider: 'mistral',
        of: '@mistralai/mistralai.{Mistral,default}().{chat,chat.complete,chat.stream,embeddings.create}',
      }),
      called({
        provider: 'cohere',
        of: 'cohere-ai.{CohereClient,CohereClientV2}().{chat,chatStream,generate,embed,rerank}',
      }),
      called({
        provider: 'together',
        of: 'together-ai.default().{chat.completions.create,completions.create,embeddings.create}',
      }),
      called({ provider: 'replicate', of: 'replicate{.default,}().{run,stream}', name: { at: 0 } }),
      called({
        provider: 'azure',
        of: '@azure-rest/ai-inference{,.default}().path().post',
        name: { named: ['body'], path: ['model'] },
        reference: 'https://learn.microsoft.com/en-us/javascript/api/overview/azure/ai-inference-rest-readme',
      }),
      called({
        provider: 'openrouter',
        of: '@openrouter/sdk.OpenRouter().chat.send',
        reference: 'https://openrouter.ai/docs/sdks/typescript',
      }),
    ],
  },
});
