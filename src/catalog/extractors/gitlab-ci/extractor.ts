/** GitLab pipelines: the agents and models that their jobs start, and the credentials written or used in them. */
import { defineExtractor, type Extraction, emptyExtraction, type FileInput } from '../../../kit/define-extractor.ts';
import { credentialOf, observeNamedSecret } from '../../../kit/observe-named-secret.ts';
import { observePipelineAgent, observePipelineModel } from '../../../kit/observe-pipeline-agent.ts';
import { type OpenExtraction, openExtraction } from '../../../kit/open-extraction.ts';
import { withholdSecrets } from '../../../kit/withhold-secrets.ts';
import { findAgentCommands } from '../../../read/agent-commands.ts';
import {
  entriesOf,
  entryOf,
  itemsOf,
  type Positioned,
  type PositionedEntry,
  valueAt,
} from '../../../read/positioned.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { readYamlDocuments } from '../../../read/yaml-positions.ts';

/** Keys of a pipeline that are no jobs. https://docs.gitlab.com/ci/yaml/#global-keywords */
const notJobs = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'spec',
  'image',
  'services',
  'cache',
]);

const textOf = (value: Positioned | undefined): string | undefined =>
  value?.is === 'scalar' && value.value !== null ? String(value.value) : undefined;

/** The lines of a script: one text, a list of texts, or a list of lists that anchors bring in. */
const linesOf = (value: Positioned | undefined): readonly { readonly text: string; readonly line: number }[] => {
  const text = textOf(value);
  if (text !== undefined) return [{ text, line: value?.line ?? 0 }];
  return itemsOf(value).flatMap(linesOf);
};

const stateVariables = (of: Positioned, key: string, input: FileInput, into: OpenExtraction): void => {
  for (const [name, entry] of entriesOf(valueAt(of, 'variables'))) {
    const text = textOf(entry.value) ?? textOf(valueAt(entry.value, 'value'));
    if (text === undefined) continue;
    const { secrets } = withholdSecrets(input, name, { t: 'literal', value: text }, entry.line, 'configuration');
    for (const secret of secrets) {
      const own = `${key}#${secret.key}`;
      if (into.assets.some((asset) => asset.key === own)) continue;
      into.assets.push({ ...secret, key: own });
      into.relations.push({ relation: 'uses-secret', from: { local: key }, to: { local: own }, line: entry.line });
    }
  }
};

/** Variables that a script names and that hold a credential of an AI provider: they come from the settings of the project. */
const stateUsed = (text: string, line: number, key: string, into: OpenExtraction): readonly string[] => {
  const names = new Set([...text.matchAll(/\$\{?([A-Z][A-Z0-9_]+)/g)].map(([, name]) => name ?? ''));
  return [...names].flatMap((name) => {
    if (!credentialOf(name)) return [];
    const own = `${key}#secret:${name}`;
    if (into.assets.some((asset) => asset.key === own)) return [own];
    into.assets.push(
      observeNamedSecret({
        key: own,
        name,
        place: 'manager',
        identifiers: [
          { scheme: 'symbol', value: `.gitlab-ci.yml#variables.${name}` },
          { scheme: 'display-name', value: name },
        ],
        line,
      }),
    );
    into.relations.push({ relation: 'uses-secret', from: { local: key }, to: { local: own }, line });
    return [own];
  });
};

const stateJob = (name: string, job: PositionedEntry, key: string, input: FileInput, into: OpenExtraction): void => {
  stateVariables(job.value, key, input, into);
  const lines = ['before_script', 'script', 'after_script'].flatMap((part) => linesOf(valueAt(job.value, part)));
  const secrets = lines.flatMap(({ text, line }) => stateUsed(text, line, key, into));
  let number = 0;
  for (const { text, line } of lines) {
    for (const command of findAgentCommands(text)) {
      const model =
        command.model === undefined || command.provider === undefined
          ? undefined
          : { provider: command.provider, name: command.model, line };
      if (command.isModelOnly) {
        if (model) into.relations.push(observePipelineModel(key, model));
        continue;
      }
      const said = observePipelineAgent({
        workflow: key,
        key: `${key}#agent:${name}.${number}`,
        name: `${command.framework} in ${name}`,
        symbol: `${input.path}#${name}.${number}`,
        framework: command.framework,
        model,
        isUnrestricted: command.isUnrestricted,
        secrets: [...new Set(secrets)],
        line,
      });
      number += 1;
      into.assets.push(...said.assets);
      into.relations.push(...said.relations);
    }
  }
};

/** Whether what other files bring in is named by what cannot move; undefined when nothing is brought in from elsewhere. */
const isPinned = (pipeline: Positioned): boolean | undefined => {
  const include = valueAt(pipeline, 'include');
  const items = include?.is === 'list' ? include.items : include ? [include] : [];
  const elsewhere = items.filter(
    (item) => entryOf(item, 'remote') ?? entryOf(item, 'project') ?? entryOf(item, 'component'),
  );
  if (elsewhere.length === 0) return undefined;
  return elsewhere.every(
    (item) =>
      /^[0-9a-f]{40}$/.test(textOf(valueAt(item, 'ref')) ?? '') ||
      /@[0-9a-f]{40}$/.test(textOf(valueAt(item, 'component')) ?? '') ||
      entryOf(item, 'integrity') !== undefined,
  );
};

export default defineExtractor({
  id: 'gitlab-ci',
  title: 'GitLab pipelines',
  claims: { paths: [/(^|\/)\.gitlab-ci\.ya?ml$/, /(^|\/)\.gitlab\/.*\.ya?ml$/, /\.gitlab-ci\.ya?ml$/] },
  limit: 20_000_000,
  extract(input): Extraction {
    const { path } = input;
    const into = openExtraction();
    const documents = readYamlDocuments(input.text());
    const error = documents.flatMap((document) => document.errors)[0];
    if (error) into.gaps.push({ what: `${baseNameOf(path)} line ${error.line}`, scope: 'file', why: error.why });
    // A component has its inputs in a document before the pipeline.
    const pipeline = documents.findLast(({ value }) => value?.is === 'map')?.value;
    const jobs = entriesOf(pipeline).filter(
      ([name, job]) => !notJobs.has(name) && (entryOf(job.value, 'script') ?? entryOf(job.value, 'trigger')),
    );
    if (pipeline === undefined || (jobs.length === 0 && !entryOf(pipeline, 'include')))
      return { ...emptyExtraction, ...into };
    const key = `workflow:${path}`;
    const pinned = isPinned(pipeline);
    into.assets.push({
      key,
      kind: 'ci-workflow',
      name: path,
      identifiers: [{ scheme: 'place', value: path }],
      facts: { path: { value: path }, ...(pinned === undefined ? {} : { pinned: { value: pinned } }) },
      line: 1,
    });
    stateVariables(pipeline, key, input, into);
    for (const [name, job] of jobs) stateJob(name, job, key, input, into);
    return { ...emptyExtraction, ...into };
  },
});
