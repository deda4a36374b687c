/** Identifiers: by what an asset is recognised when several sources see it, and how far each can be trusted. */

/**
 * `strong` merges two observations into one asset; `weak` only says that they are probably the same.
 * Scope says within what the value is unique: `global` anywhere, `source` inside one scanned source,
 * `machine` on one host, `file` inside one file of one source.
 */
interface SchemeDefinition {
  readonly strength: 'strong' | 'weak';
  readonly scope: 'global' | 'source' | 'machine' | 'file';
  /** How many different values of this scheme one asset can have: `one` makes two values a conflict. */
  readonly values: 'one' | 'many';
  readonly description: string;
}

/** Every scheme by id. */
export const schemes = {
  symbol: {
    strength: 'strong',
    scope: 'source',
    values: 'one',
    description: 'Path and symbol inside a source: `src/agent.py#triage`.',
  },
  place: {
    strength: 'strong',
    scope: 'source',
    values: 'one',
    description: 'A path inside a source, for things that are a file or folder.',
  },
  'terraform-address': {
    strength: 'strong',
    scope: 'source',
    values: 'one',
    description: 'Folder and resource address of a Terraform module: `infra:aws_s3_bucket.models`.',
  },
  'compose-service': {
    strength: 'strong',
    scope: 'source',
    values: 'one',
    description: 'Compose file’s folder and service name.',
  },
  'kubernetes-object': {
    strength: 'strong',
    scope: 'source',
    values: 'many',
    description: 'Folder, namespace, kind and name of a Kubernetes object: `deploy:default/Deployment/api`.',
  },
  'template-resource': {
    strength: 'strong',
    scope: 'source',
    values: 'one',
    description: 'Template file and name of a resource of CloudFormation, ARM or Bicep: `infra/app.yaml:Bucket`.',
  },
  'deployed-service': {
    strength: 'strong',
    scope: 'source',
    values: 'one',
    description: 'Service of a deployment description, with its folder: `azd::backend`.',
  },
  arn: { strength: 'strong', scope: 'global', values: 'one', description: 'Amazon Resource Name.' },
  'resource-id': {
    strength: 'strong',
    scope: 'global',
    values: 'one',
    description:
      'Resource id of Azure or full resource name of Google Cloud: `/subscriptions/…`, `//run.googleapis.com/…`.',
  },
  'cloud-name': {
    strength: 'strong',
    scope: 'source',
    values: 'many',
    description: 'Type and name of a resource of a cloud whose account is not said: `aws:lambda/ingest`.',
  },
  'bucket-name': {
    strength: 'strong',
    scope: 'global',
    values: 'one',
    description: 'Name of a bucket with its scheme: `s3://name`, `gs://name`; such names are unique in their cloud.',
  },
  purl: { strength: 'strong', scope: 'global', values: 'one', description: 'Package URL with version.' },
  'image-digest': { strength: 'strong', scope: 'global', values: 'one', description: 'Digest of a container image.' },
  sha256: { strength: 'strong', scope: 'global', values: 'one', description: 'SHA-256 of a file’s content.' },
  'model-name': {
    strength: 'strong',
    scope: 'global',
    values: 'one',
    description: 'Provider and model name: `openai:gpt-4o`, `huggingface:org/name`, with `@revision` when pinned.',
  },
  provider: {
    strength: 'strong',
    scope: 'source',
    values: 'one',
    description: 'An AI provider as used from one source; its accounts are not told apart by code alone.',
  },
  'mcp-package': {
    strength: 'strong',
    scope: 'global',
    values: 'one',
    description: 'Package an MCP server is published as: `npm:@scope/name`, `pypi:name`, an image without its tag.',
  },
  'mcp-url': {
    strength: 'strong',
    scope: 'global',
    values: 'one',
    description: 'Public https address of a remote MCP server.',
  },
  'mcp-entry': {
    strength: 'strong',
    scope: 'source',
    values: 'one',
    description: 'Configuration file, key path and name of one server entry.',
  },
  remote: {
    strength: 'strong',
    scope: 'global',
    values: 'one',
    description: 'Address of a version-control remote with sub-path, normalised.',
  },
  'secret-fingerprint': {
    strength: 'strong',
    scope: 'global',
    values: 'one',
    description: 'Keyed fingerprint of a credential; only comparable inside one organisation.',
  },
  'dataset-name': {
    strength: 'strong',
    scope: 'global',
    values: 'one',
    description: 'Hub and dataset name: `huggingface:org/name`.',
  },
  'image-name': {
    strength: 'weak',
    scope: 'global',
    values: 'many',
    description: 'Repository and tag of a container image: movable.',
  },
  'host-port': {
    strength: 'weak',
    scope: 'machine',
    values: 'many',
    description: 'Host and port; a loopback address means this machine only.',
  },
  'launch-command': {
    strength: 'weak',
    scope: 'machine',
    values: 'many',
    description: 'A bare command that starts a server.',
  },
  'package-name': {
    strength: 'weak',
    scope: 'global',
    values: 'many',
    description: 'Ecosystem and package name without version.',
  },
  'owner-name': {
    strength: 'strong',
    scope: 'source',
    values: 'one',
    description: 'A person or team as CODEOWNERS or a declared system names them: `@acme/ml`.',
  },
  'display-name': { strength: 'weak', scope: 'source', values: 'many', description: 'A name that people gave.' },
} as const satisfies Record<string, SchemeDefinition>;

export type Scheme = keyof typeof schemes;

/** One identifier of one asset. */
export interface Identifier {
  readonly scheme: Scheme;
  readonly value: string;
}
