// Every item of the shelf correlations/, written by `npm run generate`; change the items instead.
import type { Correlation } from '../kit/define-correlation.ts';
import destructiveWithoutApproval from './correlations/destructive-without-approval/correlation.ts';
import exposedInference from './correlations/exposed-inference/correlation.ts';
import leakedKey from './correlations/leaked-key/correlation.ts';
import lethalTrifecta from './correlations/lethal-trifecta/correlation.ts';
import poisonedArtifactLoadsCode from './correlations/poisoned-artifact-loads-code/correlation.ts';

export const correlations: readonly Correlation[] = [
  destructiveWithoutApproval,
  exposedInference,
  leakedKey,
  lethalTrifecta,
  poisonedArtifactLoadsCode,
];
