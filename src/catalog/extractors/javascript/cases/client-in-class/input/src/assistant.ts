import OpenAI from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources';
import { type Logger, createLogger } from './logger.js';

const DEFAULT_MODEL = 'gpt-4o-mini' as const;

export interface Options {
  model?: string;
}

/** Answers support tickets. */
export class Assistant {
  static readonly instances = new Map<string, Assistant>();
  readonly #temperature = 0.2;
  private history: ChatCompletionMessageParam[] = [];
  protected logger: Logger;

  constructor(
    private readonly client: OpenAI = new OpenAI({ apiKey: process.env.OPENAI_API_KEY! }),
    { model = process.env['SUPPORT_MODEL'] ?? DEFAULT_MODEL }: Options = {},
  ) {
    this.model = model;
    this.logger = createLogger(Assistant.name);
  }

  model: string;

  get label(): string {
    return `assistant:${this.model}`;
  }

  /** Gives the answer to one ticket. */
  async answer(ticket: { id: number; body: string }): Promise<string> {
    const response = await this.client.chat.completions.create({
      model: this.model,
      temperature: this.#temperature,
      messages: [
        { role: 'system', content: 'You answer tickets.' },
        { role: 'user', content: `Ticket ${ticket.id}: ${ticket.body}` },
        ...this.history,
      ],
    });
    const [first, , third] = response.choices;
    return first?.message.content ?? third!.message.content ?? '';
  }

  handle = async (event: Event) => this.answer(event.detail);
}

export default new Assistant();
