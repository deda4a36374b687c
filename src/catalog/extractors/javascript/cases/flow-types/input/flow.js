// @flow
import type { Model } from './model';
import OpenAI from 'openai';

export function ask(model: Model, text: ?string): Promise<string> {
  return new OpenAI().responses.create({ model, input: (text: any) });
}

export function plain(text: string): Promise<string> {
  return new OpenAI().responses.create({ model: 'gpt-4o', input: text });
}
