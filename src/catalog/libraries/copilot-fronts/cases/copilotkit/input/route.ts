import { CopilotRuntime, copilotRuntimeNextJSAppRouterEndpoint, OpenAIAdapter } from '@copilotkit/runtime';

const runtime = new CopilotRuntime();
const serviceAdapter = new OpenAIAdapter({ model: 'gpt-4o-mini' });

export const POST = copilotRuntimeNextJSAppRouterEndpoint({ runtime, serviceAdapter, endpoint: '/api/copilotkit' });
