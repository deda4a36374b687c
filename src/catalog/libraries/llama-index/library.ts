/** LlamaIndex: indexes over documents, the engines that answer from them, and agents. */
import { defineLibrary, type Meaning } from '../../../kit/define-library.ts';
import { framework, links, made, tool, vendors } from './parts.ts';

export default defineLibrary({
  id: 'llama-index',
  title: 'LlamaIndex',
  homepage: 'https://developers.llamaindex.ai',
  python: {
    packages: [
      'llama-index',
      'llama-index-core',
      ...vendors.map(([module]) => `llama-index-llms-${module.replaceAll('_', '-')}`),
    ],
    modules: ['llama_index'],
    meanings: [
      ...vendors.map(
        ([module, classes, provider]): Meaning => ({
          of: `llama_index.{llms,embeddings}.${module}.{${classes}}`,
          asset: {
            kind: 'model',
            identifier: {
              scheme: 'model-name',
              value: { named: ['model', 'model_name', 'engine'], prefix: `${provider}:` },
            },
            facts: { provider: { value: provider }, temperature: { named: ['temperature'] } },
          },
          links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
          yields: 'model-output',
          reference: 'https://developers.llamaindex.ai/python/framework/module_guides/models/llms/',
        }),
      ),
      {
        of: made,
        asset: { kind: 'vector-store', facts: { service: framework } },
        links: [
          { relation: 'connects', from: 'enclosing', to: 'self' },
          { relation: 'reads', from: 'enclosing', to: 'self' },
          { relation: 'embeds-with', from: 'self', to: { pick: { named: ['embed_model'] } } },
        ],
        reference: 'https://developers.llamaindex.ai/python/framework/module_guides/indexing/vector_store_index/',
      },
      {
        of: made,
        links: [
          {
            relation: 'grounded-on',
            from: { made: 'vector-store' },
            to: { pick: { named: ['documents', 'nodes'], at: 0 } },
          },
          // Where its vectors are kept, when that is not the memory of the program.
          {
            relation: 'grounded-on',
            from: { made: 'vector-store' },
            to: { pick: { named: ['storage_context'], maker: { named: ['vector_store'] } } },
          },
        ],
        reference: 'https://developers.llamaindex.ai/python/framework/module_guides/indexing/vector_store_index/',
      },
      {
        of: `${made}().{as_retriever,as_query_engine,as_chat_engine}`,
        links: [{ relation: 'grounded-on', from: 'enclosing', to: 'receiver' }],
        returns: 'receiver',
      },
      {
        of: `${made}().{query,aquery,chat,achat,retrieve,stream_chat}`,
        effects: ['reads-private-data'],
        yields: 'model-output',
        sink: { kind: 'prompt', value: { at: 0 } },
      },
      {
        of: 'llama_index.core{,.readers}.SimpleDirectoryReader',
        asset: {
          kind: 'dataset',
          identifier: { scheme: 'place', value: { named: ['input_dir', 'input_files'], at: 0 } },
          facts: { source: { value: 'local-file' } },
        },
        effects: ['reads-private-data'],
        links: [{ relation: 'reads', from: 'enclosing', to: 'self' }],
        reference: 'https://developers.llamaindex.ai/python/framework/module_guides/loading/simpledirectoryreader/',
      },
      {
        of: 'llama_index.readers.web.{SimpleWebPageReader,BeautifulSoupWebReader,TrafilaturaWebReader}().load_data',
        asset: {
          kind: 'dataset',
          identifier: { scheme: 'display-name', value: { named: ['urls'], at: 0 } },
          facts: { source: { value: 'url' }, userWritable: { value: true } },
        },
        effects: ['takes-untrusted-content'],
        yields: 'untrusted-input',
        links: [{ relation: 'reads', from: 'enclosing', to: 'self' }],
        reference: 'https://developers.llamaindex.ai/python/framework/module_guides/loading/connector/',
      },
      {
        // What is cut comes from where the whole came from.
        of: 'llama_index.core{.node_parser,.text_splitter}.{*(),*.from_defaults()}.{get_nodes_from_documents,split_text}',
        returns: { named: ['documents'], at: 0 },
        reference: 'https://developers.llamaindex.ai/python/framework/module_guides/loading/node_parsers/',
      },
      {
        of: 'llama_index.core.agent{,.workflow}.{FunctionAgent,ReActAgent,CodeActAgent,ReActAgent.from_tools,FunctionCallingAgent.from_tools}',
        asset: {
          kind: 'agent',
          name: { named: ['name'] },
          facts: { framework },
          // Inside a workflow they may hand work on.
          complete: [
            { relation: 'uses-tool', grade: 'declared', scope: 'file', unless: { named: ['tool_retriever'] } },
            { relation: 'connects', grade: 'declared', scope: 'file' },
          ],
        },
        links,
        reference: 'https://developers.llamaindex.ai/python/framework/understanding/agent/',
      },
      {
        of: 'llama_index.core.agent.workflow.AgentWorkflow',
        asset: {
          kind: 'agent',
          facts: { framework },
          complete: [
            { relation: 'uses-tool', grade: 'declared', scope: 'file' },
            { relation: 'delegates-to', grade: 'declared', scope: 'file' },
            { relation: 'connects', grade: 'declared', scope: 'file' },
          ],
        },
        links: [{ relation: 'delegates-to', from: 'self', to: { pick: { named: ['agents'], at: 0 } } }],
        reference: 'https://developers.llamaindex.ai/python/framework/understanding/agent/multi_agent/',
      },
      tool(
        'llama_index.core.tools{,.function_tool}.FunctionTool.from_defaults',
        { at: 0, named: ['fn', 'async_fn'] },
        {},
      ),
      {
        ...tool('llama_index.core.tools{,.query_engine}.QueryEngineTool{,.from_defaults}', undefined, {
          readsPrivateData: { value: true },
          sendsOut: { value: false },
          changesState: { value: false },
          executesCode: { value: false },
        }),
        links: [{ relation: 'reads', from: 'self', to: { pick: { named: ['query_engine'], at: 0 } } }],
      },
    ],
  },
});
