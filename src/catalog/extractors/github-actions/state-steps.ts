/** The steps of a job that run an agent or call a model, and the credentials that they are given. */
import type { FactSaid, FileInput } from '../../../kit/define-extractor.ts';
import { credentialOf, observeNamedSecret } from '../../../kit/observe-named-secret.ts';
import { observePipelineAgent, observePipelineModel, type PipelineAgent } from '../../../kit/observe-pipeline-agent.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { withholdSecrets } from '../../../kit/withhold-secrets.ts';
import { findAgentCommands } from '../../../read/agent-commands.ts';
import { entriesOf, entryOf, type Positioned, valueAt } from '../../../read/positioned.ts';
import { type AgentAction, agentActionOf } from './agent-actions.ts';
import { tokenPowersOf } from './permissions.ts';
import { scalarOf } from './scalar.ts';
import { carriesOutsideText, isInnerOnly, openEventsOf } from './triggers.ts';

export interface Job {
  readonly input: FileInput;
  /** Key of the workflow. */
  readonly workflow: string;
  readonly name: string;
  readonly events: ReadonlyMap<string, readonly string[]>;
  readonly steps: readonly Positioned[];
  /** What gives variables to every step: the workflow and the job. */
  readonly around: readonly Positioned[];
  /** It runs only after a condition asked who caused it. */
  readonly isGuarded: boolean;
}

interface Given {
  readonly name: string;
  readonly text: string;
  readonly line: number;
}

const givenTo = (of: Positioned, key: 'env' | 'with' | 'secrets'): readonly Given[] =>
  entriesOf(valueAt(of, key)).flatMap(([name, entry]) => {
    const text = scalarOf(entry.value);
    return text === undefined ? [] : [{ name, text, line: entry.line }];
  });

