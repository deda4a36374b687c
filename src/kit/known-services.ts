/** AI services by the image or command that runs them: all that are known. */
import { inferenceServers } from './known-inference.ts';
import { platforms } from './known-platforms.ts';
import type { KnownService } from './known-service.ts';
import { stores } from './known-stores.ts';

export const knownServices: readonly KnownService[] = [...inferenceServers, ...stores, ...platforms];
