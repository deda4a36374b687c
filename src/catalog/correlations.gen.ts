// Every item of the shelf correlations/, written by `npm run generate`; change the items instead.
import type { Correlation } from '../kit/define-correlation.ts';
import deployedModelNameReused from './correlations/deployed-model-name-reused/correlation.ts';
import destructiveWithoutApproval from './correlations/destructive-without-approval/correlation.ts';
import exposedInference from './correlations/exposed-inference/correlation.ts';
import exposedVectorStore from './correlations/exposed-vector-store/correlation.ts';
import exposedVulnerableHostReachesAi from './correlations/exposed-vulnerable-host-reaches-ai/correlation.ts';
import leakedKey from './correlations/leaked-key/correlation.ts';
import lethalTrifecta from './correlations/lethal-trifecta/correlation.ts';
import poisonedArtifactLoadsCode from './correlations/poisoned-artifact-loads-code/correlation.ts';
import unofficialServerUpdatesItself from './correlations/unofficial-server-updates-itself/correlation.ts';
import unpinnedServerHoldsSecret from './correlations/unpinned-server-holds-secret/correlation.ts';
import vulnerablePackageWideRole from './correlations/vulnerable-package-wide-role/correlation.ts';

export const correlations: readonly Correlation[] = [
  deployedModelNameReused,
  destructiveWithoutApproval,
  exposedInference,
  exposedVectorStore,
  exposedVulnerableHostReachesAi,
  leakedKey,
  lethalTrifecta,
  poisonedArtifactLoadsCode,
  unofficialServerUpdatesItself,
  unpinnedServerHoldsSecret,
  vulnerablePackageWideRole,
];
