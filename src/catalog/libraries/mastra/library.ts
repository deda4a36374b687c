/** Mastra: agents for TypeScript with tools, memory, servers, agents below them and processors around them. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { readyTool } from '../../../kit/ready-tool.ts';

const framework: Pick = { value: 'mastra' };
const docs = 'https://mastra.ai/docs/';
const agents = ['@mastra/core.Agent', '@mastra/core/agent.Agent'];
const calls = '{generate,stream,network,generateLegacy,streamLegacy,streamVNext,generateVNext}';
const processors = ['inputProcessors', 'outputProcessors'];

/** https://mastra.ai/docs/agents/guardrails */
const guards: readonly (readonly [of: string, filters: string])[] = [
  ['PromptInjectionDetector', 'prompt-attack'],
  ['ModerationProcessor', 'content'],
  ['PIIDetector', 'personal-data'],
  ['SystemPromptScrubber', 'system-prompt'],
];
const stores: readonly (readonly [of: string, service: string])[] = [
  ['@mastra/pg.PgVector', 'pgvector'],
  ['@mastra/pinecone.PineconeVector', 'pinecone'],
  ['@mastra/qdrant.QdrantVector', 'qdrant'],
  ['@mastra/chroma.ChromaVector', 'chroma'],
  ['@mastra/libsql.LibSQLVector', 'libsql'],
  ['@mastra/mongodb.MongoDBVector', 'mongodb-atlas'],
  ['@mastra/upstash.UpstashVector', 'upstash'],
  ['@mastra/opensearch.OpenSearchVector', 'opensearch'],
  ['@mastra/astra.AstraVector', 'astra'],
  ['@mastra/lance.LanceVectorStore', 'lancedb'],
];
const modules = [
  '@mastra/core',
  '@mastra/mcp',
  '@mastra/memory',
  '@mastra/rag',
  ...stores.map(([of]) => of.slice(0, of.lastIndexOf('.'))),
];

