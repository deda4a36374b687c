/** Servers and tools of MCP, as FastMCP and the low-level server make them. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';

const framework: Pick = { value: 'mcp' };
/** `FastMCP` until version 2 of the SDK, `MCPServer` since. */
const server =
  'mcp.server{.fastmcp.FastMCP,.fastmcp.server.FastMCP,.MCPServer,.mcpserver.MCPServer,.mcpserver.server.MCPServer}';
const fastServer = 'fastmcp{,.server,.server.server}.FastMCP';
const both = [server, fastServer];
const of = (method: string): readonly string[] => both.map((path) => `${path}().${method}`);
const annotation = (name: string): Pick => ({ named: ['annotations'], maker: { named: [name] } });
const tool: NonNullable<Meaning['asset']> = {
  kind: 'mcp-tool',
  name: { named: ['name'], defined: 'name' },
  facts: {
    description: { named: ['description'], defined: 'documentation' },
    readOnlyHint: annotation('readOnlyHint'),
    destructiveHint: annotation('destructiveHint'),
  },
};
const named = { kind: 'mcp-server-definition', name: { named: ['name'], at: 0 } } as const;
/** https://gofastmcp.com/servers/auth/authentication#environment-configuration */
const auth: Pick = { named: ['auth', 'token_verifier', 'auth_server_provider'], environment: 'FASTMCP_SERVER_AUTH' };
const definition = (path: string, isWhole: boolean): Meaning => ({
  of: path,
  asset: {
    kind: 'mcp-server-definition',
    name: { named: ['name'], at: 0 },
    facts: {
      framework,
      language: { value: 'python' },
      description: { named: ['instructions'] },
      bindAddress: { named: ['host'] },
      port: { named: ['port'] },
    },
    // The other FastMCP can mount whole servers.
    ...(isWhole ? { complete: [{ relation: 'offers', grade: 'declared', scope: 'unit' }] as const } : {}),
  },
  tells: { of: 'application', facts: { exposesTools: { value: true } } },
  reference: 'https://github.com/modelcontextprotocol/python-sdk#server',
});
const lowLevel = 'mcp.server{,.lowlevel,.lowlevel.server}.Server';

