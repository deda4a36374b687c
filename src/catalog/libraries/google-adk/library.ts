/** Google’s Agent Development Kit: agents on Gemini and other models, agents below them, and the steps that they work in. */
import { defineLibrary, type Link, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { remoteModel } from '../../../kit/remote-model.ts';
import { framework, tools } from './tools.ts';

const named: Pick = { named: ['model'] };
const reference = 'https://google.github.io/adk-docs/agents/llm-agents/';
/** A bare name is one of Gemini’s; anything else is an object of the kit’s. */
const invokes: Link = {
  relation: 'invokes',
  from: 'self',
  to: {
    pick: { ...named, matching: /^(?!projects\/)(?:models\/)?(.+)$/, prefix: 'google:' },
    texts: { kind: 'model', scheme: 'model-name' },
  },
};
const below: Link = {
  relation: 'delegates-to',
  from: 'self',
  to: { pick: { named: ['sub_agents', 'subAgents'] } },
};
/** Functions that see what goes in and comes out may be filters. */
const callbacks = [
  'before_model_callback',
  'after_model_callback',
  'before_agent_callback',
  'after_agent_callback',
  'before_tool_callback',
  'after_tool_callback',
  'beforeModelCallback',
  'afterModelCallback',
  'beforeToolCallback',
  'beforeAgentCallback',
];
const complete: NonNullable<NonNullable<Meaning['asset']>['complete']> = [
  { relation: 'uses-tool', grade: 'declared', scope: 'file' },
  { relation: 'delegates-to', grade: 'declared', scope: 'file' },
  { relation: 'connects', grade: 'declared', scope: 'file' },
];

const agent = (of: string): Meaning => ({
  of,
  asset: {
    kind: 'agent',
    name: { named: ['name'] },
    facts: {
      framework,
      description: { named: ['description'] },
      temperature: {
        named: ['generate_content_config', 'generateContentConfig'],
        maker: { named: ['temperature'] },
      },
    },
    complete: [
      ...complete,
      {
        relation: 'guarded-by',
        grade: 'default',
        scope: 'file',
        unless: { named: callbacks },
        reference: 'https://google.github.io/adk-docs/callbacks/',
      },
    ],
  },
  links: [
    invokes,
    below,
    { relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'] }, otherwise: 'tool' } },
    { relation: 'uses-tool', from: 'self', to: { pick: { named: ['code_executor', 'codeExecutor'] } } },
  ],
  reference,
});
/** An agent that has no model of its own: it lets those below it work one after another, side by side, or again and again. */
const workflow = (of: string): Meaning => ({
  of,
  asset: {
    kind: 'agent',
    name: { named: ['name'] },
    facts: {
      framework,
      description: { named: ['description'] },
      maxIterations: { named: ['max_iterations', 'maxIterations'] },
    },
    complete,
  },
  links: [below],
  reference: 'https://google.github.io/adk-docs/agents/workflow-agents/',
});
const llm = 'google.adk{,.agents,.agents.llm_agent}.{Agent,LlmAgent}';
const runners = 'google.adk{,.runners}.{Runner,InMemoryRunner}';
const started: Pick = { named: ['agent', 'root_agent'], at: 0, maker: { named: ['root_agent'] } };

export default defineLibrary({
  id: 'google-adk',
  title: 'Agent Development Kit',
  homepage: 'https://google.github.io/adk-docs/',
  python: {
    packages: ['google-adk'],
    modules: ['google.adk'],
    aliases: {
      'google.adk.tools.mcp_tool.mcp_toolset.StdioServerParameters': 'mcp.StdioServerParameters',
      'google.adk.tools.mcp_tool.StdioServerParameters': 'mcp.StdioServerParameters',
    },
    meanings: [
      agent(llm),
      workflow(
        'google.adk.agents{,.sequential_agent,.parallel_agent,.loop_agent}.{SequentialAgent,ParallelAgent,LoopAgent}',
      ),
      {
        // An agent elsewhere, known by the card that it shows.
        of: 'google.adk.agents.remote_a2a_agent.RemoteA2aAgent',
        asset: {
          kind: 'agent',
          name: { named: ['name'] },
          facts: { framework, description: { named: ['description'] } },
        },
        reference: 'https://google.github.io/adk-docs/a2a/quickstart-consuming/',
      },
      {
        of: 'google.adk.models{,.lite_llm}.LiteLlm',
        asset: {
          ...remoteModel(undefined, named),
          identifier: { scheme: 'model-name', value: { ...named, as: 'provider-path', prefix: 'openai:' } },
        },
        reference: 'https://google.github.io/adk-docs/agents/models/',
      },
      {
        of: 'google.adk.models{,.google_llm,.anthropic_llm}.{Gemini,Claude}',
        asset: {
          ...remoteModel('google', named),
          identifier: {
            scheme: 'model-name',
            value: { ...named, prefixes: { claude: 'vertex:' }, prefix: 'google:' },
          },
          facts: { modelName: named, hosting: { value: 'remote-api' }, source: { value: 'provider-api' } },
        },
        reference: 'https://google.github.io/adk-docs/agents/models/',
      },
      ...tools,
      {
        of: runners,
        links: [{ relation: 'exposes', from: 'enclosing', to: { pick: started } }],
        returns: started,
        reference: 'https://google.github.io/adk-docs/runtime/',
      },
      {
        of: `${llm}().{run,run_async,run_live}`,
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['new_message'] } },
        links: [{ relation: 'exposes', from: 'enclosing', to: 'receiver' }],
        reference: 'https://google.github.io/adk-docs/runtime/',
      },
      {
        of: 'google.adk.a2a.utils.agent_to_a2a.to_a2a',
        tells: {
          of: { pick: { named: ['agent'], at: 0 } },
          facts: {
            servedBeyondHost: {
              named: ['host'],
              choices: { '0.0.0.0': true, localhost: false },
              fallback: 'localhost',
            },
          },
        },
        reference: 'https://google.github.io/adk-docs/a2a/quickstart-exposing/',
      },
    ],
  },
  javascript: {
    packages: ['@google/adk'],
    modules: ['@google/adk'],
    meanings: [
      agent('@google/adk.LlmAgent'),
      workflow('@google/adk.{SequentialAgent,ParallelAgent,LoopAgent}'),
      {
        of: '@google/adk.FunctionTool',
        asset: {
          kind: 'tool',
          name: { named: ['name'] },
          facts: { framework, description: { named: ['description'] } },
        },
        handler: { named: ['execute'] },
        handlerParameters: 'model-output',
        reference: 'https://google.github.io/adk-docs/get-started/typescript/',
      },
      { of: '@google/adk.AgentTool', returns: { named: ['agent'] }, reference },
    ],
  },
});
