import { FastMCP } from 'fastmcp';
import { z } from 'zod';

const server = new FastMCP({ name: 'Orders', version: '1.0.0' });

server.addTool({
  name: 'find_order',
  description: 'Finds an order by its number',
  annotations: { readOnlyHint: true },
  parameters: z.object({ number: z.string() }),
  execute: async ({ number }) => `order ${number}`,
});

server.start({ transportType: 'httpStream', httpStream: { port: 8080, host: '0.0.0.0' } });
