import cors from 'cors';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import OpenAI from 'openai';
import { countVisits } from './count-visits.js';

const app = express();
const client = new OpenAI();
app.use(cors({ origin: ['https://shop.example'] }));
app.use(rateLimit({ windowMs: 60_000, limit: 10 }));
app.use(countVisits);

app.post('/chat', async (req, res) => {
  res.json(await client.responses.create({ model: 'gpt-4o', input: req.body.message }));
});
app.listen(3000);
