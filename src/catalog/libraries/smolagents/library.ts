/** smolagents: agents that call tools, or that write Python and run it. */
import { defineLibrary, type Link, type Meaning, type Pick } from '../../../kit/define-library.ts';

const framework: Pick = { value: 'smolagents' };
const links: readonly Link[] = [
  { relation: 'invokes', from: 'self', to: { pick: { named: ['model'], at: 1 } } },
  { relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'], at: 0 }, otherwise: 'tool' } },
  { relation: 'delegates-to', from: 'self', to: { pick: { named: ['managed_agents'] } } },
];
/** Names of models by the class that calls them: of the hub, of OpenAI, or with their vendor in front. */
const models: readonly (readonly [classes: string, name: Pick])[] = [
  ['InferenceClientModel,HfApiModel,TransformersModel,VLLMModel,MLXModel', { prefix: 'huggingface:' }],
  ['OpenAIServerModel,OpenAIModel', { prefix: 'openai:' }],
  ['AzureOpenAIServerModel,AzureOpenAIModel', { prefix: 'azure:' }],
  ['LiteLLMModel', { as: 'provider-path', prefix: 'openai:' }],
];
const modelOf = ([classes, name]: (typeof models)[number]): Meaning => ({
  of: `smolagents{,.models}.{${classes}}`,
  asset: {
    kind: 'model',
    identifier: { scheme: 'model-name', value: { named: ['model_id'], at: 0, ...name } },
    facts: { modelName: { named: ['model_id'], at: 0 } },
  },
  links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
  yields: 'model-output',
  reference: 'https://huggingface.co/docs/smolagents/reference/models',
});
const runsCode = 'smolagents#python';
const complete: NonNullable<NonNullable<Meaning['asset']>['complete']> = [
  // https://huggingface.co/docs/smolagents/reference/agents
  { relation: 'uses-tool', grade: 'declared', scope: 'file', unless: { named: ['add_base_tools'] } },
  { relation: 'delegates-to', grade: 'declared', scope: 'file' },
  { relation: 'connects', grade: 'declared', scope: 'file' },
];

export default defineLibrary({
  id: 'smolagents',
  title: 'smolagents',
  homepage: 'https://huggingface.co/docs/smolagents',
  python: {
    packages: ['smolagents'],
    modules: ['smolagents'],
    meanings: [
      {
        of: 'smolagents{,.agents}.ToolCallingAgent',
        asset: {
          kind: 'agent',
          name: { named: ['name'] },
          facts: {
            framework,
            maxIterations: { named: ['max_steps'], fallback: 20 },
            loopUnbounded: { named: ['max_steps'], choices: { null: true } },
          },
          complete,
        },
        links,
        reference: 'https://huggingface.co/docs/smolagents/reference/agents',
      },
      {
        // Every step of this agent is a piece of Python that is run.
        of: 'smolagents{,.agents}.CodeAgent',
        asset: {
          kind: 'agent',
          name: { named: ['name'] },
          facts: {
            framework,
            maxIterations: { named: ['max_steps'], fallback: 20 },
            loopUnbounded: { named: ['max_steps'], choices: { null: true } },
          },
          complete,
        },
        links: [
          ...links,
          { relation: 'uses-tool', from: 'self', to: { kind: 'tool', scheme: 'symbol', value: { value: runsCode } } },
        ],
        reference: 'https://huggingface.co/docs/smolagents/tutorials/secure_code_execution',
      },
      {
        of: 'smolagents{,.agents}.CodeAgent',
        asset: {
          kind: 'tool',
          name: { value: 'python' },
          identifier: { scheme: 'symbol', value: { value: runsCode } },
          facts: {
            framework,
            executesCode: { value: true },
            // Told nothing, it runs the code in its own process, which its makers call no sandbox.
            sandboxOff: {
              named: ['executor_type'],
              fallback: true,
              choices: { true: true, local: true, docker: false, e2b: false, modal: false, blaxel: false, wasm: false },
            },
          },
        },
        reference: 'https://huggingface.co/docs/smolagents/tutorials/secure_code_execution',
      },
      {
        of: 'smolagents{,.tools}.tool',
        when: 'decorator',
        handlerParameters: 'model-output',
        asset: {
          kind: 'tool',
          name: { defined: 'name' },
          facts: { framework, description: { defined: 'documentation' } },
        },
        reference: 'https://huggingface.co/docs/smolagents/tutorials/tools',
      },
      {
        of: 'smolagents{,.tools}.Tool',
        when: 'subclass',
        asset: {
          kind: 'tool',
          name: { defined: 'name' },
          facts: { framework, description: { defined: 'documentation' } },
        },
        reference: 'https://huggingface.co/docs/smolagents/tutorials/tools',
      },
      {
        of: 'smolagents{,.default_tools}.{WebSearchTool,DuckDuckGoSearchTool,GoogleSearchTool,WikipediaSearchTool,ApiWebSearchTool}',
        asset: {
          kind: 'tool',
          facts: {
            framework,
            effectsKnown: { value: true },
            takesUntrustedContent: { value: true },
            readsPrivateData: { value: false },
            sendsOut: { value: false },
            changesState: { value: false },
            executesCode: { value: false },
          },
        },
        reference: 'https://huggingface.co/docs/smolagents/reference/default_tools',
      },
      ...models.map(modelOf),
    ],
  },
});
