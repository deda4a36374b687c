/** The rights that a workflow asks for with the token of its repository. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions */
import type { FactSaid } from '../../../kit/define-extractor.ts';
import { entriesOf, entryOf, type Positioned, type PositionedEntry, textOf } from '../../../read/positioned.ts';

const order = ['read', 'write', 'write-all'] as const;
type Permission = (typeof order)[number];

/** Rights to write that change nothing in the repository: a token that proves who runs, a call of a model, a signed record. */
const harmless: ReadonlySet<string> = new Set(['id-token', 'models', 'attestations']);
/** Rights to talk: what is written there can be taken back, and runs nothing. */
const talk: ReadonlySet<string> = new Set([
  'issues',
  'pull-requests',
  'discussions',
  'statuses',
  'checks',
  'repository-projects',
]);

const written = ({ value }: PositionedEntry): readonly string[] =>
  entriesOf(value).flatMap(([name, entry]) => (textOf(entry.value) === 'write' && !harmless.has(name) ? [name] : []));

const permissionOf = ({ value, line }: PositionedEntry): Permission => {
  const whole = textOf(value);
  if (whole === 'write-all') return 'write-all';
  return written({ value, line }).length > 0 ? 'write' : 'read';
};

/** The widest rights of any job. */
export const permissionsOf = (workflow: Positioned, jobs: readonly PositionedEntry[]): FactSaid => {
  const top = entryOf(workflow, 'permissions');
  const asked = jobs.map((job) => entryOf(job.value, 'permissions') ?? top);
  const named = asked.filter((entry) => entry !== undefined);
  const widest = named.toSorted((a, b) => order.indexOf(permissionOf(b)) - order.indexOf(permissionOf(a)))[0];
  const isOpen = named.length < asked.length || widest === undefined;
  if (widest && (!isOpen || permissionOf(widest) !== 'read')) return { value: permissionOf(widest), line: widest.line };
  return {
    value: { t: 'unknown', why: 'the workflow does not say, so what the repository gives by default holds' },
    line: workflow.line,
  };
};

/** What a job may do with the token of its repository, in the words of the fact `jobPowers`; empty where it says nothing or only reads. */
export const tokenPowersOf = (
  workflow: Positioned | undefined,
  job: Positioned | undefined,
): { readonly powers: readonly string[]; readonly line?: number } => {
  const asked = entryOf(job, 'permissions') ?? entryOf(workflow, 'permissions');
  if (asked === undefined) return { powers: [] };
  if (textOf(asked.value) === 'write-all') return { powers: ['write-all'], line: asked.line };
  const names = written(asked);
  if (names.length === 0) return { powers: [] };
  return { powers: [names.every((name) => talk.has(name)) ? 'comment' : 'write'], line: asked.line };
};
