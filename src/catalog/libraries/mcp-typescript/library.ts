/** MCP in TypeScript: servers written with the official SDK, their tools, and the clients that reach servers. */
import { defineLibrary, type Link, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { fastServers } from './fast-servers.ts';

const module = '@modelcontextprotocol/sdk';
const server = `${module}/server/mcp{.js,}.McpServer`;
const lowLevel = `${module}/server{/index.js,/index,}.Server`;
const offers: readonly Link[] = [{ relation: 'offers', from: 'receiver', to: 'self' }];
const connects: readonly Link[] = [{ relation: 'connects', from: 'enclosing', to: 'self' }];
const client = (name: string): string => `${module}/client/${name}`;
/** `registerTool(name, { annotations: { readOnlyHint } }, handler)`. */
const annotation = (name: string): Pick => ({ named: ['annotations'], optionsAt: 1, path: [name] });
const definition: NonNullable<Meaning['asset']> = {
  kind: 'mcp-server-definition',
  name: { named: ['name'] },
  facts: {
    framework: { value: 'mcp' },
    language: { value: 'typescript' },
    version: { named: ['version'] },
    description: { named: ['instructions'], optionsAt: 1 },
  },
  complete: [{ relation: 'offers', grade: 'declared', scope: 'unit' }],
};
/** A transport that was kept for a session is of the same sort as the one that is made for a new one. */
const transports = [
  [/StreamableHTTPServerTransport\(\)$/, 'streamable-http'],
  [/SSEServerTransport\(\)$/, 'sse'],
  [/StdioServerTransport\(\)$/, 'stdio'],
] as const;
const exposes: NonNullable<Meaning['tells']> = { of: 'application', facts: { exposesTools: { value: true } } };
const address: Pick = { at: 0, maker: { at: 0 } };

export default defineLibrary({
  id: 'mcp-typescript',
  title: 'MCP SDK for TypeScript',
  homepage: 'https://github.com/modelcontextprotocol/typescript-sdk',
  javascript: {
    packages: [module, 'fastmcp'],
    modules: [module, 'fastmcp'],
    meanings: [
      ...fastServers,
      {
        of: server,
        asset: definition,
        tells: exposes,
        reference: 'https://github.com/modelcontextprotocol/typescript-sdk#server',
      },
      {
        of: `${server}().tool`,
        asset: { kind: 'mcp-tool', name: { at: 0 }, facts: { description: { at: 1 } } },
        handler: { at: -1 },
        handlerParameters: 'model-output',
        links: offers,
        reference: 'https://github.com/modelcontextprotocol/typescript-sdk#tools',
      },
      {
        of: `${server}().registerTool`,
        asset: {
          kind: 'mcp-tool',
          name: { at: 0 },
          facts: {
            description: { named: ['description'], optionsAt: 1 },
            readOnlyHint: annotation('readOnlyHint'),
            destructiveHint: annotation('destructiveHint'),
          },
        },
        handler: { at: -1 },
        handlerParameters: 'model-output',
        links: offers,
        reference: 'https://github.com/modelcontextprotocol/typescript-sdk#tools',
      },
      {
        of: `${server}().{prompt,registerPrompt}`,
        asset: { kind: 'prompt', name: { at: 0 }, facts: { description: { named: ['description'], optionsAt: 1 } } },
        handler: { at: -1 },
        links: offers,
      },
      { of: `${server}().{resource,registerResource}`, handler: { at: -1 }, owner: 'receiver' },
      ...transports.map(
        ([matching, transport]): Meaning => ({
          of: [`${server}().connect`, `${lowLevel}().connect`],
          onlyIf: { at: 0, as: 'path', matching },
          tells: { of: 'receiver', facts: { transport: { value: transport } } },
          reference: 'https://github.com/modelcontextprotocol/typescript-sdk#streamable-http',
        }),
      ),
      {
        of: lowLevel,
        asset: { ...definition, complete: [] },
        tells: exposes,
        reference: 'https://github.com/modelcontextprotocol/typescript-sdk#low-level-server',
      },
      // One function answers for every tool of a low-level server.
      {
        of: `${lowLevel}().setRequestHandler`,
        handler: { at: 1 },
        owner: 'receiver',
        handlerParameters: 'model-output',
      },
      {
        of: client('stdio{.js,}.StdioClientTransport'),
        asset: {
          kind: 'mcp-server-configuration',
          facts: {
            command: { named: ['command'] },
            arguments: { named: ['args'] },
            environmentNames: { named: ['env'], as: 'keys' },
            transport: { value: 'stdio' },
          },
        },
        links: connects,
        reference: 'https://github.com/modelcontextprotocol/typescript-sdk#writing-mcp-clients',
      },
      {
        of: client('streamableHttp{.js,}.StreamableHTTPClientTransport'),
        asset: { kind: 'mcp-server-configuration', facts: { url: address, transport: { value: 'streamable-http' } } },
        links: connects,
      },
      {
        of: client('sse{.js,}.SSEClientTransport'),
        asset: { kind: 'mcp-server-configuration', facts: { url: address, transport: { value: 'sse' } } },
        links: connects,
      },
    ],
  },
});
