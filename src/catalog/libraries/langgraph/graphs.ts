/** Agents of LangGraph, ready-made and drawn, with what they remember and where they pause. */
import type { Link, Meaning, Pick } from '../../../kit/define-library.ts';

export const framework: Pick = { value: 'langgraph' };
const vendors: Readonly<Record<string, string>> = {
  'openai:': '',
  'anthropic:': '',
  'gpt-': 'openai:',
  claude: 'anthropic:',
  gemini: 'google:',
};
/** Nobody is asked unless the graph is told to pause. */
const pauses = (named: readonly string[]): Pick => ({
  named,
  as: 'present',
  choices: { true: 'asks-for-some', false: 'never-asks' },
});
export const model = (pick: Pick): Link => ({
  relation: 'invokes',
  from: 'self',
  to: { pick: { ...pick, prefixes: vendors }, texts: { kind: 'model', scheme: 'model-name' } },
});
const remembers = (from: 'self' | 'receiver', named: readonly string[]): Link => ({
  relation: 'remembers',
  from,
  to: { pick: { named } },
});
export const savers = (of: string, persistent: boolean): Meaning => ({
  of,
  asset: {
    kind: 'memory',
    name: { value: persistent ? 'checkpoints' : 'checkpoints in memory' },
    facts: { framework, persistent: { value: persistent } },
  },
  reference: 'https://docs.langchain.com/oss/python/langgraph/persistence',
});

/** The same library in two languages: names of arguments differ, meanings do not. */
export const meanings = (prebuilt: string, graph: string, addNode: string, limit: string): readonly Meaning[] => [
  {
    of: prebuilt,
    asset: {
      kind: 'agent',
      name: { named: ['name'] },
      facts: {
        framework,
        approval: pauses(['interrupt_before', 'interrupt_after', 'interruptBefore', 'interruptAfter']),
      },
      complete: [
        { relation: 'uses-tool', grade: 'declared', scope: 'file' },
        { relation: 'delegates-to', grade: 'declared', scope: 'file' },
        { relation: 'connects', grade: 'declared', scope: 'file' },
        {
          relation: 'guarded-by',
          grade: 'default',
          scope: 'file',
          unless: { named: ['pre_model_hook', 'post_model_hook', 'preModelHook', 'postModelHook'] },
          reference: 'https://reference.langchain.com/python/langgraph/agents/',
        },
      ],
    },
    links: [
      model({ named: ['model', 'llm'], at: 0 }),
      { relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'], at: 1 }, otherwise: 'tool' } },
      // A ToolNode holds its tools.
      {
        relation: 'uses-tool',
        from: 'self',
        to: { pick: { named: ['tools'], at: 1, maker: { named: ['tools'], at: 0 } } },
      },
      { relation: 'instructs', from: { pick: { named: ['prompt', 'state_modifier', 'stateModifier'] } }, to: 'self' },
      remembers('self', ['checkpointer', 'checkpointSaver', 'store']),
    ],
    reference: 'https://reference.langchain.com/python/langgraph/agents/',
  },
  {
    of: graph,
    asset: {
      kind: 'agent',
      facts: { framework },
      // Its steps are followed into their code.
      complete: [
        { relation: 'delegates-to', grade: 'declared', scope: 'file' },
        { relation: 'connects', grade: 'declared', scope: 'file' },
      ],
    },
    reference: 'https://docs.langchain.com/oss/python/langgraph/graph-api',
  },
  {
    // A step is a function of the project, an agent, or a ToolNode.
    of: `${graph}().${addNode}`,
    handler: { at: -1, named: ['node', 'action'], maker: { at: 0 } },
    owner: 'receiver',
    links: [
      {
        relation: 'uses-tool',
        from: 'receiver',
        to: { pick: { at: 1, named: ['node', 'action'], maker: { named: ['tools'], at: 0 } } },
      },
      { relation: 'delegates-to', from: 'receiver', to: { pick: { at: -1, named: ['node', 'action'] } } },
      // `functools.partial(run_step, agent=planner)`.
      {
        relation: 'delegates-to',
        from: 'receiver',
        to: { pick: { at: -1, named: ['node', 'action'], maker: { named: ['agent'] } } },
      },
    ],
    returns: 'receiver',
  },
  {
    // The bound is said where the graph is run: https://docs.langchain.com/oss/python/langgraph/graph-api#recursion-limit
    of: [
      `${graph}().{invoke,ainvoke,stream,astream,astream_events,streamEvents}`,
      `${prebuilt}().{invoke,ainvoke,stream,astream,astream_events,streamEvents}`,
    ],
    // A route that starts a graph lets its callers in.
    links: [{ relation: 'exposes', from: 'enclosing', to: 'receiver' }],
    sink: { kind: 'prompt', value: { at: 0, named: ['input'] } },
    tells: {
      of: 'receiver',
      facts: { maxIterations: { named: ['config'], at: 1, path: [limit] } },
    },
  },
  {
    of: [`${graph}().{with_config,withConfig}`, `${prebuilt}().{with_config,withConfig}`],
    tells: { of: 'receiver', facts: { maxIterations: { named: ['config'], at: 0, path: [limit] } } },
    returns: 'receiver',
  },
  {
    of: `${graph}().{add_edge,add_conditional_edges,set_entry_point,set_finish_point,add_sequence,addEdge,addConditionalEdges}`,
    returns: 'receiver',
  },
  {
    of: `${graph}().compile`,
    tells: {
      of: 'receiver',
      facts: { approval: pauses(['interrupt_before', 'interrupt_after', 'interruptBefore', 'interruptAfter']) },
    },
    links: [remembers('receiver', ['checkpointer', 'store'])],
    returns: 'receiver',
    reference: 'https://docs.langchain.com/oss/python/langgraph/interrupts',
  },
];
