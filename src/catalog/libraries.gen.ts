// Every item of the shelf libraries/, written by `npm run generate`; change the items instead.
import type { Library } from '../kit/define-library.ts';
import a2a from './libraries/a2a/library.ts';
import agentTracing from './libraries/agent-tracing/library.ts';
import agentcore from './libraries/agentcore/library.ts';
import anthropic from './libraries/anthropic/library.ts';
import anthropicGo from './libraries/anthropic-go/library.ts';
import autogen from './libraries/autogen/library.ts';
import awsLambda from './libraries/aws-lambda/library.ts';
import awsSdk from './libraries/aws-sdk/library.ts';
import chroma from './libraries/chroma/library.ts';
import claudeAgentSdk from './libraries/claude-agent-sdk/library.ts';
import copilotFronts from './libraries/copilot-fronts/library.ts';
import crewai from './libraries/crewai/library.ts';
import developmentPages from './libraries/development-pages/library.ts';
import dspy from './libraries/dspy/library.ts';
import express from './libraries/express/library.ts';
import extensionsAi from './libraries/extensions-ai/library.ts';
import fastapiFlask from './libraries/fastapi-flask/library.ts';
import googleAdk from './libraries/google-adk/library.ts';
import googleGenai from './libraries/google-genai/library.ts';
import guardrails from './libraries/guardrails/library.ts';
import haystack from './libraries/haystack/library.ts';
import huggingfaceHub from './libraries/huggingface-hub/library.ts';
import instructor from './libraries/instructor/library.ts';
import langchain from './libraries/langchain/library.ts';
import langchain4j from './libraries/langchain4j/library.ts';
import langchaingo from './libraries/langchaingo/library.ts';
import langgraph from './libraries/langgraph/library.ts';
import litellm from './libraries/litellm/library.ts';
import llamaIndex from './libraries/llama-index/library.ts';
import localInference from './libraries/local-inference/library.ts';
import longTermMemory from './libraries/long-term-memory/library.ts';
import mailAndChat from './libraries/mail-and-chat/library.ts';
import mastra from './libraries/mastra/library.ts';
import mcpCsharp from './libraries/mcp-csharp/library.ts';
import mcpGo from './libraries/mcp-go/library.ts';
import mcpPython from './libraries/mcp-python/library.ts';
import mcpTypescript from './libraries/mcp-typescript/library.ts';
import mlflow from './libraries/mlflow/library.ts';
import modelClientsGo from './libraries/model-clients-go/library.ts';
import modelProviders from './libraries/model-providers/library.ts';
import nodeDatabases from './libraries/node-databases/library.ts';
import nodeHttp from './libraries/node-http/library.ts';
import nodeStandard from './libraries/node-standard/library.ts';
import ollama from './libraries/ollama/library.ts';
import openai from './libraries/openai/library.ts';
import openaiAgents from './libraries/openai-agents/library.ts';
import openaiDotnet from './libraries/openai-dotnet/library.ts';
import openaiGo from './libraries/openai-go/library.ts';
import openaiJava from './libraries/openai-java/library.ts';
import pandas from './libraries/pandas/library.ts';
import pickle from './libraries/pickle/library.ts';
import pydanticAi from './libraries/pydantic-ai/library.ts';
import pythonDatabases from './libraries/python-databases/library.ts';
import pythonHttp from './libraries/python-http/library.ts';
import pythonStandard from './libraries/python-standard/library.ts';
import receivers from './libraries/receivers/library.ts';
import semanticKernel from './libraries/semantic-kernel/library.ts';
import semanticKernelDotnet from './libraries/semantic-kernel-dotnet/library.ts';
import smolagents from './libraries/smolagents/library.ts';
import springAi from './libraries/spring-ai/library.ts';
import standingInstructions from './libraries/standing-instructions/library.ts';
import strands from './libraries/strands/library.ts';
import tensorflow from './libraries/tensorflow/library.ts';
import torch from './libraries/torch/library.ts';
import transformers from './libraries/transformers/library.ts';
import vectorStores from './libraries/vector-stores/library.ts';
import vercelAi from './libraries/vercel-ai/library.ts';
import webSafeguards from './libraries/web-safeguards/library.ts';
import webSearchTools from './libraries/web-search-tools/library.ts';
import withoutEffects from './libraries/without-effects/library.ts';

export const libraries: readonly Library[] = [
  a2a,
  agentTracing,
  agentcore,
  anthropic,
  anthropicGo,
  autogen,
  awsLambda,
  awsSdk,
  chroma,
  claudeAgentSdk,
  copilotFronts,
  crewai,
  developmentPages,
  dspy,
  express,
  extensionsAi,
  fastapiFlask,
  googleAdk,
  googleGenai,
  guardrails,
  haystack,
  huggingfaceHub,
  instructor,
  langchain,
  langchain4j,
  langchaingo,
  langgraph,
  litellm,
  llamaIndex,
  localInference,
  longTermMemory,
  mailAndChat,
  mastra,
  mcpCsharp,
  mcpGo,
  mcpPython,
  mcpTypescript,
  mlflow,
  modelClientsGo,
  modelProviders,
  nodeDatabases,
  nodeHttp,
  nodeStandard,
  ollama,
  openai,
  openaiAgents,
  openaiDotnet,
  openaiGo,
  openaiJava,
  pandas,
  pickle,
  pydanticAi,
  pythonDatabases,
  pythonHttp,
  pythonStandard,
  receivers,
  semanticKernel,
  semanticKernelDotnet,
  smolagents,
  springAi,
  standingInstructions,
  strands,
  tensorflow,
  torch,
  transformers,
  vectorStores,
  vercelAi,
  webSafeguards,
  webSearchTools,
  withoutEffects,
];
