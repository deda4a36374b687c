/** Occurrences: the calls, decorators and classes of the source to which some library gives a meaning. */
import type { ClassSummary, FunctionSummary } from '../../domain/program.ts';
import { calleeNames } from './callers.ts';
import type { Evaluator } from './evaluator.ts';
import type { IndexedMeaning } from './library-index.ts';
import type { CallTerm, Site, Value } from './value.ts';
import { alternatives } from './value.ts';
import type { ProgramFile } from './world.ts';

export type Subject = Extract<Value, { v: 'function' | 'class' }>;

/** What a meaning is about: a call with the object it is called on, or a function or class. */
export interface Occurrence {
  readonly meaning: IndexedMeaning;
  readonly path: string;
  readonly site: Site;
  readonly receiver: Value | undefined;
  /** The function or class that is decorated or extends; it is what the asset stands for. */
  readonly subject: Subject | undefined;
  /** The function or class that the call is given to run. */
  readonly handler?: Subject | undefined;
}

export const summaryOf = (subject: Subject): FunctionSummary | ClassSummary =>
  subject.v === 'function'
    ? subject.file.program.functions[subject.index]!
    : subject.file.program.classes[subject.index]!;

/** The qualified name of a function or class inside its file: `Class.method`; undefined for an anonymous one. */
export const subjectName = (subject: Subject): string | undefined => {
  const summary = summaryOf(subject);
  if (summary.name === '') return undefined;
  const owner =
    'classIndex' in summary && summary.classIndex !== undefined
      ? subject.file.program.classes[summary.classIndex]?.name
      : undefined;
  return owner ? `${owner}.${summary.name}` : summary.name;
};

/** A function or class by its place. */
export const subjectKey = (subject: {
  readonly v: 'function' | 'class' | 'instance';
  readonly file: ProgramFile;
  readonly index: number;
}): string => `${subject.file.number}:${subject.v === 'function' ? 'f' : 'k'}:${subject.index}`;

export const callKey = (file: ProgramFile, call: CallTerm): string => `${file.number}:${call.id}`;

/** What an occurrence’s asset stands for: its subject, else its call. */
export const occurrenceKey = (each: Occurrence): string =>
  each.subject ? subjectKey(each.subject) : callKey(each.site.file, each.site.call);

/** A call that is none: for decorators without arguments, base classes and mentions. */
export const emptyCall = (line: number): CallTerm => ({
  t: 'call',
  id: -1,
  callee: { t: 'unknown', why: 'no call' },
  args: [],
  named: {},
  ...(line > 0 ? { at: line } : {}),
});

/** Every occurrence of a file: what decorates and is extended first, then calls in source order. */
export function* occurrencesIn(file: ProgramFile, evaluator: Evaluator): Generator<Occurrence> {
  for (const [index, summary] of file.program.functions.entries())
    yield* decorationsOf({ v: 'function', file, index, self: undefined, trail: [] }, summary, evaluator);
  for (const [index, summary] of file.program.classes.entries()) {
    const subject: Subject = { v: 'class', file, index, trail: [] };
    yield* decorationsOf(subject, summary, evaluator);
    yield* extensionsOf(subject, summary, evaluator);
  }
  yield* callsIn(file, evaluator);
}

function* decorationsOf(
  subject: Subject,
  summary: FunctionSummary | ClassSummary,
  evaluator: Evaluator,
): Generator<Occurrence> {
  const { file } = subject;
  for (const decorator of summary.decorators) {
    for (const value of alternatives(evaluator.evaluate(decorator, { path: file.path, file, frame: undefined }))) {
      if (value.v !== 'object' && value.v !== 'symbol') continue;
      const path = value.v === 'object' ? value.path.replace(/\(\)$/, '') : value.path;
      const site = value.v === 'object' ? value.site : { file, call: emptyCall(summary.line), frame: undefined };
      for (const meaning of value.libraries.meaningsOf(path, 'decorator'))
        yield { meaning, path, site, receiver: value.receiver, subject };
    }
  }
}

function* extensionsOf(subject: Subject, summary: ClassSummary, evaluator: Evaluator): Generator<Occurrence> {
  const { file } = subject;
  const site: Site = { file, call: emptyCall(summary.line), frame: undefined };
  for (const base of summary.bases) {
    for (const value of alternatives(evaluator.evaluate(base, { path: file.path, file, frame: undefined }))) {
      if (value.v !== 'symbol' && value.v !== 'object') continue;
      for (const meaning of value.libraries.meaningsOf(value.path, 'subclass'))
        yield { meaning, path: value.path, site, receiver: undefined, subject };
    }
  }
}

function* callsIn(file: ProgramFile, evaluator: Evaluator): Generator<Occurrence> {
  const context = { path: file.path, file, frame: undefined };
  const { terminals } = evaluator.libraries(file);
  for (const { call } of file.program.calls) {
    // Most calls end in a name that no library knows; they need no evaluation.
    if (!calleeNames(call, file, evaluator.world).some((name) => terminals.has(name))) continue;
    for (const value of alternatives(evaluator.evaluate(call.callee, context))) {
      if (value.v !== 'symbol' && value.v !== 'object') continue;
      const receiver = value.v === 'object' ? value : value.receiver;
      const site: Site = { file, call, frame: undefined };
      for (const meaning of value.libraries.meaningsOf(value.path, 'call')) {
        if (meaning.onlyIf && !isKnown(evaluator.pick(meaning.onlyIf, site, receiver))) continue;
        const handler = meaning.handler ? evaluator.pick(meaning.handler, site, receiver) : undefined;
        const given = handler && alternatives(handler).find((each) => each.v === 'function' || each.v === 'class');
        yield { meaning, path: value.path, site, receiver, subject: undefined, handler: given };
      }
    }
  }
}

/** Tells whether a pick gave at least one value that can be named. */
const isKnown = (value: Value | undefined): boolean =>
  value !== undefined &&
  alternatives(value).some(
    (each) => each.v === 'literal' || each.v === 'handle' || (each.v === 'list' && each.items.some(isKnown)),
  );
