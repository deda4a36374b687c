// Every item of the shelf extractors/, written by `npm run generate`; change the items instead.
import type { Extractor } from '../kit/define-extractor.ts';
import agentCards from './extractors/agent-cards/extractor.ts';
import agentSettings from './extractors/agent-settings/extractor.ts';
import cloudformation from './extractors/cloudformation/extractor.ts';
import compose from './extractors/compose/extractor.ts';
import crewaiYaml from './extractors/crewai-yaml/extractor.ts';
import difyApp from './extractors/dify-app/extractor.ts';
import dockerfile from './extractors/dockerfile/extractor.ts';
import dotenv from './extractors/dotenv/extractor.ts';
import flowiseFlow from './extractors/flowise-flow/extractor.ts';
import githubActions from './extractors/github-actions/extractor.ts';
import gitlabCi from './extractors/gitlab-ci/extractor.ts';
import huggingFaceFiles from './extractors/hugging-face-files/extractor.ts';
import javascript from './extractors/javascript/extractor.ts';
import kubernetes from './extractors/kubernetes/extractor.ts';
import langflowFlow from './extractors/langflow-flow/extractor.ts';
import langgraphJson from './extractors/langgraph-json/extractor.ts';
import mcpConfiguration from './extractors/mcp-configuration/extractor.ts';
import modelArtifacts from './extractors/model-artifacts/extractor.ts';
import n8nWorkflow from './extractors/n8n-workflow/extractor.ts';
import notebook from './extractors/notebook/extractor.ts';
import packageJson from './extractors/package-json/extractor.ts';
import packageLock from './extractors/package-lock/extractor.ts';
import promptFiles from './extractors/prompt-files/extractor.ts';
import pyproject from './extractors/pyproject/extractor.ts';
import python from './extractors/python/extractor.ts';
import requirementsTxt from './extractors/requirements-txt/extractor.ts';
import secrets from './extractors/secrets/extractor.ts';
import skills from './extractors/skills/extractor.ts';
import terraform from './extractors/terraform/extractor.ts';
import tsconfig from './extractors/tsconfig/extractor.ts';
import uvLock from './extractors/uv-lock/extractor.ts';

export const extractors: readonly Extractor[] = [
  agentCards,
  agentSettings,
  cloudformation,
  compose,
  crewaiYaml,
  difyApp,
  dockerfile,
  dotenv,
  flowiseFlow,
  githubActions,
  gitlabCi,
  huggingFaceFiles,
  javascript,
  kubernetes,
  langflowFlow,
  langgraphJson,
  mcpConfiguration,
  modelArtifacts,
  n8nWorkflow,
  notebook,
  packageJson,
  packageLock,
  promptFiles,
  pyproject,
  python,
  requirementsTxt,
  secrets,
  skills,
  terraform,
  tsconfig,
  uvLock,
];
