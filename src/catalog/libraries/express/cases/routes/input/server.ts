import express, { Router } from 'express';
import OpenAI from 'openai';

const app = express();
const router = Router();
const openai = new OpenAI();

app.use(express.json());
app.get('title');

app.post('/chat', async (request, response) => {
  const completion = await openai.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'user', content: request.body.message }],
  });
  response.json(completion.choices[0].message);
});

async function health(_request: unknown, response: { send(text: string): void }) {
  response.send('ok');
}
router.get('/health', health);
app.use('/api', router);
app.listen(3000);
