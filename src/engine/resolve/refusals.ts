/** Refusals: whether the code of a project answers some callers with “not signed in”, “not allowed” or “too often”, wherever that stands. */
import type { Evidence } from '../../domain/evidence.ts';
import type { Term } from '../../domain/term.ts';
import type { CodeContext } from './made-assets.ts';
import { isTestPath } from './projects.ts';

/** Names of functions and arguments that are given the status of an answer. */
const answering = /^(?:status|sendStatus|writeHead|abort|code|HTTPException|HttpException|Response|JSONResponse|json)$/;
const statusArgument = /^(?:status|statusCode|status_code|code)$/;
/** Statuses of answers: that nobody is let in, and that somebody asked too often. */
const turnedAway = /(?:^|_)(?:401|403|UNAUTHORI[SZ]ED|FORBIDDEN)(?:_|$)/i;
const tooMany = /(?:^|_)(?:429|TOO_?MANY_?REQUESTS|RATE_?LIMIT\w*)(?:_|$)/i;

const lastNameOf = (callee: Term): string => {
  if (callee.t === 'member') return typeof callee.key === 'string' ? callee.key : '';
  return callee.t === 'name' ? callee.name : '';
};

const isStatus = (term: Term, status: RegExp): boolean => {
  if (term.t === 'literal') return typeof term.value === 'number' && status.test(String(term.value));
  if (term.t === 'member' && typeof term.key === 'string') return status.test(term.key);
  return (
    term.t === 'map' &&
    term.entries.some(
      ([key, value]) => key.t === 'literal' && statusArgument.test(String(key.value)) && isStatus(value, status),
    )
  );
};

/** Tells whether a call sends an answer of such a status, by its arguments alone. */
const answers = ({ callee, args, named }: Extract<Term, { t: 'call' }>, status: RegExp): boolean =>
  (answering.test(lastNameOf(callee)) && args.some((term) => isStatus(term, status))) ||
  Object.entries(named).some(([name, value]) => statusArgument.test(name) && isStatus(value, status));

/** States of every project where its code turns callers away, with the first place; that it does nowhere is told too. */
export const stateRefusals = ({ drafts, evaluator, projects, projectAsset, notebookAsset }: CodeContext): void => {
  const found = new Map<string, boolean>();
  const counted = new Set<string>();
  for (const file of evaluator.world.programs) {
    const { folder } = projects.of(file.path);
    if (isTestPath(file.path) || notebookAsset(file.path) !== undefined) continue;
    const at = (line: number) =>
      ({ ...evaluator.evidence(file, line), how: 'inferred', confidence: 0.8 }) as const satisfies Evidence;
    const sends = (status: RegExp) => file.program.calls.find(({ call }) => answers(call, status));
    const refusal = found.get(folder) ? undefined : sends(turnedAway);
    if (refusal || !found.has(folder))
      drafts.fact(projectAsset(folder), 'refusals', refusal ? [`${file.path}:${refusal.line}`] : [], [
        at(refusal?.line ?? 1),
      ]);
    found.set(folder, found.get(folder) === true || refusal !== undefined);
    const limit = counted.has(folder) ? undefined : sends(tooMany);
    if (!limit) continue;
    counted.add(folder);
    drafts.fact(projectAsset(folder), 'rateLimited', true, [at(limit.line)]);
  }
};
