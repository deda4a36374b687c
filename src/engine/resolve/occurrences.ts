/** Occurrences: the calls, decorators and classes of the source to which some library gives a meaning. */
import type { ClassSummary, FunctionSummary } from '../../domain/program.ts';
import type { Meaning, Pick } from '../../kit/define-library.ts';
import { calleeNames } from './callers.ts';
import { contextOf } from './evaluation.ts';
import type { Evaluator } from './evaluator.ts';
import type { IndexedMeaning } from './library-index.ts';
import type { CallTerm, Site, Subject, Value } from './value.ts';
import { alternatives } from './value.ts';
import type { ProgramFile } from './world.ts';
import { decoratorPath, wrappedBy } from './wrapped.ts';

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
  /** What the thing is called by its place. */
  readonly title?: string | undefined;
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
export function* occurrencesIn(
  file: ProgramFile,
  evaluator: Evaluator,
  made: ReadonlySet<string>,
): Generator<Occurrence> {
  for (const [index, summary] of file.program.functions.entries())
    yield* decorationsOf({ v: 'function', file, index, self: undefined, trail: [] }, summary, evaluator);
  for (const [index, summary] of file.program.classes.entries()) {
    const subject: Subject = { v: 'class', file, index, trail: [] };
    yield* decorationsOf(subject, summary, evaluator);
    yield* extensionsOf(subject, summary, evaluator);
  }
  yield* callsIn(file, evaluator, made);
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
      const path = decoratorPath(value);
      const site = value.v === 'object' ? value.site : { file, call: emptyCall(summary.line), frame: undefined };
      for (const meaning of value.libraries.meaningsOf(path, 'decorator'))
        if (counts(evaluator, meaning, site, value.receiver))
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

/** Names of the source that are bound to what a library’s call gave: they may be called themselves (`const custom = createOpenAI()`). */
export const namesOfMade = (evaluator: Evaluator): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const file of evaluator.world.programs) {
    const { terminals } = evaluator.libraries(file);
    for (const { name, term } of file.program.bindings)
      if (term.t === 'call' && calleeNames(term, file, evaluator.world).some((each) => terminals.has(each)))
        names.add(name);
  }
  return names;
};

function* callsIn(file: ProgramFile, evaluator: Evaluator, made: ReadonlySet<string>): Generator<Occurrence> {
  const { terminals } = evaluator.libraries(file);
  for (const { call } of file.program.calls) {
    // Most calls end in a name that no library knows; they need no evaluation.
    if (!calleeNames(call, file, evaluator.world).some((name) => terminals.has(name) || made.has(name))) continue;
    const site: Site = { file, call, frame: undefined };
    for (const value of alternatives(evaluator.evaluate(call.callee, contextOf(site)))) {
      if (value.v !== 'symbol' && value.v !== 'object') continue;
      const receiver = value.v === 'object' ? value : value.receiver;
      for (const meaning of value.libraries.meaningsOf(value.path, 'call')) {
        if (!counts(evaluator, meaning, site, receiver)) continue;
        const handler = meaning.handler ? evaluator.pick(meaning.handler, site, receiver) : undefined;
        const given = handler && alternatives(handler).find((each) => each.v === 'function' || each.v === 'class');
        yield { meaning, path: value.path, site, receiver, subject: undefined, handler: given };
      }
      yield* wrappingsOf(value, site, evaluator);
    }
  }
}

/** `tool(search)` decorates as `@tool` does, and `server.tool("search")(search)` as `@server.tool("search")`. */
function* wrappingsOf(
  value: Extract<Value, { v: 'symbol' | 'object' }>,
  { file, call }: Site,
  evaluator: Evaluator,
): Generator<Occurrence> {
  const subject = wrappedBy(evaluator, value, { file, call, frame: undefined });
  if (!subject) return;
  const path = decoratorPath(value);
  const site = value.v === 'object' ? value.site : { file, call: emptyCall(call.at ?? 0), frame: undefined };
  for (const meaning of value.libraries.meaningsOf(path, 'decorator'))
    if (counts(evaluator, meaning, site, value.receiver))
      yield { meaning, path, site, receiver: value.receiver, subject };
}

/** Tells whether a meaning counts here, by its conditions. */
const counts = (
  evaluator: Evaluator,
  { onlyIf, unless }: Meaning,
  site: Site,
  receiver: Value | undefined,
): boolean => {
  const isMet = (pick: Pick) => isGiven(evaluator.pick(pick, site, receiver), pick);
  return (!onlyIf || isMet(onlyIf)) && !(unless ? [unless].flat() : []).some(isMet);
};

/** Tells whether a pick gave something; one that asks for certain texts is only satisfied by what can be named. */
export const isGiven = (value: Value | undefined, pick: Pick): boolean =>
  value !== undefined &&
  alternatives(value).some((each) => {
    if (each.v === 'literal') return each.value !== null && each.value !== false && each.value !== '';
    if (each.v === 'list') return each.items.some((item) => isGiven(item, pick));
    // A text that is known in part has passed what the pick asks of its beginning.
    if (each.v === 'handle' || each.v === 'text') return true;
    return !(pick.matching || pick.choices);
  });
