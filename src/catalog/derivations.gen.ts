// Every item of the shelf derivations/, written by `npm run generate`; change the items instead.
import type { Derivation } from '../kit/define-derivation.ts';
import advisoryData from './derivations/advisory-data/derivation.ts';
import crewConfigurationInstructs from './derivations/crew-configuration-instructs/derivation.ts';
import effectivePermissions from './derivations/effective-permissions/derivation.ts';
import effectiveReads from './derivations/effective-reads/derivation.ts';
import effectsOfConfiguredServer from './derivations/effects-of-configured-server/derivation.ts';
import effectsReadWhole from './derivations/effects-read-whole/derivation.ts';
import exposedThroughHost from './derivations/exposed-through-host/derivation.ts';
import hostedElsewhere from './derivations/hosted-elsewhere/derivation.ts';
import inertFormatLoadsSafely from './derivations/inert-format-loads-safely/derivation.ts';
import knownAdvisories from './derivations/known-advisories/derivation.ts';
import loadsFromBucket from './derivations/loads-from-bucket/derivation.ts';
import mcpServerEffects from './derivations/mcp-server-effects/derivation.ts';
import publicThroughExposure from './derivations/public-through-exposure/derivation.ts';
import rightsOfTakenIdentity from './derivations/rights-of-taken-identity/derivation.ts';
import rightsOverEverything from './derivations/rights-over-everything/derivation.ts';
import selfHosted from './derivations/self-hosted/derivation.ts';
import sensitivityAlongFlow from './derivations/sensitivity-along-flow/derivation.ts';
import sensitivityThroughReader from './derivations/sensitivity-through-reader/derivation.ts';
import toolsOfUnattendedAgents from './derivations/tools-of-unattended-agents/derivation.ts';

export const derivations: readonly Derivation[] = [
  advisoryData,
  crewConfigurationInstructs,
  effectivePermissions,
  effectiveReads,
  effectsOfConfiguredServer,
  effectsReadWhole,
  exposedThroughHost,
  hostedElsewhere,
  inertFormatLoadsSafely,
  knownAdvisories,
  loadsFromBucket,
  mcpServerEffects,
  publicThroughExposure,
  rightsOfTakenIdentity,
  rightsOverEverything,
  selfHosted,
  sensitivityAlongFlow,
  sensitivityThroughReader,
  toolsOfUnattendedAgents,
];
