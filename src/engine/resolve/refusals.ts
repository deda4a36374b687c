/** Refusals: whether the code of a project answers some callers with “not signed in” or “not allowed”, wherever that stands. */
import type { Term } from '../../domain/term.ts';
import type { CodeContext } from './made-assets.ts';
import { isTestPath } from './projects.ts';

/** Names of functions and arguments that are given the status of an answer. */
const answering = /^(?:status|sendStatus|writeHead|abort|code|HTTPException|HttpException|Response|JSONResponse|json)$/;
const statusArgument = /^(?:status|statusCode|status_code|code)$/;
const refusing = /(?:^|_)(?:401|403|UNAUTHORI[SZ]ED|FORBIDDEN)(?:_|$)/i;

const lastNameOf = (callee: Term): string => {
  if (callee.t === 'member') return typeof callee.key === 'string' ? callee.key : '';
  return callee.t === 'name' ? callee.name : '';
};

const isRefusal = (term: Term): boolean => {
  if (term.t === 'literal') return term.value === 401 || term.value === 403;
  if (term.t === 'member' && typeof term.key === 'string') return refusing.test(term.key);
  return (
    term.t === 'map' &&
    term.entries.some(
      ([key, value]) => key.t === 'literal' && statusArgument.test(String(key.value)) && isRefusal(value),
    )
  );
};

/** Tells whether a call sends such an answer, by its arguments alone. */
const refuses = ({ callee, args, named }: Extract<Term, { t: 'call' }>): boolean =>
  (answering.test(lastNameOf(callee)) && args.some(isRefusal)) ||
  Object.entries(named).some(([name, value]) => statusArgument.test(name) && isRefusal(value));

/** States of every project where its code refuses callers, with the first place; that it does nowhere is told too. */
export const stateRefusals = ({ drafts, evaluator, projects, projectAsset, notebookAsset }: CodeContext): void => {
  const found = new Map<string, readonly string[]>();
  for (const file of evaluator.world.programs) {
    const { folder } = projects.of(file.path);
    const known = found.get(folder);
    if (isTestPath(file.path) || known?.length || notebookAsset(file.path) !== undefined) continue;
    const refusal = file.program.calls.find(({ call }) => refuses(call));
    const refusals = refusal ? [`${file.path}:${refusal.line}`] : [];
    if (known && !refusal) continue;
    found.set(folder, refusals);
    const at = { ...evaluator.evidence(file, refusal?.line ?? 1), how: 'inferred', confidence: 0.8 } as const;
    drafts.fact(projectAsset(folder), 'refusals', refusals, [at]);
  }
};
