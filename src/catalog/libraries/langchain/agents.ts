/** Agents, tools and the people they ask, as LangChain’s Python packages make them. */
import type { Link, Meaning, Pick } from '../../../kit/define-library.ts';
import { vendorOfName } from './models.ts';

const framework: Pick = { value: 'langchain' };
const model = (pick: Pick): Link => ({
  relation: 'invokes',
  from: 'self',
  to: { pick: { ...pick, prefixes: vendorOfName }, texts: { kind: 'model', scheme: 'model-name' } },
});
const tools = (pick: Pick): Link => ({ relation: 'uses-tool', from: 'self', to: { pick, otherwise: 'tool' } });
const prompt = (pick: Pick): Link => ({ relation: 'instructs', from: { pick }, to: 'self' });
/** Every tool of these agents is an argument of the call. */
const whole = [
  { relation: 'uses-tool', grade: 'declared', scope: 'file' },
  // Other agents are only reached through the code of its tools, which is read.
  { relation: 'delegates-to', grade: 'declared', scope: 'file' },
  // They have no code of their own that could reach a server.
  { relation: 'connects', grade: 'declared', scope: 'file' },
] as const;

export const agents: readonly Meaning[] = [
  {
    of: 'langchain.agents{,.factory}.create_agent',
    asset: {
      kind: 'agent',
      name: { named: ['name'] },
      facts: { framework, approval: { named: ['middleware'], fallback: 'never-asks' } },
      complete: [
        ...whole,
        {
          relation: 'guarded-by',
          grade: 'default',
          scope: 'file',
          unless: { named: ['middleware'] },
          reference: 'https://docs.langchain.com/oss/python/langchain/guardrails',
        },
      ],
    },
    links: [
      model({ named: ['model'], at: 0 }),
      tools({ named: ['tools'], at: 1 }),
      prompt({ named: ['system_prompt'] }),
      { relation: 'guarded-by', from: 'self', to: { pick: { named: ['middleware'] } } },
      { relation: 'remembers', from: 'self', to: { pick: { named: ['checkpointer', 'store'] } } },
    ],
    reference: 'https://docs.langchain.com/oss/python/langchain/agents',
  },
  {
    // Unless it is told to wait for a person, the executor runs what the model asks for.
    of: 'langchain{,_classic}.agents{,.agent}.AgentExecutor{,.from_agent_and_tools}',
    asset: {
      kind: 'agent',
      facts: {
        framework,
        maxIterations: { named: ['max_iterations'], fallback: 15 },
        loopUnbounded: { named: ['max_execution_time', 'max_iterations'], choices: { null: true } },
        approval: { value: 'never-asks' },
      },
      complete: whole,
    },
    links: [
      tools({ named: ['tools'], at: 1 }),
      // `create_tool_calling_agent(llm, tools, prompt)` and its like made the runnable that is executed.
      model({ named: ['agent'], at: 0, maker: { named: ['llm'], at: 0 } }),
      prompt({ named: ['agent'], at: 0, maker: { named: ['prompt'], at: 2 } }),
      { relation: 'remembers', from: 'self', to: { pick: { named: ['memory'] } } },
    ],
    reference: 'https://python.langchain.com/api_reference/langchain/agents/langchain.agents.agent.AgentExecutor.html',
  },
  {
    of: 'langchain{,_classic}.agents{,.initialize}.initialize_agent',
    asset: {
      kind: 'agent',
      facts: {
        framework,
        maxIterations: { named: ['max_iterations'], fallback: 15 },
        loopUnbounded: { named: ['max_execution_time', 'max_iterations'], choices: { null: true } },
        approval: { value: 'never-asks' },
      },
      complete: whole,
    },
    links: [tools({ named: ['tools'], at: 0 }), model({ named: ['llm'], at: 1 })],
    reference:
      'https://python.langchain.com/api_reference/langchain/agents/langchain.agents.initialize.initialize_agent.html',
  },
  {
    of: [
      'langchain_community.agent_toolkits{,.sql.base}.create_sql_agent',
      'langchain_experimental.agents{,.agent_toolkits}.{create_pandas_dataframe_agent,create_csv_agent,create_python_agent}',
    ],
    asset: { kind: 'agent', facts: { framework, approval: { value: 'never-asks' } } },
    links: [
      model({ named: ['llm'], at: 0 }),
      tools({ named: ['toolkit', 'db', 'extra_tools'] }),
      {
        relation: 'uses-tool',
        from: 'self',
        to: {
          kind: 'tool',
          scheme: 'symbol',
          // These agents answer by running Python that the model writes.
          value: { named: ['allow_dangerous_code'], choices: { true: 'langchain#python_repl' } },
        },
      },
    ],
    reference: 'https://python.langchain.com/docs/integrations/tools/pandas/',
  },
  {
    of: [
      'langchain.agents{,.factory}.create_agent().{invoke,ainvoke,stream,astream}',
      'langchain{,_classic}.agents{,.agent}.AgentExecutor{,.from_agent_and_tools}().{invoke,ainvoke,stream,astream}',
    ],
    // A route that starts an agent lets its callers in.
    links: [{ relation: 'exposes', from: 'enclosing', to: 'receiver' }],
    sink: { kind: 'prompt', value: { at: 0, named: ['input'] } },
    yields: 'model-output',
    reference: 'https://docs.langchain.com/oss/python/langchain/agents#invocation',
  },
  {
    of: 'langchain.agents.middleware{,.pii}.PIIMiddleware',
    asset: { kind: 'guardrail', facts: { provider: framework, filters: { value: 'personal-data' } } },
    reference: 'https://docs.langchain.com/oss/python/langchain/guardrails',
  },
];

