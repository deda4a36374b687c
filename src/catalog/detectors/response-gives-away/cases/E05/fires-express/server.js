import express from 'express';
import OpenAI from 'openai';

const app = express();
const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });

app.get('/settings', (req, res) => {
  res.json({ model: 'gpt-4o', key: process.env.OPENAI_API_KEY });
});

app.post('/ask', async (req, res) => {
  const answer = await openai.responses.create({ model: 'gpt-4o', input: req.body.question });
  res.json({ answer: answer.output_text });
});

app.listen(3000);