/** Names after `secrets.` in an expression; the token of the repository itself is no secret that somebody keeps. */
const secretNames = (text: string): readonly string[] =>
  [...text.matchAll(/\bsecrets(?:\.|\[['"])([A-Za-z_]\w*)/g)].flatMap(([, name]) =>
    name === undefined || /^github_token$/i.test(name) ? [] : [name],
  );

/** States the secrets that variables or inputs take from the repository’s store; gives their keys. */
const stateSecrets = (given: readonly Given[], job: Job, into: OpenExtraction): readonly string[] => {
  const keys: string[] = [];
  for (const { name: variable, text, line } of given) {
    for (const name of secretNames(text)) {
      const key = `${job.workflow}#secret:${name}`;
      if (!keys.includes(key)) keys.push(key);
      if (into.assets.some((asset) => asset.key === key)) continue;
      into.assets.push(
        observeNamedSecret({
          key,
          name,
          variable: credentialOf(name) ? name : variable.replaceAll('-', '_').toUpperCase(),
          place: 'manager',
          identifiers: [
            { scheme: 'symbol', value: `.github#secrets.${name}` },
            { scheme: 'display-name', value: name },
          ],
          line,
        }),
      );
      into.relations.push({ relation: 'uses-secret', from: { local: job.workflow }, to: { local: key }, line });
    }
    const { term, secrets } = withholdSecrets(
      job.input,
      variable,
      { t: 'literal', value: text },
      line,
      'configuration',
    );
    if (term.t !== 'unknown') continue;
    for (const secret of secrets) {
      const key = `${job.workflow}#${secret.key}`;
      if (!keys.includes(key)) keys.push(key);
      if (into.assets.some((asset) => asset.key === key)) continue;
      into.assets.push({ ...secret, key });
      into.relations.push({ relation: 'uses-secret', from: { local: job.workflow }, to: { local: key }, line });
    }
  }
  return keys;
};

/** Text that others wrote stands in the inputs: `${{ github.event.issue.body }}`. */
const outsideText =
  /github\.event\.(?:issue|pull_request|comment|review|discussion)\.(?:title|body|head\.ref|user)|github\.event\.(?:comment|issue|pull_request)\b\s*\)|github\.head_ref/;
/** A prompt that sends the agent to such a text by its number. */
const fetchedText = /\bgh (?:issue|pr) (?:view|list|diff)\b|github\.event\.(?:issue|pull_request|discussion)\.number/;
/** The files of a stranger’s branch lie in the folder that the agent works in. */
const checksOutBranch = /github\.event\.pull_request\.head\.(?:sha|ref)|github\.head_ref|refs\/pull\//;

const untrustedInput = (text: string, readsEvent: boolean, job: Job, line: number): FactSaid | undefined => {
  // Runs that strangers cause by other events get neither secrets nor a token that writes.
  const isOpen = openEventsOf(job.events).length > 0;
  if (!isOpen && job.events.size > 0 && !job.events.has('workflow_call')) return { value: false, line };
  if (readsEvent && carriesOutsideText(job.events)) return { value: true, line };
  // What stands in the prompt is by whoever the condition asked for.
  if (job.isGuarded) return { value: false, line, how: 'inferred', confidence: 0.7 };
  if (outsideText.test(text)) return { value: true, line };
  if (!isOpen) return isInnerOnly(job.events) ? { value: false, line } : undefined;
  const isCheckedOut = job.steps.some((step) => checksOutBranch.test(scalarOf(valueAt(step, 'with', 'ref')) ?? ''));
  if (isCheckedOut || fetchedText.test(text)) return { value: true, line, confidence: 0.8 };
  return undefined;
};

/** Who can start the agent; an action may itself ask for the right to write. */
const audienceOf = (
  action: AgentAction | undefined,
  inputs: readonly Given[],
  job: Job,
  line: number,
): FactSaid | undefined => {
  const allowed = action?.allows === undefined ? undefined : inputs.find(({ name }) => name === action.allows);
  if (!job.isGuarded && allowed?.text.split(/[\s,]+/).includes('*')) return { value: 'anyone', line: allowed.line };
  if (job.isGuarded || isInnerOnly(job.events)) return { value: 'team', line };
  if (action?.allows !== undefined) return { value: 'team', line, how: 'default', confidence: 0.9 };
  return openEventsOf(job.events).length > 0 ? { value: 'anyone', line } : undefined;
};

/** A token that an earlier step made has the rights of an app, which the workflow does not show. */
const madeToken = /steps\.[\w-]+\.outputs\.(?:token|github_token)\b/;

/** What the job gives the agent beyond a key to its model. */
const powersOf = (given: readonly Given[], isUnrestricted: boolean, job: Job, line: number): FactSaid => {
  const isOther = ({ name, text }: Given): boolean =>
    madeToken.test(text) || secretNames(text).some((secret) => !aiProvider(secret) && !aiProvider(name.toUpperCase()));
  const token = tokenPowersOf(job.around[0], job.around[1]);
  return {
    value: [...token.powers, ...(given.some(isOther) ? ['secrets'] : []), ...(isUnrestricted ? ['any-command'] : [])],
    line: token.line ?? line,
  };
};

const modelOf = (action: AgentAction, inputs: readonly Given[]): PipelineAgent['model'] => {
  for (const { name, text, line } of inputs) {
    if (!action.model.includes(name)) continue;
    const written = name.endsWith('_args') ? /--model[ =]["']?([\w./:@-]+)/.exec(text)?.[1] : text.trim();
    if (written === undefined || written === '' || written.includes('${{')) continue;
    if (action.provider !== '') return { provider: action.provider, name: written, line };
    const at = written.indexOf('/');
    if (at > 0) return { provider: written.slice(0, at), name: written.slice(at + 1), line };
  }
  return undefined;
};

/** Inputs that switch the sandbox of an agent off. */
const unconfined =
  /danger-full-access|--dangerously-bypass-approvals-and-sandbox|--no-sandbox|["']sandbox["']\s*:\s*false/;

const stateAction = (
  step: Positioned,
  action: AgentAction,
  index: string,
  shared: readonly string[],
  job: Job,
  into: OpenExtraction,
): void => {
  const inputs = givenTo(step, 'with');
  const line = entryOf(step, 'uses')?.line ?? step.line;
  const secrets = [...new Set([...shared, ...stateSecrets([...inputs, ...givenTo(step, 'env')], job, into)])];
  const model = modelOf(action, inputs);
  if (action.isModelOnly) {
    if (model) into.relations.push(observePipelineModel(job.workflow, model));
    return;
  }
  const given = [...inputs, ...givenTo(step, 'env')];
  const text = given.map((each) => each.text).join('\n');
  const isUnrestricted = action.unrestricted?.test(text) ?? false;
  const said = observePipelineAgent({
    workflow: job.workflow,
    key: `${job.workflow}#agent:${index}`,
    name: scalarOf(valueAt(step, 'name')) ?? action.framework,
    symbol: `${job.input.path}#${index}`,
    framework: action.framework,
    model,
    isUnrestricted,
    isUnconfined: unconfined.test(text),
    powers: powersOf([...given, ...job.around.flatMap((each) => givenTo(each, 'env'))], isUnrestricted, job, line),
    audience: audienceOf(action, inputs, job, line),
    untrustedInput: untrustedInput(text, action.readsEvent ?? false, job, line),
    secrets,
    line,
  });
  into.assets.push(...said.assets);
  into.relations.push(...said.relations);
};

const stateScript = (
  step: Positioned,
  index: string,
  shared: readonly string[],
  job: Job,
  into: OpenExtraction,
): void => {
  const run = entryOf(step, 'run');
  const script = scalarOf(run?.value);
  if (!run || script === undefined) return;
  const commands = findAgentCommands(script);
  if (commands.length === 0) return;
  const variables = givenTo(step, 'env');
  const secrets = [...new Set([...shared, ...stateSecrets(variables, job, into)])];
  const text = [script, ...variables.map((each) => each.text)].join('\n');
  for (const [number, command] of commands.entries()) {
    const line = run.line + 1 + command.line;
    const model =
      command.model === undefined || command.provider === undefined
        ? undefined
        : { provider: command.provider, name: command.model, line };
    if (command.isModelOnly) {
      if (model) into.relations.push(observePipelineModel(job.workflow, model));
      continue;
    }
    const said = observePipelineAgent({
      workflow: job.workflow,
      key: `${job.workflow}#agent:${index}.${number}`,
      name: scalarOf(valueAt(step, 'name')) ?? command.framework,
      symbol: `${job.input.path}#${index}.${number}`,
      framework: command.framework,
      model,
      isUnrestricted: command.isUnrestricted,
      isUnconfined: command.isUnconfined,
      powers: powersOf(
        [...variables, ...job.around.flatMap((each) => givenTo(each, 'env'))],
        command.isUnrestricted,
        job,
        line,
      ),
      audience: audienceOf(undefined, [], job, line),
      untrustedInput: untrustedInput(text, false, job, line),
      secrets,
      line,
    });
    into.assets.push(...said.assets);
    into.relations.push(...said.relations);
  }
};

/** Credentials of AI providers, whatever step is given them: tests and scripts call models too. */
const isAiCredential = ({ name, text }: Given): boolean => {
  const names = [...secretNames(text), ...(secretNames(text).length > 0 ? [name] : [])];
  return names.some((each) => aiProvider(each));
};
/** Credentials of clouds and code hosts, which open models only among much else. */
const notAi = /^(?:npm-|pypi-|rubygems-|docker-|aws-|azure-client|google-service|github-|gitlab-|slack-|json-web|url-)/;
const aiProvider = (variable: string): boolean => {
  const kind = credentialOf(variable);
  return kind !== undefined && !notAi.test(kind.id);
};

/** Tells whether a step runs an agent or calls a model. */
const isAiStep = (step: Positioned): boolean => {
  const uses = scalarOf(valueAt(step, 'uses'));
  const script = scalarOf(valueAt(step, 'run'));
  return (
    (uses !== undefined && agentActionOf(uses) !== undefined) ||
    (script !== undefined && findAgentCommands(script).length > 0)
  );
};

/** States what the steps of a job run. */
export const stateSteps = (job: Job, into: OpenExtraction): void => {
  // What every step is given, an agent can read too.
  const around = job.around.flatMap((each) => givenTo(each, 'env'));
  const shared = stateSecrets(job.steps.some(isAiStep) ? around : around.filter(isAiCredential), job, into);
  for (const [number, step] of job.steps.entries()) {
    const uses = scalarOf(valueAt(step, 'uses'));
    const action = uses === undefined ? undefined : agentActionOf(uses);
    const index = `${job.name}.${scalarOf(valueAt(step, 'id')) ?? number}`;
    if (action) stateAction(step, action, index, shared, job, into);
    stateScript(step, index, shared, job, into);
    const given = [...givenTo(step, 'env'), ...givenTo(step, 'with'), ...givenTo(step, 'secrets')];
    stateSecrets(given.filter(isAiCredential), job, into);
  }
};
