/** Pydantic AI: agents with typed results, whose tools are functions of the project. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const framework: Pick = { value: 'pydantic-ai' };
const agent = 'pydantic_ai{,.agent}.Agent';
const tool = (of: string, when: Meaning['when'] & string): Meaning => ({
  of,
  when,
  asset: {
    kind: 'tool',
    name: { named: ['name'], defined: 'name' },
    facts: {
      framework,
      description: { defined: 'documentation' },
      approval: { named: ['requires_approval'], choices: { true: 'always-asks', false: 'never-asks' } },
    },
  },
  handlerParameters: 'model-output',
  links: [{ relation: 'uses-tool', from: 'receiver', to: 'self' }],
  reference: 'https://ai.pydantic.dev/tools/',
});
const classes: readonly (readonly [of: string, provider: string])[] = [
  ['pydantic_ai.models.openai.{OpenAIModel,OpenAIChatModel,OpenAIResponsesModel}', 'openai'],
  ['pydantic_ai.models.anthropic.AnthropicModel', 'anthropic'],
  ['pydantic_ai.models.{google.GoogleModel,gemini.GeminiModel}', 'google'],
  ['pydantic_ai.models.groq.GroqModel', 'groq'],
  ['pydantic_ai.models.mistral.MistralModel', 'mistral'],
  ['pydantic_ai.models.bedrock.BedrockConverseModel', 'bedrock'],
];

export default defineLibrary({
  id: 'pydantic-ai',
  title: 'Pydantic AI',
  homepage: 'https://ai.pydantic.dev',
  python: {
    packages: ['pydantic-ai', 'pydantic-ai-slim'],
    modules: ['pydantic_ai'],
    meanings: [
      {
        of: agent,
        // https://ai.pydantic.dev/agents/#usage-limits
        asset: {
          kind: 'agent',
          name: { named: ['name'] },
          facts: { framework, maxIterations: { fallback: 50 } },
          // Any file may decorate a function as its tool.
          complete: [
            { relation: 'uses-tool', grade: 'declared', scope: 'source', unless: { named: ['builtin_tools'] } },
            { relation: 'delegates-to', grade: 'declared', scope: 'source' },
            { relation: 'connects', grade: 'declared', scope: 'file' },
          ],
        },
        links: [
          {
            relation: 'invokes',
            from: 'self',
            to: { pick: { at: 0, named: ['model'] }, texts: { kind: 'model', scheme: 'model-name' } },
          },
          { relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'] }, otherwise: 'tool' } },
          { relation: 'uses-tool', from: 'self', to: { pick: { named: ['toolsets', 'mcp_servers'] } } },
        ],
        reference: 'https://ai.pydantic.dev/agents/',
      },
      tool(`${agent}().{tool,tool_plain}`, 'decorator'),
      {
        of: 'pydantic_ai{,.tools}.Tool',
        asset: {
          kind: 'tool',
          name: { named: ['name'] },
          facts: { framework, description: { named: ['description'] } },
        },
        handler: { at: 0, named: ['function'] },
        handlerParameters: 'model-output',
        reference: 'https://ai.pydantic.dev/tools/',
      },
      ...classes.map(
        ([of, provider]): Meaning => ({
          of,
          asset: {
            kind: 'model',
            identifier: { scheme: 'model-name', value: { at: 0, named: ['model_name'], prefix: `${provider}:` } },
            facts: {
              provider: { value: provider },
              hosting: { value: 'remote-api' },
              source: { value: 'provider-api' },
            },
          },
          reference: 'https://ai.pydantic.dev/models/overview/',
        }),
      ),
      {
        of: 'pydantic_ai.mcp.{MCPServerStdio,MCPServerStreamableHTTP,MCPServerSSE,MCPServerHTTP}',
        asset: {
          kind: 'mcp-server-configuration',
          facts: {
            command: { at: 0, named: ['command'], matching: /^[^/]+$/ },
            url: { at: 0, named: ['url'], matching: /^https?:.+$/ },
          },
        },
        links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
        reference: 'https://ai.pydantic.dev/mcp/client/',
      },
      {
        of: `${agent}().{run,run_sync,run_stream,iter}`,
        yields: 'model-output',
        sink: { kind: 'prompt', value: { at: 0, named: ['user_prompt'] } },
        links: [{ relation: 'exposes', from: 'enclosing', to: 'receiver' }],
        tells: {
          of: 'receiver',
          facts: {
            maxIterations: { named: ['usage_limits'], maker: { named: ['request_limit'], fallback: 50 } },
          },
        },
      },
    ],
  },
});
