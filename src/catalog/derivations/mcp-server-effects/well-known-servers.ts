/** What well-known MCP servers can do, from their documentation: one row per server, under every name it is published as. */

export type Effect = 'readsPrivateData' | 'takesUntrustedContent' | 'sendsOut' | 'changesState' | 'executesCode';

export interface WellKnownServer {
  /** `npm:name`, `pypi:name`, an image without tag, or the https address of a remote server. */
  readonly ids: readonly string[];
  /** What any of its tools can do, as it comes. */
  readonly effects: readonly Effect[];
  /** Published by the maker of the service; absent where there is no such service. */
  readonly official?: boolean;
  readonly documentation: string;
}

const effectOf: Readonly<Record<string, Effect>> = {
  private: 'readsPrivateData',
  untrusted: 'takesUntrustedContent',
  out: 'sendsOut',
  changes: 'changesState',
  executes: 'executesCode',
};

/** `effects` are words of `effectOf`, `by` says who publishes it: the maker, somebody else, or (for no service) neither. */
const server = (
  ids: string,
  effects: string,
  by: 'maker' | 'other' | 'none',
  documentation: string,
): WellKnownServer => ({
  ids: ids.split(' '),
  effects: effects.split(' ').flatMap((word) => effectOf[word] ?? []),
  ...(by === 'none' ? {} : { official: by === 'maker' }),
  documentation,
});

const reference = 'https://github.com/modelcontextprotocol/servers/tree/main/src';
const archived = 'https://github.com/modelcontextprotocol/servers-archived/tree/main/src';

