/** Go’s clients of Bedrock, of Gemini and of Ollama. */
import { keyGiven, modelNamed } from '../../../kit/client-meanings.ts';
import { defineLibrary, type Pick } from '../../../kit/define-library.ts';

const bedrock = 'github.com/aws/aws-sdk-go-v2/service/bedrockruntime';
const agents = 'github.com/aws/aws-sdk-go-v2/service/bedrockagentruntime';
const aws = 'github.com/aws/aws-sdk-go-v2/aws';
const genai = 'google.golang.org/genai';
const older = 'github.com/google/generative-ai-go/genai';
const ollama = 'github.com/ollama/ollama/api';
const bedrockReference = 'https://pkg.go.dev/github.com/aws/aws-sdk-go-v2/service/bedrockruntime';
const genaiReference = 'https://pkg.go.dev/google.golang.org/genai';
const ollamaReference = 'https://pkg.go.dev/github.com/ollama/ollama/api';
const modelId: Pick = { named: ['ModelId'], optionsAt: 1 };
const ofBedrock = `${bedrock}.{NewFromConfig(),New(),Client}.{InvokeModel,InvokeModelWithResponseStream,Converse,ConverseStream}`;
const ofGenai = `${genai}.{NewClient(),Client}.Models.{GenerateContent,GenerateContentStream,EmbedContent,GenerateImages}`;
const ofOllama = `${ollama}.{ClientFromEnvironment(),NewClient(),Client}.{Chat,Generate,Embed,Embeddings}`;

export default defineLibrary({
  id: 'model-clients-go',
  title: 'Bedrock, Gemini and Ollama for Go',
  homepage: 'https://pkg.go.dev/google.golang.org/genai',
  go: {
    packages: [
      'github.com/aws/aws-sdk-go-v2/service/bedrockruntime',
      genai,
      'github.com/google/generative-ai-go',
      'github.com/ollama/ollama',
    ],
    modules: [bedrock, agents, aws, genai, older, ollama],
    meanings: [
      modelNamed({ of: ofBedrock, provider: 'aws', name: modelId, reference: bedrockReference }),
      {
        of: ofBedrock,
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['Body', 'Messages', 'System'], optionsAt: 1 } },
      },
      { of: `${aws}.{String,ToString}`, returns: { at: 0 } },
      modelNamed({ of: ofGenai, provider: 'google', name: { at: 1 }, reference: genaiReference }),
      { of: ofGenai, yields: 'model-output', sink: { kind: 'prompt', value: { at: 2 } } },
      keyGiven(`${genai}.NewClient`, 'google', 'google-api-key', { named: ['APIKey'], optionsAt: 1 }, genaiReference),
      modelNamed({
        of: `${older}.{NewClient(),Client}.{GenerativeModel,EmbeddingModel}`,
        provider: 'google',
        name: { at: 0 },
        reference: genaiReference,
      }),
      {
        of: `${older}.{NewClient(),Client}.GenerativeModel().{GenerateContent,GenerateContentStream}`,
        yields: 'model-output',
        sink: { kind: 'prompt', value: { at: 1 } },
      },
      modelNamed({
        of: ofOllama,
        provider: 'ollama',
        name: { named: ['Model'], optionsAt: 1 },
        reference: ollamaReference,
        isOwn: true,
      }),
      { of: ofOllama, sink: { kind: 'prompt', value: { named: ['Messages', 'Prompt', 'System'], optionsAt: 1 } } },
    ],
  },
});
