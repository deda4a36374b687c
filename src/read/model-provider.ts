/** The provider that a name of another program’s means: `lmChatGoogleGemini`, `langgenius/openai/openai`, `azureChatOpenAI`. */

/** The first word that occurs decides; compatible servers are told apart from the one they imitate. */
const words: readonly (readonly [word: RegExp, provider: string])[] = [
  [/azure|foundry/, 'azure'],
  [/bedrock|amazon/, 'bedrock'],
  [/vertex|gemini|google|palm/, 'google'],
  [/anthropic|claude/, 'anthropic'],
  [/openrouter/, 'openrouter'],
  [/ollama/, 'ollama'],
  [/compatible|localai|lmstudio|litellm|vllm|custom/, 'compatible'],
  [/mistral/, 'mistral'],
  [/groq/, 'groq'],
  [/cohere/, 'cohere'],
  [/deepseek/, 'deepseek'],
  [/huggingface/, 'huggingface'],
  [/xai|grok/, 'xai'],
  [/nvidia/, 'nvidia'],
  [/openai|chatgpt/, 'openai'],
];

/** The provider in the notation of the fact `provider`; the word itself, in lower case, where it is none that is known. */
export const providerNamed = (text: string): string => {
  const last = text.slice(text.lastIndexOf('/') + 1);
  const bare = last.toLowerCase().replace(/[^a-z0-9]/g, '');
  return words.find(([word]) => word.test(bare))?.[1] ?? bare;
};
