/** Google’s clients for Gemini: the Gen AI SDK, the older Generative AI SDK, and Vertex AI. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const model = (of: string | readonly string[], provider: string, name: Pick): Meaning => ({
  of,
  asset: {
    kind: 'model',
    identifier: { scheme: 'model-name', value: { ...name, matching: /^(?:models\/)?(.+)$/, prefix: `${provider}:` } },
    facts: {
      provider: { value: provider },
      modelName: { ...name, matching: /^(?:models\/)?(.+)$/ },
      hosting: { value: 'remote-api' },
      source: { value: 'provider-api' },
    },
  },
  links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
  yields: 'model-output',
  reference: 'https://ai.google.dev/gemini-api/docs/text-generation',
});
const prompted = (of: string | readonly string[], value: Pick): Meaning => ({
  of,
  links: [{ relation: 'invokes', from: 'enclosing', to: 'receiver' }],
  yields: 'model-output',
  sink: { kind: 'prompt', value },
});
/** Functions of the project are given to the model as they are. */
const tools = (of: string, pick: Pick): Meaning => ({
  of,
  links: [{ relation: 'uses-tool', from: 'enclosing', to: { pick, otherwise: 'tool' } }],
  reference: 'https://ai.google.dev/gemini-api/docs/function-calling',
});
const named: Pick = { named: ['model'] };
const first: Pick = { named: ['model_name', 'model'], at: 0 };
const contents: Pick = { named: ['contents', 'content', 'prompt', 'message'], at: 0 };
const client = 'google.genai{,.client}.Client()';
const calls = '{models,aio.models}.{generate_content,generate_content_stream,embed_content,generate_images}';
const older = 'google.generativeai{,.generative_models}.GenerativeModel';
const vertex =
  'vertexai.{generative_models,preview.generative_models,language_models}.{GenerativeModel,TextGenerationModel,TextEmbeddingModel}';

export default defineLibrary({
  id: 'google-genai',
  title: 'Google Gen AI',
  homepage: 'https://ai.google.dev/gemini-api/docs',
  python: {
    packages: ['google-genai', 'google-generativeai', 'google-cloud-aiplatform', 'vertexai'],
    modules: ['google.genai', 'google.generativeai', 'vertexai'],
    meanings: [
      model(`${client}.${calls}`, 'google', named),
      model([`${client}.{chats,aio.chats}.create`], 'google', named),
      prompted(`${client}.{chats,aio.chats}.create().{send_message,send_message_stream}`, contents),
      tools(`${client}.${calls}`, { named: ['config'], maker: { named: ['tools'] } }),
      model(older, 'google', first),
      prompted(`${older}().{generate_content,generate_content_async,start_chat}`, contents),
      tools(older, { named: ['tools'] }),
      model([vertex, `${vertex}.from_pretrained`], 'vertex', first),
      prompted(`${vertex}{,.from_pretrained}().{generate_content,predict,start_chat}`, contents),
    ],
  },
  javascript: {
    packages: ['@google/genai', '@google/generative-ai', '@google-cloud/vertexai'],
    modules: ['@google/genai', '@google/generative-ai', '@google-cloud/vertexai'],
    meanings: [
      model(
        '@google/genai.GoogleGenAI().{models.generateContent,models.generateContentStream,models.embedContent,chats.create}',
        'google',
        named,
      ),
      model('@google/generative-ai.GoogleGenerativeAI().getGenerativeModel', 'google', named),
      prompted(
        '@google/generative-ai.GoogleGenerativeAI().getGenerativeModel().{generateContent,generateContentStream,startChat}',
        contents,
      ),
      model('@google-cloud/vertexai.VertexAI().{getGenerativeModel,preview.getGenerativeModel}', 'vertex', named),
    ],
  },
});
