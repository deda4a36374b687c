import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import process, { env } from 'node:process';

const server = new McpServer({ name: 'inspector', version: '1.0.0' });
const text = (value: string) => ({ content: [{ type: 'text', text: value }] });

server.registerTool('whole', { description: 'Everything' }, async () => text(JSON.stringify(process.env, null, 2)));
server.registerTool('spread', { description: 'A copy' }, async () => text(JSON.stringify({ ...globalThis.process.env })));
server.registerTool('named', { description: 'Any variable' }, async ({ name }) => text(`${process.env[name]}`));
server.registerTool('key', { description: 'One key' }, async () => text(`the key is ${process.env.STRIPE_SECRET_KEY}`));
server.registerTool('handed', { description: 'Handed on' }, async () => text(listOf(env)));

// None of these gives anything away.
server.registerTool('region', { description: 'Where it runs' }, async () => text(`in ${process.env.AWS_REGION}`));
server.registerTool('ready', { description: 'Whether a key is set' }, async () =>
  text(process.env.STRIPE_SECRET_KEY ? 'ready' : 'no key'),
);
server.registerTool('isSet', { description: 'Whether a key is set' }, async () =>
  text(JSON.stringify({ set: Boolean(process.env.STRIPE_SECRET_KEY), same: process.env.API_KEY === 'x' })),
);
server.registerTool('names', { description: 'Names alone' }, async () => text(Object.keys(process.env).join(', ')));
server.registerTool('used', { description: 'A key that is only used' }, async () => {
  const answer = await fetch('https://api.acme.example/status', {
    headers: { authorization: `Bearer ${process.env.ACME_API_KEY}` },
  });
  return text(await answer.text());
});

function listOf(variables: Record<string, string | undefined>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');
}
