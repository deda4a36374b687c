// Every item of the shelf resolvers/, written by `npm run generate`; change the items instead.
import type { Resolver } from '../kit/define-resolver.ts';

export const resolvers: readonly Resolver[] = [];
