// Every item of the shelf remediations/, written by `npm run generate`; change the items instead.
import type { Remediation } from '../kit/define-remediation.ts';
import bindToLoopback from './remediations/bind-to-loopback/remediation.ts';
import moveSecretToEnvironment from './remediations/move-secret-to-environment/remediation.ts';
import pinModelRevision from './remediations/pin-model-revision/remediation.ts';
import refuseRemoteCode from './remediations/refuse-remote-code/remediation.ts';
import upgradePackage from './remediations/upgrade-package/remediation.ts';
import weightsOnlyLoad from './remediations/weights-only-load/remediation.ts';

export const remediations: readonly Remediation[] = [
  bindToLoopback,
  moveSecretToEnvironment,
  pinModelRevision,
  refuseRemoteCode,
  upgradePackage,
  weightsOnlyLoad,
] as readonly unknown[] as readonly Remediation[];
