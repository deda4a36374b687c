/** The asset kinds: everything that can exist in an estate, over the four layers. */

/** The four layers of an AI estate, from what people use down to what everything stands on. */
export const layers = ['application', 'model', 'agentic', 'foundation'] as const;
export type Layer = (typeof layers)[number];

interface KindDefinition {
  readonly layer: Layer;
  readonly title: string;
  readonly description: string;
}

const kind = <const L extends Layer>(layer: L, title: string, description: string) => ({ layer, title, description });

/** Every asset kind by id. An id is kebab-case and never reused. */
export const kinds = {
  'ai-application': kind(
    'application',
    'AI application',
    'A code project that calls a model, runs an agent or serves tools: what a person would name as one application.',
  ),
  chatbot: kind('application', 'Chatbot', 'A conversational front that answers people from a model.'),
  copilot: kind('application', 'Copilot', 'An assistant built into another product that acts with its user’s rights.'),
  'web-route': kind(
    'application',
    'Web route',
    'One address of a web application, where requests from outside enter the code.',
  ),
  'ci-workflow': kind('application', 'CI workflow', 'An automated workflow of a code host or build server.'),

  model: kind('model', 'Model', 'A named AI model as a provider or hub publishes it.'),
  'model-artifact': kind('model', 'Model artifact', 'A file or set of files that holds a model’s weights or code.'),
  'inference-endpoint': kind(
    'model',
    'Inference endpoint',
    'An address that answers inference requests, run by a provider or by the organisation.',
  ),
  'provider-account': kind(
    'model',
    'Provider account',
    'An account or project at an AI provider under which models are called.',
  ),
  'training-job': kind('model', 'Training job', 'A run or definition of a run that trains a model.'),
  'fine-tune': kind('model', 'Fine-tune', 'A model or adapter made from a base model with further data.'),

  agent: kind('agentic', 'Agent', 'A model in a loop with instructions and tools, able to act.'),
  tool: kind(
    'agentic',
    'Tool',
    'A function that an agent can call, written in the organisation’s code or shipped by a framework.',
  ),
  'mcp-server-definition': kind(
    'agentic',
    'MCP server definition',
    'An MCP server as its author publishes it: a package, an image, an address or source code.',
  ),
  'mcp-server-configuration': kind(
    'agentic',
    'MCP server configuration',
    'An entry in a client’s configuration that says how one MCP server is started or reached.',
  ),
  'mcp-tool': kind('agentic', 'MCP tool', 'A tool that an MCP server offers.'),
  'mcp-client': kind('agentic', 'MCP client', 'A program or coding agent that connects to MCP servers.'),
  skill: kind('agentic', 'Skill', 'A folder of instructions and scripts that an agent loads on demand.'),
  prompt: kind('agentic', 'Prompt', 'Text that instructs a model: system prompt, template or saved prompt.'),
  'instruction-file': kind(
    'agentic',
    'Instruction file',
    'A file of standing instructions that a coding agent reads by itself.',
  ),
  guardrail: kind('agentic', 'Guardrail', 'A filter or policy on what goes into or comes out of a model or agent.'),
  memory: kind('agentic', 'Memory', 'What an agent keeps between turns or sessions.'),
  hook: kind('agentic', 'Hook', 'A command that an agent’s client runs by itself on an event.'),

  repository: kind('foundation', 'Repository', 'A version-controlled tree of source, or a folder scanned as one.'),
  'code-project': kind(
    'foundation',
    'Code project',
    'A folder of code that is built together and in which no AI use was seen.',
  ),
  notebook: kind('foundation', 'Notebook', 'A computational notebook: code, outputs and prose in one document.'),
  dataset: kind('foundation', 'Dataset', 'A named collection of data used to train, ground or evaluate.'),
  'vector-store': kind('foundation', 'Vector store', 'A store of embeddings that grounds answers.'),
  'data-store': kind('foundation', 'Data store', 'A database, warehouse, queue or search index.'),
  bucket: kind('foundation', 'Bucket', 'An object storage bucket or container.'),
  pipeline: kind('foundation', 'Pipeline', 'A data or machine-learning pipeline: steps run in order.'),
  secret: kind(
    'foundation',
    'Secret',
    'A credential: known by a keyed fingerprint or by its place, never by its value.',
  ),
  identity: kind(
    'foundation',
    'Identity',
    'A role, service account, managed identity or user under which something runs.',
  ),
  'package-version': kind('foundation', 'Package version', 'One version of a package in a registry.'),
  'package-occurrence': kind('foundation', 'Package occurrence', 'A package as one manifest or lock file names it.'),
  'container-image': kind('foundation', 'Container image', 'An image, by digest or by name and tag.'),
  compute: kind(
    'foundation',
    'Compute',
    'Something that runs code: a container service, a function, a virtual machine, a notebook instance.',
  ),
  'network-exposure': kind(
    'foundation',
    'Network exposure',
    'A way in from a network: a published port, a public policy, an open listener.',
  ),
  'management-interface': kind(
    'foundation',
    'Management interface',
    'An address at which a notebook server, cluster, experiment tracker or builder is operated: a dashboard, a console, an interface for jobs.',
  ),
  'log-sink': kind('foundation', 'Log sink', 'Where invocations, prompts or traces are recorded.'),
  'cloud-account': kind('foundation', 'Cloud account', 'An account, subscription or project of a cloud.'),
  owner: kind('foundation', 'Owner', 'A person or team that answers for an asset.'),
} as const satisfies Record<string, KindDefinition>;

export type AssetKind = keyof typeof kinds;

/** All kind ids in their declared order; a kind’s index here is its number in a snapshot. */
export const kindIds = Object.keys(kinds) as readonly AssetKind[];

/** Gives the layer of a kind. */
export const layerOf = (kind: AssetKind): Layer => kinds[kind].layer;
