import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const client = new Client({ name: 'gateway', version: '0.1.0' });
const local = new StdioClientTransport({
  command: 'uvx',
  args: ['mcp-server-git', '--repository', '.'],
  env: { GIT_TOKEN: process.env.GIT_TOKEN ?? '' },
});
const remote = new StreamableHTTPClientTransport(new URL('https://mcp.linear.app/mcp'));
await client.connect(local);

const server = new Server({ name: 'gateway', version: '0.1.0' }, { capabilities: { tools: {} } });
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [{ name: 'search', inputSchema: { type: 'object' } }] }));
server.setRequestHandler(CallToolRequestSchema, async (request) => {
  const response = await fetch('https://search.example.org', { method: 'POST', body: JSON.stringify(request.params) });
  return { content: [{ type: 'text', text: await response.text() }] };
});
export { remote };
