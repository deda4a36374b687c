/** DSPy: programs of language models, and among them agents that call tools or run code that the model writes. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { readyTool } from '../../../kit/ready-tool.ts';
import { remoteModel } from '../../../kit/remote-model.ts';

const framework: Pick = { value: 'dspy' };
const tools: Pick = { named: ['tools'], at: 1 };
/** The vendors that DSPy reaches by name; those that run models on this machine are no remote ones. */
const name: Pick = { named: ['model'], at: 0 };
const isLocal = /^(?:ollama_chat|ollama|hosted_vllm|vllm)\/(.+)$/;

const acting = (classes: string, reference: string, fallback?: number): Meaning => ({
  of: `dspy{,.predict,.predict.*}.{${classes}}`,
  asset: {
    kind: 'agent',
    facts: {
      framework,
      maxIterations: { named: ['max_iters', 'max_iterations'], ...(fallback === undefined ? {} : { fallback }) },
    },
    complete: [
      { relation: 'uses-tool', grade: 'declared', scope: 'file' },
      { relation: 'delegates-to', grade: 'declared', scope: 'file' },
      { relation: 'connects', grade: 'declared', scope: 'file' },
    ],
  },
  links: [{ relation: 'uses-tool', from: 'self', to: { pick: tools, otherwise: 'tool' } }],
  reference,
});
const programs = 'ReAct,CodeAct,ProgramOfThought,RLM';

export default defineLibrary({
  id: 'dspy',
  title: 'DSPy',
  homepage: 'https://dspy.ai',
  python: {
    packages: ['dspy', 'dspy-ai'],
    modules: ['dspy'],
    meanings: [
      {
        of: 'dspy{,.clients,.clients.lm}.LM',
        unless: { ...name, matching: isLocal },
        asset: {
          ...remoteModel(undefined, name, {
            temperature: { named: ['temperature'] },
            outputLimit: { named: ['max_tokens'] },
          }),
          identifier: { scheme: 'model-name', value: { ...name, as: 'provider-path', prefix: 'openai:' } },
        },
        links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
        reference: 'https://dspy.ai/learn/programming/language_models/',
      },
      {
        of: 'dspy{,.clients,.clients.lm}.LM',
        onlyIf: { ...name, matching: isLocal },
        asset: {
          kind: 'model',
          identifier: {
            scheme: 'model-name',
            value: { ...name, matching: isLocal, prefixFrom: { ...name, matching: /^(ollama|hosted_vllm|vllm)/ } },
          },
          facts: { modelName: { ...name, matching: isLocal } },
        },
        links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
        reference: 'https://dspy.ai/learn/programming/language_models/',
      },
      {
        of: 'dspy{,.clients,.clients.embedding}.Embedder',
        asset: remoteModel(undefined, { named: ['model'], at: 0, matching: /^[\w-]+\/.+$/ }),
        links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
        reference: 'https://dspy.ai/api/models/Embedder/',
      },
      acting('ReAct', 'https://dspy.ai/api/modules/ReAct/', 20),
      acting('CodeAct', 'https://dspy.ai/api/modules/CodeAct/', 5),
      acting('ProgramOfThought', 'https://dspy.ai/api/modules/ProgramOfThought/', 3),
      acting('RLM', 'https://dspy.ai/api/modules/RLM/'),
      {
        // What the model writes is run in an interpreter that is shut off from the machine.
        of: 'dspy{,.predict,.predict.*}.{CodeAct,ProgramOfThought,RLM}',
        asset: readyTool('dspy', { value: 'python' }, ['executesCode'], { sandboxOff: { value: false } }),
        links: [{ relation: 'uses-tool', from: { made: 'agent' }, to: 'self' }],
        reference: 'https://dspy.ai/api/tools/PythonInterpreter/',
      },
      {
        of: 'dspy{,.adapters.types.tool}.Tool',
        asset: {
          kind: 'tool',
          name: { named: ['name', 'func'], at: 0, as: 'path', matching: /^(?:own )?(.+)$/ },
          facts: { framework, description: { named: ['desc'] } },
        },
        handler: { named: ['func'], at: 0 },
        handlerParameters: 'model-output',
        reference: 'https://dspy.ai/learn/programming/tools/',
      },
      {
        of: `dspy{,.predict}.{${programs}}()`,
        yields: 'model-output',
        links: [{ relation: 'exposes', from: 'enclosing', to: 'receiver' }],
        reference: 'https://dspy.ai/learn/programming/modules/',
      },
      {
        of: 'dspy{,.predict}.{Predict,ChainOfThought,MultiChainComparison,BestOfN,Refine}()',
        yields: 'model-output',
        reference: 'https://dspy.ai/learn/programming/modules/',
      },
    ],
  },
});
