/** The facts: everything that can be known about one asset, with its type and the kinds it belongs to. */
import { type AssetKind, kindIds } from './kinds.ts';

interface FactTypes {
  string: string;
  number: number;
  boolean: boolean;
  strings: readonly string[];
}

interface FactDefinition {
  readonly type: keyof FactTypes;
  readonly on: readonly AssetKind[];
  readonly description: string;
}

const fact = <const T extends keyof FactTypes, const K extends AssetKind>(
  type: T,
  on: readonly K[],
  description: string,
) => ({ type, on, description });

const capable = ['tool', 'mcp-tool', 'mcp-server-definition', 'mcp-server-configuration', 'skill'] as const;
const reachable = [
  'inference-endpoint',
  'vector-store',
  'data-store',
  'compute',
  'network-exposure',
  'web-route',
  'mcp-server-configuration',
  'mcp-server-definition',
  'bucket',
  'management-interface',
] as const;
const holdingData = [
  'bucket',
  'dataset',
  'data-store',
  'vector-store',
  'notebook',
  'memory',
  'log-sink',
  'prompt',
  'model-artifact',
] as const;
const running = [
  'agent',
  'ai-application',
  'code-project',
  'chatbot',
  'copilot',
  'compute',
  'notebook',
  'inference-endpoint',
  'repository',
  'bucket',
  'pipeline',
  'training-job',
  'ci-workflow',
] as const;

/** What a person would name as a system, or finds at its head or as its largest parts. */
const governed = [
  'ai-application',
  'chatbot',
  'copilot',
  'agent',
  'mcp-client',
  'inference-endpoint',
  'training-job',
  'vector-store',
  'compute',
  'code-project',
  'notebook',
] as const;

