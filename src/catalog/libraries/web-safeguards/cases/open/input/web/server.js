import cors from 'cors';
import express from 'express';
import OpenAI from 'openai';

const app = express();
const client = new OpenAI();
app.use(express.json());
app.use(cors());

app.post('/chat', async (req, res) => {
  res.json(await client.responses.create({ model: 'gpt-4o', input: req.body.message }));
});
app.listen(3000);
