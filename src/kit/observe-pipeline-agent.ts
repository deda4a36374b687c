/** What is said of an agent or model that an automated workflow starts: nobody is there to ask, and it acts with what the job is given. */
import type { AssetObservation, FactSaid, RelationObservation } from '../domain/observation.ts';

export interface PipelineAgent {
  /** Key of the workflow. */
  readonly workflow: string;
  readonly key: string;
  readonly name: string;
  /** Path and place inside its file, which identify it. */
  readonly symbol: string;
  readonly framework: string;
  /** The provider and the name of its model, where they are written. */
  readonly model?: { readonly provider: string; readonly name: string; readonly line: number } | undefined;
  /** It may run any command. */
  readonly isUnrestricted: boolean;
  /** Who may start it; absent where that is not known. */
  readonly audience?: FactSaid | undefined;
  /** Outsiders’ text reaches its prompt; absent where that is not known. */
  readonly untrustedInput?: FactSaid | undefined;
  /** What its job gives it, in the words of the fact `jobPowers`. */
  readonly powers?: FactSaid | undefined;
  /** A flag switches off the sandbox around its commands. */
  readonly isUnconfined?: boolean | undefined;
  /** Keys of the credentials that it is given. */
  readonly secrets: readonly string[];
  readonly line: number;
}

const modelOf = ({ provider, name }: NonNullable<PipelineAgent['model']>) =>
  ({
    kind: 'model',
    identifier: { scheme: 'model-name', value: `${provider}:${name}` },
    name,
  }) as const;

/** The agent with its model, its shell and its credentials. */
export const observePipelineAgent = (
  agent: PipelineAgent,
): { readonly assets: readonly AssetObservation[]; readonly relations: readonly RelationObservation[] } => {
  const { key, line, framework } = agent;
  const local = { local: key };
  const shell = `${key}#shell`;
  const assets: AssetObservation[] = [
    {
      key,
      kind: 'agent',
      name: agent.name,
      identifiers: [{ scheme: 'symbol', value: agent.symbol }],
      facts: {
        framework: { value: framework },
        autonomous: { value: true },
        // A job has no terminal at which anybody could be asked.
        approval: { value: 'never-asks', how: 'inferred', confidence: 0.9 },
        ...(agent.audience === undefined ? {} : { audience: agent.audience }),
        ...(agent.untrustedInput === undefined ? {} : { untrustedInput: agent.untrustedInput }),
        ...(agent.powers === undefined ? {} : { jobPowers: agent.powers }),
        ...(agent.isUnconfined ? { sandboxOff: { value: true } } : {}),
      },
      line,
    },
  ];
  const relations: RelationObservation[] = [
    { relation: 'contains', from: { local: agent.workflow }, to: local, line },
    { relation: 'triggers', from: { local: agent.workflow }, to: local, line },
    ...agent.secrets.map((secret) => ({ relation: 'uses-secret' as const, from: local, to: { local: secret }, line })),
  ];
  if (agent.model)
    relations.push({ relation: 'invokes', from: local, to: modelOf(agent.model), line: agent.model.line });
  if (agent.isUnrestricted) {
    assets.push({
      key: shell,
      kind: 'tool',
      name: `shell of ${agent.name}`,
      identifiers: [{ scheme: 'symbol', value: `${agent.symbol}.shell` }],
      facts: {
        framework: { value: framework },
        executesCode: { value: true },
        changesState: { value: true },
        sendsOut: { value: true },
        readsPrivateData: { value: true },
      },
      line,
    });
    relations.push({ relation: 'uses-tool', from: local, to: { local: shell }, line });
  }
  return { assets, relations };
};

/** A model that a workflow calls without an agent around it. */
export const observePipelineModel = (
  workflow: string,
  model: NonNullable<PipelineAgent['model']>,
): RelationObservation => ({ relation: 'invokes', from: { local: workflow }, to: modelOf(model), line: model.line });
