/** Strands Agents: agents on Amazon Bedrock and other models, with functions, servers and other agents as their tools. */
import { defineLibrary, type Link, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { remoteModel } from '../../../kit/remote-model.ts';
import { tools, toolsOfObjects } from './tools.ts';

const framework: Pick = { value: 'strands' };
const docs = 'https://strandsagents.com/latest/documentation/docs/';
const reference = `${docs}user-guide/concepts/agents/agent-loop/`;
const given: Pick = { named: ['model'], at: 0 };
/** A bare name is one of Amazon Bedrock’s. */
const invokes: Link = {
  relation: 'invokes',
  from: 'self',
  to: { pick: { ...given, prefix: 'bedrock:' }, texts: { kind: 'model', scheme: 'model-name' } },
};

const agent = (of: string, toolsAt?: number): readonly Meaning[] => [
  {
    of,
    asset: {
      kind: 'agent',
      name: { named: ['name'] },
      facts: { framework, description: { named: ['description'] } },
      complete: [
        // A folder of the project may hold further tools, where that is allowed.
        {
          relation: 'uses-tool',
          grade: 'declared',
          scope: 'file',
          unless: { named: ['load_tools_from_directory'] },
        },
        { relation: 'delegates-to', grade: 'declared', scope: 'file' },
        { relation: 'connects', grade: 'declared', scope: 'file' },
      ],
    },
    links: [
      invokes,
      {
        relation: 'uses-tool',
        from: 'self',
        to: { pick: { named: ['tools'], ...(toolsAt === undefined ? {} : { at: toolsAt }) }, otherwise: 'tool' },
      },
    ],
    reference,
  },
  {
    // Told nothing, it asks a model of Amazon Bedrock that changes with the version.
    of,
    unless: given,
    asset: { kind: 'agent', name: { named: ['name'] }, facts: { framework } },
    links: [
      {
        relation: 'invokes',
        from: 'self',
        to: { kind: 'provider-account', scheme: 'provider', value: { value: 'bedrock' } },
      },
    ],
    reference: `${docs}user-guide/quickstart/`,
  },
  { of: `${of}().{as_tool,asTool}`, returns: 'receiver' },
  {
    of: [`${of}()`, `${of}().{invoke_async,stream_async,structured_output,structured_output_async,invoke,stream}`],
    yields: 'model-output',
    sink: { kind: 'prompt', value: { named: ['prompt'], at: 0 } },
    links: [{ relation: 'exposes', from: 'enclosing', to: 'receiver' }],
    reference,
  },
];

const name: Pick = { named: ['model_id', 'modelId'] };
const models: readonly (readonly [of: string, provider: string | undefined])[] = [
  ['strands.models{,.bedrock}.BedrockModel', 'bedrock'],
  ['strands.models{,.anthropic}.AnthropicModel', 'anthropic'],
  ['strands.models{,.openai}.OpenAIModel', 'openai'],
  ['strands.models{,.gemini}.GeminiModel', 'google'],
  ['strands.models{,.mistral}.MistralModel', 'mistral'],
  ['strands.models{,.ollama}.OllamaModel', 'ollama'],
  ['strands.models{,.writer}.WriterModel', 'writer'],
  ['strands.models{,.llamaapi}.LlamaAPIModel', 'llama-api'],
  ['strands.models{,.litellm}.LiteLLMModel', undefined],
];
const served = `${docs}user-guide/concepts/model-providers/`;
const model = ([of, provider]: (typeof models)[number]): Meaning => ({
  of,
  asset:
    provider === 'ollama'
      ? {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { ...name, prefix: 'ollama:' } },
          facts: { provider: { value: 'ollama' }, modelName: name },
        }
      : remoteModel(provider, name, { temperature: { named: ['temperature'] } }),
  links: [
    {
      relation: 'guarded-by',
      from: 'self',
      to: { kind: 'guardrail', scheme: 'display-name', value: { named: ['guardrail_id', 'guardrailId'] } },
    },
  ],
  reference: `${served}amazon-bedrock/`,
});

