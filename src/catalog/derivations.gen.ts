// Every item of the shelf derivations/, written by `npm run generate`; change the items instead.
import type { Derivation } from '../kit/define-derivation.ts';
import absentUnlessSeen from './derivations/absent-unless-seen/derivation.ts';
import accountBlocksPublicBuckets from './derivations/account-blocks-public-buckets/derivation.ts';
import advisoriesOfImages from './derivations/advisories-of-images/derivation.ts';
import advisoryData from './derivations/advisory-data/derivation.ts';
import agentsBehindRoutes from './derivations/agents-behind-routes/derivation.ts';
import aiWorkloads from './derivations/ai-workloads/derivation.ts';
import bucketHoldsModels from './derivations/bucket-holds-models/derivation.ts';
import callersOfExposedAgents from './derivations/callers-of-exposed-agents/derivation.ts';
import clashingToolNames from './derivations/clashing-tool-names/derivation.ts';
import closedBucketTakesNoStrangers from './derivations/closed-bucket-takes-no-strangers/derivation.ts';
import comesWithTheTree from './derivations/comes-with-the-tree/derivation.ts';
import configuredLocalServer from './derivations/configured-local-server/derivation.ts';
import crewConfigurationInstructs from './derivations/crew-configuration-instructs/derivation.ts';
import dataInBucket from './derivations/data-in-bucket/derivation.ts';
import dataUsedForGrounding from './derivations/data-used-for-grounding/derivation.ts';
import dataUsedForTraining from './derivations/data-used-for-training/derivation.ts';
import deploymentSeen from './derivations/deployment-seen/derivation.ts';
import effectivePermissions from './derivations/effective-permissions/derivation.ts';
import effectiveReads from './derivations/effective-reads/derivation.ts';
import effectsOfConfiguredServer from './derivations/effects-of-configured-server/derivation.ts';
import effectsReadWhole from './derivations/effects-read-whole/derivation.ts';
import endOfLife from './derivations/end-of-life/derivation.ts';
import exposedThroughHost from './derivations/exposed-through-host/derivation.ts';
import guardrailsOfApplication from './derivations/guardrails-of-application/derivation.ts';
import hostedElsewhere from './derivations/hosted-elsewhere/derivation.ts';
import inertFormatLoadsSafely from './derivations/inert-format-loads-safely/derivation.ts';
import knownAdvisories from './derivations/known-advisories/derivation.ts';
import knownMaliciousReleases from './derivations/known-malicious-releases/derivation.ts';
import loadsFromBucket from './derivations/loads-from-bucket/derivation.ts';
import managedServiceDeclared from './derivations/managed-service-declared/derivation.ts';
import mcpServerEffects from './derivations/mcp-server-effects/derivation.ts';
import openWayToCompute from './derivations/open-way-to-compute/derivation.ts';
import providerHostsModel from './derivations/provider-hosts-model/derivation.ts';
import publicThroughExposure from './derivations/public-through-exposure/derivation.ts';
import publicTransport from './derivations/public-transport/derivation.ts';
import purposeOfParts from './derivations/purpose-of-parts/derivation.ts';
import remembersForLater from './derivations/remembers-for-later/derivation.ts';
import remoteCodeUnasked from './derivations/remote-code-unasked/derivation.ts';
import resembledPublisher from './derivations/resembled-publisher/derivation.ts';
import rightsOfTakenIdentity from './derivations/rights-of-taken-identity/derivation.ts';
import rightsOverEverything from './derivations/rights-over-everything/derivation.ts';
import roleOfDatabaseServer from './derivations/role-of-database-server/derivation.ts';
import routesToModels from './derivations/routes-to-models/derivation.ts';
import scopeOfConfiguredServer from './derivations/scope-of-configured-server/derivation.ts';
import selfHosted from './derivations/self-hosted/derivation.ts';
import sensitivityAlongFlow from './derivations/sensitivity-along-flow/derivation.ts';
import sensitivityOfCollections from './derivations/sensitivity-of-collections/derivation.ts';
import sensitivityThroughReader from './derivations/sensitivity-through-reader/derivation.ts';
import sensitivityThroughReplication from './derivations/sensitivity-through-replication/derivation.ts';
import servedBeyondHost from './derivations/served-beyond-host/derivation.ts';
import serversBehindExpress from './derivations/servers-behind-express/derivation.ts';
import servingLoads from './derivations/serving-loads/derivation.ts';
import sharedIdentity from './derivations/shared-identity/derivation.ts';
import signsOfDescription from './derivations/signs-of-description/derivation.ts';
import stepsWithoutBound from './derivations/steps-without-bound/derivation.ts';
import storeKeepsInvocations from './derivations/store-keeps-invocations/derivation.ts';
import strangersWriteThroughHost from './derivations/strangers-write-through-host/derivation.ts';
import toolsOfUnattendedAgents from './derivations/tools-of-unattended-agents/derivation.ts';
import tracingOfAgents from './derivations/tracing-of-agents/derivation.ts';
import transportOfRoutes from './derivations/transport-of-routes/derivation.ts';
import unlimitedRoutes from './derivations/unlimited-routes/derivation.ts';
import wayThroughWay from './derivations/way-through-way/derivation.ts';
import whatDataLeavesOut from './derivations/what-data-leaves-out/derivation.ts';
import whatModelFilesLeaveOut from './derivations/what-model-files-leave-out/derivation.ts';

export const derivations: readonly Derivation[] = [
  absentUnlessSeen,
  accountBlocksPublicBuckets,
  advisoriesOfImages,
  advisoryData,
  agentsBehindRoutes,
  aiWorkloads,
  bucketHoldsModels,
  callersOfExposedAgents,
  clashingToolNames,
  closedBucketTakesNoStrangers,
  comesWithTheTree,
  configuredLocalServer,
  crewConfigurationInstructs,
  dataInBucket,
  dataUsedForGrounding,
  dataUsedForTraining,
  deploymentSeen,
  effectivePermissions,
  effectiveReads,
  effectsOfConfiguredServer,
  effectsReadWhole,
  endOfLife,
  exposedThroughHost,
  guardrailsOfApplication,
  hostedElsewhere,
  inertFormatLoadsSafely,
  knownAdvisories,
  knownMaliciousReleases,
  loadsFromBucket,
  managedServiceDeclared,
  mcpServerEffects,
  openWayToCompute,
  providerHostsModel,
  publicThroughExposure,
  publicTransport,
  purposeOfParts,
  remembersForLater,
  remoteCodeUnasked,
  resembledPublisher,
  rightsOfTakenIdentity,
  rightsOverEverything,
  roleOfDatabaseServer,
  routesToModels,
  scopeOfConfiguredServer,
  selfHosted,
  sensitivityAlongFlow,
  sensitivityOfCollections,
  sensitivityThroughReader,
  sensitivityThroughReplication,
  servedBeyondHost,
  serversBehindExpress,
  servingLoads,
  sharedIdentity,
  signsOfDescription,
  stepsWithoutBound,
  storeKeepsInvocations,
  strangersWriteThroughHost,
  toolsOfUnattendedAgents,
  tracingOfAgents,
  transportOfRoutes,
  unlimitedRoutes,
  wayThroughWay,
  whatDataLeavesOut,
  whatModelFilesLeaveOut,
];