export const wellKnownServers: readonly WellKnownServer[] = [
  // The reference servers, kept and archived
  server(
    'npm:@modelcontextprotocol/server-filesystem mcp/filesystem',
    'private changes',
    'none',
    `${reference}/filesystem`,
  ),
  server('pypi:mcp-server-fetch mcp/fetch', 'untrusted out', 'none', `${reference}/fetch`),
  server('pypi:mcp-server-git mcp/git', 'private changes', 'none', `${reference}/git`),
  server('npm:@modelcontextprotocol/server-memory mcp/memory', 'private changes', 'none', `${reference}/memory`),
  server(
    'npm:@modelcontextprotocol/server-sequential-thinking mcp/sequentialthinking',
    '',
    'none',
    `${reference}/sequentialthinking`,
  ),
  server('pypi:mcp-server-time mcp/time', '', 'none', `${reference}/time`),
  // It shows the environment of its process, and fetches an address to compress it.
  server(
    'npm:@modelcontextprotocol/server-everything mcp/everything',
    'private untrusted out',
    'none',
    `${reference}/everything`,
  ),
  server('npm:@modelcontextprotocol/server-github', 'private untrusted out changes', 'other', `${archived}/github`),
  server(
    'npm:@modelcontextprotocol/server-gitlab mcp/gitlab',
    'private untrusted out changes',
    'other',
    `${archived}/gitlab`,
  ),
  server(
    'npm:@modelcontextprotocol/server-slack mcp/slack',
    'private untrusted out changes',
    'other',
    `${archived}/slack`,
  ),
  server('npm:@modelcontextprotocol/server-postgres mcp/postgres', 'private', 'other', `${archived}/postgres`),
  server('pypi:mcp-server-sqlite mcp/sqlite', 'private changes', 'other', `${archived}/sqlite`),
  server('npm:@modelcontextprotocol/server-redis mcp/redis', 'private changes', 'other', `${archived}/redis`),
  server(
    'npm:@modelcontextprotocol/server-puppeteer mcp/puppeteer',
    'untrusted out changes executes',
    'other',
    `${archived}/puppeteer`,
  ),
  server('npm:@modelcontextprotocol/server-brave-search', 'untrusted out', 'other', `${archived}/brave-search`),
  server(
    'npm:@modelcontextprotocol/server-google-maps mcp/google-maps',
    'untrusted out',
    'other',
    `${archived}/google-maps`,
  ),
  server('npm:@modelcontextprotocol/server-gdrive mcp/gdrive', 'private untrusted', 'other', `${archived}/gdrive`),
  server(
    'npm:@modelcontextprotocol/server-aws-kb-retrieval',
    'private',
    'other',
    `${archived}/aws-kb-retrieval-server`,
  ),
  server('pypi:mcp-server-sentry mcp/sentry', 'private untrusted', 'other', `${archived}/sentry`),
  // Code hosts and trackers
  server(
    'ghcr.io/github/github-mcp-server https://api.githubcopilot.com/mcp',
    'private untrusted out changes',
    'maker',
    'https://github.com/github/github-mcp-server',
  ),
  server(
    'npm:@zereight/mcp-gitlab',
    'private untrusted out changes',
    'other',
    'https://github.com/zereight/gitlab-mcp',
  ),
  server(
    'https://mcp.linear.app/mcp https://mcp.linear.app/sse',
    'private untrusted changes',
    'maker',
    'https://linear.app/docs/mcp',
  ),
  server(
    'npm:@sentry/mcp-server https://mcp.sentry.dev/mcp',
    'private untrusted changes',
    'maker',
    'https://docs.sentry.io/product/sentry-mcp/',
  ),
  server(
    'https://mcp.atlassian.com/v1/sse https://mcp.atlassian.com/v1/mcp',
    'private untrusted changes',
    'maker',
    'https://support.atlassian.com/rovo/docs/getting-started-with-the-atlassian-remote-mcp-server/',
  ),
  server(
    'pypi:mcp-atlassian ghcr.io/sooperset/mcp-atlassian',
    'private untrusted changes',
    'other',
    'https://github.com/sooperset/mcp-atlassian',
  ),
  // Documents, mail and people
  server(
    'npm:@notionhq/notion-mcp-server mcp/notion https://mcp.notion.com/mcp https://mcp.notion.com/sse',
    'private untrusted changes',
    'maker',
    'https://developers.notion.com/docs/mcp',
  ),
  server(
    'npm:@gongrzhe/server-gmail-autoauth-mcp',
    'private untrusted out changes',
    'other',
    'https://github.com/GongRzhe/Gmail-MCP-Server',
  ),
  server(
    'pypi:workspace-mcp',
    'private untrusted out changes',
    'other',
    'https://github.com/taylorwilsdon/google_workspace_mcp',
  ),
  server(
    'npm:slack-mcp-server',
    'private untrusted out changes',
    'other',
    'https://github.com/korotovsky/slack-mcp-server',
  ),
  server('npm:@hubspot/mcp-server', 'private untrusted changes', 'maker', 'https://developers.hubspot.com/mcp'),
  server('npm:airtable-mcp-server', 'private changes', 'other', 'https://github.com/domdomegg/airtable-mcp-server'),
  server('npm:figma-developer-mcp', 'private changes', 'other', 'https://github.com/GLips/Figma-Context-MCP'),
  server('pypi:mcp-obsidian', 'private changes', 'other', 'https://github.com/MarkusPfundstein/mcp-obsidian'),
  server('npm:@bitwarden/mcp-server', 'private changes', 'maker', 'https://github.com/bitwarden/mcp-server'),
  // Pages and search
  server(
    'npm:@playwright/mcp mcr.microsoft.com/playwright/mcp',
    'private untrusted out changes executes',
    'maker',
    'https://github.com/microsoft/playwright-mcp',
  ),
  server(
    'npm:@executeautomation/playwright-mcp-server',
    'untrusted out changes executes',
    'other',
    'https://github.com/executeautomation/mcp-playwright',
  ),
  server(
    'npm:chrome-devtools-mcp',
    'private untrusted out changes executes',
    'maker',
    'https://github.com/ChromeDevTools/chrome-devtools-mcp',
  ),
  server(
    'npm:@browserbasehq/mcp npm:@browserbasehq/mcp-server-browserbase',
    'untrusted out changes',
    'maker',
    'https://github.com/browserbase/mcp-server-browserbase',
  ),
  server(
    'npm:@brave/brave-search-mcp-server mcp/brave-search',
    'untrusted out',
    'maker',
    'https://github.com/brave/brave-search-mcp-server',
  ),
  server('npm:firecrawl-mcp', 'untrusted out', 'maker', 'https://github.com/firecrawl/firecrawl-mcp-server'),
  server(
    'npm:tavily-mcp https://mcp.tavily.com/mcp',
    'untrusted out',
    'maker',
    'https://github.com/tavily-ai/tavily-mcp',
  ),
  server(
    'npm:exa-mcp-server https://mcp.exa.ai/mcp',
    'untrusted out',
    'maker',
    'https://github.com/exa-labs/exa-mcp-server',
  ),
  server(
    'npm:@perplexity-ai/mcp-server npm:server-perplexity-ask',
    'untrusted out',
    'maker',
    'https://github.com/perplexityai/modelcontextprotocol',
  ),
  server(
    'pypi:duckduckgo-mcp-server mcp/duckduckgo',
    'untrusted out',
    'other',
    'https://github.com/nickclyde/duckduckgo-mcp-server',
  ),
  server(
    'npm:@apify/actors-mcp-server https://mcp.apify.com',
    'untrusted out changes executes',
    'maker',
    'https://docs.apify.com/platform/integrations/mcp',
  ),
  server(
    'npm:@upstash/context7-mcp https://mcp.context7.com/mcp',
    'untrusted out',
    'maker',
    'https://github.com/upstash/context7',
  ),
  server(
    'https://mcp.deepwiki.com/mcp https://mcp.deepwiki.com/sse',
    'untrusted out',
    'maker',
    'https://docs.devin.ai/work-with-devin/deepwiki-mcp',
  ),
  // Databases; rows may be written by an application’s users
  server(
    'npm:@supabase/mcp-server-supabase https://mcp.supabase.com/mcp',
    'private untrusted changes executes',
    'maker',
    'https://supabase.com/docs/guides/getting-started/mcp',
  ),
  server(
    'pypi:postgres-mcp crystaldba/postgres-mcp',
    'private changes',
    'other',
    'https://github.com/crystaldba/postgres-mcp',
  ),
  server(
    'npm:mongodb-mcp-server mongodb/mongodb-mcp-server',
    'private changes',
    'maker',
    'https://www.mongodb.com/docs/mcp-server/',
  ),
  server('pypi:redis-mcp-server', 'private changes', 'maker', 'https://github.com/redis/mcp-redis'),
  server('pypi:mcp-clickhouse', 'private', 'maker', 'https://github.com/ClickHouse/mcp-clickhouse'),
  server('pypi:mcp-server-qdrant', 'private changes', 'maker', 'https://github.com/qdrant/mcp-server-qdrant'),
  server('pypi:chroma-mcp', 'private changes', 'maker', 'https://github.com/chroma-core/chroma-mcp'),
  server(
    'npm:@pinecone-database/mcp',
    'private changes',
    'maker',
    'https://docs.pinecone.io/guides/operations/mcp-server',
  ),
  server(
    'npm:@elastic/mcp-server-elasticsearch',
    'private',
    'maker',
    'https://github.com/elastic/mcp-server-elasticsearch',
  ),
  // Clouds, clusters and payments
  server(
    'pypi:awslabs-aws-api-mcp-server',
    'private changes executes',
    'maker',
    'https://awslabs.github.io/mcp/servers/aws-api-mcp-server/',
  ),
  server(
    'pypi:awslabs-aws-documentation-mcp-server',
    'out',
    'maker',
    'https://awslabs.github.io/mcp/servers/aws-documentation-mcp-server/',
  ),
  server('npm:@azure/mcp', 'private changes', 'maker', 'https://learn.microsoft.com/azure/developer/azure-mcp-server/'),
  server(
    'npm:@cloudflare/mcp-server-cloudflare',
    'private changes executes',
    'maker',
    'https://github.com/cloudflare/mcp-server-cloudflare',
  ),
  server('npm:@heroku/mcp-server', 'private changes executes', 'maker', 'https://github.com/heroku/heroku-mcp-server'),
  server(
    'npm:mcp-server-kubernetes',
    'private changes executes',
    'other',
    'https://github.com/Flux159/mcp-server-kubernetes',
  ),
  server(
    'npm:kubernetes-mcp-server pypi:kubernetes-mcp-server',
    'private changes executes',
    'other',
    'https://github.com/containers/kubernetes-mcp-server',
  ),
  server(
    'pypi:mcp-server-docker',
    'private changes executes',
    'other',
    'https://github.com/ckreiling/mcp-server-docker',
  ),
  server('npm:@stripe/mcp https://mcp.stripe.com', 'private out changes', 'maker', 'https://docs.stripe.com/mcp'),
  server('npm:@twilio-alpha/mcp', 'private out changes', 'maker', 'https://github.com/twilio-labs/mcp'),
  // Machines and code
  server(
    'npm:@wonderwhy-er/desktop-commander',
    'private untrusted out changes executes',
    'none',
    'https://github.com/wonderwhy-er/DesktopCommanderMCP',
  ),
  server('pypi:mcp-shell-server', 'private out changes executes', 'none', 'https://github.com/tumf/mcp-shell-server'),
  server(
    'npm:mcp-server-commands',
    'private out changes executes',
    'none',
    'https://github.com/g0t4/mcp-server-commands',
  ),
  server('npm:@e2b/mcp-server pypi:e2b-mcp-server', 'out executes', 'maker', 'https://github.com/e2b-dev/mcp-server'),
];
