// Every item of the shelf correlations/, written by `npm run generate`; change the items instead.
import type { Correlation } from '../kit/define-correlation.ts';

export const correlations: readonly Correlation[] = [];
