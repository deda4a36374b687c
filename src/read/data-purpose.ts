/** What a data file is for, by the shape of its records and the words of its path: to train, to evaluate, to ground answers, or a record of prompts. */
import type { DataRecords } from './data-records.ts';

export type Purpose = 'training' | 'evaluation' | 'grounding' | 'log';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const has = (record: Record<string, unknown>, ...keys: readonly string[]): boolean =>
  keys.every((key) => key in record);
const isMessages = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((each) => isObject(each) && ('role' in each || 'from' in each));

/** The shapes that fine-tuning takes: chats, instructions, prompts with completions, preferences. */
const trainingShape = (record: Record<string, unknown>): string | undefined => {
  if (isMessages(record.messages) && !has(record, 'response') && !has(record, 'body') && !has(record, 'model'))
    return 'chat';
  if (isMessages(record.conversations) || isMessages(record.conversation)) return 'chat';
  if (isMessages(record.contents)) return 'chat';
  if (has(record, 'instruction') && (has(record, 'output') || has(record, 'response'))) return 'instruction';
  if (has(record, 'prompt', 'completion')) return 'completion';
  if (has(record, 'input_text', 'output_text')) return 'completion';
  if (has(record, 'chosen', 'rejected')) return 'preference';
  return undefined;
};

/** Records that tracing tools, gateways and coding agents write of what was asked and answered; the tool’s name. */
const logShape = (record: Record<string, unknown>): string | undefined => {
  if (has(record, 'run_type') && (has(record, 'inputs') || has(record, 'dotted_order'))) return 'langsmith';
  if (
    has(record, 'traceId') &&
    has(record, 'input') &&
    (has(record, 'projectId') || has(record, 'observations') || has(record, 'sessionId') || has(record, 'startTime'))
  )
    return 'langfuse';
  if (has(record, 'observations') && has(record, 'input', 'output') && has(record, 'timestamp')) return 'langfuse';
  if (has(record, 'sessionId', 'uuid') && has(record, 'message') && (has(record, 'cwd') || has(record, 'parentUuid')))
    return 'claude-code';
  if (
    has(record, 'timestamp', 'type', 'payload') &&
    /^(?:session_meta|response_item|event_msg|turn_context)$/.test(String(record.type))
  )
    return 'codex';
  if (has(record, 'call_type', 'request_id') && (has(record, 'messages') || has(record, 'response'))) return 'litellm';
  if (has(record, 'custom_id', 'response')) return 'openai-batch';
  if (
    has(record, 'attributes') &&
    isObject(record.attributes) &&
    Object.keys(record.attributes).some((key) => /^(?:gen_ai|llm|openinference)\./.test(key))
  )
    return 'opentelemetry';
  const asked = ['prompt', 'messages', 'request', 'query', 'question', 'user_input', 'input'].some(
    (key) => key in record,
  );
  const answered = ['response', 'completion', 'output', 'answer', 'reply'].some((key) => key in record);
  const moment = ['timestamp', 'created_at', 'time', 'ts', 'start_time', 'latency_ms', 'createdAt'].some(
    (key) => key in record,
  );
  const who = [
    'session_id',
    'user_id',
    'trace_id',
    'conversation_id',
    'request_id',
    'model',
    'sessionId',
    'userId',
    'span_id',
    'latency_ms',
    'usage',
  ].some((key) => key in record);
  return asked && answered && moment && who ? 'prompt-log' : undefined;
};

const segments = (word: string): RegExp => new RegExp(`(?:^|[/_.-])(?:${word})(?:[/_.-]|\\d|$)`, 'i');
const byPath: readonly (readonly [RegExp, Purpose])[] = [
  [
    segments('evals?|evaluations?|test|tests|validation|benchmarks?|golden|goldens|ground.?truth|testset'),
    'evaluation',
  ],
  [segments('train|training|trainset|fine.?tun\\w*|sft|dpo|rlhf|instruct\\w*'), 'training'],
  [segments('knowledge|knowledge.?base|kb|rag|corpus|grounding|documents?.?to.?index|faqs?'), 'grounding'],
];

export interface DataUse {
  readonly purpose?: Purpose;
  /** Shape of the training records, or the tool whose log it is. */
  readonly shape?: string;
}

/** What most of the first records are, then what the path says. */
export const purposeOf = (path: string, { records }: DataRecords): DataUse => {
  const objects = records.slice(0, 50).flatMap(({ json, values }) => {
    if (isObject(json)) return [json];
    return json === undefined ? [Object.fromEntries(values)] : [];
  });
  const most = (shapeOf: (record: Record<string, unknown>) => string | undefined): string | undefined => {
    const shapes = objects.map(shapeOf).filter((shape) => shape !== undefined);
    return shapes.length > 0 && shapes.length >= objects.length * 0.5 ? shapes[0] : undefined;
  };
  const log = most(logShape);
  // One answer in a file is an example of one; a log goes on.
  if (log !== undefined && (log !== 'prompt-log' || records.length >= 3)) return { purpose: 'log', shape: log };
  const training = most(trainingShape);
  const said = byPath.find(([expression]) => expression.test(path))?.[1];
  if (training !== undefined) return { purpose: said === 'evaluation' ? 'evaluation' : 'training', shape: training };
  return said === undefined ? {} : { purpose: said };
};

/** Paths whose data people or programs made up. */
export const isMadeUpData = (path: string): boolean =>
  /(?:^|[/_.-])(?:synthetic\w*|synth|generated|datagen|fake\w*|mock|mocks|mocked|dummy|fixtures?|testdata|test.?data|__tests__|__fixtures__|__mocks__|i18n|locales?|translations?)(?:[/_.-]|\d|$)|(?:^|\/)tests\/|^test\//i.test(
    path,
  );
