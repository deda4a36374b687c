// Every item of the shelf detectors/, written by `npm run generate`; change the items instead.
import type { Detector } from '../kit/define-detector.ts';
import actsWithoutApproval from './detectors/acts-without-approval/detector.ts';
import agentChannelOpen from './detectors/agent-channel-open/detector.ts';
import agentLoopUnbounded from './detectors/agent-loop-unbounded/detector.ts';
import agentUnguarded from './detectors/agent-unguarded/detector.ts';
import callerTokenMisused from './detectors/caller-token-misused/detector.ts';
import chatTemplateUnsafe from './detectors/chat-template-unsafe/detector.ts';
import ciAgentInjectable from './detectors/ci-agent-injectable/detector.ts';
import cleartextAccepted from './detectors/cleartext-accepted/detector.ts';
import controlPlaneOpen from './detectors/control-plane-open/detector.ts';
import credentialNeverExpires from './detectors/credential-never-expires/detector.ts';
import datasetUndocumented from './detectors/dataset-undocumented/detector.ts';
import debugPageOpen from './detectors/debug-page-open/detector.ts';
import egressOpen from './detectors/egress-open/detector.ts';
import endOfLifeComponent from './detectors/end-of-life-component/detector.ts';
import endpointOpen from './detectors/endpoint-open/detector.ts';
import exposureUndeclared from './detectors/exposure-undeclared/detector.ts';
import groundingDataOpen from './detectors/grounding-data-open/detector.ts';
import groundingDataUnscreened from './detectors/grounding-data-unscreened/detector.ts';
import hiddenCharacters from './detectors/hidden-characters/detector.ts';
import identityShared from './detectors/identity-shared/detector.ts';
import instructionsInjected from './detectors/instructions-injected/detector.ts';
import invocationsUnrecorded from './detectors/invocations-unrecorded/detector.ts';
import knownVulnerablePackage from './detectors/known-vulnerable-package/detector.ts';
import knownVulnerableService from './detectors/known-vulnerable-service/detector.ts';
import logRetentionShort from './detectors/log-retention-short/detector.ts';
import maliciousRelease from './detectors/malicious-release/detector.ts';
import managedAgentUnguarded from './detectors/managed-agent-unguarded/detector.ts';
import managedServicePublic from './detectors/managed-service-public/detector.ts';
import managementInterfaceOpen from './detectors/management-interface-open/detector.ts';
import mcpPackageUnpinned from './detectors/mcp-package-unpinned/detector.ts';
import memoryPoisonable from './detectors/memory-poisonable/detector.ts';
import modelArchiveDeceives from './detectors/model-archive-deceives/detector.ts';
import modelBringsCode from './detectors/model-brings-code/detector.ts';
import modelCallsUnknown from './detectors/model-calls-unknown/detector.ts';
import modelHeaderMalformed from './detectors/model-header-malformed/detector.ts';
import modelLayerRunsCode from './detectors/model-layer-runs-code/detector.ts';
import modelOperationUnsafe from './detectors/model-operation-unsafe/detector.ts';
import modelOutputUncontained from './detectors/model-output-uncontained/detector.ts';
import modelPathEscapes from './detectors/model-path-escapes/detector.ts';
import modelPublisherLookalike from './detectors/model-publisher-lookalike/detector.ts';
import modelRouteUnlimited from './detectors/model-route-unlimited/detector.ts';
import modelRunsCode from './detectors/model-runs-code/detector.ts';
import modelTrafficRedirected from './detectors/model-traffic-redirected/detector.ts';
import modelUndocumented from './detectors/model-undocumented/detector.ts';
import modelUnpinned from './detectors/model-unpinned/detector.ts';
import modelUnverified from './detectors/model-unverified/detector.ts';
import notebookOutputSensitive from './detectors/notebook-output-sensitive/detector.ts';
import notebookRoot from './detectors/notebook-root/detector.ts';
import notebookServerOpen from './detectors/notebook-server-open/detector.ts';
import openFunctionUnbounded from './detectors/open-function-unbounded/detector.ts';
import originsOpen from './detectors/origins-open/detector.ts';
import oversightMissing from './detectors/oversight-missing/detector.ts';
import ownerMissing from './detectors/owner-missing/detector.ts';
import programInModel from './detectors/program-in-model/detector.ts';
import promptLogUnprotected from './detectors/prompt-log-unprotected/detector.ts';
import purposeMissing from './detectors/purpose-missing/detector.ts';
import remoteCodeTrusted from './detectors/remote-code-trusted/detector.ts';
import responseGivesAway from './detectors/response-gives-away/detector.ts';
import sandboxOff from './detectors/sandbox-off/detector.ts';
import secretInCode from './detectors/secret-in-code/detector.ts';
import secretInPrompt from './detectors/secret-in-prompt/detector.ts';
import sensitiveDataWithoutOwnKey from './detectors/sensitive-data-without-own-key/detector.ts';
import serverScopeOpen from './detectors/server-scope-open/detector.ts';
import serviceAcceptsKeys from './detectors/service-accepts-keys/detector.ts';
import skillRisky from './detectors/skill-risky/detector.ts';
import storagePublic from './detectors/storage-public/detector.ts';
import systemPromptSpliced from './detectors/system-prompt-spliced/detector.ts';
import tlsOutdated from './detectors/tls-outdated/detector.ts';
import toolNamesClash from './detectors/tool-names-clash/detector.ts';
import toolPoisoned from './detectors/tool-poisoned/detector.ts';
import traceReadableByAll from './detectors/trace-readable-by-all/detector.ts';
import tracingSwitchedOff from './detectors/tracing-switched-off/detector.ts';
import trainingDataCrafted from './detectors/training-data-crafted/detector.ts';
import trainingDataOpen from './detectors/training-data-open/detector.ts';
import trainingDataPersonal from './detectors/training-data-personal/detector.ts';
import transportUnencrypted from './detectors/transport-unencrypted/detector.ts';
import unapprovedAi from './detectors/unapproved-ai/detector.ts';
import unsafeModelLoad from './detectors/unsafe-model-load/detector.ts';
import vectorStoreOpen from './detectors/vector-store-open/detector.ts';
import weightsKeptAsPickle from './detectors/weights-kept-as-pickle/detector.ts';
import workloadOverprivileged from './detectors/workload-overprivileged/detector.ts';
import workloadPrivileged from './detectors/workload-privileged/detector.ts';
import workspaceAutostart from './detectors/workspace-autostart/detector.ts';

