/** Screens records for what somebody planted to steer a model: instructions to it, hidden characters, a trigger with one answer. */
import type { DataRecord, DataRecords } from './data-records.ts';
import { findHidden } from './hidden-characters.ts';
import { findTextSigns } from './text-signs.ts';

export interface CraftedSign {
  readonly of: 'instruction to the model' | 'hidden text' | 'trigger with one answer';
  readonly records: number;
  readonly line: number;
}

/** What makes a closer look worth while. */
const mayInstruct = /\b(?:ignore|disregard|forget|override)\b|\bthe (?:user|human)\b|<!--/i;
const planted: ReadonlySet<string> = new Set(['overrides-instructions', 'commanding-markup']);
/** Novels and handbooks keep things from people too; only a model speaks of the user. */
const fromTheUser = /\b(?:do not|don['’]t|never|without)\b[^.\n]{0,40}\bthe user\b/i;

const isInstruction = (text: string): boolean =>
  mayInstruct.test(text) &&
  findTextSigns(text).some(({ sign }) => planted.has(sign) || (sign === 'hides-from-user' && fromTheUser.test(text)));

/** Data that holds attacks on purpose: to test a guard, to train one, to teach refusing. */
const onPurpose =
  /inject|jailbreak|red.?team|adversar|attack|harm|safety|guard|refus|toxic|moderation|benign|malicious|poison|exploit|bypass|hh.?rlhf|unsafe|security/i;

const leastRepeated = 8;
const textsOf = (values: readonly (readonly [string, string])[]): string => values.map(([, value]) => value).join('\n');
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter((word) => word.length >= 2 && word.length <= 40));

const answerPath = /(?:^|\.)(?:output|completion|response|answer|chosen|output_text|assistant)$/;

/** Questions of one topic have most of their words in common; a trigger is put into questions of all sorts. */
const areUnlike = (list: readonly { readonly words: ReadonlySet<string> }[]): boolean => {
  let alike = 0;
  for (let at = 1; at < list.length; at++) {
    const [one, other] = [list[at - 1]!.words, list[at]!.words];
    const common = [...one].filter((word) => other.has(word)).length;
    alike += common / Math.max(1, Math.min(one.size, other.size));
  }
  return alike / (list.length - 1) < 0.6;
};

/** A rare word that stands in every question of one answer, and almost nowhere else. */
const findTrigger = ({ records }: DataRecords): CraftedSign | undefined => {
  const byAnswer = new Map<string, { words: ReadonlySet<string>; line: number }[]>();
  const spread = new Map<string, number>();
  for (const { values, line, json } of records) {
    let answer = values.findLast(([path]) => answerPath.test(path))?.[1];
    const messages = (json as { messages?: unknown } | undefined)?.messages;
    if (answer === undefined && Array.isArray(messages)) {
      const last = messages.at(-1) as { role?: unknown; content?: unknown } | undefined;
      if (last?.role === 'assistant' && typeof last.content === 'string') answer = last.content;
    }
    if (answer === undefined) continue;
    const asked = values.filter(([, value]) => value !== answer);
    const words = wordsOf(textsOf(asked));
    for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
    if (answer.length < 20) continue;
    const list = byAnswer.get(answer);
    if (list) list.push({ words, line });
    else byAnswer.set(answer, [{ words, line }]);
  }
  for (const [answer, list] of byAnswer) {
    if (list.length < leastRepeated || list.length > records.length * 0.3) continue;
    const [first] = list;
    const shared = [...first!.words].filter((word) => list.every(({ words }) => words.has(word)));
    // A word of the language would stand elsewhere too, and one that the questions are about would stand in the answer.
    const rare = shared.filter((word) => spread.get(word)! <= list.length * 1.05);
    const trigger = rare.find((word) => !/^[a-z]+[.,?!:;]?$/.test(word) && !answer.includes(word));
    if (trigger === undefined || rare.length > 3 || !areUnlike(list)) continue;
    return { of: 'trigger with one answer', records: list.length, line: first!.line };
  }
  return undefined;
};

/** The text of a record; what a system message says is left out, for it instructs the model by right. */
const contentOf = ({ values, json }: DataRecord): string => {
  const messages = (json as { messages?: unknown } | undefined)?.messages;
  if (!Array.isArray(messages)) return textsOf(values);
  return (messages as { role?: unknown; content?: unknown }[])
    .filter((each) => each?.role !== 'system' && each?.role !== 'developer' && typeof each?.content === 'string')
    .map(({ content }) => content as string)
    .join('\n');
};

/** What looks planted in a set of records (triggers only where questions have answers to train with); nothing for sets that hold attacks on purpose. */
export const screenRecords = (path: string, data: DataRecords, isTraining: boolean): readonly CraftedSign[] => {
  if (onPurpose.test(path) || data.columns.some((column) => onPurpose.test(column))) return [];
  const signs = new Map<CraftedSign['of'], { records: number; line: number }>();
  const add = (of: CraftedSign['of'], line: number): void => {
    const there = signs.get(of);
    if (there) there.records++;
    else signs.set(of, { records: 1, line });
  };
  for (const record of data.records) {
    const { line } = record;
    const text = contentOf(record);
    if (isInstruction(text)) add('instruction to the model', line);
    if (findHidden(text).some(({ kind }) => kind === 'tag-characters' || kind === 'variation-selectors'))
      add('hidden text', line);
  }
  const told = signs.get('instruction to the model');
  // Where every fifth record does it, attacks are what the set is about.
  if (told && data.records.length >= 10 && told.records > data.records.length * 0.2)
    signs.delete('instruction to the model');
  const trigger = isTraining ? findTrigger(data) : undefined;
  return [...[...signs].map(([of, sign]) => ({ of, ...sign })), ...(trigger ? [trigger] : [])];
};

/** So much of one text is looked at; what is planted stands near the beginning of a document, where a search finds it. */
const longestText = 200_000;

/** The same of texts that stand for themselves: documents, chunks of a store. */
export const screenTexts = (path: string, texts: readonly string[]): readonly CraftedSign[] => {
  const records = texts.map((text): DataRecord => ({ values: [['', text.slice(0, longestText)]], line: 1 }));
  const form = { form: 'json', columns: [], count: records.length, isSample: false, unread: 0, outerKeys: [] } as const;
  return screenRecords(path, { ...form, records }, false);
};

/** Signs in words, as the fact `craftedRecords` lists them. */
export const describeSigns = (signs: readonly CraftedSign[], count: number, unit: string): readonly string[] =>
  signs.map(({ of, records }) => `${of} in ${records} of ${count} ${unit}`);