export const servers: readonly Meaning[] = [
  definition(server, true),
  definition(fastServer, false),
  {
    of: of('tool'),
    when: 'decorator',
    asset: tool,
    handlerParameters: 'model-output',
    links: [{ relation: 'offers', from: 'receiver', to: 'self' }],
    reference: 'https://github.com/modelcontextprotocol/python-sdk#tools',
  },
  {
    of: of('add_tool'),
    asset: tool,
    handlerParameters: 'model-output',
    handler: { at: 0, named: ['fn'] },
    links: [{ relation: 'offers', from: 'receiver', to: 'self' }],
  },
  {
    of: of('prompt'),
    when: 'decorator',
    asset: { kind: 'prompt', name: { defined: 'name' }, facts: { description: { defined: 'documentation' } } },
    links: [{ relation: 'offers', from: 'receiver', to: 'self' }],
  },
  // A resource is read by whoever connects: what its code does, the server does.
  { of: of('resource'), when: 'decorator', owner: 'receiver', handlerParameters: 'model-output' },
  {
    of: of('{run,run_async}'),
    tells: {
      of: 'receiver',
      facts: {
        transport: {
          named: ['transport'],
          at: 0,
          fallback: 'stdio',
          choices: { stdio: 'stdio', sse: 'sse', http: 'streamable-http', 'streamable-http': 'streamable-http' },
        },
        bindAddress: { named: ['host'] },
        port: { named: ['port'] },
      },
    },
    reference: 'https://gofastmcp.com/deployment/running-server',
  },
  {
    of: both,
    onlyIf: auth,
    asset: { ...named, facts: { authentication: { value: 'token' } } },
    reference: 'https://gofastmcp.com/servers/auth/authentication',
  },
  {
    of: both,
    unless: auth,
    // What stands before it may ask all the same.
    asset: { ...named, facts: { authentication: { fallback: 'none' } } },
    reference: 'https://gofastmcp.com/servers/auth/authentication',
  },
  {
    // What stands before the whole application may look at who calls.
    of: of('{http_app,streamable_http_app,sse_app}'),
    onlyIf: { named: ['middleware'] },
    tells: { of: 'receiver', facts: { authentication: { value: 'token' } } },
    reference: 'https://gofastmcp.com/deployment/http#custom-middleware',
  },
  {
    of: of('{run,run_async,run_http_async}'),
    onlyIf: { named: ['middleware'] },
    tells: { of: 'receiver', facts: { authentication: { value: 'token' } } },
    reference: 'https://gofastmcp.com/deployment/http#custom-middleware',
  },
  {
    // The application of a server, run by hand.
    of: 'uvicorn.{run,Config}',
    onlyIf: { at: 0, named: ['app'], as: 'path', matching: /\.(?:MCPServer|FastMCP)\(\)\.\w+_app\(\)$/ },
    tells: {
      of: { pick: { at: 0, named: ['app'] } },
      facts: {
        bindAddress: { named: ['host'], fallback: '127.0.0.1' },
        port: { named: ['port'], fallback: 8000 },
      },
    },
    reference: 'https://uvicorn.dev/settings/#socket-binding',
  },
  {
    // A middleware that looks at who calls, as its name says.
    of: of('add_middleware'),
    onlyIf: { at: 0, named: ['middleware'], as: 'path', matching: /auth|token|jwt|key|permission/i },
    tells: { of: 'receiver', facts: { authentication: { value: 'token' } } },
    reference: 'https://gofastmcp.com/servers/middleware',
  },
  {
    of: both,
    onlyIf: { named: ['auth'], as: 'path', matching: /\.(?:JWTVerifier|BearerAuthProvider|StaticTokenVerifier)\(\)$/ },
    asset: {
      ...named,
      facts: {
        // Without an audience, a token for any service of the same issuer opens this one.
        audienceUnchecked: {
          named: ['auth'],
          maker: { named: ['audience'], as: 'present', choices: { true: false, false: true } },
        },
      },
    },
    reference: 'https://gofastmcp.com/servers/auth/token-verification',
  },
  {
    of: ['fastmcp.server.dependencies.{get_http_headers,get_http_request,get_access_token}'],
    yields: 'caller-credential',
    reference: 'https://gofastmcp.com/servers/context#http-requests',
  },
  { of: 'mcp.server.auth.middleware.auth_context.get_access_token', yields: 'caller-credential' },
  {
    of: of('{streamable_http_app,http_app}'),
    tells: { of: 'receiver', facts: { transport: { value: 'streamable-http' } } },
  },
  { of: of('sse_app'), tells: { of: 'receiver', facts: { transport: { value: 'sse' } } } },
  {
    // What it is run over is made by what gives the streams.
    of: `${lowLevel}().run`,
    tells: {
      of: 'receiver',
      facts: { transport: { named: ['read_stream'], at: 0, as: 'path', matching: /\.(stdio)\.stdio_server\b/ } },
    },
    reference: 'https://modelcontextprotocol.io/docs/develop/build-server',
  },
  {
    of: lowLevel,
    asset: {
      kind: 'mcp-server-definition',
      name: { at: 0, named: ['name'] },
      facts: { framework, language: { value: 'python' } },
    },
    tells: { of: 'application', facts: { exposesTools: { value: true } } },
    reference: 'https://github.com/modelcontextprotocol/python-sdk#low-level-server',
  },
  {
    of: `${lowLevel}().{list_tools,call_tool,read_resource,get_prompt}`,
    when: 'decorator',
    owner: 'receiver',
    handlerParameters: 'model-output',
  },
  {
    // Named in the function that lists the tools of a low-level server.
    of: 'mcp.types.Tool',
    asset: {
      kind: 'mcp-tool',
      name: { named: ['name'] },
      facts: {
        description: { named: ['description'] },
        readOnlyHint: annotation('readOnlyHint'),
        destructiveHint: annotation('destructiveHint'),
      },
    },
    links: [{ relation: 'offers', from: 'enclosing', to: 'self' }],
  },
];
