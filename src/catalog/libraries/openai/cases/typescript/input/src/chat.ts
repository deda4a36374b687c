import { MODELS, openai } from './lib/openai';

/** Choices of the model picker; the request below always uses the fast one. */
export const choices = ['gpt-4o', 'o3', 'gpt-4.5-preview'].map((model) => ({ label: model, value: model }));

export async function answer(question: string): Promise<string> {
  const stream = await openai.chat.completions.create({
    model: MODELS.fast,
    messages: [{ role: 'user', content: question }],
    stream: true,
  });
  let text = '';
  for await (const chunk of stream) text += chunk.choices[0]?.delta?.content ?? '';
  return text;
}
