import cors from 'cors';
import express from 'express';
import OpenAI from 'openai';

const app = express();
const client = new OpenAI();
app.use(express.json());
app.use(cors({ origin: true, credentials: true }));

app.post('/chat', async (request, response) => {
  const answer = await client.responses.create({
    model: 'gpt-4o-mini',
    input: request.body.message,
    max_output_tokens: 300,
  });
  response.json({ answer: answer.output_text });
});

app.listen(3000);
