/** Servers of FastMCP for TypeScript: who may call them is an argument, and how they are reached another. */
import type { Meaning } from '../../../kit/define-library.ts';

const server = 'fastmcp.FastMCP';

export const fastServers: readonly Meaning[] = [
  {
    of: server,
    asset: {
      kind: 'mcp-server-definition',
      name: { named: ['name'] },
      facts: {
        framework: { value: 'mcp' },
        language: { value: 'typescript' },
        version: { named: ['version'] },
        description: { named: ['instructions'] },
        authentication: {
          named: ['authenticate', 'auth', 'oauth'],
          as: 'present',
          choices: { true: 'token', false: 'none' },
        },
      },
    },
    tells: { of: 'application', facts: { exposesTools: { value: true } } },
    reference: 'https://github.com/punkpeye/fastmcp#authentication',
  },
  {
    of: `${server}().addTool`,
    asset: {
      kind: 'mcp-tool',
      name: { named: ['name'] },
      facts: {
        description: { named: ['description'] },
        readOnlyHint: { named: ['annotations'], path: ['readOnlyHint'] },
        destructiveHint: { named: ['annotations'], path: ['destructiveHint'] },
      },
    },
    handler: { named: ['execute'] },
    handlerParameters: 'model-output',
    links: [{ relation: 'offers', from: 'receiver', to: 'self' }],
    reference: 'https://github.com/punkpeye/fastmcp#tools',
  },
  {
    of: `${server}().start`,
    tells: {
      of: 'receiver',
      facts: {
        transport: {
          named: ['transportType'],
          choices: { stdio: 'stdio', httpStream: 'streamable-http', sse: 'sse' },
          fallback: 'stdio',
        },
        port: { named: ['httpStream', 'sse'], path: ['port'] },
        bindAddress: { named: ['httpStream', 'sse'], path: ['host'] },
      },
    },
    reference: 'https://github.com/punkpeye/fastmcp#http-streaming',
  },
];
