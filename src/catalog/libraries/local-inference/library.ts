/** Engines that answer from weights of their own: vLLM, SGLang, llama.cpp, MLX, ONNX Runtime, OpenVINO, gradient boosting. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { loaded } from '../../../kit/loaded-model.ts';

const vllm = 'https://docs.vllm.ai/en/latest/api/vllm/index.html';
const prompt: NonNullable<Meaning['sink']> = {
  kind: 'prompt',
  value: { named: ['prompts', 'prompt', 'messages', 'inputs'], at: 0 },
};
const answering = (of: string, reference: string): Meaning => ({ of, yields: 'model-output', sink: prompt, reference });
/** Weights in a format that holds no code. */
const weights = (
  of: string | readonly string[],
  named: Pick,
  ending: string,
  format: string,
  framework: string,
  reference: string,
): Meaning => {
  const file: Pick = { ...named, matching: new RegExp(`^(?:\\./)?((?!https?:).+\\.(?:${ending}))$`, 'i') };
  return {
    of,
    onlyIf: file,
    asset: {
      kind: 'model-artifact',
      identifier: { scheme: 'place', value: file },
      facts: {
        format: { value: format },
        framework: { value: framework },
        source: { value: 'local-file' },
        unsafeLoad: { value: false },
      },
    },
    links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
    reference,
  };
};
const llama = 'https://llama-cpp-python.readthedocs.io/en/latest/api-reference/';
const session = 'https://onnxruntime.ai/docs/api/python/api_summary.html';

export default defineLibrary({
  id: 'local-inference',
  title: 'Engines for local inference',
  homepage: 'https://docs.vllm.ai',
  python: {
    packages: [
      'vllm',
      'sglang',
      'llama-cpp-python',
      'gpt4all',
      'mlx-lm',
      'onnxruntime',
      'onnxruntime-gpu',
      'openvino',
      'xgboost',
      'lightgbm',
      'catboost',
    ],
    modules: [
      'vllm',
      'sglang',
      'llama_cpp',
      'gpt4all',
      'mlx_lm',
      'onnxruntime',
      'openvino',
      'xgboost',
      'lightgbm',
      'catboost',
    ],
    meanings: [
      ...loaded(
        'vllm{,.entrypoints.llm,.engine.arg_utils}.{LLM,EngineArgs,AsyncEngineArgs}',
        { named: ['model'], at: 0 },
        {},
        undefined,
        'vllm',
        vllm,
      ),
      answering('vllm{,.entrypoints.llm}.LLM().{generate,chat}', vllm),
      ...loaded(
        'sglang{,.srt.entrypoints.engine}.Engine',
        { named: ['model_path'] },
        {},
        undefined,
        'sglang',
        'https://docs.sglang.ai/basic_usage/offline_engine_api.html',
      ),
      answering('sglang.Engine().{generate,async_generate}', 'https://docs.sglang.ai'),
      ...loaded(
        'mlx_lm{,.utils}.load',
        { named: ['path_or_hf_repo'], at: 0 },
        {},
        undefined,
        'mlx',
        'https://github.com/ml-explore/mlx-lm',
      ),
      { of: 'mlx_lm.generate', yields: 'model-output', reference: 'https://github.com/ml-explore/mlx-lm' },
      ...loaded(
        'llama_cpp{,.llama}.Llama.from_pretrained',
        { named: ['repo_id'], at: 0 },
        // GGUF holds tensors and settings alone.
        { remoteCode: { value: false } },
        undefined,
        'llama.cpp',
        llama,
      ),
      weights('llama_cpp{,.llama}.Llama', { named: ['model_path'], at: 0 }, 'gguf|bin', 'gguf', 'llama.cpp', llama),
      ...['llama_cpp{,.llama}.Llama', 'llama_cpp{,.llama}.Llama.from_pretrained'].map((of) =>
        answering(`${of}().{create_completion,create_chat_completion}`, llama),
      ),
      ...['llama_cpp{,.llama}.Llama()', 'llama_cpp{,.llama}.Llama.from_pretrained()'].map((of) => answering(of, llama)),
      {
        of: 'gpt4all.GPT4All',
        asset: {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { named: ['model_name'], at: 0, prefix: 'gpt4all:' } },
          facts: { hosting: { value: 'local' }, remoteCode: { value: false } },
        },
        links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
        reference: 'https://docs.gpt4all.io/gpt4all_python/home.html',
      },
      answering('gpt4all.GPT4All().generate', 'https://docs.gpt4all.io/gpt4all_python/home.html'),
      weights(
        'onnxruntime{,.capi.onnxruntime_inference_collection}.InferenceSession',
        { named: ['path_or_bytes'], at: 0 },
        'onnx|ort',
        'onnx',
        'onnxruntime',
        session,
      ),
      weights(
        'openvino{,.runtime}.Core().{read_model,compile_model}',
        { named: ['model', 'model_path'], at: 0 },
        'xml|onnx',
        'openvino',
        'openvino',
        'https://docs.openvino.ai/2025/api/ie_python_api/api.html',
      ),
      weights(
        'xgboost.{Booster,XGBClassifier,XGBRegressor}().load_model',
        { named: ['fname'], at: 0 },
        'json|ubj|bin|model|xgb',
        'xgboost',
        'xgboost',
        'https://xgboost.readthedocs.io/en/stable/tutorials/saving_model.html',
      ),
      weights(
        'lightgbm{,.basic}.Booster',
        { named: ['model_file'] },
        'txt|model|lgb',
        'lightgbm',
        'lightgbm',
        'https://lightgbm.readthedocs.io/en/latest/pythonapi/lightgbm.Booster.html',
      ),
      weights(
        'catboost{,.core}.{CatBoost,CatBoostClassifier,CatBoostRegressor}().load_model',
        { named: ['fname'], at: 0 },
        'cbm|json|model',
        'catboost',
        'catboost',
        'https://catboost.ai/docs/en/concepts/python-reference_catboost_load_model',
      ),
    ],
  },
  javascript: {
    packages: ['node-llama-cpp', 'onnxruntime-node', 'onnxruntime-web', '@mlc-ai/web-llm'],
    modules: ['node-llama-cpp', 'onnxruntime-node', 'onnxruntime-web', '@mlc-ai/web-llm'],
    meanings: [
      weights(
        'node-llama-cpp.getLlama().loadModel',
        { named: ['modelPath'] },
        'gguf',
        'gguf',
        'llama.cpp',
        'https://node-llama-cpp.withcat.ai/guide/',
      ),
      answering(
        'node-llama-cpp.LlamaChatSession().{prompt,promptWithMeta}',
        'https://node-llama-cpp.withcat.ai/guide/chat-session',
      ),
      weights(
        ['onnxruntime-node.InferenceSession.create', 'onnxruntime-web.InferenceSession.create'],
        { at: 0 },
        'onnx|ort',
        'onnx',
        'onnxruntime',
        'https://onnxruntime.ai/docs/api/js/interfaces/InferenceSessionFactory.html',
      ),
      {
        of: '@mlc-ai/web-llm.CreateMLCEngine',
        asset: {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { at: 0, prefix: 'mlc:' } },
          facts: { hosting: { value: 'local' } },
        },
        links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
        reference: 'https://webllm.mlc.ai/docs/',
      },
      answering('@mlc-ai/web-llm.CreateMLCEngine().chat.completions.create', 'https://webllm.mlc.ai/docs/'),
    ],
  },
});
