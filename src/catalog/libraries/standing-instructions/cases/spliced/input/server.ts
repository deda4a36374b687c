import express from 'express';
import { generateText } from 'ai';
import { openai } from '@ai-sdk/openai';

const app = express();

app.post('/chat', async (req, res) => {
  const { text } = await generateText({
    model: openai('gpt-4o'),
    system: `You are the assistant of ${req.body.company}.`,
    prompt: req.body.question,
  });
  res.json({ text });
});
