#!/usr/bin/env node
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import 'dotenv/config';

const server = new McpServer({ name: 'files', version: '1.0.0' });
const root = path.resolve(process.argv[2] || process.env.FILES_ROOT || '.');

server.registerTool(
  'write_file',
  { description: 'Write a file', inputSchema: { path: z.string(), content: z.string() }, annotations: { destructiveHint: true } },
  async ({ path: name, content }) => {
    await fs.writeFile(path.join(root, name), content);
    return { content: [{ type: 'text', text: 'ok' }] };
  },
);

for (const [name, handler] of Object.entries(extra)) {
  server.tool(name, handler);
}

const transport = new StdioServerTransport();
await server.connect(transport);
