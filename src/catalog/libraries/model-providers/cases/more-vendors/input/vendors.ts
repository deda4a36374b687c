import ModelClient from '@azure-rest/ai-inference';
import { OpenRouter } from '@openrouter/sdk';

const client = ModelClient('https://models.harbour.example', { key: '' });
await client.path('/chat/completions').post({ body: { model: 'Phi-4', messages: [] } });
await new OpenRouter().chat.send({ model: 'mistralai/mistral-small', messages: [] });
