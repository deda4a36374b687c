// Every item of the shelf detectors/, written by `npm run generate`; change the items instead.
import type { Detector } from '../kit/define-detector.ts';
import endpointOpen from './detectors/endpoint-open/detector.ts';
import knownVulnerablePackage from './detectors/known-vulnerable-package/detector.ts';
import modelUnpinned from './detectors/model-unpinned/detector.ts';
import remoteCodeTrusted from './detectors/remote-code-trusted/detector.ts';
import secretInCode from './detectors/secret-in-code/detector.ts';
import storagePublic from './detectors/storage-public/detector.ts';
import unsafeModelLoad from './detectors/unsafe-model-load/detector.ts';

export const detectors: readonly Detector[] = [
  endpointOpen,
  knownVulnerablePackage,
  modelUnpinned,
  remoteCodeTrusted,
  secretInCode,
  storagePublic,
  unsafeModelLoad,
] as readonly unknown[] as readonly Detector[];
