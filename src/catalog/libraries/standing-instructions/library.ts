/** Standing instructions: which part of a request is the system prompt, in every client. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const instructs = (of: string | readonly string[], value: Pick, reference: string): Meaning => ({
  of,
  sink: { kind: 'system-prompt', value },
  reference,
});
/** Messages that carry the role of whoever runs the program. */
const messages = (of: string | readonly string[], named: readonly string[], reference: string): readonly Meaning[] =>
  ['system', 'developer'].map((role) => instructs(of, { named, path: [`*role=${role}`, 'content'] }, reference));

const openai = [
  'openai{,.OpenAI(),.AsyncOpenAI(),.Client(),.AsyncClient(),.default(),(),.AzureOpenAI(),.AsyncAzureOpenAI()}.{chat.completions,beta.chat.completions,responses}.{create,parse,stream}',
  'openai.ChatCompletion.{create,acreate}',
];
const openaiDocs = 'https://platform.openai.com/docs/guides/text#message-roles-and-instruction-following';
const claude = '{messages,beta.messages}.{create,stream,parse,tool_runner,toolRunner}';
const claudeDocs = 'https://docs.claude.com/en/docs/build-with-claude/prompt-engineering/system-prompts';
const ollamaDocs = 'https://github.com/ollama/ollama/blob/main/docs/api.md';
const litellmDocs = 'https://docs.litellm.ai/docs/completion/input';
const openaiCalls: readonly Meaning[] = [
  instructs(openai, { named: ['instructions'] }, openaiDocs),
  ...messages(openai, ['messages', 'input'], openaiDocs),
];

export default defineLibrary({
  id: 'standing-instructions',
  title: 'Standing instructions of requests',
  homepage: 'https://owasp.org/www-project-top-10-for-large-language-model-applications/',
  python: {
    packages: [],
    modules: [
      'openai',
      'anthropic',
      'litellm',
      'ollama',
      'langchain',
      'langchain_core',
      'google.generativeai',
      'google.genai',
      'vertexai',
      'agents',
      'pydantic_ai',
      'boto3',
    ],
    meanings: [
      ...openaiCalls,
      instructs(
        `anthropic.{Anthropic,AsyncAnthropic,Client,AsyncClient,AnthropicBedrock,AnthropicVertex}().${claude}`,
        { named: ['system'] },
        claudeDocs,
      ),
      ...messages('litellm{,.main,.Router()}.{completion,acompletion}', ['messages'], litellmDocs),
      ...messages('ollama{,.Client(),.AsyncClient()}.chat', ['messages'], ollamaDocs),
      instructs('ollama{,.Client(),.AsyncClient()}.generate', { named: ['system'] }, ollamaDocs),
      instructs(
        ['langchain.schema{,.messages}.SystemMessage', 'langchain_core.messages{,.system}.SystemMessage'],
        { named: ['content'], at: 0 },
        'https://docs.langchain.com/oss/python/langchain/messages#system-message',
      ),
      instructs(
        'google.generativeai{,.generative_models}.GenerativeModel',
        { named: ['system_instruction'] },
        'https://ai.google.dev/gemini-api/docs/text-generation#system-instructions',
      ),
      instructs(
        'vertexai.generative_models.GenerativeModel',
        { named: ['system_instruction'] },
        'https://cloud.google.com/vertex-ai/generative-ai/docs/learn/prompts/system-instructions',
      ),
      instructs(
        'google.genai.types.GenerateContentConfig',
        { named: ['system_instruction'] },
        'https://ai.google.dev/gemini-api/docs/text-generation#system-instructions',
      ),
      instructs(
        'agents{,.agent}.Agent',
        { named: ['instructions'] },
        'https://openai.github.io/openai-agents-python/agents/',
      ),
      instructs(
        'pydantic_ai{,.agent}.Agent',
        { named: ['system_prompt', 'instructions'] },
        'https://ai.pydantic.dev/agents/#system-prompts',
      ),
      instructs(
        'boto3.client().{converse,converse_stream}',
        { named: ['system'], path: ['*', 'text'] },
        'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html',
      ),
    ],
  },
  javascript: {
    packages: [],
    modules: ['openai', '@anthropic-ai/sdk', 'ai', '@langchain/core', 'langchain', '@openai/agents'],
    meanings: [
      ...openaiCalls,
      instructs(`@anthropic-ai/sdk{.default,.Anthropic,}().${claude}`, { named: ['system'] }, claudeDocs),
      instructs(
        'ai.{generateText,streamText,generateObject,streamObject,Agent,Experimental_Agent,ToolLoopAgent}',
        { named: ['system', 'instructions'] },
        'https://ai-sdk.dev/docs/foundations/prompts#system-prompts',
      ),
      ...messages(
        'ai.{generateText,streamText,generateObject,streamObject}',
        ['messages'],
        'https://ai-sdk.dev/docs/foundations/prompts#system-messages',
      ),
      instructs(
        ['@langchain/core/messages.SystemMessage', 'langchain.SystemMessage'],
        { at: 0, named: ['content'] },
        'https://docs.langchain.com/oss/javascript/langchain/messages#system-message',
      ),
      instructs(
        '@openai/agents.Agent',
        { named: ['instructions'] },
        'https://openai.github.io/openai-agents-js/guides/agents/',
      ),
    ],
  },
});
