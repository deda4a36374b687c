// Every item of the shelf extractors/, written by `npm run generate`; change the items instead.
import type { Extractor } from '../kit/define-extractor.ts';

export const extractors: readonly Extractor[] = [];
