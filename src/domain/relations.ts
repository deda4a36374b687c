/** The relations: how two assets can stand to each other, and which kinds each may join. */
import type { AssetKind } from './kinds.ts';

interface RelationDefinition {
  readonly description: string;
  /** Kinds the relation may start from. */
  readonly from: readonly AssetKind[];
  /** Kinds the relation may end at. */
  readonly to: readonly AssetKind[];
}

/** Everything whose code or configuration acts: it can call, read, write and run as somebody. */
const actors = [
  'ai-application',
  'chatbot',
  'copilot',
  'web-route',
  'ci-workflow',
  'agent',
  'tool',
  'mcp-server-definition',
  'mcp-server-configuration',
  'mcp-tool',
  'mcp-client',
  'skill',
  'hook',
  'notebook',
  'code-project',
  'pipeline',
  'training-job',
  'compute',
  'inference-endpoint',
  'identity',
] as const;
/** Everything that holds data. */
const stores = [
  'dataset',
  'vector-store',
  'data-store',
  'bucket',
  'memory',
  'notebook',
  'log-sink',
  'model-artifact',
  'secret',
  'prompt',
] as const;
/** Everything that can be found inside a tree of files. */
const findable = [
  'ai-application',
  'chatbot',
  'copilot',
  'web-route',
  'ci-workflow',
  'model-artifact',
  'training-job',
  'fine-tune',
  'agent',
  'tool',
  'mcp-server-definition',
  'mcp-server-configuration',
  'mcp-tool',
  'mcp-client',
  'skill',
  'prompt',
  'instruction-file',
  'guardrail',
  'memory',
  'hook',
  'code-project',
  'notebook',
  'dataset',
  'vector-store',
  'log-sink',
  'pipeline',
  'secret',
  'package-occurrence',
  'compute',
  'data-store',
  'bucket',
  'identity',
  'inference-endpoint',
  'management-interface',
] as const;

