// Every item of the shelf correlations/, written by `npm run generate`; change the items instead.
import type { Correlation } from '../kit/define-correlation.ts';
import agentsShareRole from './correlations/agents-share-role/correlation.ts';
import codeToolWithData from './correlations/code-tool-with-data/correlation.ts';
import controlPlaneBehindOpenDoor from './correlations/control-plane-behind-open-door/correlation.ts';
import databaseServerPassesOverRows from './correlations/database-server-passes-over-rows/correlation.ts';
import delegatedInjection from './correlations/delegated-injection/correlation.ts';
import deployedModelNameReused from './correlations/deployed-model-name-reused/correlation.ts';
import destructiveWithoutApproval from './correlations/destructive-without-approval/correlation.ts';
import exposedControlPlane from './correlations/exposed-control-plane/correlation.ts';
import exposedInference from './correlations/exposed-inference/correlation.ts';
import exposedVectorStore from './correlations/exposed-vector-store/correlation.ts';
import exposedVulnerableHostReachesAi from './correlations/exposed-vulnerable-host-reaches-ai/correlation.ts';
import exposedVulnerableServer from './correlations/exposed-vulnerable-server/correlation.ts';
import guardrailUnattached from './correlations/guardrail-unattached/correlation.ts';
import harmfulModelIsLoaded from './correlations/harmful-model-is-loaded/correlation.ts';
import keyedPublicUnrecorded from './correlations/keyed-public-unrecorded/correlation.ts';
import leakedKey from './correlations/leaked-key/correlation.ts';
import lethalTrifecta from './correlations/lethal-trifecta/correlation.ts';
import memoryKeepsInjection from './correlations/memory-keeps-injection/correlation.ts';
import modelChoosesRecipient from './correlations/model-chooses-recipient/correlation.ts';
import notebookCarriesDataOut from './correlations/notebook-carries-data-out/correlation.ts';
import openFunctionSpends from './correlations/open-function-spends/correlation.ts';
import openGatewayToTools from './correlations/open-gateway-to-tools/correlation.ts';
import openedRepositoryActs from './correlations/opened-repository-acts/correlation.ts';
import outsiderSteersWorkflow from './correlations/outsider-steers-workflow/correlation.ts';
import poisonedArtifactLoadsCode from './correlations/poisoned-artifact-loads-code/correlation.ts';
import promptRecordsReadable from './correlations/prompt-records-readable/correlation.ts';
import publicSensitiveTrainingData from './correlations/public-sensitive-training-data/correlation.ts';
import secretsReachAnswers from './correlations/secrets-reach-answers/correlation.ts';
import sensitiveDataCopiedToPublic from './correlations/sensitive-data-copied-to-public/correlation.ts';
import sensitiveKnowledgeForAnyone from './correlations/sensitive-knowledge-for-anyone/correlation.ts';
import shareLinkToModels from './correlations/share-link-to-models/correlation.ts';
import strangersShapeAnswers from './correlations/strangers-shape-answers/correlation.ts';
import unofficialServerUpdatesItself from './correlations/unofficial-server-updates-itself/correlation.ts';
import unpinnedServerHoldsSecret from './correlations/unpinned-server-holds-secret/correlation.ts';
import untrustedServerBesidePrivileged from './correlations/untrusted-server-beside-privileged/correlation.ts';
import unverifiedModelInPrivilegedJob from './correlations/unverified-model-in-privileged-job/correlation.ts';
import vulnerablePackageWideRole from './correlations/vulnerable-package-wide-role/correlation.ts';
import vulnerableServerWithKey from './correlations/vulnerable-server-with-key/correlation.ts';
import workerSocketExposed from './correlations/worker-socket-exposed/correlation.ts';

export const correlations: readonly Correlation[] = [
  agentsShareRole,
  codeToolWithData,
  controlPlaneBehindOpenDoor,
  databaseServerPassesOverRows,
  delegatedInjection,
  deployedModelNameReused,
  destructiveWithoutApproval,
  exposedControlPlane,
  exposedInference,
  exposedVectorStore,
  exposedVulnerableHostReachesAi,
  exposedVulnerableServer,
  guardrailUnattached,
  harmfulModelIsLoaded,
  keyedPublicUnrecorded,
  leakedKey,
  lethalTrifecta,
  memoryKeepsInjection,
  modelChoosesRecipient,
  notebookCarriesDataOut,
  openFunctionSpends,
  openGatewayToTools,
  openedRepositoryActs,
  outsiderSteersWorkflow,
  poisonedArtifactLoadsCode,
  promptRecordsReadable,
  publicSensitiveTrainingData,
  secretsReachAnswers,
  sensitiveDataCopiedToPublic,
  sensitiveKnowledgeForAnyone,
  shareLinkToModels,
  strangersShapeAnswers,
  unofficialServerUpdatesItself,
  unpinnedServerHoldsSecret,
  untrustedServerBesidePrivileged,
  unverifiedModelInPrivilegedJob,
  vulnerablePackageWideRole,
  vulnerableServerWithKey,
  workerSocketExposed,
];
