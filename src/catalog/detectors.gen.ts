// Every item of the shelf detectors/, written by `npm run generate`; change the items instead.
import type { Detector } from '../kit/define-detector.ts';

export const detectors: readonly Detector[] = [];
