/** What starts a workflow, with whose rights, and which jobs first ask who caused it. */
import { entriesOf, type Positioned, textOf, textsOf, valueAt } from '../../../read/positioned.ts';
import { scalarOf } from './scalar.ts';

/** Events of a workflow with the activity types it listens to; an empty list is all that the event has by default. */
export const eventsOf = (workflow: Positioned | undefined): ReadonlyMap<string, readonly string[]> => {
  // Readers of YAML 1.1 take the key `on` for the value true.
  const on = valueAt(workflow, 'on') ?? valueAt(workflow, 'true');
  const one = textOf(on);
  if (one !== undefined) return new Map([[one, []]]);
  if (on?.is === 'list') return new Map(textsOf(on).map((name) => [name, []]));
  return new Map(
    entriesOf(on).map(([name, { value }]) => {
      const types = valueAt(value, 'types');
      const single = textOf(types);
      return [name, single === undefined ? textsOf(types) : [single]];
    }),
  );
};

/** Events that run with the repository’s secrets and rights though anybody can cause them. https://docs.github.com/en/actions/reference/security/secure-use */
const strangers: Readonly<Record<string, RegExp>> = {
  pull_request_target: /^(?:opened|edited|reopened|synchronize|ready_for_review)$/,
  issues: /^(?:opened|edited|reopened)$/,
  issue_comment: /^(?:created|edited)$/,
  discussion: /^(?:created|edited)$/,
  discussion_comment: /^(?:created|edited)$/,
  workflow_run: /./,
  fork: /./,
  watch: /./,
};

/** The events of a workflow that strangers can cause. */
export const openEventsOf = (events: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...events].flatMap(([name, types]) => {
    const open = Object.hasOwn(strangers, name) ? strangers[name] : undefined;
    return open && (types.length === 0 || types.some((type) => open.test(type))) ? [name] : [];
  });

/** Events whose text others than the writers of the repository may have written. */
const carryingText =
  /^(?:pull_request_target|pull_request_review|pull_request_review_comment|issues|issue_comment|discussion|discussion_comment|workflow_run)$/;
export const carriesOutsideText = (events: ReadonlyMap<string, readonly string[]>): boolean =>
  [...events.keys()].some((name) => carryingText.test(name));

/** Only people of the repository start it by these. */
const inner = /^(?:push|schedule|workflow_dispatch|release|create|delete|merge_group|repository_dispatch)$/;
export const isInnerOnly = (events: ReadonlyMap<string, readonly string[]>): boolean =>
  events.size > 0 && [...events.keys()].every((name) => inner.test(name));

/** A condition that asks who caused the event. */
const asks =
  /author_association|github\.(?:actor|triggering_actor)\s*==|head\.repo\.(?:full_name|fork|owner)|(?:user|sender)\.login\s*==|OWNER|MEMBER|COLLABORATOR/;
export const asksWho = (job: Positioned): boolean => asks.test(scalarOf(valueAt(job, 'if')) ?? '');
