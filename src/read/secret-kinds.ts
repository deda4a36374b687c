/** The kinds of credential that are looked for: AI vendors and the clouds and services around them, by the shape of their keys. */

/** One kind of credential. */
export interface SecretKind {
  /** What the credential opens. */
  readonly id: string;
  /** The vendor in the notation of the fact `provider`. */
  readonly provider: string;
  /** The whole value; no look-around, and every repetition is bounded. */
  readonly shape: RegExp;
  /** Words, in any case, one of which stands in or shortly before every such value. */
  readonly keywords: readonly string[];
  /**
   * The shape says nothing by itself (32 hexadecimal digits): one of the keywords must stand before it, with a word such as
   * `key` between them or in the name, and the value must be given to something.
   */
  readonly inContext: boolean;
  /** Names of environment variables that hold it. */
  readonly environment: readonly string[];
  /** How surely a find is a credential, 0 to 1. */
  readonly confidence: number;
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const openaiPart = '(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58}|[A-Za-z0-9_-]{20})';

const describe =
  (inContext: boolean) =>
  (
    id: string,
    provider: string,
    shape: RegExp,
    keywords: readonly string[],
    environment: readonly string[] = [],
    confidence = inContext ? 0.8 : 0.95,
  ): SecretKind => ({ id, provider, shape, keywords, inContext, environment, confidence });
const distinct = describe(false);
const contextual = describe(true);

/** Every kind; where two shapes fit one value the earlier kind is meant. */
export const secretKinds: readonly SecretKind[] = [
  // Providers of models
  distinct('openai-api-key', 'openai', /sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}/, ['T3BlbkFJ'], ['OPENAI_API_KEY']),
  distinct(
    'openai-project-key',
    'openai',
    new RegExp(`sk-(?:proj|svcacct|service|None)-${openaiPart}T3BlbkFJ${openaiPart}`),
    ['T3BlbkFJ'],
  ),
  distinct(
    'openai-admin-key',
    'openai',
    new RegExp(`sk-admin-${openaiPart}T3BlbkFJ${openaiPart}`),
    ['T3BlbkFJ'],
    ['OPENAI_ADMIN_KEY'],
  ),
  distinct(
    'anthropic-api-key',
    'anthropic',
    /sk-ant-api03-[A-Za-z0-9_-]{93}AA/,
    ['sk-ant-api03-'],
    ['ANTHROPIC_API_KEY'],
  ),
  distinct('anthropic-admin-key', 'anthropic', /sk-ant-admin01-[A-Za-z0-9_-]{93}AA/, ['sk-ant-admin01-']),
  distinct(
    'anthropic-oauth-token',
    'anthropic',
    /sk-ant-o(?:at|rt)01-[A-Za-z0-9_-]{80,110}/,
    ['sk-ant-oat01-', 'sk-ant-ort01-'],
    ['CLAUDE_CODE_OAUTH_TOKEN'],
  ),
  distinct(
    'huggingface-token',
    'huggingface',
    /hf_[A-Za-z]{34}|hf_[A-Za-z0-9]{34}/,
    ['hf_'],
    ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'HUGGINGFACEHUB_API_TOKEN'],
  ),
  distinct('huggingface-organisation-token', 'huggingface', /api_org_[A-Za-z0-9]{34}/, ['api_org_']),
  distinct('groq-api-key', 'groq', /gsk_[A-Za-z0-9]{52}/, ['gsk_'], ['GROQ_API_KEY']),
  distinct('replicate-token', 'replicate', /r8_[A-Za-z0-9]{37}/, ['r8_'], ['REPLICATE_API_TOKEN']),
  contextual('cohere-api-key', 'cohere', /[A-Za-z0-9]{40}/, ['cohere', 'CO_API_KEY'], ['CO_API_KEY', 'COHERE_API_KEY']),
  contextual('mistral-api-key', 'mistral', /[A-Za-z0-9]{32}/, ['mistral'], ['MISTRAL_API_KEY']),
  distinct('together-api-key', 'together', /tgp_v1_[A-Za-z0-9_-]{43}/, ['tgp_v1_'], ['TOGETHER_API_KEY']),
  contextual('fireworks-api-key', 'fireworks', /fw_[A-Za-z0-9]{24}/, ['fireworks'], ['FIREWORKS_API_KEY']),
  distinct('perplexity-api-key', 'perplexity', /pplx-[A-Za-z0-9]{48}/, ['pplx-'], ['PERPLEXITY_API_KEY']),
  distinct('xai-api-key', 'xai', /xai-[A-Za-z0-9_-]{70,120}/, ['xai-'], ['XAI_API_KEY']),
  contextual('deepseek-api-key', 'deepseek', /sk-[a-z0-9]{32}/, ['deepseek'], ['DEEPSEEK_API_KEY']),
  contextual('moonshot-api-key', 'moonshot', /sk-[A-Za-z0-9_-]{48}/, ['moonshot', 'kimi'], ['MOONSHOT_API_KEY']),
  distinct('minimax-api-key', 'minimax', /sk-api-[A-Za-z0-9_-]{119}/, ['sk-api-'], ['MINIMAX_API_KEY']),
  distinct('openrouter-api-key', 'openrouter', /sk-or-v1-[0-9a-f]{64}/, ['sk-or-v1-'], ['OPENROUTER_API_KEY']),
  distinct('cerebras-api-key', 'cerebras', /csk-[a-z0-9]{48}/, ['csk-'], ['CEREBRAS_API_KEY']),
  distinct('vercel-ai-gateway-key', 'vercel', /vck_[A-Za-z0-9_-]{56}/, ['vck_'], ['AI_GATEWAY_API_KEY']),
  distinct('nvidia-api-key', 'nvidia', /nvapi-[A-Za-z0-9_-]{60,70}/, ['nvapi-'], ['NVIDIA_API_KEY', 'NGC_API_KEY']),
  contextual('voyage-api-key', 'voyage', /(?:pa|al)-[A-Za-z0-9_-]{43}/, ['voyage'], ['VOYAGE_API_KEY']),
  distinct('jina-api-key', 'jina', /jina_[A-Za-z0-9_-]{60}/, ['jina_'], ['JINA_API_KEY']),
  contextual('stability-api-key', 'stability', /sk-[A-Za-z0-9]{48}/, ['stability'], ['STABILITY_API_KEY']),
  contextual(
    'elevenlabs-api-key',
    'elevenlabs',
    /sk_[0-9a-f]{48}/,
    ['eleven', 'xi-api-key'],
    ['ELEVENLABS_API_KEY', 'ELEVEN_API_KEY'],
  ),
  contextual('ollama-cloud-key', 'ollama', /[a-f0-9]{32}\.[A-Za-z0-9_-]{24}/, ['ollama'], ['OLLAMA_API_KEY']),
  distinct('runpod-api-key', 'runpod', /rpa_[A-Z0-9]{40}[A-Za-z0-9]{6}/, ['rpa_'], ['RUNPOD_API_KEY']),
  contextual('deepgram-api-key', 'deepgram', /[a-f0-9]{40}/, ['deepgram'], ['DEEPGRAM_API_KEY']),
  contextual('assemblyai-api-key', 'assemblyai', /[a-z0-9]{32}/, ['assemblyai'], ['ASSEMBLYAI_API_KEY']),
  contextual('clarifai-token', 'clarifai', /[a-f0-9]{32}/, ['clarifai'], ['CLARIFAI_PAT']),
  // Tools around models
  contextual('litellm-key', 'litellm', /sk-[A-Za-z0-9_-]{22}/, ['litellm'], ['LITELLM_MASTER_KEY'], 0.6),
  distinct('pinecone-api-key', 'pinecone', /pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}/, ['pcsk_'], ['PINECONE_API_KEY']),
  contextual('pinecone-older-api-key', 'pinecone', new RegExp(uuid), ['pinecone']),
  distinct(
    'langsmith-api-key',
    'langsmith',
    /lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}/,
    ['lsv2_pt_', 'lsv2_sk_'],
    ['LANGSMITH_API_KEY', 'LANGCHAIN_API_KEY'],
  ),
  distinct('langfuse-secret-key', 'langfuse', new RegExp(`sk-lf-${uuid}`), ['sk-lf-'], ['LANGFUSE_SECRET_KEY']),
  contextual('wandb-api-key', 'wandb', /[0-9a-f]{40}/, ['wandb', 'weightsandbiases'], ['WANDB_API_KEY']),
  distinct('wandb-v1-api-key', 'wandb', /wandb_v1_[A-Za-z0-9_]{77}/, ['wandb_v1_']),
  contextual('cursor-api-key', 'cursor', /key_[0-9a-f]{64}/, ['cursor'], ['CURSOR_API_KEY']),
  distinct('tavily-api-key', 'tavily', /tvly-(?:dev-|prod-)?[A-Za-z0-9_-]{30,48}/, ['tvly-'], ['TAVILY_API_KEY']),
  contextual('brave-search-api-key', 'brave', /BSA[A-Za-z0-9_-]{24,40}/, ['brave'], ['BRAVE_API_KEY']),
  distinct('apify-token', 'apify', /apify_api_[A-Za-z0-9]{34,38}/, ['apify_api_'], ['APIFY_TOKEN']),
  distinct(
    'context7-api-key',
    'context7',
    /ctx7sk-[A-Za-z0-9-]{20,60}|ctx7_[A-Za-z0-9]{20,60}/,
    ['ctx7sk-', 'ctx7_'],
    [],
    0.7,
  ),
  // Clouds and services that agents reach
  distinct('aws-bedrock-api-key', 'aws', /ABSK[A-Za-z0-9+/]{109,269}={0,2}/, ['ABSK'], ['AWS_BEARER_TOKEN_BEDROCK']),
  distinct('aws-bedrock-short-key', 'aws', /bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[A-Za-z0-9+/=_-]{0,2000}/, [
    'bedrock-api-key-',
  ]),
  distinct(
    'aws-access-key',
    'aws',
    /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}/,
    ['AKIA', 'ASIA', 'ABIA', 'ACCA'],
    ['AWS_ACCESS_KEY_ID'],
  ),
  contextual('aws-secret-access-key', 'aws', /[A-Za-z0-9+/]{40}/, ['aws_secret'], ['AWS_SECRET_ACCESS_KEY']),
  distinct('google-api-key', 'google', /AIza[A-Za-z0-9_-]{35}/, ['AIza'], ['GOOGLE_API_KEY', 'GEMINI_API_KEY']),
  distinct('google-vertex-express-key', 'google', /AQ\.Ab8R[A-Za-z0-9_-]{46}/, ['AQ.Ab8R']),
  contextual(
    'google-service-account-key',
    'google',
    /-----BEGIN PRIVATE KEY-----(?:\\n|\s)[A-Za-z0-9+/=\\\s]{200,4000}/,
    ['-----BEGIN PRIVATE KEY-----'],
  ),
  contextual(
    'azure-openai-key',
    'azure',
    /[0-9a-f]{32}|[A-Za-z0-9]{84}/,
    ['azure_openai', 'azureopenai', 'openai.azure.com', 'cognitiveservices', 'Ocp-Apim-Subscription-Key'],
    ['AZURE_OPENAI_API_KEY'],
  ),
  contextual(
    'azure-ai-search-key',
    'azure',
    /[A-Za-z0-9]{52}/,
    ['search.windows.net', 'azure_search', 'azure_ai_search'],
    ['AZURE_SEARCH_KEY', 'AZURE_AI_SEARCH_KEY'],
  ),
  distinct(
    'azure-client-secret',
    'azure',
    /[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34}/,
    ['Q~'],
    ['AZURE_CLIENT_SECRET'],
  ),
  distinct('databricks-token', 'databricks', /dapi[a-f0-9]{32}(?:-\d)?/, ['dapi'], ['DATABRICKS_TOKEN']),
  distinct('alibaba-access-key', 'alibaba', /LTAI[A-Za-z0-9]{17,21}/, ['LTAI'], ['ALIBABA_CLOUD_ACCESS_KEY_ID']),
  distinct('supabase-management-token', 'supabase', /sbp_[a-z0-9_-]{40}/, ['sbp_'], ['SUPABASE_ACCESS_TOKEN']),
  distinct('supabase-secret-key', 'supabase', /sb_secret_[A-Za-z0-9_-]{31}/, ['sb_secret_']),
  distinct(
    'github-token',
    'github',
    /gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{82}/,
    ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    ['GITHUB_PERSONAL_ACCESS_TOKEN', 'GITHUB_TOKEN', 'GH_TOKEN'],
  ),
  distinct(
    'gitlab-token',
    'gitlab',
    /glpat-[A-Za-z0-9_-]{20,64}/,
    ['glpat-'],
    ['GITLAB_PERSONAL_ACCESS_TOKEN', 'GITLAB_TOKEN'],
  ),
  distinct('notion-token', 'notion', /ntn_[A-Za-z0-9]{40,50}/, ['ntn_'], ['NOTION_TOKEN', 'NOTION_API_KEY']),
  distinct('linear-api-key', 'linear', /lin_api_[A-Za-z0-9]{40}/, ['lin_api_'], ['LINEAR_API_KEY']),
  distinct(
    'slack-token',
    'slack',
    /xox[abprs]-\d{8,14}-[A-Za-z0-9-]{10,200}|xapp-\d-[A-Za-z0-9-]{20,200}/,
    ['xoxa-', 'xoxb-', 'xoxp-', 'xoxr-', 'xoxs-', 'xapp-'],
    ['SLACK_BOT_TOKEN', 'SLACK_TOKEN', 'SLACK_APP_TOKEN'],
  ),
  contextual(
    'json-web-token',
    'unknown',
    /eyJ[A-Za-z0-9_-]{10,400}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{20,700}/,
    ['api_key', 'api-key', 'apikey', 'service_role', 'anon_key', 'qdrant', 'weaviate', 'supabase'],
    [],
    0.7,
  ),
  distinct(
    'url-password',
    'unknown',
    /[a-z][a-z0-9+.-]{1,30}:\/\/[^/\s:@"'`<>]{1,64}:[^/\s:@"'`<>]{3,256}@[A-Za-z0-9.-]{1,253}/,
    ['://'],
    [],
    0.7,
  ),
];
