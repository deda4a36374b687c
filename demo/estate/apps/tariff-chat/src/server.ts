// The page behind the tariff chat: answers from the tariff documents.
import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';
import { ChromaClient } from 'chromadb';
import express from 'express';

const store = new ChromaClient({ host: 'depot.merrow-freight.example', port: 8000 });
const app = express();
app.use(express.json());

app.post('/ask', async (request, response) => {
  const { question, customer } = request.body;
  const tariffs = await store.getCollection({ name: 'tariffs' });
  const found = await tariffs.query({ queryTexts: [question], nResults: 4 });
  const { text } = await generateText({
    model: openai('gpt-4.1-mini'),
    system: `You answer questions of ${customer} about the tariffs of Merrow Freight. Say only what stands here: ${found.documents}`,
    prompt: question,
  });
  response.send(`<p>${text}</p>`);
});

app.listen(3000);
