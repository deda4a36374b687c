import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';

const server = new McpServer({ name: 'files', version: '1.2.0' });

server.tool('read', 'Read a file', { path: z.string() }, async ({ path }) => ({
  content: [{ type: 'text', text: await readFile(path, 'utf8') }],
}));

async function removeFile({ path }: { path: string }) {
  await rm(path);
  return { content: [{ type: 'text' as const, text: 'removed' }] };
}

server.registerTool(
  'remove',
  { description: 'Remove a file', inputSchema: { path: z.string() }, annotations: { destructiveHint: true } },
  removeFile,
);

await server.connect(new StdioServerTransport());
