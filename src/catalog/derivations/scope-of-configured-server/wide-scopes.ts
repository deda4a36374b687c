/** Servers that can be limited, and the arguments that show that one is not. */

/** A whole disk, or everything that belongs to a person: no folder that somebody chose. */
const everything =
  /^(?:\/|~\/?|\$\{?HOME\}?\/?|\$\{?(?:userHome|env:HOME)\}?\/?|[A-Za-z]:[\\/]*|\/(?:Users|home)(?:\/(?!user(?:name)?\b|you\b|your|me\b|path\b)[^/]+)?\/?|\/root\/?|[A-Za-z]:[\\/]Users(?:[\\/](?!user(?:name)?\b|you\b|your|me\b)[^\\/]+)?[\\/]?)$/i;

/** A volume of a container: what of the host, and where to. */
const volume = /^(?:--volume=|-v=?)?((?:\/|~|\$\{?HOME\}?|[A-Za-z]:[\\/]|\/[^:]+)):\/[^:]*(?::\w+)?$/;
const bind = /^(?:--mount=)?type=bind,(?:.*,)?(?:src|source)=([^,]+)/;

interface Limit {
  /** The server, by the name of its package or image. */
  readonly server: RegExp;
  /** What is left open, for people; undefined where it is limited. */
  readonly open: (words: readonly string[], environment: readonly string[]) => string | undefined;
}

const lacks = (words: readonly string[], expression: RegExp): boolean => !words.some((word) => expression.test(word));

/** https://modelcontextprotocol.io/examples and the documentation of each server. */
const limits: readonly Limit[] = [
  {
    server: /^(?:@modelcontextprotocol\/server-filesystem|mcp-server-filesystem|mcp\/filesystem)$/,
    open: (words) => {
      const root = words.find((word) => everything.test(word));
      return root === undefined ? undefined : `the folder that it may use is ${root}`;
    },
  },
  {
    // https://supabase.com/docs/guides/getting-started/mcp#security-risks
    server: /^@supabase\/mcp-server-supabase$/,
    open: (words) => (lacks(words, /^--project-ref/) ? 'it may use every project of the account' : undefined),
  },
  {
    // https://github.com/github/github-mcp-server#tool-configuration
    server: /^(?:ghcr\.io\/)?github(?:\/|-)github-mcp-server$|^github-mcp-server$/,
    open: (words) => {
      const at = words.findIndex((word) => /^--toolsets(?:=|$)/.test(word));
      const given = at < 0 ? '' : (words[at]!.split('=')[1] ?? words[at + 1] ?? '');
      return /(?:^|,)all(?:,|$)/.test(given) ? 'it offers every toolset' : undefined;
    },
  },
  {
    // https://github.com/Flux159/mcp-server-kubernetes#non-destructive-mode
    server: /^(?:mcp-server-kubernetes|kubernetes-mcp-server)$/,
    open: (words, environment) =>
      lacks(words, /^--(?:read-only|disable-destructive)/) &&
      lacks(environment, /^(?:ALLOW_ONLY_NON_DESTRUCTIVE_TOOLS|ALLOW_ONLY_READONLY_TOOLS|ALLOWED_TOOLS)$/)
        ? 'it may change and delete everything in the cluster'
        : undefined,
  },
  {
    // https://docs.stripe.com/mcp
    server: /^@stripe\/mcp$/,
    open: (words) => (words.some((word) => word === '--tools=all') ? 'it offers every tool' : undefined),
  },
  {
    // https://www.mongodb.com/docs/mcp-server/configuration/
    server: /^(?:@mongodb-js\/)?mongodb-mcp-server$/,
    open: (words, environment) =>
      lacks(words, /^--read-?only/i) && lacks(environment, /^MDB_MCP_READ_ONLY$/)
        ? 'it may change and delete everything in the database'
        : undefined,
  },
];

/** A whole disk or home that a container is given of its host. */
const mountedWhole = (words: readonly string[]): string | undefined => {
  for (const word of words) {
    const host = volume.exec(word)?.[1] ?? bind.exec(word)?.[1];
    if (host !== undefined && everything.test(host)) return `its container is given ${host} of the host`;
  }
  return undefined;
};

/** What an entry leaves open that could be limited, in words; undefined where nothing of that kind is seen. */
export const leftOpen = (
  packageName: string,
  command: string,
  words: readonly string[],
  environment: readonly string[],
): string | undefined => {
  const isContainer = /(?:^|\/)(?:docker|podman)(?:\.exe)?$/.test(command);
  const names = [packageName, ...(isContainer ? words.map((word) => word.replace(/[:@][^/]*$/, '')) : [])];
  const limit = limits.find(({ server }) => names.some((name) => server.test(name)));
  return (isContainer ? mountedWhole(words) : undefined) ?? limit?.open(words, environment);
};
