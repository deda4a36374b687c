/** Placed functions: those that a framework calls because of the file they stand in and the name they are exported by. */
import type { Term } from '../../domain/term.ts';
import type { Evaluator } from './evaluator.ts';
import type { IndexedMeaning } from './library-index.ts';
import { emptyCall, type Occurrence } from './occurrences.ts';
import type { Subject, Value } from './value.ts';
import { alternatives } from './value.ts';
import type { ProgramFile } from './world.ts';

/** Every function of a file to which a library gives a meaning by its place. */
export function* placedIn(file: ProgramFile, evaluator: Evaluator): Generator<Occurrence> {
  for (const meaning of evaluator.libraries(file).placed) {
    const found = meaning.placed?.files.exec(file.path);
    if (!found || !meaning.placed) continue;
    for (const name of exportedNames(file)) {
      if (!meaning.placed.names.test(name)) continue;
      for (const subject of functionsIn(evaluator, evaluator.exported(file, name), 0)) {
        if (meaning.placed.takes && !takesAny(subject, meaning.placed.takes)) continue;
        const site = { file, call: emptyCall(subject.file.program.functions[subject.index]!.line), frame: undefined };
        const path = typeof meaning.of === 'string' ? meaning.of : meaning.of[0]!;
        yield { meaning, path, site, receiver: undefined, subject, title: titleOf(meaning, name, found[1]) };
      }
    }
  }
}

const exportedNames = ({ program }: ProgramFile): ReadonlySet<string> =>
  new Set(
    program.bindings
      .filter(({ scope, exported }) => scope === 0 && (exported || program.language === 'python'))
      .map(({ name }) => name),
  );

/** `POST /api/chat`: the path by the folders, without those that only group; a handler without a path by its file. */
const titleOf = ({ placed }: IndexedMeaning, name: string, path: string | undefined): string => {
  const plain = (path ?? '').replace(/\/\([^/]*\)/g, '');
  return placed?.takes ? plain : `${/^[A-Z]+$/.test(name) ? `${name} ` : ''}${plain === '' ? '/' : plain}`;
};

/** The functions of the source that a value is, or that are given to what wraps them: `auth(async (request) => …)`. */
const functionsIn = (
  evaluator: Evaluator,
  value: Value,
  depth: number,
): readonly Extract<Subject, { v: 'function' }>[] =>
  alternatives(value).flatMap((each) => {
    if (each.v === 'function') return [each];
    if (each.v !== 'object' || depth > 2) return [];
    const { call, file, frame } = each.site;
    return call.args.flatMap((term) =>
      functionsIn(evaluator, evaluator.evaluate(term, { path: file.path, file, frame }), depth + 1),
    );
  });

/** Tells whether a function takes one of these out of its first parameter. */
const takesAny = ({ file, index }: Subject, keys: readonly string[]): boolean => {
  const { program } = file;
  const { parameters, line, endLine } = program.functions[index]!;
  const [first] = parameters;
  if (!first) return false;
  const isFirst = (term: Term): boolean =>
    (term.t === 'name' && term.name === first.name) ||
    (term.t === 'parameter' && term.index === index && term.name === first.name);
  const isKey = (key: string | Term | undefined): boolean =>
    typeof key === 'string' ? keys.includes(key) : key?.t === 'literal' && keys.includes(String(key.value));
  const takes = (term: Term, depth: number): boolean => {
    if (depth > 12) return false;
    if (term.t === 'member') return (isFirst(term.of) && isKey(term.key)) || takes(term.of, depth + 1);
    if (term.t === 'call') {
      const { callee } = term;
      if (callee.t === 'member' && callee.key === 'get' && isFirst(callee.of) && isKey(term.args[0])) return true;
      return [callee, ...term.args, ...Object.values(term.named)].some((each) => takes(each, depth + 1));
    }
    if (term.t === 'either' || term.t === 'operation') return term.of.some((each) => takes(each, depth + 1));
    return term.t === 'template' && term.parts.some((each) => takes(each, depth + 1));
  };
  const isInside = (at: number): boolean => line <= at && at <= endLine;
  return (
    program.bindings.some((each) => isInside(each.line) && takes(each.term, 0)) ||
    program.calls.some((each) => isInside(each.line) && takes(each.call, 0))
  );
};
