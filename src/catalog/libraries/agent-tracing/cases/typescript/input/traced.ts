import { observeOpenAI } from '@langfuse/openai';
import { wrapOpenAI } from 'langsmith/wrappers';
import * as traceloop from '@traceloop/node-server-sdk';
import OpenAI from 'openai';

traceloop.initialize({ appName: 'harbour' });
const one = observeOpenAI(new OpenAI());
const two = wrapOpenAI(new OpenAI());

export const ask = async (question: string) => [
  await one.chat.completions.create({ model: 'gpt-4o', messages: [{ role: 'user', content: question }] }),
  await two.chat.completions.create({ model: 'gpt-4o-mini', messages: [{ role: 'user', content: question }] }),
];