/** What stands for many agents: nodes are added to it one by one, or given at once. */
const team = (of: string, nodes: Pick): Meaning => ({
  of,
  asset: {
    kind: 'agent',
    name: { named: ['name'] },
    facts: { framework, maxIterations: { named: ['max_iterations', 'max_handoffs'] } },
    complete: [
      { relation: 'uses-tool', grade: 'declared', scope: 'file' },
      { relation: 'connects', grade: 'declared', scope: 'file' },
      { relation: 'delegates-to', grade: 'declared', scope: 'file' },
    ],
  },
  links: [{ relation: 'delegates-to', from: 'self', to: { pick: nodes } }],
  reference: `${docs}user-guide/concepts/multi-agent/multi-agent-patterns/`,
});
const builder = 'strands.multiagent{,.graph}.GraphBuilder';
const client = 'strands.tools.mcp{,.mcp_client}.MCPClient';

/** The tools are those that the server lists; a function opens the way to it. */
const servers = (of: string): readonly Meaning[] => [
  {
    of,
    asset: { kind: 'mcp-server-configuration', facts: { clientName: framework } },
    links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
    reference: `${docs}user-guide/concepts/tools/mcp-tools/`,
  },
  { of: `${of}().{list_tools_sync,listTools}`, returns: 'receiver' },
];

export default defineLibrary({
  id: 'strands',
  title: 'Strands Agents',
  homepage: 'https://strandsagents.com',
  python: {
    packages: ['strands-agents', 'strands-agents-tools'],
    modules: ['strands', 'strands_tools'],
    meanings: [
      ...agent('strands{,.agent,.agent.agent}.Agent', 2),
      ...models.map(model),
      {
        of: 'strands{,.tools,.tools.decorator}.tool',
        when: 'decorator',
        asset: {
          kind: 'tool',
          name: { named: ['name'], defined: 'name' },
          facts: { framework, description: { named: ['description'], defined: 'documentation' } },
        },
        handlerParameters: 'model-output',
        reference: `${docs}user-guide/concepts/tools/custom-tools/`,
      },
      ...tools,
      ...toolsOfObjects,
      team('strands.multiagent{,.swarm}.Swarm', { named: ['nodes'], at: 0 }),
      team(builder, { named: ['nodes'] }),
      {
        of: `${builder}().add_node`,
        links: [{ relation: 'delegates-to', from: 'receiver', to: { pick: { named: ['executor'], at: 0 } } }],
        reference: `${docs}user-guide/concepts/multi-agent/graph/`,
      },
      { of: `${builder}().build`, returns: 'receiver' },
      ...servers(client),
      {
        of: 'strands.multiagent.a2a{,.server}.A2AServer',
        tells: {
          of: { pick: { named: ['agent'], at: 0 } },
          facts: {
            servedBeyondHost: {
              named: ['host'],
              choices: { '0.0.0.0': true, '127.0.0.1': false, localhost: false },
              fallback: '127.0.0.1',
            },
          },
        },
        reference: `${docs}user-guide/concepts/multi-agent/agent-to-agent/`,
      },
    ],
  },
  javascript: {
    packages: ['@strands-agents/sdk'],
    modules: ['@strands-agents/sdk'],
    meanings: [
      ...agent('@strands-agents/sdk.Agent'),
      model(['@strands-agents/sdk{,/bedrock}.BedrockModel', 'bedrock']),
      model(['@strands-agents/sdk{,/openai}.OpenAIModel', 'openai']),
      {
        of: '@strands-agents/sdk.tool',
        asset: {
          kind: 'tool',
          name: { named: ['name'] },
          facts: { framework, description: { named: ['description'] } },
        },
        handler: { named: ['callback'] },
        handlerParameters: 'model-output',
        reference: `${docs}user-guide/concepts/tools/custom-tools/`,
      },
      ...servers('@strands-agents/sdk.McpClient'),
    ],
  },
});
