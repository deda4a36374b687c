import Groq from 'groq-sdk';
import { Mistral } from '@mistralai/mistralai';

const messages = [{ role: 'user', content: 'Why?' }];
export const groq = await new Groq().chat.completions.create({ model: 'gemma2-9b-it', messages });
export const mistral = await new Mistral({}).chat.complete({ model: 'mistral-small-latest', messages });
