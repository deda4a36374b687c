import { randomUUID } from 'node:crypto';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import express from 'express';
import { z } from 'zod';

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

app.post('/mcp', async (request, response) => {
  if (request.headers.authorization !== `Bearer ${process.env.PRICES_TOKEN}`) {
    response.status(401).json({ error: 'who are you?' });
    return;
  }
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: () => randomUUID() });
  await build().connect(transport);
  await transport.handleRequest(request, response, request.body);
});

app.listen(3000, () => console.log('listening'));
