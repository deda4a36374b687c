/** LangGraph: agents as graphs of steps, ready-made or drawn by hand, with their tools, checkpoints and pauses for a person. */
import { defineLibrary } from '../../../kit/define-library.ts';
import { framework, meanings, model, savers } from './graphs.ts';

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
        'recursion_limit',
      ),
      savers('langgraph.checkpoint.memory.{MemorySaver,InMemorySaver}', false),
      savers(
        'langgraph.checkpoint.{sqlite,sqlite.aio,postgres,postgres.aio}.{SqliteSaver,AsyncSqliteSaver,PostgresSaver,AsyncPostgresSaver}{,.from_conn_string}',
        true,
      ),
      {
        // What is kept in a store is found again in every later thread.
        of: 'langgraph.store.{memory.InMemoryStore,postgres.PostgresStore,postgres.aio.AsyncPostgresStore,redis.RedisStore}{,.from_conn_string}',
        asset: {
          kind: 'memory',
          name: { value: 'long-term memory' },
          facts: { framework, recalledLater: { value: true } },
        },
        reference: 'https://docs.langchain.com/oss/python/langgraph/add-memory#add-long-term-memory',
      },
      {
        // A step or tool that stops until a person answers.
        of: 'langgraph.types.interrupt',
        tells: { of: 'enclosing', facts: { approval: { value: 'asks-for-some' } } },
        reference: 'https://docs.langchain.com/oss/python/langgraph/interrupts',
      },
      {
        of: ['langgraph_supervisor{,.supervisor}.create_supervisor', 'langgraph_swarm{,.swarm}.create_swarm'],
        asset: {
          kind: 'agent',
          facts: { framework },
          complete: [
            { relation: 'uses-tool', grade: 'declared', scope: 'file' },
            { relation: 'delegates-to', grade: 'declared', scope: 'file' },
            { relation: 'connects', grade: 'declared', scope: 'file' },
          ],
        },
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
        'recursionLimit',
      ),
      savers('@langchain/langgraph.MemorySaver', false),
    ],
  },
});
