// Every item of the shelf remediations/, written by `npm run generate`; change the items instead.
import type { Remediation } from '../kit/define-remediation.ts';

export const remediations: readonly Remediation[] = [];