const decorators = [
  'langchain.tools{,.base}.tool',
  'langchain.agents.tool',
  'langchain_core.tools{,.base,.convert}.tool',
];
const classes =
  'langchain{.tools,.agents,_core.tools,.tools.base,_core.tools.base,_core.tools.simple,_core.tools.structured,_community.tools}';

export const tooling: readonly Meaning[] = [
  {
    of: decorators,
    when: 'decorator',
    asset: {
      kind: 'tool',
      name: { at: 0, named: ['name_or_callable'], defined: 'name' },
      facts: { description: { defined: 'documentation' }, framework },
    },
    handlerParameters: 'model-output',
    reference: 'https://docs.langchain.com/oss/python/langchain/tools',
  },
  {
    of: `${classes}.{BaseTool,StructuredTool,Tool}`,
    when: 'subclass',
    asset: { kind: 'tool', name: { defined: 'name' }, facts: { description: { defined: 'documentation' }, framework } },
    reference: 'https://python.langchain.com/docs/how_to/custom_tools/#subclass-basetool',
  },
  {
    of: [`${classes}.{StructuredTool,Tool}{,.from_function}`],
    asset: {
      kind: 'tool',
      name: { named: ['name'], at: 0 },
      facts: { description: { named: ['description'] }, framework },
    },
    handler: { named: ['func', 'coroutine'], at: 1 },
    handlerParameters: 'model-output',
    reference: 'https://python.langchain.com/docs/how_to/custom_tools/#structuredtool',
  },
  {
    of: [
      'langchain{.tools,.tools.retriever,.agents.agent_toolkits,_core.tools,_core.tools.retriever}.create_retriever_tool',
    ],
    asset: {
      kind: 'tool',
      name: { named: ['name'], at: 1 },
      facts: {
        description: { named: ['description'], at: 2 },
        framework,
        readsPrivateData: { value: true },
        sendsOut: { value: false },
        changesState: { value: false },
        executesCode: { value: false },
      },
    },
    links: [{ relation: 'reads', from: 'self', to: { pick: { named: ['retriever'], at: 0 } } }],
    reference:
      'https://python.langchain.com/api_reference/core/tools/langchain_core.tools.retriever.create_retriever_tool.html',
  },
];
