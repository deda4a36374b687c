import type { SDKMessage } from '@anthropic-ai/claude-agent-sdk';
import { query } from './database.ts';

export const rows = query({ prompt: 'select 1', options: { permissionMode: 'bypassPermissions' } });
export const isLast = (message: SDKMessage) => message.type === 'result';
