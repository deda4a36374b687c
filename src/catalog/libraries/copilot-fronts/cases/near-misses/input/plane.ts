import { CopilotRuntime } from './cockpit.ts';

export const runtime = new CopilotRuntime();