export default defineLibrary({
  id: 'mastra',
  title: 'Mastra',
  homepage: 'https://mastra.ai',
  javascript: {
    packages: modules,
    modules,
    meanings: [
      {
        of: agents,
        asset: {
          kind: 'agent',
          name: { named: ['name', 'id'] },
          facts: { framework, description: { named: ['description'] } },
          complete: [
            { relation: 'uses-tool', grade: 'declared', scope: 'file', unless: { named: ['workflows', 'workspace'] } },
            { relation: 'delegates-to', grade: 'declared', scope: 'file' },
            { relation: 'connects', grade: 'declared', scope: 'file' },
            {
              relation: 'guarded-by',
              grade: 'default',
              scope: 'file',
              unless: { named: processors },
              reference: `${docs}agents/guardrails`,
            },
          ],
        },
        links: [
          {
            relation: 'invokes',
            from: 'self',
            to: { pick: { named: ['model'], as: 'provider-path' }, texts: { kind: 'model', scheme: 'model-name' } },
          },
          { relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'] }, otherwise: 'tool' } },
          { relation: 'delegates-to', from: 'self', to: { pick: { named: ['agents'] } } },
          { relation: 'remembers', from: 'self', to: { pick: { named: ['memory'] } } },
          ...processors.map(
            (name) => ({ relation: 'guarded-by', from: 'self', to: { pick: { named: [name] } } }) as const,
          ),
        ],
        reference: `${docs}agents/overview`,
      },
      {
        of: agents.map((of) => `${of}().${calls}`),
        yields: 'model-output',
        sink: { kind: 'prompt', value: { at: 0 } },
        links: [{ relation: 'exposes', from: 'enclosing', to: 'receiver' }],
        tells: { of: 'receiver', facts: { maxIterations: { named: ['maxSteps'], optionsAt: 1 } } },
        reference: `${docs}agents/overview`,
      },
      {
        // Which one is asked for by name; it is one of these.
        of: ['@mastra/core.Mastra().{getAgent,getAgentById}', '@mastra/core/mastra.Mastra().{getAgent,getAgentById}'],
        returns: { receiver: true, named: ['agents'], path: ['*'] },
        reference: `${docs}agents/overview`,
      },
      {
        of: '{@mastra/core.createTool,@mastra/core/tools.createTool}',
        asset: {
          kind: 'tool',
          name: { named: ['id'] },
          facts: {
            framework,
            description: { named: ['description'] },
            // https://mastra.ai/docs/agents/agent-approval
            approval: {
              named: ['requireApproval'],
              choices: { true: 'always-asks', false: 'never-asks', 'never-asks': 'never-asks' },
              fallback: 'never-asks',
            },
          },
        },
        handler: { named: ['execute'] },
        handlerParameters: 'model-output',
        reference: `${docs}agents/using-tools`,
      },
      {
        of: '@mastra/rag.{createVectorQueryTool,createGraphRAGTool}',
        asset: readyTool('mastra', { named: ['id'] }, ['readsPrivateData']),
        reference: `${docs}rag/retrieval`,
      },
      {
        of: '@mastra/mcp.{MCPClient,MCPConfiguration}',
        asset: {
          kind: 'mcp-server-configuration',
          facts: { clientName: framework },
        },
        links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
        reference: `${docs}mcp/overview`,
      },
      ...['command', 'url'].map((key): Meaning => {
        const said: Pick = {
          named: ['servers'],
          path: ['*', key],
          matching: /^.+$/,
          ...(key === 'url' ? { maker: { at: 0 } } : {}),
        };
        return {
          of: '@mastra/mcp.{MCPClient,MCPConfiguration}',
          onlyIf: said,
          asset: { kind: 'mcp-server-configuration', facts: { [key]: said } },
          reference: `${docs}mcp/overview`,
        };
      }),
      {
        of: '@mastra/mcp.{MCPClient,MCPConfiguration}().{getTools,listTools,getToolsets,listToolsets}',
        returns: 'receiver',
        reference: `${docs}mcp/overview`,
      },
      {
        of: '@mastra/mcp.MCPServer',
        asset: {
          kind: 'mcp-server-definition',
          name: { named: ['name'] },
          facts: { framework, version: { named: ['version'] }, language: { value: 'typescript' } },
        },
        links: [{ relation: 'offers', from: 'self', to: { pick: { named: ['tools'] } } }],
        tells: { of: 'application', facts: { exposesTools: { value: true } } },
        reference: `${docs}mcp/publishing-mcp-server`,
      },
      {
        of: '@mastra/memory.Memory',
        asset: { kind: 'memory', facts: { framework, persistent: { value: true } } },
        reference: `${docs}memory/overview`,
      },
      // A thread is only ever recalled in itself; what is worked out or searched for comes back in others.
      ...[['workingMemory', 'enabled'], ['semanticRecall']].map(
        (path): Meaning => ({
          of: '@mastra/memory.Memory',
          onlyIf: { named: ['options'], path },
          asset: { kind: 'memory', facts: { recalledLater: { value: true } } },
          reference: `${docs}memory/overview`,
        }),
      ),
      ...guards.map(
        ([name, filters]): Meaning => ({
          of: `@mastra/core/processors.${name}`,
          asset: { kind: 'guardrail', facts: { service: framework, filters: { value: filters } } },
          reference: `${docs}agents/guardrails`,
        }),
      ),
      ...stores.map(
        ([of, service]): Meaning => ({
          of,
          asset: { kind: 'vector-store', facts: { service: { value: service } } },
          links: [{ relation: 'connects', from: 'enclosing', to: 'self' }],
          reference: `${docs}rag/vector-databases`,
        }),
      ),
      {
        of: stores.map(([of]) => `${of}().query`),
        effects: ['reads-private-data'],
        links: [
          { relation: 'reads', from: 'enclosing', to: 'receiver' },
          { relation: 'grounded-on', from: 'enclosing', to: 'receiver' },
        ],
        yields: 'private-data',
        reference: `${docs}rag/retrieval`,
      },
      {
        of: stores.map(([of]) => `${of}().{upsert,updateVector,deleteVector,deleteIndex}`),
        effects: ['changes-state'],
        links: [{ relation: 'writes', from: 'enclosing', to: 'receiver' }],
        reference: `${docs}rag/vector-databases`,
      },
    ],
  },
});
