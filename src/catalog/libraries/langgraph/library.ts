/** LangGraph: agents as graphs of steps, ready-made or drawn by hand, with their tools, checkpoints and pauses for a person. */
import { defineLibrary, type Link, type Meaning, type Pick } from '../../../kit/define-library.ts';

const framework: Pick = { value: 'langgraph' };
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
const model = (pick: Pick): Link => ({
  relation: 'invokes',
  from: 'self',
  to: { pick: { ...pick, prefixes: vendors }, texts: { kind: 'model', scheme: 'model-name' } },
});
const remembers = (from: 'self' | 'receiver', named: readonly string[]): Link => ({
  relation: 'remembers',
  from,
  to: { pick: { named } },
});
const savers = (of: string, persistent: boolean): Meaning => ({
  of,
  asset: { kind: 'memory', name: { value: persistent ? 'checkpoints' : 'checkpoints in memory' }, facts: { framework, persistent: { value: persistent } } },
  reference: 'https://docs.langchain.com/oss/python/langgraph/persistence',
});

/** The same library in two languages: names of arguments differ, meanings do not. */
const meanings = (prebuilt: string, graph: string, addNode: string): readonly Meaning[] => [
  {
    of: prebuilt,
    asset: {
      kind: 'agent',
      name: { named: ['name'] },
      facts: {
        framework,
        approval: pauses(['interrupt_before', 'interrupt_after', 'interruptBefore', 'interruptAfter']),
      },
      complete: [{ relation: 'uses-tool', grade: 'declared', scope: 'file' }],
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
    asset: { kind: 'agent', facts: { framework } },
    reference: 'https://docs.langchain.com/oss/python/langgraph/graph-api',
  },
  {
    // A step is a function of the project, an agent, or a ToolNode.
    of: `${graph}().${addNode}`,
    handler: { at: -1, named: ['node', 'action'] },
    owner: 'receiver',
    links: [
      {
        relation: 'uses-tool',
        from: 'receiver',
        to: { pick: { at: 1, named: ['node', 'action'], maker: { named: ['tools'], at: 0 } } },
      },
      { relation: 'delegates-to', from: 'receiver', to: { pick: { at: -1, named: ['node', 'action'] } } },
    ],
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

export default defineLibrary({
  id: 'langgraph',
  title: 'LangGraph',
  homepage: 'https://docs.langchain.com/oss/python/langgraph/overview',
  python: {
    packages: [
      'langgraph',
      'langgraph-checkpoint-sqlite',
      'langgraph-checkpoint-postgres',
      'langgraph-supervisor',
      'langgraph-swarm',
    ],
    modules: ['langgraph', 'langgraph_supervisor', 'langgraph_swarm'],
    meanings: [
      ...meanings(
        'langgraph.prebuilt{,.chat_agent_executor}.create_react_agent',
        'langgraph.graph{,.state,.message}.{StateGraph,MessageGraph}',
        'add_node',
      ),
      savers('langgraph.checkpoint.memory.{MemorySaver,InMemorySaver}', false),
      savers(
        'langgraph.checkpoint.{sqlite,sqlite.aio,postgres,postgres.aio}.{SqliteSaver,AsyncSqliteSaver,PostgresSaver,AsyncPostgresSaver}{,.from_conn_string}',
        true,
      ),
      {
        // A step or tool that stops until a person answers.
        of: 'langgraph.types.interrupt',
        tells: { of: 'enclosing', facts: { approval: { value: 'asks-for-some' } } },
        reference: 'https://docs.langchain.com/oss/python/langgraph/interrupts',
      },
      {
        of: ['langgraph_supervisor{,.supervisor}.create_supervisor', 'langgraph_swarm{,.swarm}.create_swarm'],
        asset: { kind: 'agent', facts: { framework } },
        links: [
          { relation: 'delegates-to', from: 'self', to: { pick: { named: ['agents'], at: 0 } } },
          model({ named: ['model'] }),
          { relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'] }, otherwise: 'tool' } },
        ],
        reference: 'https://github.com/langchain-ai/langgraph-supervisor-py',
      },
    ],
  },
  javascript: {
    packages: ['@langchain/langgraph'],
    modules: ['@langchain/langgraph'],
    meanings: [
      ...meanings(
        '@langchain/langgraph/prebuilt.createReactAgent',
        '@langchain/langgraph.{StateGraph,MessageGraph}',
        'addNode',
      ),
      savers('@langchain/langgraph.MemorySaver', false),
    ],
  },
});
