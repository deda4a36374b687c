// Every item of the shelf libraries/, written by `npm run generate`; change the items instead.
import type { Library } from '../kit/define-library.ts';

export const libraries: readonly Library[] = [];