/** Every fact by name. Names are camelCase because they are fields of an asset. */
export const facts = {
  // what it is
  provider: fact(
    'string',
    [
      'model',
      'provider-account',
      'inference-endpoint',
      'fine-tune',
      'secret',
      'cloud-account',
      'identity',
      'guardrail',
      'log-sink',
      'vector-store',
      'data-store',
      'bucket',
      'compute',
    ],
    'The vendor or project behind it: `openai`, `huggingface`, `aws`.',
  ),
  modelName: fact(
    'string',
    ['model', 'fine-tune', 'inference-endpoint'],
    'The name under which the provider or hub knows the model.',
  ),
  framework: fact(
    'string',
    [
      'agent',
      'tool',
      'ai-application',
      'mcp-server-definition',
      'model-artifact',
      'web-route',
      'pipeline',
      'training-job',
      'memory',
    ],
    'The library it is written with.',
  ),
  language: fact(
    'string',
    ['ai-application', 'code-project', 'notebook', 'tool', 'mcp-server-definition'],
    'Programming language.',
  ),
  version: fact(
    'string',
    [
      'package-version',
      'package-occurrence',
      'mcp-server-definition',
      'container-image',
      'model',
      'inference-endpoint',
      'mcp-client',
      'compute',
      'management-interface',
    ],
    'Version in the notation of its ecosystem.',
  ),
  ecosystem: fact(
    'string',
    ['package-version', 'package-occurrence', 'mcp-server-definition'],
    'Package ecosystem: `npm`, `pypi`, `go`, `maven`, `cargo`, `nuget`, `conda`.',
  ),
  packageName: fact(
    'string',
    ['package-version', 'package-occurrence', 'mcp-server-definition', 'mcp-server-configuration'],
    'Package name, normalised as its registry does.',
  ),
  requirement: fact('string', ['package-occurrence'], 'The version range as written in the manifest.'),
  scopeOfUse: fact(
    'string',
    ['package-occurrence'],
    '`production`, `development`, `test` or `optional`, as the manifest says.',
  ),
  description: fact(
    'string',
    ['tool', 'mcp-tool', 'mcp-server-definition', 'skill', 'agent', 'prompt'],
    'The words that the model is shown about it.',
  ),
  environment: fact('string', running, 'Where it lives: `production`, `staging`, `development`, `test`, `example`.'),
  stage: fact('string', running, 'Lifecycle stage: `development`, `deployed`, `retired`.'),
  path: fact(
    'string',
    [
      'repository',
      'ai-application',
      'code-project',
      'notebook',
      'model-artifact',
      'prompt',
      'dataset',
      'vector-store',
      'log-sink',
      'instruction-file',
      'skill',
      'ci-workflow',
    ],
    'Path inside its source.',
  ),

  // models and their loading
  revision: fact(
    'string',
    ['model', 'model-artifact', 'dataset'],
    'The revision named where it is loaded: a commit, tag or branch.',
  ),
  remoteCode: fact(
    'boolean',
    ['model', 'model-artifact', 'inference-endpoint', 'dataset'],
    'Loading may run code that comes with the model.',
  ),
  source: fact(
    'string',
    ['model', 'model-artifact', 'dataset', 'skill'],
    'Where it comes from: `provider-api`, `hub`, `local-file`, `bucket`, `url`.',
  ),
  hosting: fact('string', ['model'], '`remote-api` when a provider answers, `local` when the code loads it.'),
  format: fact(
    'string',
    ['model-artifact', 'dataset'],
    'File format by content: `pickle`, `safetensors`, `gguf`, `onnx`.',
  ),
  size: fact('number', ['model-artifact', 'dataset', 'notebook'], 'Size in bytes.'),
  architecture: fact(
    'string',
    ['model', 'model-artifact', 'fine-tune'],
    'Family or class of the network: `llama`, `BertForMaskedLM`.',
  ),
  precision: fact(
    'string',
    ['model', 'model-artifact', 'fine-tune'],
    'Number format of most of the weights: `F16`, `BF16`, `Q4_K_M`.',
  ),
  nameMatchesContent: fact(
    'boolean',
    ['model-artifact'],
    'The content is of the format that the file’s name promises.',
  ),
  inspected: fact(
    'boolean',
    ['model-artifact', 'dataset'],
    'Its content was looked into for what it does when it is opened.',
  ),
  codeOnLoad: fact(
    'strings',
    ['model-artifact', 'dataset'],
    'What of Python it runs, loads or opens while it is loaded, each with its place in the file: `os.system(…)`.',
  ),
  unknownCalls: fact(
    'strings',
    ['model-artifact', 'dataset'],
    'Functions and classes that loading it reaches and that are on no list, harmless or not.',
  ),
  codeLayers: fact(
    'strings',
    ['model-artifact'],
    'Layers of a description that run code of the file’s or make things from outside the framework.',
  ),
  unsafeOperations: fact(
    'strings',
    ['model-artifact'],
    'Operations of its graph that run Python or reach files that the graph names.',
  ),
  outsidePaths: fact('strings', ['model-artifact'], 'Paths outside its own folder that it makes its loader read.'),
  archiveFaults: fact(
    'strings',
    ['model-artifact', 'dataset'],
    'What in an archive deceives its readers: names that lead out, headers that differ, entries twice or hidden, wrong checksums.',
  ),
  formatFaults: fact('strings', ['model-artifact'], 'Bounds in its header that the file does not keep.'),
  embeddedPrograms: fact('strings', ['model-artifact', 'dataset'], 'Programs, scripts and commands that stand in it.'),
  templateSigns: fact(
    'strings',
    ['model-artifact'],
    'What its chat template does beside laying out a conversation: reach Python, hide text, give orders of its own.',
  ),
  documented: fact(
    'boolean',
    ['model-artifact', 'dataset'],
    'A card beside it tells what it is for, and under which licence it may be used.',
  ),
  resembles: fact(
    'string',
    ['model', 'dataset'],
    'A known publisher whose name its own publisher’s nearly is; empty where it is near none, or is that publisher.',
  ),
  weightCount: fact('number', ['model-artifact'], 'Files of weights that were seen in its folder.'),
  pickledWeights: fact('strings', ['model-artifact'], 'Of those, the ones that are kept as a pickle.'),
  sha256: fact('string', ['model-artifact', 'container-image'], 'SHA-256 of the content, lower-case hexadecimal.'),
  unsafeLoad: fact(
    'boolean',
    ['model-artifact', 'model'],
    'It is loaded by a call that runs code found in the file (pickle without an allow-list).',
  ),
  provenanceVerified: fact(
    'boolean',
    ['model-artifact', 'model', 'mcp-server-definition', 'package-version'],
    'A signature or hash was checked where it is loaded.',
  ),
  license: fact(
    'string',
    ['model', 'model-artifact', 'dataset', 'package-version', 'skill'],
    'Licence identifier, as it is written where it is said.',
  ),
  temperature: fact('number', ['model', 'agent'], 'Sampling temperature where it is called.'),

  // packages
  advisories: fact(
    'strings',
    ['package-version', 'package-occurrence', 'mcp-server-definition', 'container-image'],
    'Identifiers of known vulnerabilities that the version has.',
  ),
  advisoryData: fact(
    'boolean',
    ['package-version', 'package-occurrence', 'mcp-server-definition', 'container-image'],
    'The advisory data in use has records of the package, so that its silence about a version means something.',
  ),
  pinned: fact(
    'boolean',
    ['package-occurrence', 'mcp-server-configuration', 'container-image', 'model', 'ci-workflow'],
    'Names exactly one immutable version.',
  ),
  maliciousRelease: fact(
    'string',
    ['package-occurrence'],
    'Id of the record that says this release was published to do harm; empty when the data has records of the package and none of the release.',
  ),
  support: fact(
    'string',
    ['package-occurrence', 'model', 'container-image'],
    'Whether its maker still supports it, by the bundled announcements: `ended`, `going-on`, `not-covered`.',
  ),
  reachable: fact('boolean', ['package-occurrence'], 'The project’s code imports it.'),

  // secrets
  secretKind: fact(
    'string',
    ['secret'],
    'What the credential opens, by its shape: `openai-api-key`, `aws-access-key`.',
  ),
  place: fact(
    'string',
    ['secret'],
    '`source`, `environment-file`, `configuration`, `notebook-output`, `manager`, `variable`.',
  ),
  hardCoded: fact('boolean', ['secret'], 'The value itself stands in a file.'),
  grants: fact(
    'strings',
    ['secret'],
    'What a share link or key that says so itself allows: `read`, `write`, `create`, `delete`, `list`.',
  ),
  expires: fact('string', ['secret'], 'The day on which it ends, as it says itself: `2051-10-06`.'),
  tracked: fact(
    'boolean',
    ['secret', 'model-artifact', 'hook', 'mcp-client', 'dataset', 'vector-store', 'log-sink', 'notebook'],
    'The file it stands in is part of the repository, not ignored by it.',
  ),

  // agents and tools
  autonomous: fact('boolean', ['agent', 'mcp-client'], 'It acts without a person starting each turn.'),
  approval: fact(
    'string',
    ['agent', 'tool', 'mcp-client', 'mcp-server-configuration', 'mcp-tool'],
    'Who approves an action: `always-asks`, `asks-for-some`, `never-asks`.',
  ),
  readsPrivateData: fact(
    'boolean',
    capable,
    'Can read data that is not public: files, mail, databases, internal systems.',
  ),
  takesUntrustedContent: fact(
    'boolean',
    capable,
    'Brings in content that strangers can write: web pages, mail, issues, documents.',
  ),
  sendsOut: fact('boolean', capable, 'Can send data to a place outside the organisation.'),
  changesState: fact('boolean', capable, 'Writes, deletes, deploys or pays.'),
  executesCode: fact('boolean', capable, 'Runs commands or code that it is given.'),
  effectsKnown: fact(
    'boolean',
    capable,
    'Its code, schema or a catalogued description was read, so that an effect not seen is absent.',
  ),
  readOnlyHint: fact('boolean', ['mcp-tool', 'tool'], 'MCP annotation: it says that it only reads.'),
  destructiveHint: fact('boolean', ['mcp-tool', 'tool'], 'MCP annotation: it says that it may destroy.'),
  exposesTools: fact('boolean', ['ai-application', 'code-project'], 'Serves tools to agents over MCP.'),
  outputSink: fact(
    'strings',
    ['agent', 'ai-application', 'tool', 'model', 'notebook'],
    'Where model output flows unescaped: `shell`, `eval`, `sql`, `html`, `file`, `http`.',
  ),
  untrustedInput: fact(
    'boolean',
    ['agent', 'ai-application', 'prompt', 'model', 'web-route', 'chatbot', 'copilot', 'tool'],
    'Text from outside reaches its prompt.',
  ),
  audienceUnchecked: fact(
    'boolean',
    ['mcp-server-definition'],
    'It accepts tokens that were issued for another service.',
  ),
  servedBeyondHost: fact(
    'boolean',
    ['mcp-server-definition', 'agent'],
    'Other programs reach it over the network, not only those of its own host.',
  ),
  scopeOpen: fact(
    'boolean',
    ['mcp-server-configuration', 'tool'],
    'It may reach everything that its software can, although a folder, project, toolset or reading alone could be named.',
  ),
  superRole: fact(
    'boolean',
    ['mcp-server-configuration'],
    'It reaches its database with a role that passes over the rights of single users and rows.',
  ),
  modelRoutes: fact(
    'strings',
    ['ai-application', 'code-project'],
    'Its web routes whose code calls a model or an agent, by name.',
  ),
  tracingOff: fact(
    'boolean',
    ['ai-application', 'code-project', 'agent'],
    'Recording of what its agents do is switched off.',
  ),
  audience: fact(
    'string',
    ['agent', 'chatbot', 'copilot', 'ai-application', 'web-route', 'inference-endpoint', 'compute'],
    'Who may use it: `anyone`, `organisation`, `team`, `person`.',
  ),
  facesStrangers: fact('boolean', ['agent'], 'A web route hands it what its callers send.'),
  untrustedInstructions: fact(
    'boolean',
    ['agent', 'ai-application', 'prompt', 'model', 'web-route', 'chatbot', 'copilot', 'tool', 'notebook'],
    'Text from outside is put into its standing instructions, the system prompt.',
  ),
  recipientChosen: fact('boolean', capable, 'Who receives what it sends out is decided by the model.'),
  forwardsCallerToken: fact(
    'boolean',
    [...capable, 'ai-application', 'web-route'],
    'The credential that a caller shows is sent on to another service.',
  ),
  maxIterations: fact('number', ['agent'], 'Bound on the number of steps of one run.'),
  loopUnbounded: fact(
    'boolean',
    ['agent'],
    'Nothing ends a run by itself: its bound is switched off, was never set, or is absurdly large.',
  ),
  active: fact('boolean', ['mcp-server-configuration', 'mcp-client', 'hook', 'agent', 'skill'], 'It is switched on.'),
  approvedBroadly: fact(
    'strings',
    ['mcp-client', 'mcp-server-configuration', 'skill'],
    'What may run unasked and is so wide that it amounts to any code or any address: `Bash(python:*)`.',
  ),
  sandboxOff: fact(
    'boolean',
    ['agent', 'tool', 'mcp-client'],
    'A setting or flag switches off the sandbox around its commands, or nothing holds the code that it runs for a model.',
  ),
  startsServersUnasked: fact(
    'boolean',
    ['mcp-client'],
    'Its settings start every MCP server that the repository brings along, before a person approved that one.',
  ),
  event: fact('string', ['hook'], 'What it runs on: `SessionStart`, `folderOpen`.'),
  outputLimit: fact('number', ['model', 'agent', 'inference-endpoint'], 'Upper bound on tokens produced by one call.'),

  // texts that models read
  textSigns: fact(
    'strings',
    ['instruction-file', 'skill', 'prompt', 'tool', 'mcp-tool', 'mcp-server-definition', 'agent', 'hook'],
    'What its text asks of a model, or lets it run, that its reader would not expect: `hides-from-user`, `reads-credentials`; empty when it was read and nothing was found.',
  ),
  hiddenCharacters: fact(
    'strings',
    ['instruction-file', 'skill', 'prompt', 'tool', 'mcp-tool', 'mcp-server-definition', 'agent'],
    'Characters in its text that people do not see, or take for others: `tag-characters`, `bidirectional-override`; empty when it was read and there are none.',
  ),
  holdsSecret: fact(
    'boolean',
    ['instruction-file', 'prompt', 'skill', 'agent', 'ai-application', 'notebook'],
    'A credential stands in its text, or in a text that its code gives to a model.',
  ),
  readableByOthers: fact(
    'boolean',
    ['log-sink', 'secret'],
    'Every user of the machine may read the file that it stands in.',
  ),
  responseHolds: fact(
    'strings',
    ['web-route'],
    'What its answers give away: `key` of a provider, `system-prompt`; empty when its code was read and gives neither.',
  ),
  nameClashes: fact(
    'strings',
    ['mcp-client', 'agent'],
    'Names that two of its servers give to different tools, or that can be taken for each other; empty when its servers were compared and there are none.',
  ),

  // MCP and clients
  transport: fact(
    'string',
    ['mcp-server-configuration', 'mcp-server-definition'],
    '`stdio`, `streamable-http`, `sse`, `websocket`.',
  ),
  command: fact('string', ['mcp-server-configuration', 'hook'], 'The program that is started, without its arguments.'),
  arguments: fact('strings', ['mcp-server-configuration', 'hook'], 'Arguments, with credentials redacted.'),
  environmentNames: fact(
    'strings',
    ['mcp-server-configuration', 'compute', 'hook'],
    'Names of environment variables that it is given.',
  ),
  aiWorkload: fact(
    'boolean',
    ['compute'],
    'It runs something of an AI system: a model or notebook server, an agent, an application that calls a model.',
  ),
  hostPowers: fact(
    'strings',
    ['compute'],
    'What it is given of the host that runs it: `privileged`, `capabilities`, `host-network`, `host-processes`, `host-memory`, `host-files`, `container-socket`.',
  ),
  rootAccess: fact('boolean', ['compute'], 'Whoever works in it is root there.'),
  oldMetadataService: fact(
    'boolean',
    ['compute'],
    'Version 1 of the metadata service answers in it, so that one forged request gives away its credentials.',
  ),
  url: fact(
    'string',
    ['mcp-server-configuration', 'mcp-server-definition', 'inference-endpoint', 'web-route', 'data-store'],
    'Address, without credentials.',
  ),
  official: fact(
    'boolean',
    ['mcp-server-definition', 'package-version'],
    'Published by the maker of the service it gives access to.',
  ),
  clientName: fact(
    'string',
    ['mcp-client', 'mcp-server-configuration', 'instruction-file', 'hook'],
    'The client or coding agent it belongs to.',
  ),

  // network and authentication
  authentication: fact(
    'string',
    [...reachable, 'agent'],
    '`none`, `key`, `token`, `identity`, `password`, `mutual-tls`; `default-credential` where it is the one that its maker documents.',
  ),
  redirects: fact(
    'string',
    ['inference-endpoint'],
    'The provider whose clients a setting sends here instead: `anthropic`; empty where no setting does.',
  ),
  redirectedBy: fact(
    'string',
    ['inference-endpoint'],
    'What sends them here: `agent-settings`, which whoever opens the repository takes over, or `environment-file`.',
  ),
  selfHosted: fact(
    'boolean',
    ['inference-endpoint', 'vector-store', 'data-store', 'management-interface'],
    'The organisation runs it itself; a provider’s service is the provider’s to protect.',
  ),
  deploymentSeen: fact(
    'boolean',
    ['inference-endpoint', 'vector-store'],
    'Something in the estate shows how others reach it: an address, a way in, what it asks for. Of others only code that uses them was seen, or a container that nothing leads to.',
  ),
  bindAddress: fact(
    'string',
    [...reachable, 'ai-application', 'code-project'],
    'Address listened on: `127.0.0.1`, `0.0.0.0`, a name.',
  ),
  refusals: fact(
    'strings',
    ['ai-application', 'code-project'],
    'The first place where its code answers a caller with “not signed in” or “not allowed”; empty where it does nowhere.',
  ),
  port: fact('number', reachable, 'Port listened on.'),
  exposureIntended: fact(
    'boolean',
    reachable,
    'Its owner declared that it is meant to be reached from beyond its own host.',
  ),
  public: fact('boolean', [...reachable, 'dataset', 'repository'], 'Anyone on the internet can reach it.'),
  publicTransport: fact(
    'string',
    ['inference-endpoint', 'vector-store', 'management-interface', 'mcp-server-configuration'],
    'How it is reached over the internet, as far as was seen: `clear`, `encrypted`, `not-seen`.',
  ),
  encryptedTransport: fact('boolean', reachable, 'Reached over TLS only.'),
  managedService: fact(
    'boolean',
    ['agent', 'inference-endpoint', 'vector-store', 'compute', 'mcp-server-definition'],
    'A service that a cloud runs for the organisation, in its own account, as a stack declares it.',
  ),
  minTlsVersion: fact('string', reachable, 'The oldest version of TLS that it accepts: `1.0`, `1.2`.'),
  unrestrictedEgress: fact(
    'boolean',
    ['compute', 'training-job', 'tool', 'pipeline'],
    'It reaches any destination on the internet directly.',
  ),
  rateLimited: fact(
    'boolean',
    [
      'inference-endpoint',
      'web-route',
      'provider-account',
      'ai-application',
      'code-project',
      'network-exposure',
      'compute',
    ],
    'A quota, budget or rate limit applies.',
  ),
  origins: fact(
    'strings',
    ['inference-endpoint', 'mcp-server-definition', 'web-route', 'ai-application', 'code-project'],
    'Cross-origin callers that are allowed.',
  ),
  originsWithCredentials: fact(
    'boolean',
    ['inference-endpoint', 'mcp-server-definition', 'web-route', 'ai-application', 'code-project'],
    'Cross-origin callers may send cookies and other credentials along.',
  ),
  middleware: fact(
    'strings',
    ['web-route', 'ai-application', 'code-project'],
    'What requests pass before they are answered, by the names of the libraries; `own` before what the project writes itself.',
  ),
  service: fact(
    'string',
    [
      'inference-endpoint',
      'vector-store',
      'data-store',
      'compute',
      'container-image',
      'log-sink',
      'guardrail',
      'management-interface',
    ],
    'Product that runs there: `ollama`, `vllm`, `chroma`, `lambda`.',
  ),

  // data
  sensitivity: fact(
    'string',
    [...holdingData, 'model', 'fine-tune'],
    '`public`, `internal`, `confidential`, `restricted`.',
  ),
  dataKinds: fact(
    'strings',
    [...holdingData, 'model', 'fine-tune'],
    'Kinds of sensitive data seen: `credential`, `personal`, `health`, `payment`, `prompt`.',
  ),
  dataClasses: fact(
    'strings',
    holdingData,
    'What was found, with the number of records that hold it: `e-mail address in 120 of 400 records`.',
  ),
  usedFor: fact(
    'strings',
    ['dataset', 'bucket', 'data-store', 'log-sink'],
    'What the data is for: `training`, `evaluation`, `grounding`, `models`, `invocation-records`.',
  ),
  screened: fact(
    'boolean',
    ['dataset', 'log-sink'],
    'Its records or the names of its columns were looked into for personal data and credentials.',
  ),
  craftedRecords: fact(
    'strings',
    ['dataset'],
    'Signs that records were planted to steer a model: `instruction to the model in 2 of 400 records`.',
  ),
  outputKinds: fact(
    'strings',
    ['notebook'],
    'Kinds of sensitive data in stored outputs: `credential`, `personal`, `health`, `payment`.',
  ),
  encryptedAtRest: fact('boolean', holdingData, 'Encrypted where it is stored.'),
  customerKey: fact('boolean', holdingData, 'Encrypted with a key the organisation controls.'),
  versioned: fact('boolean', ['bucket', 'dataset'], 'Earlier versions are kept.'),
  publicBlocked: fact(
    'boolean',
    ['bucket', 'cloud-account'],
    'A setting over it closes it to the public, whatever its policies say; of an account, all its buckets.',
  ),
  region: fact(
    'string',
    ['bucket', 'compute', 'inference-endpoint', 'data-store', 'vector-store', 'cloud-account'],
    'Cloud region.',
  ),
  userWritable: fact(
    'boolean',
    ['data-store', 'bucket', 'vector-store', 'dataset'],
    'People outside the team can add content to it.',
  ),

  // identity
  actions: fact('strings', ['identity'], 'Actions the identity’s own policies allow, in the cloud’s notation.'),
  actionsOnAll: fact(
    'strings',
    ['identity'],
    'Actions that its policies allow on every resource, in the cloud’s notation.',
  ),
  wildcardActions: fact('boolean', ['identity'], 'A policy allows every action, or every action of a service.'),
  wildcardResources: fact('boolean', ['identity'], 'A policy with changing actions applies to every resource.'),
  administrator: fact('boolean', ['identity'], 'Effective rights over the whole account.'),
  longLived: fact('boolean', ['identity', 'secret'], 'The credential does not expire by itself.'),
  trustedPrincipals: fact('strings', ['identity'], 'Who may take on the identity.'),
  sharedIdentity: fact('boolean', ['identity'], 'Several applications or agents run as it.'),

  // what people declare, in isobar.yaml or CODEOWNERS
  system: fact('string', kindIds, 'Name of the declared system that it is part of.'),
  ownership: fact(
    'string',
    ['ai-application', 'chatbot', 'copilot', 'repository'],
    '`named` where somebody answers for it, `missing` where nobody does.',
  ),
  declaration: fact(
    'string',
    ['ai-application', 'chatbot', 'copilot'],
    'What its declaration says: `whole`, `without-purpose`, `without-tier`, `name-only`; `missing` where only other systems are declared.',
  ),
  purpose: fact('string', governed, 'What it is for, as declared.'),
  riskTier: fact('string', governed, 'Declared risk tier: `minimal`, `limited`, `high`, `unacceptable`.'),
  oversightAssigned: fact('boolean', governed, 'A person is named who can review, override and stop what it decides.'),
  approved: fact(
    'boolean',
    ['model', 'provider-account', 'mcp-server-configuration', 'mcp-server-definition', 'mcp-client'],
    'It is on the approved inventory, where one is declared.',
  ),

  // guardrails, logs, code hosts
  filters: fact(
    'strings',
    ['guardrail'],
    'What the guardrail looks for: `prompt-attack`, `personal-data`, `topic`, `word`, `content`.',
  ),
  guardrailStrength: fact('string', ['guardrail'], '`high`, `medium`, `low`, `detect-only`.'),
  logging: fact(
    'boolean',
    ['provider-account', 'cloud-account', 'agent', 'ai-application', 'inference-endpoint'],
    'Invocations are recorded.',
  ),
  retentionDays: fact('number', ['log-sink', 'memory'], 'How long it is kept, in days; 0 for ever.'),
  workflowPermissions: fact(
    'string',
    ['ci-workflow'],
    '`read`, `write`, `write-all` as the workflow asks for; the right to an identity token alone changes nothing.',
  ),
  jobPowers: fact(
    'strings',
    ['agent'],
    'What the job that starts it gives it beyond a key to its model: `comment`, `write` or `write-all` with the repository’s token, `secrets`, `any-command`; empty where no job does.',
  ),
  untrustedTrigger: fact(
    'boolean',
    ['ci-workflow'],
    'Runs on events that strangers can cause, with the repository’s rights.',
  ),
  persistent: fact('boolean', ['memory'], 'Outlives one session.'),
  recalledLater: fact(
    'boolean',
    ['memory', 'agent'],
    'What is kept in one conversation steers later ones: long-term memory, not the state of one conversation.',
  ),
  cellCount: fact('number', ['notebook'], 'Number of cells.'),
  hasOutputs: fact('boolean', ['notebook'], 'Outputs are stored with the code.'),
} as const satisfies Record<string, FactDefinition>;

