/** MCP in Go: servers, tools and clients of mcp-go and of the official SDK. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const community = 'github.com/mark3labs/mcp-go';
const official = 'github.com/modelcontextprotocol/go-sdk';
const reference = 'https://mcp-go.dev/getting-started';
const officialReference = 'https://github.com/modelcontextprotocol/go-sdk#readme';
const made = `${community}/server.{NewMCPServer(),MCPServer}`;

const server = (of: string, name: Pick, at: string): Meaning => ({
  of,
  asset: {
    kind: 'mcp-server-definition',
    name,
    facts: { framework: { value: 'mcp' }, language: { value: 'go' } },
    complete: [{ relation: 'offers', grade: 'declared', scope: 'unit' }],
  },
  tells: { of: 'application', facts: { exposesTools: { value: true } } },
  reference: at,
});

/** `mcp.Tool{Name: "find"}` instead of `mcp.NewTool("find")`. */
const written: Pick = { at: 0, path: ['Name'], matching: /./ };

const added = (name: Pick, facts: Readonly<Record<string, Pick>>): Meaning => ({
  of: `${made}.AddTool`,
  asset: { kind: 'mcp-tool', name, facts },
  handler: { at: 1 },
  handlerParameters: 'model-output',
  links: [{ relation: 'offers', from: 'receiver', to: 'self' }],
  reference,
});

const transport = (of: string, value: string, end: 'receiver' | { readonly pick: Pick }): Meaning => ({
  of,
  tells: { of: end, facts: { transport: { value } } },
});

export default defineLibrary({
  id: 'mcp-go',
  title: 'MCP for Go',
  homepage: 'https://github.com/mark3labs/mcp-go',
  go: {
    packages: [community, official],
    modules: [`${community}/server`, `${community}/mcp`, `${community}/client`, `${official}/mcp`],
    meanings: [
      server(`${community}/server.NewMCPServer`, { at: 0 }, reference),
      { ...added({ at: 0, path: ['Name'] }, { description: { at: 0, path: ['Description'] } }), onlyIf: written },
      {
        ...added(
          { at: 0, maker: { at: 0 } },
          {
            description: { at: 0, maker: { named: ['WithDescription'] } },
            readOnlyHint: { at: 0, maker: { named: ['WithReadOnlyHintAnnotation'] } },
            destructiveHint: { at: 0, maker: { named: ['WithDestructiveHintAnnotation'] } },
          },
        ),
        unless: written,
      },
      { of: `${community}/mcp.{NewTypedToolHandler,NewStructuredToolHandler}`, returns: { at: 0 } },
      transport(`${community}/server.ServeStdio`, 'stdio', { pick: { at: 0 } }),
      transport(`${community}/server.NewStreamableHTTPServer`, 'streamable-http', { pick: { at: 0 } }),
      transport(`${community}/server.NewSSEServer`, 'sse', { pick: { at: 0 } }),
      server(`${official}/mcp.NewServer`, { named: ['Name'] }, officialReference),
      {
        of: `${official}/mcp.AddTool`,
        asset: {
          kind: 'mcp-tool',
          name: { at: 1, path: ['Name'] },
          facts: { description: { at: 1, path: ['Description'] } },
        },
        handler: { at: 2 },
        handlerParameters: 'model-output',
        links: [{ relation: 'offers', from: { pick: { at: 0 } }, to: 'self' }],
        reference: officialReference,
      },
    ],
  },
});
