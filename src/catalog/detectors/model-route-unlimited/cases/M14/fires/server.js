import express from 'express';
import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';

const app = express();
app.use(express.json());

app.post('/summary', async (request, response) => {
  const { text } = await generateText({
    model: openai('gpt-4o'),
    prompt: `Summarise: ${request.body.text}`,
  });
  response.json({ text });
});

app.listen(8080);
