/** The rights that a workflow asks for with the token of its repository. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions */
import type { FactSaid } from '../../../kit/define-extractor.ts';
import { entriesOf, entryOf, type Positioned, type PositionedEntry, textOf } from '../../../read/positioned.ts';

const order = ['read', 'write', 'write-all'] as const;
type Permission = (typeof order)[number];

const permissionOf = ({ value }: PositionedEntry): Permission => {
  const whole = textOf(value);
  if (whole === 'write-all') return 'write-all';
  return entriesOf(value).some(([, entry]) => textOf(entry.value) === 'write') ? 'write' : 'read';
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
