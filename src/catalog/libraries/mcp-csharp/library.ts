/** MCP in C#: servers of the official SDK and the tools that they offer. */
import { defineLibrary } from '../../../kit/define-library.ts';

const root = 'ModelContextProtocol';
const reference = 'https://github.com/modelcontextprotocol/csharp-sdk#readme';

export default defineLibrary({
  id: 'mcp-csharp',
  title: 'MCP SDK for C#',
  homepage: 'https://github.com/modelcontextprotocol/csharp-sdk',
  csharp: {
    packages: ['ModelContextProtocol', 'ModelContextProtocol.AspNetCore'],
    modules: [root],
    extensions: {
      AddMcpServer: `${root}.AddMcpServer`,
      WithStdioServerTransport: `${root}.WithStdioServerTransport`,
      WithHttpTransport: `${root}.WithHttpTransport`,
      WithTools: `${root}.WithTools`,
    },
    meanings: [
      {
        of: `${root}.AddMcpServer`,
        asset: {
          kind: 'mcp-server-definition',
          name: { value: 'MCP server' },
          facts: { framework: { value: 'mcp' }, language: { value: 'csharp' } },
        },
        tells: { of: 'application', facts: { exposesTools: { value: true } } },
        reference,
      },
      { of: `${root}.WithStdioServerTransport`, tells: { of: 'receiver', facts: { transport: { value: 'stdio' } } } },
      {
        of: `${root}.WithHttpTransport`,
        tells: { of: 'receiver', facts: { transport: { value: 'streamable-http' } } },
      },
      {
        of: `${root}.WithTools`,
        links: [{ relation: 'offers', from: 'receiver', to: { pick: { named: ['<0>'], at: 0 } } }],
      },
      {
        of: `${root}.Server.McpServerTool`,
        when: 'decorator',
        asset: {
          kind: 'mcp-tool',
          name: { named: ['Name'], defined: 'name' },
          facts: {
            description: { defined: 'documentation' },
            readOnlyHint: { named: ['ReadOnly'] },
            destructiveHint: { named: ['Destructive'] },
          },
        },
        handlerParameters: 'model-output',
        reference,
      },
    ],
  },
});