export type FactName = keyof typeof facts;

/** The value type of a fact. */
export type FactValue<F extends FactName = FactName> = FactTypes[(typeof facts)[F]['type']];

/** The facts that belong to a kind. */
export type FactOf<K extends AssetKind> = {
  [F in FactName]: K extends (typeof facts)[F]['on'][number] ? F : never;
}[FactName];

/** All fact names in their declared order; a fact’s index here is its number in a snapshot. */
export const factNames = Object.keys(facts) as readonly FactName[];

/** Tells whether a fact belongs to a kind. */
export const belongsTo = (name: FactName, kind: AssetKind): boolean => {
  const definition: FactDefinition = facts[name];
  return definition.on.includes(kind);
};

/** List facts to which every source adds: what several say of them is united. Any other fact has one value, and the best known one stands. */
export const gatheredFacts: ReadonlySet<FactName> = new Set<FactName>([
  'advisories',
  'outputSink',
  'dataKinds',
  'dataClasses',
  'usedFor',
  'craftedRecords',
  'textSigns',
  'hiddenCharacters',
  'nameClashes',
  'responseHolds',
  'approvedBroadly',
  'actions',
  'actionsOnAll',
  'origins',
  'middleware',
  'modelRoutes',
  'trustedPrincipals',
  'filters',
  'codeOnLoad',
  'unknownCalls',
  'templateSigns',
]);

/** What is done in one place is done, whatever other places leave out: of these facts *true* stands, however surely elsewhere *false* is known. */
export const trueAnywhere: ReadonlySet<FactName> = new Set<FactName>(['remoteCode', 'unsafeLoad']);
