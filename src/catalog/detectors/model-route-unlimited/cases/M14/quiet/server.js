import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';

const app = express();
app.use(express.json());
app.use(rateLimit({ windowMs: 60_000, limit: 20 }));

app.post('/summary', async (request, response) => {
  const { text } = await generateText({
    model: openai('gpt-4o'),
    prompt: `Summarise: ${request.body.text}`,
  });
  response.json({ text });
});

app.listen(8080);
