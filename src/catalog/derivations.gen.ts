// Every item of the shelf derivations/, written by `npm run generate`; change the items instead.
import type { Derivation } from '../kit/define-derivation.ts';

export const derivations: readonly Derivation[] = [];
