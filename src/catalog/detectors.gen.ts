// Every item of the shelf detectors/, written by `npm run generate`; change the items instead.
import type { Detector } from '../kit/define-detector.ts';
import actsWithoutApproval from './detectors/acts-without-approval/detector.ts';
import endpointOpen from './detectors/endpoint-open/detector.ts';
import knownVulnerablePackage from './detectors/known-vulnerable-package/detector.ts';
import mcpPackageUnpinned from './detectors/mcp-package-unpinned/detector.ts';
import modelOutputUncontained from './detectors/model-output-uncontained/detector.ts';
import modelUnpinned from './detectors/model-unpinned/detector.ts';
import remoteCodeTrusted from './detectors/remote-code-trusted/detector.ts';
import secretInCode from './detectors/secret-in-code/detector.ts';
import storagePublic from './detectors/storage-public/detector.ts';
import unsafeModelLoad from './detectors/unsafe-model-load/detector.ts';
import vectorStoreOpen from './detectors/vector-store-open/detector.ts';
import workloadOverprivileged from './detectors/workload-overprivileged/detector.ts';

export const detectors: readonly Detector[] = [
  actsWithoutApproval,
  endpointOpen,
  knownVulnerablePackage,
  mcpPackageUnpinned,
  modelOutputUncontained,
  modelUnpinned,
  remoteCodeTrusted,
  secretInCode,
  storagePublic,
  unsafeModelLoad,
  vectorStoreOpen,
  workloadOverprivileged,
] as readonly unknown[] as readonly Detector[];
