// Every item of the shelf remediations/, written by `npm run generate`; change the items instead.
import type { Remediation } from '../kit/define-remediation.ts';
import approveServersSingly from './remediations/approve-servers-singly/remediation.ts';
import askBeforeActing from './remediations/ask-before-acting/remediation.ts';
import attachGuardrail from './remediations/attach-guardrail/remediation.ts';
import bindToLoopback from './remediations/bind-to-loopback/remediation.ts';
import boundAgentSteps from './remediations/bound-agent-steps/remediation.ts';
import checkTokenAudience from './remediations/check-token-audience/remediation.ts';
import clearNotebookOutputs from './remediations/clear-notebook-outputs/remediation.ts';
import closeBucket from './remediations/close-bucket/remediation.ts';
import closeManagementInterface from './remediations/close-management-interface/remediation.ts';
import closeNotebookServer from './remediations/close-notebook-server/remediation.ts';
import closePublicNetwork from './remediations/close-public-network/remediation.ts';
import directModelTraffic from './remediations/direct-model-traffic/remediation.ts';
import keepHookOutOfRepository from './remediations/keep-hook-out-of-repository/remediation.ts';
import keepMcpServerOnHost from './remediations/keep-mcp-server-on-host/remediation.ts';
import keepRecordsLonger from './remediations/keep-records-longer/remediation.ts';
import limitRequests from './remediations/limit-requests/remediation.ts';
import limitServerScope from './remediations/limit-server-scope/remediation.ts';
import moveSecretToEnvironment from './remediations/move-secret-to-environment/remediation.ts';
import nameOrigins from './remediations/name-origins/remediation.ts';
import narrowRights from './remediations/narrow-rights/remediation.ts';
import narrowWorkflowToken from './remediations/narrow-workflow-token/remediation.ts';
import pinMcpPackage from './remediations/pin-mcp-package/remediation.ts';
import pinModelRevision from './remediations/pin-model-revision/remediation.ts';
import raiseImageRelease from './remediations/raise-image-release/remediation.ts';
import raiseTlsVersion from './remediations/raise-tls-version/remediation.ts';
import recordAgentActions from './remediations/record-agent-actions/remediation.ts';
import recordInvocations from './remediations/record-invocations/remediation.ts';
import refuseNotebookRoot from './remediations/refuse-notebook-root/remediation.ts';
import refuseRemoteCode from './remediations/refuse-remote-code/remediation.ts';
import sandboxOn from './remediations/sandbox-on/remediation.ts';
import switchOffLocalKeys from './remediations/switch-off-local-keys/remediation.ts';
import upgradePackage from './remediations/upgrade-package/remediation.ts';
import weightsOnlyLoad from './remediations/weights-only-load/remediation.ts';

export const remediations: readonly Remediation[] = [
  approveServersSingly,
  askBeforeActing,
  attachGuardrail,
  bindToLoopback,
  boundAgentSteps,
  checkTokenAudience,
  clearNotebookOutputs,
  closeBucket,
  closeManagementInterface,
  closeNotebookServer,
  closePublicNetwork,
  directModelTraffic,
  keepHookOutOfRepository,
  keepMcpServerOnHost,
  keepRecordsLonger,
  limitRequests,
  limitServerScope,
  moveSecretToEnvironment,
  nameOrigins,
  narrowRights,
  narrowWorkflowToken,
  pinMcpPackage,
  pinModelRevision,
  raiseImageRelease,
  raiseTlsVersion,
  recordAgentActions,
  recordInvocations,
  refuseNotebookRoot,
  refuseRemoteCode,
  sandboxOn,
  switchOffLocalKeys,
  upgradePackage,
  weightsOnlyLoad,
] as readonly unknown[] as readonly Remediation[];
