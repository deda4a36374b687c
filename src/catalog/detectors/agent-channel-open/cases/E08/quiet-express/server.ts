import { randomUUID } from 'node:crypto';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import express from 'express';
import { z } from 'zod';
import { requireBearerAuth } from '@modelcontextprotocol/sdk/server/auth/middleware/bearerAuth.js';
import { verifier } from './verifier.js';

const build = (): McpServer => {
  const server = new McpServer({ name: 'shop-prices', version: '1.0.0' });
  server.registerTool(
    'price',
    { description: 'Gives the price of an article', inputSchema: { article: z.string() } },
    async ({ article }) => ({ content: [{ type: 'text', text: `${article}: 12 EUR` }] }),
  );
  return server;
};

const app = express();
app.use(express.json());
app.use(requireBearerAuth({ verifier, requiredScopes: ["prices"] }));
app.post('/mcp', async (request, response) => {
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: () => randomUUID() });
  await build().connect(transport);
  await transport.handleRequest(request, response, request.body);
});

app.listen(3000, () => console.log('listening'));
