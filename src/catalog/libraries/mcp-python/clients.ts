/** Clients of MCP servers: how the servers that they reach are started or addressed. */
import type { Link, Meaning } from '../../../kit/define-library.ts';

const connects: readonly Link[] = [{ relation: 'connects', from: 'enclosing', to: 'self' }];

export const clients: readonly Meaning[] = [
  {
    of: 'mcp{,.client.stdio}.StdioServerParameters',
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
    reference: 'https://github.com/modelcontextprotocol/python-sdk#writing-mcp-clients',
  },
  {
    of: 'mcp.client.{streamable_http.streamablehttp_client,streamable_http.streamable_http_client}',
    asset: {
      kind: 'mcp-server-configuration',
      facts: { url: { named: ['url'], at: 0 }, transport: { value: 'streamable-http' } },
    },
    links: connects,
    reference: 'https://github.com/modelcontextprotocol/python-sdk#writing-mcp-clients',
  },
  {
    of: 'mcp.client.sse.sse_client',
    asset: { kind: 'mcp-server-configuration', facts: { url: { named: ['url'], at: 0 }, transport: { value: 'sse' } } },
    links: connects,
  },
  {
    of: ['langchain_mcp_adapters.client.MultiServerMCPClient'],
    asset: { kind: 'mcp-server-configuration', facts: { clientName: { value: 'langchain-mcp-adapters' } } },
    links: connects,
    reference: 'https://github.com/langchain-ai/langchain-mcp-adapters',
  },
  {
    of: 'fastmcp{,.client}.Client',
    asset: { kind: 'mcp-server-configuration', facts: { url: { at: 0, matching: /^https?:/ } } },
    links: connects,
    reference: 'https://gofastmcp.com/clients/client',
  },
];
