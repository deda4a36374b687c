// Every item of the shelf extractors/, written by `npm run generate`; change the items instead.
import type { Extractor } from '../kit/define-extractor.ts';
import agentCards from './extractors/agent-cards/extractor.ts';
import agentLaunches from './extractors/agent-launches/extractor.ts';
import agentSettings from './extractors/agent-settings/extractor.ts';
import agentTraces from './extractors/agent-traces/extractor.ts';
import arm from './extractors/arm/extractor.ts';
import awsCli from './extractors/aws-cli/extractor.ts';
import azureCli from './extractors/azure-cli/extractor.ts';
import azureDeveloper from './extractors/azure-developer/extractor.ts';
import bicep from './extractors/bicep/extractor.ts';
import bunLock from './extractors/bun-lock/extractor.ts';
import cargoLock from './extractors/cargo-lock/extractor.ts';
import cargoManifest from './extractors/cargo-manifest/extractor.ts';
import cloudformation from './extractors/cloudformation/extractor.ts';
import codeOwners from './extractors/code-owners/extractor.ts';
import compose from './extractors/compose/extractor.ts';
import condaEnvironment from './extractors/conda-environment/extractor.ts';
import condaRecipe from './extractors/conda-recipe/extractor.ts';
import crewaiYaml from './extractors/crewai-yaml/extractor.ts';
import csharp from './extractors/csharp/extractor.ts';
import cyclonedx from './extractors/cyclonedx/extractor.ts';
import dataFiles from './extractors/data-files/extractor.ts';
import difyApp from './extractors/dify-app/extractor.ts';
import dockerfile from './extractors/dockerfile/extractor.ts';
import dotenv from './extractors/dotenv/extractor.ts';
import dotnetSettings from './extractors/dotnet-settings/extractor.ts';
import flowiseFlow from './extractors/flowise-flow/extractor.ts';
import gcloudCli from './extractors/gcloud-cli/extractor.ts';
import githubActions from './extractors/github-actions/extractor.ts';
import gitlabCi from './extractors/gitlab-ci/extractor.ts';
import go from './extractors/go/extractor.ts';
import goMod from './extractors/go-mod/extractor.ts';
import goSum from './extractors/go-sum/extractor.ts';
import gradleBuild from './extractors/gradle-build/extractor.ts';
import gradleCatalog from './extractors/gradle-catalog/extractor.ts';
import gradleLock from './extractors/gradle-lock/extractor.ts';
import huggingFaceFiles from './extractors/hugging-face-files/extractor.ts';
import isobarConfiguration from './extractors/isobar-configuration/extractor.ts';
import java from './extractors/java/extractor.ts';
import javaSettings from './extractors/java-settings/extractor.ts';
import javascript from './extractors/javascript/extractor.ts';
import knowledgeTexts from './extractors/knowledge-texts/extractor.ts';
import kubernetes from './extractors/kubernetes/extractor.ts';
import langflowFlow from './extractors/langflow-flow/extractor.ts';
import langgraphJson from './extractors/langgraph-json/extractor.ts';
import litellmSettings from './extractors/litellm-settings/extractor.ts';
import mavenPom from './extractors/maven-pom/extractor.ts';
import mcpConfiguration from './extractors/mcp-configuration/extractor.ts';
import mcpToolLists from './extractors/mcp-tool-lists/extractor.ts';
import modelArtifacts from './extractors/model-artifacts/extractor.ts';
import n8nWorkflow from './extractors/n8n-workflow/extractor.ts';
import notebook from './extractors/notebook/extractor.ts';
import nugetLock from './extractors/nuget-lock/extractor.ts';
import nugetPackagesConfig from './extractors/nuget-packages-config/extractor.ts';
import nugetProject from './extractors/nuget-project/extractor.ts';
import packageJson from './extractors/package-json/extractor.ts';
import packageLock from './extractors/package-lock/extractor.ts';
import pdmLock from './extractors/pdm-lock/extractor.ts';
import pipfile from './extractors/pipfile/extractor.ts';
import pipfileLock from './extractors/pipfile-lock/extractor.ts';
import pnpmLock from './extractors/pnpm-lock/extractor.ts';
import poetryLock from './extractors/poetry-lock/extractor.ts';
import promptFiles from './extractors/prompt-files/extractor.ts';
import pyproject from './extractors/pyproject/extractor.ts';
import python from './extractors/python/extractor.ts';
import requirementsTxt from './extractors/requirements-txt/extractor.ts';
import secrets from './extractors/secrets/extractor.ts';
import setupCfg from './extractors/setup-cfg/extractor.ts';
import setupCommands from './extractors/setup-commands/extractor.ts';
import setupPy from './extractors/setup-py/extractor.ts';
import shareLinks from './extractors/share-links/extractor.ts';
import skillScripts from './extractors/skill-scripts/extractor.ts';
import skills from './extractors/skills/extractor.ts';
import spdx from './extractors/spdx/extractor.ts';
import terraform from './extractors/terraform/extractor.ts';
import tsconfig from './extractors/tsconfig/extractor.ts';
import uvLock from './extractors/uv-lock/extractor.ts';
import vectorStoreFiles from './extractors/vector-store-files/extractor.ts';
import yarnLock from './extractors/yarn-lock/extractor.ts';

export const extractors: readonly Extractor[] = [
  agentCards,
  agentLaunches,
  agentSettings,
  agentTraces,
  arm,
  awsCli,
  azureCli,
  azureDeveloper,
  bicep,
  bunLock,
  cargoLock,
  cargoManifest,
  cloudformation,
  codeOwners,
  compose,
  condaEnvironment,
  condaRecipe,
  crewaiYaml,
  csharp,
  cyclonedx,
  dataFiles,
  difyApp,
  dockerfile,
  dotenv,
  dotnetSettings,
  flowiseFlow,
  gcloudCli,
  githubActions,
  gitlabCi,
  go,
  goMod,
  goSum,
  gradleBuild,
  gradleCatalog,
  gradleLock,
  huggingFaceFiles,
  isobarConfiguration,
  java,
  javaSettings,
  javascript,
  knowledgeTexts,
  kubernetes,
  langflowFlow,
  langgraphJson,
  litellmSettings,
  mavenPom,
  mcpConfiguration,
  mcpToolLists,
  modelArtifacts,
  n8nWorkflow,
  notebook,
  nugetLock,
  nugetPackagesConfig,
  nugetProject,
  packageJson,
  packageLock,
  pdmLock,
  pipfile,
  pipfileLock,
  pnpmLock,
  poetryLock,
  promptFiles,
  pyproject,
  python,
  requirementsTxt,
  secrets,
  setupCfg,
  setupCommands,
  setupPy,
  shareLinks,
  skillScripts,
  skills,
  spdx,
  terraform,
  tsconfig,
  uvLock,
  vectorStoreFiles,
  yarnLock,
];
