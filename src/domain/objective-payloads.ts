/** What a failure of an objective carries for correlations and remediations, beyond evidence and message. */

import type { ObjectiveId } from './objectives.ts';

/** An advisory that matches a version, as both patch objectives report it. */
export interface AdvisoryMatch {
  /** The advisory's own id, CVE where there is one. */
  readonly advisory: string;
  readonly aliases: readonly string[];
  /** CVSS base score, 0 to 10. */
  readonly score?: number;
  /** On a list of known exploited vulnerabilities. */
  readonly exploited: boolean;
  /** EPSS, 0 to 1. */
  readonly exploitProbability?: number;
  readonly version: string;
  /** The lowest version that ends the match; absent while none is published. */
  readonly fixedVersion?: string;
  /** Whether the system's code uses the affected part; `imported` says only that the package is imported. */
  readonly reachable: 'called' | 'imported' | 'not-imported' | 'unknown';
}

/** A grant that is wider than it should be. */
export interface WideGrant {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** The grant amounts to control of the whole account. */
  readonly administrator: boolean;
  /** Name of the managed policy that grants it, where it is not written in place. */
  readonly policy?: string;
}

/** Who may write to a store that shapes a model or its answers. */
export interface OpenWriting {
  readonly writers: 'everyone' | 'account' | 'untrusted-identity';
  readonly actions: readonly string[];
}

/** A service that answers whoever reaches it. */
export interface OpenService {
  readonly service: string;
  readonly address: string;
  readonly port: number;
  readonly authentication: 'none' | 'default-credential';
}

/** Payloads by objective; every member is plain JSON. An objective that is not here carries none. */
export interface ObjectivePayloads {
  readonly 'dependency-patched': AdvisoryMatch & { readonly ecosystem: string; readonly package: string };
  readonly 'service-patched': AdvisoryMatch & { readonly product: string };
  readonly 'remote-code-refused': {
    /** The function or launch argument that lets the code run. */
    readonly through: string;
    readonly model?: string;
    /** An immutable revision limits the harm to code that was there when it was chosen. */
    readonly pinned: boolean | 'unknown';
  };
  readonly 'exposure-intended': {
    readonly address: string;
    readonly port: number;
    readonly audience: 'internet' | 'network' | 'unknown';
  };
  readonly 'guardrail-attached': {
    /** A guardrail stands in the same account or stack but not in front of this asset. */
    readonly existsElsewhere: boolean | 'unknown';
  };
  readonly 'workload-least-privilege': { readonly grants: readonly WideGrant[] };
  readonly 'credential-short-lived': { readonly expires: 'never' | 'late' | 'unknown'; readonly ageInDays?: number };
  readonly 'training-data-protected': OpenWriting;
  readonly 'grounding-data-protected': OpenWriting;
  readonly 'secret-kept-out-of-code': {
    /** Id of the kind of key, as the secrets catalog names it. */
    readonly keyKind: string;
    readonly provider?: string;
    readonly place: 'source' | 'notebook' | 'configuration' | 'agent-configuration' | 'environment-file' | 'history';
  };
  readonly 'storage-private': {
    readonly audience: 'everyone' | 'any-authenticated';
    readonly rights: readonly ('list' | 'read' | 'write')[];
  };
  readonly 'model-artifact-inert': {
    readonly format: string;
    /** The global, operator, layer or entry that offends. */
    readonly construct: string;
    readonly verdict: 'dangerous' | 'not-allow-listed' | 'malformed';
  };
  readonly 'model-format-safe': {
    readonly loader: string;
    /** The setting that would make this loader safe, where it has one. */
    readonly safeSetting?: string;
    /** Only how it is kept is wrong; nothing was seen that loads it so. */
    readonly isOnlyKept?: boolean;
  };
  readonly 'model-pinned': {
    readonly model: string;
    /** What stands in place of an immutable revision: nothing, or a branch or tag. */
    readonly revision?: string;
  };
  readonly 'model-verified': {
    readonly found?: string;
    readonly recorded?: string;
    readonly signature: 'absent' | 'invalid' | 'unknown';
  };
  readonly 'endpoint-authenticated': OpenService;
  readonly 'vector-store-authenticated': OpenService;
  readonly 'human-approval': {
    /** What runs without asking. */
    readonly reach: 'every-tool' | 'any-command' | 'some-commands' | 'file-edits' | 'one-server' | 'one-tool';
    /** The setting, flag or call that approves in advance; absent where approval is simply missing. */
    readonly setting?: string;
  };
  readonly 'toolset-separated': {
    readonly untrusted: readonly string[];
    readonly private: readonly string[];
    readonly outbound: readonly string[];
    readonly destructive: readonly string[];
  };
  readonly 'mcp-package-pinned': {
    readonly launcher: string;
    readonly package: string;
    /** What was asked for: nothing, a range, a tag such as `latest`, or a branch. */
    readonly requested?: string;
    /** The launcher installs a newer release without asking. */
    readonly silent: boolean;
  };
  readonly 'model-output-contained': {
    readonly sink: 'shell' | 'evaluator' | 'query' | 'page' | 'file-path' | 'deserialiser';
    readonly call: string;
  };
}

/** The payload of one objective, `undefined` where it carries none. */
export type ObjectivePayload<Id extends ObjectiveId> = Id extends keyof ObjectivePayloads
  ? ObjectivePayloads[Id]
  : undefined;