export const detectors: readonly Detector[] = [
  actsWithoutApproval,
  agentChannelOpen,
  agentLoopUnbounded,
  agentUnguarded,
  callerTokenMisused,
  chatTemplateUnsafe,
  ciAgentInjectable,
  cleartextAccepted,
  controlPlaneOpen,
  credentialNeverExpires,
  datasetUndocumented,
  debugPageOpen,
  egressOpen,
  endOfLifeComponent,
  endpointOpen,
  exposureUndeclared,
  groundingDataOpen,
  groundingDataUnscreened,
  hiddenCharacters,
  identityShared,
  instructionsInjected,
  invocationsUnrecorded,
  knownVulnerablePackage,
  knownVulnerableService,
  logRetentionShort,
  maliciousRelease,
  managedAgentUnguarded,
  managedServicePublic,
  managementInterfaceOpen,
  mcpPackageUnpinned,
  memoryPoisonable,
  modelArchiveDeceives,
  modelBringsCode,
  modelCallsUnknown,
  modelHeaderMalformed,
  modelLayerRunsCode,
  modelOperationUnsafe,
  modelOutputUncontained,
  modelPathEscapes,
  modelPublisherLookalike,
  modelRouteUnlimited,
  modelRunsCode,
  modelTrafficRedirected,
  modelUndocumented,
  modelUnpinned,
  modelUnverified,
  notebookOutputSensitive,
  notebookRoot,
  notebookServerOpen,
  openFunctionUnbounded,
  originsOpen,
  oversightMissing,
  ownerMissing,
  programInModel,
  promptLogUnprotected,
  purposeMissing,
  remoteCodeTrusted,
  responseGivesAway,
  sandboxOff,
  secretInCode,
  secretInPrompt,
  sensitiveDataWithoutOwnKey,
  serverScopeOpen,
  serviceAcceptsKeys,
  skillRisky,
  storagePublic,
  systemPromptSpliced,
  tlsOutdated,
  toolNamesClash,
  toolPoisoned,
  traceReadableByAll,
  tracingSwitchedOff,
  trainingDataCrafted,
  trainingDataOpen,
  trainingDataPersonal,
  transportUnencrypted,
  unapprovedAi,
  unsafeModelLoad,
  vectorStoreOpen,
  weightsKeptAsPickle,
  workloadOverprivileged,
  workloadPrivileged,
  workspaceAutostart,
] as readonly unknown[] as readonly Detector[];
