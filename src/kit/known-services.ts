/** AI services by the image that runs them: what they are, where they listen, and when they ask for a credential. */

export type Authentication = 'none' | 'key' | 'token' | 'password';

export interface KnownService {
  readonly service: string;
  /** Image names without registry tag; one that ends with `/` is a prefix. */
  readonly images: readonly string[];
  /** What it is besides a container; absent for platforms that are only compute. */
  readonly kind?: 'inference-endpoint' | 'vector-store' | 'data-store';
  readonly port: number;
  /** What holds when nothing is set, as the page documents it; absent where it depends on the version. */
  readonly default?: Authentication;
  /** Variables and arguments that switch a credential on. */
  readonly keyed?: { readonly by: readonly string[]; readonly gives: Authentication };
  /** Variables with a value, or arguments, that switch it off. */
  readonly opened?: readonly string[];
  /** Arguments or variables that name the model it serves. */
  readonly model?: readonly string[];
  /** The word of its command that is followed by the model. */
  readonly modelAfter?: string;
  readonly reference: string;
}

export const knownServices: readonly KnownService[] = [
  {
    service: 'ollama',
    images: ['ollama/ollama'],
    kind: 'inference-endpoint',
    port: 11434,
    default: 'none',
    reference: 'https://github.com/ollama/ollama/blob/main/docs/faq.md',
  },
  {
    service: 'vllm',
    images: ['vllm/vllm-openai', 'lmcache/vllm-openai'],
    kind: 'inference-endpoint',
    port: 8000,
    default: 'none',
    keyed: { by: ['--api-key', 'VLLM_API_KEY'], gives: 'key' },
    model: ['--model'],
    modelAfter: 'serve',
    reference: 'https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html',
  },
  {
    service: 'sglang',
    images: ['lmsysorg/sglang'],
    kind: 'inference-endpoint',
    port: 30000,
    default: 'none',
    keyed: { by: ['--api-key'], gives: 'key' },
    model: ['--model-path', '--model'],
    reference: 'https://docs.sglang.ai/advanced_features/server_arguments.html',
  },
  {
    service: 'tgi',
    images: ['ghcr.io/huggingface/text-generation-inference'],
    kind: 'inference-endpoint',
    port: 80,
    default: 'none',
    keyed: { by: ['--api-key', 'API_KEY'], gives: 'key' },
    model: ['--model-id', 'MODEL_ID'],
    reference: 'https://huggingface.co/docs/text-generation-inference/reference/launcher',
  },
  {
    service: 'text-embeddings-inference',
    images: ['ghcr.io/huggingface/text-embeddings-inference'],
    kind: 'inference-endpoint',
    port: 80,
    default: 'none',
    keyed: { by: ['--api-key', 'API_KEY'], gives: 'key' },
    model: ['--model-id', 'MODEL_ID'],
    reference: 'https://huggingface.co/docs/text-embeddings-inference/cli_arguments',
  },
  {
    service: 'triton',
    images: ['nvcr.io/nvidia/tritonserver'],
    kind: 'inference-endpoint',
    port: 8000,
    default: 'none',
    reference:
      'https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/customization_guide/deploy.html',
  },
  {
    service: 'tensorflow-serving',
    images: ['tensorflow/serving'],
    kind: 'inference-endpoint',
    port: 8501,
    default: 'none',
    reference: 'https://www.tensorflow.org/tfx/serving/serving_config',
  },
  {
    service: 'torchserve',
    images: ['pytorch/torchserve'],
    kind: 'inference-endpoint',
    port: 8080,
    opened: ['--disable-token-auth', 'TS_DISABLE_TOKEN_AUTHORIZATION=true'],
    reference: 'https://docs.pytorch.org/serve/token_authorization_api.html',
  },
  {
    service: 'llama-cpp',
    images: ['ghcr.io/ggml-org/llama.cpp', 'ghcr.io/ggerganov/llama.cpp'],
    kind: 'inference-endpoint',
    port: 8080,
    default: 'none',
    keyed: { by: ['--api-key', '--api-key-file', 'LLAMA_API_KEY'], gives: 'key' },
    reference: 'https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md',
  },
  {
    service: 'localai',
    images: ['localai/localai', 'quay.io/go-skynet/local-ai'],
    kind: 'inference-endpoint',
    port: 8080,
    default: 'none',
    keyed: { by: ['API_KEY', 'LOCALAI_API_KEY', '--api-keys'], gives: 'key' },
    reference: 'https://localai.io/advanced/',
  },
  {
    service: 'nim',
    images: ['nvcr.io/nim/'],
    kind: 'inference-endpoint',
    port: 8000,
    default: 'none',
    reference: 'https://docs.nvidia.com/nim/large-language-models/latest/configuration.html',
  },
  {
    service: 'litellm',
    images: ['ghcr.io/berriai/litellm', 'ghcr.io/berriai/litellm-database', 'litellm/litellm'],
    kind: 'inference-endpoint',
    port: 4000,
    // Without a master key every caller is let in; it can also stand in a configuration file that is mounted.
    default: 'none',
    keyed: { by: ['LITELLM_MASTER_KEY'], gives: 'key' },
    reference: 'https://docs.litellm.ai/docs/proxy/virtual_keys',
  },
  {
    service: 'qdrant',
    images: ['qdrant/qdrant'],
    kind: 'vector-store',
    port: 6333,
    default: 'none',
    keyed: { by: ['QDRANT__SERVICE__API_KEY'], gives: 'key' },
    reference: 'https://qdrant.tech/documentation/guides/security/',
  },
  {
    service: 'chroma',
    images: ['chromadb/chroma', 'ghcr.io/chroma-core/chroma'],
    kind: 'vector-store',
    port: 8000,
    default: 'none',
    keyed: { by: ['CHROMA_SERVER_AUTHN_PROVIDER', 'CHROMA_SERVER_AUTHN_CREDENTIALS'], gives: 'token' },
    reference: 'https://cookbook.chromadb.dev/security/auth-1.0.x/',
  },
  {
    service: 'weaviate',
    images: ['semitechnologies/weaviate', 'cr.weaviate.io/semitechnologies/weaviate'],
    kind: 'vector-store',
    port: 8080,
    keyed: { by: ['AUTHENTICATION_APIKEY_ENABLED', 'AUTHENTICATION_OIDC_ENABLED'], gives: 'key' },
    opened: ['AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED=true'],
    reference: 'https://docs.weaviate.io/deploy/configuration/authentication',
  },
  {
    service: 'milvus',
    images: ['milvusdb/milvus'],
    kind: 'vector-store',
    port: 19530,
    default: 'none',
    keyed: { by: ['COMMON_SECURITY_AUTHORIZATIONENABLED'], gives: 'password' },
    reference: 'https://milvus.io/docs/authenticate.md',
  },
  {
    service: 'pgvector',
    images: ['pgvector/pgvector', 'ankane/pgvector'],
    kind: 'vector-store',
    port: 5432,
    default: 'password',
    opened: ['POSTGRES_HOST_AUTH_METHOD=trust'],
    reference: 'https://hub.docker.com/_/postgres',
  },
  {
    service: 'postgresql',
    images: ['postgres', 'bitnami/postgresql'],
    kind: 'data-store',
    port: 5432,
    default: 'password',
    opened: ['POSTGRES_HOST_AUTH_METHOD=trust', 'ALLOW_EMPTY_PASSWORD=yes'],
    reference: 'https://hub.docker.com/_/postgres',
  },
  {
    service: 'redis',
    images: ['redis', 'redis/redis-stack', 'redis/redis-stack-server', 'valkey/valkey'],
    kind: 'data-store',
    port: 6379,
    default: 'none',
    keyed: { by: ['--requirepass', 'REDIS_PASSWORD'], gives: 'password' },
    reference: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/',
  },
  {
    service: 'elasticsearch',
    images: ['elasticsearch', 'docker.elastic.co/elasticsearch/elasticsearch'],
    kind: 'data-store',
    port: 9200,
    opened: ['xpack.security.enabled=false'],
    reference: 'https://www.elastic.co/docs/deploy-manage/security/self-setup',
  },
  {
    service: 'neo4j',
    images: ['neo4j'],
    kind: 'data-store',
    port: 7474,
    default: 'password',
    opened: ['NEO4J_AUTH=none'],
    reference: 'https://neo4j.com/docs/operations-manual/current/docker/introduction/',
  },
  {
    service: 'jupyter',
    images: ['jupyter/', 'quay.io/jupyter/'],
    port: 8888,
    default: 'token',
    opened: ['--NotebookApp.token=', '--ServerApp.token=', '--IdentityProvider.token=', 'JUPYTER_TOKEN='],
    reference: 'https://jupyter-server.readthedocs.io/en/latest/operators/security.html',
  },
  {
    service: 'mlflow',
    images: ['ghcr.io/mlflow/mlflow'],
    port: 5000,
    default: 'none',
    keyed: { by: ['--app-name'], gives: 'password' },
    reference: 'https://mlflow.org/docs/latest/self-hosting/security/basic-http-auth/',
  },
  {
    service: 'ray',
    images: ['rayproject/ray', 'rayproject/ray-ml'],
    port: 8265,
    default: 'none',
    keyed: { by: ['RAY_AUTH_MODE'], gives: 'token' },
    reference: 'https://docs.ray.io/en/latest/ray-security/index.html',
  },
  {
    service: 'langflow',
    images: ['langflowai/langflow'],
    port: 7860,
    keyed: { by: ['LANGFLOW_SUPERUSER_PASSWORD'], gives: 'password' },
    opened: ['LANGFLOW_AUTO_LOGIN=true'],
    reference: 'https://docs.langflow.org/api-keys-and-authentication',
  },
  {
    service: 'flowise',
    images: ['flowiseai/flowise'],
    port: 3000,
    keyed: { by: ['FLOWISE_PASSWORD'], gives: 'password' },
    reference: 'https://docs.flowiseai.com/configuration/authorization',
  },
  {
    service: 'n8n',
    images: ['n8nio/n8n', 'docker.n8n.io/n8nio/n8n'],
    port: 5678,
    default: 'password',
    reference: 'https://docs.n8n.io/hosting/configuration/user-management-self-hosted/',
  },
  {
    service: 'open-webui',
    images: ['ghcr.io/open-webui/open-webui'],
    port: 8080,
    default: 'password',
    opened: ['WEBUI_AUTH=false'],
    reference: 'https://docs.openwebui.com/getting-started/env-configuration',
  },
  {
    service: 'dify',
    images: ['langgenius/dify-api', 'langgenius/dify-web'],
    port: 5001,
    default: 'password',
    reference: 'https://docs.dify.ai/en/getting-started/install-self-hosted/environments',
  },
  {
    service: 'langfuse',
    images: ['langfuse/langfuse', 'langfuse/langfuse-worker'],
    port: 3000,
    default: 'password',
    reference: 'https://langfuse.com/self-hosting/authentication-and-sso',
  },
  {
    service: 'phoenix',
    images: ['arizephoenix/phoenix'],
    port: 6006,
    default: 'none',
    keyed: { by: ['PHOENIX_ENABLE_AUTH'], gives: 'password' },
    reference: 'https://arize.com/docs/phoenix/self-hosting/features/authentication',
  },
  {
    service: 'anythingllm',
    images: ['mintplexlabs/anythingllm'],
    port: 3001,
    default: 'none',
    keyed: { by: ['AUTH_TOKEN'], gives: 'password' },
    reference: 'https://docs.anythingllm.com/configuration',
  },
];