/** Every relation by id; `from` and `to` are enforced when a relation is observed. */
export const relations = {
  contains: {
    description:
      'The first holds the second as its part: a repository its notebooks, an application its agents, a file its secrets.',
    from: [
      'repository',
      'ai-application',
      'code-project',
      'notebook',
      'bucket',
      'container-image',
      'cloud-account',
      'mcp-client',
      'mcp-server-configuration',
      'instruction-file',
      'skill',
      'prompt',
      'model-artifact',
      'dataset',
      'compute',
      'pipeline',
      'ci-workflow',
    ],
    to: findable,
  },
  'depends-on': {
    description: 'The first is built with the package.',
    from: [
      'ai-application',
      'code-project',
      'notebook',
      'mcp-server-definition',
      'mcp-server-configuration',
      'container-image',
      'compute',
      'inference-endpoint',
      'package-version',
      'skill',
    ],
    to: ['package-occurrence', 'package-version'],
  },
  'occurrence-of': {
    description: 'The line of a manifest or lock file names this package version.',
    from: ['package-occurrence'],
    to: ['package-version'],
  },
  invokes: {
    description: 'The first sends inference requests to the second.',
    from: actors,
    to: ['model', 'inference-endpoint', 'provider-account', 'fine-tune', 'model-artifact'],
  },
  'uses-tool': {
    description: 'The agent may call the tool.',
    from: ['agent', 'ai-application', 'chatbot', 'copilot', 'mcp-client'],
    to: ['tool', 'mcp-tool', 'mcp-server-definition', 'mcp-server-configuration', 'agent'],
  },
  connects: {
    description: 'The first opens a connection to the second.',
    from: actors,
    to: ['mcp-server-configuration', 'mcp-server-definition', 'vector-store', 'data-store', 'inference-endpoint'],
  },
  configures: {
    description: 'The configuration entry starts or reaches this server definition.',
    from: ['mcp-server-configuration'],
    to: ['mcp-server-definition'],
  },
  offers: {
    description: 'The server offers the tool or prompt.',
    from: ['mcp-server-definition', 'mcp-server-configuration'],
    to: ['mcp-tool', 'prompt', 'tool'],
  },
  'delegates-to': {
    description: 'The first agent hands work to the second.',
    from: ['agent', 'ai-application', 'chatbot'],
    to: ['agent'],
  },
  instructs: {
    description: 'The text steers the agent or client.',
    from: ['prompt', 'instruction-file', 'skill', 'memory'],
    to: ['agent', 'mcp-client', 'ai-application', 'chatbot', 'copilot', 'model'],
  },
  reads: { description: 'Data flows from the second into the first.', from: actors, to: stores },
  writes: {
    description: 'Data flows from the first into the second, or the first may change it.',
    from: actors,
    to: stores,
  },
  'trained-on': {
    description: 'The model was or will be trained on the data.',
    from: ['model', 'fine-tune', 'training-job', 'model-artifact'],
    to: ['dataset', 'bucket', 'data-store', 'notebook'],
  },
  'grounded-on': {
    description: 'Answers are drawn from the data.',
    from: [
      'agent',
      'ai-application',
      'chatbot',
      'copilot',
      'vector-store',
      'model',
      'tool',
      'mcp-tool',
      'mcp-server-definition',
      'web-route',
      'notebook',
      'code-project',
    ],
    to: ['vector-store', 'dataset', 'bucket', 'data-store', 'notebook'],
  },
  produces: {
    description: 'The first makes the second.',
    from: ['training-job', 'pipeline', 'notebook', 'ci-workflow', 'ai-application', 'code-project'],
    to: ['model', 'model-artifact', 'fine-tune', 'dataset', 'container-image', 'vector-store'],
  },
  loads: {
    description: 'The first loads the model into its own process.',
    from: actors,
    to: ['model', 'model-artifact', 'fine-tune'],
  },
  serves: {
    description: 'The endpoint or compute answers with the model.',
    from: ['inference-endpoint', 'compute'],
    to: ['model', 'model-artifact', 'fine-tune'],
  },
  runs: {
    description: 'The compute runs the code, image or service.',
    from: ['compute'],
    to: [
      'ai-application',
      'code-project',
      'container-image',
      'inference-endpoint',
      'vector-store',
      'data-store',
      'mcp-server-definition',
      'agent',
      'notebook',
      'tool',
      'management-interface',
    ],
  },
  'runs-as': {
    description: 'The first has the rights of the identity.',
    from: [
      'compute',
      'agent',
      'tool',
      'mcp-server-configuration',
      'mcp-server-definition',
      'notebook',
      'pipeline',
      'training-job',
      'inference-endpoint',
      'ai-application',
      'code-project',
      'ci-workflow',
    ],
    to: ['identity'],
  },
  assumes: { description: 'The first identity may take on the second.', from: ['identity'], to: ['identity'] },
  administers: {
    description: 'The first may change the configuration or rights of the second.',
    from: ['identity', 'owner'],
    to: [
      'agent',
      'model',
      'guardrail',
      'bucket',
      'data-store',
      'vector-store',
      'cloud-account',
      'identity',
      'inference-endpoint',
      'compute',
      'log-sink',
      'secret',
      'prompt',
    ],
  },
  'authenticates-as': {
    description: 'The credential proves this identity or account.',
    from: ['secret'],
    to: ['identity', 'provider-account', 'cloud-account', 'data-store', 'vector-store', 'inference-endpoint', 'bucket'],
  },
  'uses-secret': { description: 'The first is given the credential.', from: actors, to: ['secret'] },
  exposes: {
    description: 'The way in leads to the second.',
    from: ['network-exposure', 'web-route'],
    to: [
      'compute',
      'inference-endpoint',
      'vector-store',
      'data-store',
      'bucket',
      'agent',
      'ai-application',
      'chatbot',
      'mcp-server-definition',
      'notebook',
      'model',
      'tool',
      'management-interface',
      'network-exposure',
    ],
  },
  'guarded-by': {
    description: 'The guardrail is attached to the first.',
    from: ['agent', 'ai-application', 'chatbot', 'copilot', 'model', 'inference-endpoint', 'mcp-client'],
    to: ['guardrail'],
  },
  'logs-to': {
    description: 'What the first does is recorded in the second.',
    from: [
      'agent',
      'ai-application',
      'chatbot',
      'copilot',
      'model',
      'inference-endpoint',
      'provider-account',
      'cloud-account',
      'mcp-client',
      'compute',
    ],
    to: ['log-sink', 'bucket'],
  },
  'built-from': {
    description: 'The first is built from the second.',
    from: ['container-image', 'compute', 'mcp-server-definition', 'model-artifact', 'fine-tune'],
    to: ['ai-application', 'code-project', 'repository', 'package-version', 'container-image', 'model'],
  },
  'provided-by': {
    description: 'The model or endpoint belongs to this provider account.',
    from: ['model', 'inference-endpoint', 'fine-tune'],
    to: ['provider-account', 'cloud-account'],
  },
  'fine-tuned-from': {
    description: 'The first was made from this base model.',
    from: ['fine-tune', 'model', 'model-artifact'],
    to: ['model', 'model-artifact'],
  },
  'embeds-with': {
    description: 'The store’s vectors come from this model.',
    from: ['vector-store', 'ai-application', 'agent'],
    to: ['model'],
  },
  remembers: {
    description: 'The agent keeps what it learns here.',
    from: ['agent', 'ai-application', 'chatbot', 'mcp-client'],
    to: ['memory', 'vector-store', 'data-store'],
  },
  triggers: {
    description: 'An event at the first starts the second.',
    from: ['hook', 'mcp-client', 'ci-workflow', 'web-route', 'pipeline', 'instruction-file'],
    to: ['hook', 'agent', 'compute', 'training-job', 'pipeline', 'ai-application'],
  },
  'belongs-to': {
    description: 'The asset stands in this account.',
    from: [
      'bucket',
      'identity',
      'compute',
      'data-store',
      'vector-store',
      'inference-endpoint',
      'agent',
      'guardrail',
      'log-sink',
    ],
    to: ['cloud-account'],
  },
  'owned-by': {
    description: 'The owner answers for the first.',
    from: [
      'repository',
      'ai-application',
      'code-project',
      'agent',
      'model',
      'chatbot',
      'copilot',
      'notebook',
      'dataset',
      'compute',
      'mcp-server-definition',
      'bucket',
    ],
    to: ['owner'],
  },
  'replicates-to': {
    description: 'Data in the first is copied into the second.',
    from: ['bucket', 'dataset', 'data-store', 'vector-store'],
    to: ['bucket', 'dataset', 'data-store', 'vector-store'],
  },
  'same-as': {
    description: 'Probably the same thing, by a weak identifier; the confidence says how probably.',
    from: findable,
    to: findable,
  },
} as const satisfies Record<string, RelationDefinition>;

export type RelationKind = keyof typeof relations;

/** All relation ids in their declared order; a relation’s index here is its number in a snapshot. */
export const relationIds = Object.keys(relations) as readonly RelationKind[];

/** Tells whether a relation may join these two kinds. */
export const mayJoin = (relation: RelationKind, from: AssetKind, to: AssetKind): boolean => {
  const definition: RelationDefinition = relations[relation];
  return definition.from.includes(from) && definition.to.includes(to);
};
