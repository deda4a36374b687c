/** GitHub Actions: what starts a workflow, with which rights, and the agents, models and credentials in it. */
import {
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FactSaid,
  type FileInput,
} from '../../../kit/define-extractor.ts';
import { type OpenExtraction, openExtraction } from '../../../kit/open-extraction.ts';
import {
  entriesOf,
  entryOf,
  itemsOf,
  type Positioned,
  type PositionedEntry,
  valueAt,
} from '../../../read/positioned.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { readYaml } from '../../../read/yaml-positions.ts';
import { permissionsOf } from './permissions.ts';
import { scalarOf } from './scalar.ts';
import { stateSteps } from './state-steps.ts';
import { asksWho, eventsOf, openEventsOf } from './triggers.ts';

/** Every step of a job; a job that calls another workflow has that as its only one. */
const stepsOf = (job: Positioned): readonly Positioned[] => {
  const steps = itemsOf(valueAt(job, 'steps'));
  return steps.length > 0 ? steps : entryOf(job, 'uses') ? [job] : [];
};

/** Whether everything that a workflow fetches is named by what cannot move: a commit, a digest, or a path of the repository itself. */
const pinnedFact = (steps: readonly Positioned[]): FactSaid | undefined => {
  const uses = steps.flatMap((step) => {
    const entry = entryOf(step, 'uses');
    const text = scalarOf(entry?.value);
    return entry && text !== undefined && !text.startsWith('./') ? [{ text, line: entry.line }] : [];
  });
  if (uses.length === 0) return undefined;
  const loose = uses.find(({ text }) => !/@[0-9a-f]{40}$|@sha256:[0-9a-f]{64}$/i.test(text));
  return { value: loose === undefined, line: (loose ?? uses[0]!).line };
};

const stateWorkflow = (
  input: FileInput,
  workflow: Positioned,
  named: readonly (readonly [string, PositionedEntry])[],
  into: OpenExtraction,
): void => {
  const { path } = input;
  const key = `workflow:${path}`;
  const jobs = named.map(([, job]) => job);
  const events = eventsOf(workflow);
  const steps = jobs.flatMap((job) => stepsOf(job.value));
  const open = openEventsOf(events);
  const isAsking = jobs.length > 0 && jobs.every((job) => asksWho(job.value));
  const on = entryOf(workflow, 'on') ?? entryOf(workflow, 'true');
  const pinned = pinnedFact(steps);
  into.assets.push({
    key,
    kind: 'ci-workflow',
    name: scalarOf(valueAt(workflow, 'name')) ?? baseNameOf(path),
    identifiers: [{ scheme: 'place', value: path }],
    facts: {
      path: { value: path },
      untrustedTrigger: { value: open.length > 0 && !isAsking, line: on?.line ?? 1 },
      workflowPermissions: permissionsOf(workflow, jobs),
      ...(pinned === undefined ? {} : { pinned }),
    },
    line: on?.line ?? 1,
  });
  for (const [name, job] of named)
    stateSteps(
      {
        input,
        workflow: key,
        name,
        events,
        steps: stepsOf(job.value),
        around: [workflow, job.value],
        isGuarded: asksWho(job.value),
      },
      into,
    );
};

export default defineExtractor({
  id: 'github-actions',
  title: 'GitHub workflows',
  claims: { paths: [/(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/, /(^|\/)action\.ya?ml$/] },
  limit: 20_000_000,
  extract(input): Extraction {
    const { value, errors } = readYaml(input.text());
    const into = openExtraction();
    if (errors.length > 0)
      into.gaps.push({
        what: `${baseNameOf(input.path)} line ${errors[0]!.line}`,
        scope: 'file',
        why: errors[0]!.why,
      });
    const jobs = entriesOf(valueAt(value, 'jobs')).filter(([, job]) => job.value.is === 'map');
    if (value && jobs.length > 0) stateWorkflow(input, value, jobs, into);
    // A composite action is a part of the workflows that use it, and of interest only for the agents in it.
    const composite = itemsOf(valueAt(value, 'runs', 'steps'));
    if (value && jobs.length === 0 && composite.length > 0) {
      const key = `workflow:${input.path}`;
      stateSteps(
        { input, workflow: key, name: 'steps', events: new Map(), steps: composite, around: [], isGuarded: false },
        into,
      );
      if (into.assets.length > 0)
        into.assets.unshift({
          key,
          kind: 'ci-workflow',
          name: scalarOf(valueAt(value, 'name')) ?? input.path,
          identifiers: [{ scheme: 'place', value: input.path }],
          facts: { path: { value: input.path } },
          line: 1,
        });
    }
    return { ...emptyExtraction, ...into };
  },
});
