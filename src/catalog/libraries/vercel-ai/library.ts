/** Vercel’s AI SDK: calls of models through provider packages or the gateway, loops with tools, agents and embeddings. */
import { defineLibrary, type Link, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { providers } from './providers.ts';

const framework: Pick = { value: 'vercel-ai' };
/** A text names a model of the gateway, `vendor/model`; anything else was made by a provider’s package. */
const invokes = (from: Link['from']): Link => ({
  relation: 'invokes',
  from,
  to: { pick: { named: ['model'], as: 'provider-path' }, texts: { kind: 'model', scheme: 'model-name' } },
});
const calls =
  'ai.{generateText,streamText,generateObject,streamObject,embed,embedMany,experimental_generateImage,generateImage,experimental_transcribe,experimental_generateSpeech}';
const loops = 'ai.{generateText,streamText}';
const agents = 'ai.{Agent,Experimental_Agent,ToolLoopAgent}';
const prompt: NonNullable<Meaning['sink']> = {
  kind: 'prompt',
  value: { named: ['prompt', 'messages', 'system', 'instructions'] },
};
/** What was made by a name is a tool set; every tool of such a call is an argument. */
const usesTools: Link = {
  relation: 'uses-tool',
  from: 'self',
  to: { pick: { named: ['tools'], path: ['*'] }, otherwise: 'tool' },
};
const agent: NonNullable<Meaning['asset']> = {
  kind: 'agent',
  name: { named: ['id'] },
  facts: {
    framework,
    temperature: { named: ['temperature'] },
    outputLimit: { named: ['maxOutputTokens', 'maxTokens'] },
    maxIterations: { named: ['stopWhen', 'maxSteps'], maker: { at: 0 } },
    // One call stops after its first step, an agent after twenty: https://ai-sdk.dev/docs/agents/loop-control
    loopUnbounded: { named: ['stopWhen'], as: 'path', choices: { 'ai.isLoopFinished()': true } },
  },
  complete: [
    { relation: 'uses-tool', grade: 'declared', scope: 'file' },
    { relation: 'delegates-to', grade: 'declared', scope: 'file' },
    { relation: 'connects', grade: 'declared', scope: 'file' },
    {
      relation: 'guarded-by',
      grade: 'default',
      scope: 'file',
      unless: { named: ['model'], as: 'path', matching: /^ai\.(?:experimental_)?wrapLanguageModel\(\)/ },
      reference: 'https://ai-sdk.dev/docs/ai-sdk-core/middleware',
    },
  ],
};

const tools = 'ai.{tool,dynamicTool}';
/** https://ai-sdk.dev/docs/ai-sdk-core/tools-and-tool-calling#tool-execution-approval */
const tool = (otherwise: Pick): NonNullable<Meaning['asset']> => ({
  kind: 'tool',
  name: { named: ['title'] },
  facts: {
    description: { named: ['description'] },
    framework,
    approval: {
      named: ['needsApproval'],
      choices: { true: 'always-asks', false: 'never-asks', 'never-asks': 'never-asks' },
      ...otherwise,
    },
  },
});

export default defineLibrary({
  id: 'vercel-ai',
  title: 'Vercel AI SDK',
  homepage: 'https://ai-sdk.dev',
  javascript: {
    packages: ['ai', ...providers.packages],
    modules: ['ai', ...providers.packages],
    meanings: [
      ...providers.meanings,
      {
        of: calls,
        links: [invokes('enclosing')],
        yields: 'model-output',
        sink: prompt,
        reference: 'https://ai-sdk.dev/docs/reference/ai-sdk-core/generate-text',
      },
      {
        // With tools, the call is a loop in which the model acts.
        of: loops,
        onlyIf: { named: ['tools'] },
        asset: agent,
        links: [invokes('self'), usesTools],
        reference: 'https://ai-sdk.dev/docs/ai-sdk-core/tools-and-tool-calling',
      },
      {
        of: agents,
        asset: agent,
        links: [invokes('self'), usesTools],
        reference: 'https://ai-sdk.dev/docs/agents/building-agents',
      },
      { of: `${agents}().{generate,stream,respond}`, yields: 'model-output', sink: prompt },
      {
        of: tools,
        onlyIf: { named: ['execute'] },
        asset: tool({ fallback: 'never-asks' }),
        handler: { named: ['execute'] },
        handlerParameters: 'model-output',
        reference: 'https://ai-sdk.dev/docs/reference/ai-sdk-core/tool',
      },
      {
        // What has no execute is carried out by the page, which may ask its user first.
        of: tools,
        unless: { named: ['execute'] },
        asset: tool({}),
        handler: { named: ['execute'] },
        reference: 'https://ai-sdk.dev/docs/reference/ai-sdk-core/tool',
      },
      {
        of: [
          'ai.{experimental_createMCPClient,createMCPClient}',
          '@ai-sdk/mcp.{experimental_createMCPClient,createMCPClient}',
        ],
        asset: {
          kind: 'mcp-server-configuration',
          name: { named: ['name'] },
          facts: {
            url: { named: ['transport'], path: ['url'] },
            transport: { named: ['transport'], path: ['type'], choices: { sse: 'sse', http: 'streamable-http' } },
          },
        },
        links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
        reference: 'https://ai-sdk.dev/docs/ai-sdk-core/mcp-tools',
      },
    ],
  },
});
