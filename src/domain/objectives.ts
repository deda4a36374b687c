/**
 * The control objectives: short statements of what we want to be true; a detector tests one, a framework control needs
 * some, a correlation asks for an asset that fails one, a remediation restores one.
 */

import type { Category } from './category.ts';
import type { RiskSignal } from './signals.ts';

/** One thing that we want to be true of every asset that it can be asked about. */
export interface Objective {
  /** What must hold, precise enough that pass and fail can be told apart. */
  readonly statement: string;
  readonly category: Category;
  /** The risk signals that say it does not hold; empty where only a combination or a framework asked for it. */
  readonly signals: readonly RiskSignal[];
  /** Why an objective had no detector when it was written and what data one needs; it counts only while there is none, so that a new detector edits nothing here. */
  readonly notYet?: string;
}

export const objectives = {
  // Vulnerability

  'dependency-patched': {
    statement:
      'No package that an AI system, an agent, an MCP server or a coding agent uses is at a version that a published, not withdrawn advisory lists as affected; a disputed advisory counts.',
    category: 'vulnerability',
    signals: ['V01', 'V02', 'V04', 'V05', 'V09'],
  },
  'service-patched': {
    statement:
      'No inference server, vector store, machine-learning platform, driver or container toolkit runs a version that a published advisory lists as affected.',
    category: 'vulnerability',
    signals: ['V06', 'V07', 'E02'],
  },
  'dependency-genuine': {
    statement:
      'Every dependency exists in its registry under the name that is asked for, and none of its releases in use is on a list of malicious releases.',
    category: 'vulnerability',
    signals: ['V03', 'V10'],
  },
  'component-supported': {
    statement: 'No AI package, server, model or tool in use is past the end of life that its maker announced.',
    category: 'vulnerability',
    signals: ['V08'],
  },

  // Misconfiguration

  'exposure-intended': {
    statement:
      'A service of an AI system listens on, or is routed to from, a network wider than its own host or private network only where its owner declared that exposure.',
    category: 'misconfiguration',
    signals: ['M02', 'M11'],
  },
  'remote-code-refused': {
    statement:
      'No call or launch argument that loads a model or a data set lets code from its repository run (trust_remote_code and its like), and no model or data set in use needs that to load.',
    category: 'misconfiguration',
    signals: ['M07', 'I04', 'I16'],
  },
  'invocation-logged': {
    statement:
      'Every account, deployment or gateway through which a model is called delivers a record of each invocation to a log sink.',
    category: 'misconfiguration',
    signals: ['M08'],
  },
  'guardrail-attached': {
    statement:
      'Every agent and every model call that takes text from outside the organisation passes through a guardrail that is attached to it in the version that runs; one that merely exists does not count.',
    category: 'misconfiguration',
    signals: ['M09'],
  },
  'workload-least-privilege': {
    statement:
      'No identity that an AI workload runs as or calls a model with is granted a wildcard action, a wildcard resource on a writing action, or an administrator or full-access policy.',
    category: 'misconfiguration',
    signals: ['M10'],
  },
  'credential-short-lived': {
    statement:
      'Every key, token or share link for an AI service or its data has an expiry within the accepted lifetime; a service that can take identity tokens instead has its static keys switched off.',
    category: 'misconfiguration',
    signals: ['M10'],
  },
  'workload-unprivileged': {
    statement:
      'No container, notebook or training job of an AI system runs privileged, as root on its host, with the host’s namespaces, sockets or root file system, or with version 1 of the metadata service.',
    category: 'misconfiguration',
    signals: ['M12'],
  },
  'customer-key-encrypted': {
    statement:
      'Stored models, data sets, prompts, knowledge bases and invocation logs that are marked sensitive are encrypted with a key that the organisation holds.',
    category: 'misconfiguration',
    signals: ['M13'],
  },
  'consumption-bounded': {
    statement:
      'Every model account, inference endpoint and AI workload has a rate limit, quota, budget or resource limit that stops it, not only an alert.',
    category: 'misconfiguration',
    signals: ['M14', 'E06'],
  },
  'origin-restricted': {
    statement:
      'A service of an AI system that a browser can reach answers only origins that it lists; a wildcard, or a reflected origin with credentials, is not a list.',
    category: 'misconfiguration',
    signals: ['M15'],
  },
  'transport-encrypted': {
    statement:
      'Every connection of an AI system that leaves its host or private network uses TLS in a version that is not deprecated and verifies the certificate.',
    category: 'misconfiguration',
    signals: ['M16', 'E07'],
  },
  'owner-named': {
    statement: 'Every AI system has a named owner who is an active member of the organisation.',
    category: 'misconfiguration',
    signals: ['M17'],
  },
  'purpose-recorded': {
    statement:
      'Every AI system has a recorded purpose, an intended scope of use and a risk tier, and what it reaches does not exceed that scope.',
    category: 'misconfiguration',
    signals: ['M17'],
  },
  'inventory-approved': {
    statement:
      'Every model, provider, agent, MCP server and coding agent in use is on the organisation’s approved inventory.',
    category: 'misconfiguration',
    signals: ['M18'],
  },
  'oversight-assigned': {
    statement:
      'Every system of the highest risk tiers has a named person who can review, override and stop its decisions, and a step at which that happens.',
    category: 'misconfiguration',
    signals: ['M19'],
  },
  'training-data-protected': {
    statement:
      'Only identities named as its writers can change a model registry, an artifact store, a training script or data that trains or tunes a model; no public, group-wide or untrusted writer can.',
    category: 'misconfiguration',
    signals: ['M20'],
  },
  'grounding-data-protected': {
    statement:
      'Only identities named as its writers can change the documents, chunks or tables that ground a model’s answers; no public, group-wide or untrusted writer can.',
    category: 'misconfiguration',
    signals: [],
  },
  'egress-restricted': {
    statement:
      'Compute that runs notebooks, training, inference or agent tools reaches only the destinations that it lists; direct, unfiltered internet access is not a list.',
    category: 'misconfiguration',
    signals: [],
  },
  'control-plane-write-restricted': {
    statement:
      'Only administrators and the deployment pipeline can change an agent, its prompt, its guardrail, its action groups, its flow or the data source of its knowledge base.',
    category: 'misconfiguration',
    signals: [],
  },
  'log-retention-set': {
    statement: 'Logs of AI invocations and of agent actions are kept for at least six months.',
    category: 'misconfiguration',
    signals: [],
  },
  'production-monitored': {
    statement:
      'Every model or agent in production sends measurements of its behaviour (input and output samples, drift, errors, refusals) to a monitor that has an alert.',
    category: 'misconfiguration',
    signals: [],
    notYet: 'needs data-capture, tracing and alert settings of endpoints and observability libraries',
  },
  'deactivation-provided': {
    statement:
      'Every agent and model in production has a recorded switch (flag, alias, policy or scale to zero) that disengages it without a new release.',
    category: 'misconfiguration',
    signals: [],
    notYet: 'needs declared systems that name their switch',
  },
  'availability-redundant': {
    statement:
      'Every model endpoint that a production system needs runs in at least two instances or has a declared fallback.',
    category: 'misconfiguration',
    signals: [],
    notYet: 'needs instance counts of endpoints and the fallback lists of gateways and routers',
  },
  'components-identified': {
    statement:
      'Every model, data set, package, image and tool that a system uses is identified by its source and the exact version, revision or digest that runs.',
    category: 'misconfiguration',
    signals: [],
    notYet:
      'needs image contents and resolved model names for the whole system; parts are tested by model-pinned and mcp-package-pinned',
  },
  'answer-grounded': {
    statement:
      'Every system that answers from retrieved documents has a check, at run time, that the answer is supported by them.',
    category: 'misconfiguration',
    signals: [],
    notYet: 'needs contextual-grounding settings of guardrails and the meaning of evaluation libraries in serving code',
  },
  'synthetic-content-marked': {
    statement:
      'Images, audio, video and text that a system generates for people outside carry a mark that a machine can read.',
    category: 'misconfiguration',
    signals: [],
    notYet: 'needs samples of generated content, or the meaning of watermark and content-credential libraries',
  },

  // Data exposure

  'secret-kept-out-of-code': {
    statement:
      'No credential stands literally in source, notebook cells, configuration (MCP and agent configuration included) or version history; it is named and fetched at run time.',
    category: 'data-exposure',
    signals: ['D01', 'D02'],
  },
  'prompt-secret-free': {
    statement:
      'No prompt, system prompt, prompt template, rules file or skill holds a credential, a connection string or an internal address.',
    category: 'data-exposure',
    signals: ['D03'],
  },
  'notebook-outputs-clean': {
    statement: 'No stored output of a notebook cell holds a credential or personal data.',
    category: 'data-exposure',
    signals: ['D08'],
  },
  'training-data-depersonalised': {
    statement:
      'No data set that trains or tunes a model holds personal data, unless its record names a basis and a retention time.',
    category: 'data-exposure',
    signals: ['D04'],
  },
  'grounding-data-screened': {
    statement:
      'No knowledge base or vector store holds a credential, or personal data beyond what the audience of its agents may see.',
    category: 'data-exposure',
    signals: ['D05'],
  },
  'prompt-log-protected': {
    statement:
      'Logs and traces that keep prompts or answers either redact personal data before writing or are readable only by identities named for them.',
    category: 'data-exposure',
    signals: ['D06'],
  },
  'storage-private': {
    statement:
      'No bucket, share, registry or table that holds weights, data sets, prompts or knowledge grants reading or writing to everyone, by policy, access list or missing public-access block.',
    category: 'data-exposure',
    signals: ['D07'],
  },
  'local-file-private': {
    statement: 'Agent transcripts, histories and credential files on a machine are readable by their user only.',
    category: 'data-exposure',
    signals: ['D09', 'D11'],
  },
  'data-provenance-recorded': {
    statement:
      'Every data set that trains, tunes or grounds a model has a recorded origin, licence and date of acquisition.',
    category: 'data-exposure',
    signals: ['D10'],
  },
  'tenant-data-separated': {
    statement:
      'A knowledge base or memory that serves more than one tenant or audience filters every retrieval by the caller’s identity.',
    category: 'data-exposure',
    signals: [],
    notYet: 'needs retrieval calls with their filter arguments and a declared number of tenants',
  },
  'sensitive-output-filtered': {
    statement:
      'Every agent or model that reads sensitive data has a filter for personal data and secrets on what it returns.',
    category: 'data-exposure',
    signals: [],
    notYet: 'needs the filter settings of guardrails and sensitivity derived along data flow',
  },

  // Model integrity

  'model-artifact-inert': {
    statement:
      'Opening a model file yields tensors and settings and does nothing else: it calls no constructor outside the format’s allow-list, writes or reads no path outside itself, keeps its own bounds and carries no executable.',
    category: 'model-integrity',
    signals: ['I01', 'I03', 'I05', 'I06', 'I08', 'I09', 'I10', 'I17'],
  },
  'model-format-safe': {
    statement:
      'Weights are stored and loaded in a format, or with a loader setting, that cannot run code: no pickle load, no torch.load that allows more than weights, no switched-off safe mode.',
    category: 'model-integrity',
    signals: ['I02'],
  },
  'chat-template-inert': {
    statement:
      'No chat template of a model in use reaches Python objects beyond its variables or adds instructions that its publisher does not document.',
    category: 'model-integrity',
    signals: ['I07'],
  },
  'model-pinned': {
    statement: 'Every model that is fetched from a hub or registry is fetched at an immutable revision or digest.',
    category: 'model-integrity',
    signals: ['I11'],
  },
  'model-verified': {
    statement:
      'Every model artifact is checked before it is loaded: its digest equals the recorded one or its signature verifies; no record at all is a failure.',
    category: 'model-integrity',
    signals: ['I12', 'I13'],
  },
  'model-publisher-known': {
    statement:
      'Every third-party model and data set comes from a publisher that the organisation accepts, under a name that is not a near miss of a known one.',
    category: 'model-integrity',
    signals: ['I14'],
  },
  'model-documented': {
    statement: 'Every model in use has a card that states its task, its limits and intended use, and its licence.',
    category: 'model-integrity',
    signals: ['I15'],
  },
  'evaluation-recorded': {
    statement:
      'Every model or agent in production has an evaluation record for the version that runs: test set, metrics and result.',
    category: 'model-integrity',
    signals: ['I15'],
    notYet: 'needs evaluation records from registries, cards or evaluation tools, joined by version',
  },
  'dataset-screened': {
    statement:
      'The records of every data set that trains, tunes or grounds a model pass a screen for injected instructions, trigger phrases and repeated crafted entries.',
    category: 'model-integrity',
    signals: ['I16'],
  },

  // Endpoint

  'endpoint-authenticated': {
    statement:
      'Every inference API, gateway and notebook server that can be reached from beyond its own host requires a credential, and not its vendor’s default or sample one.',
    category: 'endpoint',
    signals: ['M01', 'M04', 'M06', 'E01'],
  },
  'vector-store-authenticated': {
    statement:
      'Every vector store that can be reached from beyond its own host requires a credential, and not its vendor’s default or sample one.',
    category: 'endpoint',
    signals: ['M03'],
  },
  'management-interface-closed': {
    statement:
      'Cluster dashboards, job submission, model management, metrics, debug and documentation routes of AI services are not reachable without a credential from beyond their own host.',
    category: 'endpoint',
    signals: ['M05', 'E03', 'E04'],
  },
  'response-secret-free': {
    statement:
      'No answer of an endpoint to a plain request contains its system prompt, a key or internal configuration.',
    category: 'endpoint',
    signals: ['E05'],
  },
  'prompt-injection-resisted': {
    statement:
      'A model or agent endpoint withstands every probe of the agreed prompt-injection set in a test run that its owner permitted.',
    category: 'endpoint',
    signals: ['E10'],
    notYet: 'needs an active test that an owner opts in to',
  },

  // Agentic

  'human-approval': {
    statement:
      'Every tool that runs commands, changes or deletes data, spends money or sends data out asks a person before it acts; no setting, flag or wildcard of the agent’s client approves it in advance.',
    category: 'agentic',
    signals: ['G01', 'G08'],
  },
  'tool-description-clean': {
    statement:
      'No description, parameter or schema of a tool tells the model to do more than the tool’s own work, to hide it from the user, or to use another tool.',
    category: 'agentic',
    signals: ['G02'],
  },
  'instruction-text-clean': {
    statement:
      'No text that an agent reads as instruction (rules file, prompt, skill, tool description) holds hidden characters or directions that override its user, hide an action or send data elsewhere.',
    category: 'agentic',
    signals: ['G05', 'G12'],
  },
  'skill-vetted': {
    statement:
      'No skill or plug-in downloads and runs code, reads credentials, fetches its instructions from elsewhere or allows itself every command.',
    category: 'agentic',
    signals: ['G11'],
  },
  'tool-name-unambiguous': {
    statement:
      'Within one agent no two servers offer a tool of the same name, and no server’s name has different definitions in different clients.',
    category: 'agentic',
    signals: ['G03'],
  },
  'tool-definition-unchanged': {
    statement:
      'The name, description and schema of every tool equal what was approved; a change is approved again before the tool is used.',
    category: 'agentic',
    signals: ['G04'],
    notYet: 'needs tool definitions in at least two snapshots and a record of approval',
  },
  'toolset-separated': {
    statement:
      'No agent, counting every tool of every server and every agent it may delegate to, joins untrusted content, private data and a way to send data out, or untrusted content and a destructive tool without approval.',
    category: 'agentic',
    signals: ['G06'],
    notYet:
      'a correlation over the whole toolset tells this today; a detector needs the same aggregate as a derived fact of the agent',
  },
  'tool-least-privilege': {
    statement:
      'An agent holds only tools that its purpose names, each limited to a scope (paths, tables, commands, read-only) that is narrower than everything its server offers.',
    category: 'agentic',
    signals: ['G07'],
  },
  'mcp-package-pinned': {
    statement:
      'Every MCP server that is started from a package, an image or a repository is started at an exact version, digest or commit.',
    category: 'agentic',
    signals: ['G09'],
  },
  'workspace-autostart-refused': {
    statement:
      'Opening a repository starts no MCP server, hook or helper command that it brings along before a person has approved that one.',
    category: 'agentic',
    signals: ['G10'],
  },
  'model-traffic-direct': {
    statement:
      'Model traffic goes to the provider or to a gateway on the organisation’s list; no repository or environment setting redirects it.',
    category: 'agentic',
    signals: ['G13'],
  },
  'sandbox-enforced': {
    statement:
      'Every tool that runs code or commands for an agent does so in a sandbox that limits files and network; no setting or flag switches it off.',
    category: 'agentic',
    signals: ['G14'],
  },
  'agent-identity-own': {
    statement:
      'Every agent runs as an identity of its own that no other agent, workload or person uses and that is not a provider’s default.',
    category: 'agentic',
    signals: ['G15'],
  },
  'memory-protected': {
    statement:
      'Content that an agent takes from untrusted sources is not written to memory that later steers it, unless a check or a person stands between.',
    category: 'agentic',
    signals: ['G17'],
  },
  'agent-actions-logged': {
    statement:
      'Every tool call and delegation of an agent leaves a record with caller, arguments and result in a log that the agent cannot change.',
    category: 'agentic',
    signals: ['G18'],
  },
  'agent-loop-bounded': {
    statement: 'Every agent loop has an upper bound of steps, time or cost that ends it.',
    category: 'agentic',
    signals: ['G19'],
  },
  'model-output-contained': {
    statement:
      'No text that a model produced reaches a shell, an evaluator, a query or a page without passing through validation, parameters or escaping.',
    category: 'agentic',
    signals: ['G20'],
  },
  'prompt-input-separated': {
    statement:
      'Text from users, documents or tools enters a request as its own message or marked part, never spliced into the system prompt.',
    category: 'agentic',
    signals: ['G21'],
  },
  'agent-channel-authenticated': {
    statement:
      'Every MCP server reached over the network, agent card and channel between agents authenticates its callers.',
    category: 'agentic',
    signals: ['E08', 'E09', 'G22'],
  },
  'ci-agent-isolated': {
    statement:
      'No workflow gives an agent text that outsiders can write (issues, pull requests, comments) together with secrets, a writing token or unrestricted commands.',
    category: 'agentic',
    signals: ['G23'],
  },
  'caller-rights-enforced': {
    statement:
      'An agent or MCP server acts with the rights of whoever calls it: no maker’s or service-wide credential that bypasses row or tenant checks, no token passed on to another audience.',
    category: 'agentic',
    signals: ['G16'],
  },
} as const satisfies Record<string, Objective>;

/** The name of an objective; a misspelling anywhere does not compile. */
export type ObjectiveId = keyof typeof objectives;

/** The objective of that name, seen through its interface, so that optional parts can be asked for. */
export function objectiveOf(id: ObjectiveId): Objective {
  return objectives[id];
}
