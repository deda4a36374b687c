/** Ready-made tools of agent frameworks and the search services behind them: what each can do is known from its description. */
import { defineLibrary, type Meaning } from '../../../kit/define-library.ts';
import { crewTools, langchainTools, type ReadyTool, services } from './ready-tools.ts';

const effects = ['readsPrivateData', 'takesUntrustedContent', 'sendsOut', 'changesState', 'executesCode'] as const;

/** A ready-made tool has the effects that are listed, and no other. */
const ready = (
  framework: string,
  { of, name, does, sandboxOff, onlyIf, unless }: ReadyTool,
  reference: string,
): Meaning => ({
  of,
  ...(onlyIf ? { onlyIf } : {}),
  ...(unless ? { unless } : {}),
  asset: {
    kind: 'tool',
    ...(name ? { name: { value: name } } : {}),
    facts: {
      framework: { value: framework },
      description: { named: ['description'] },
      effectsKnown: { value: true },
      ...Object.fromEntries(effects.map((effect) => [effect, { value: does.includes(effect) }])),
      ...(sandboxOff === undefined ? {} : { sandboxOff }),
    },
  },
  reference,
});
const effectOf = {
  readsPrivateData: 'reads-private-data',
  takesUntrustedContent: 'takes-untrusted-content',
  sendsOut: 'sends-out',
  changesState: 'changes-state',
  executesCode: 'executes-code',
} as const;
/** Called by the code of another tool, a ready-made tool does there what it does. */
const called = ({ of, does }: ReadyTool, reference: string): Meaning => ({
  of: (typeof of === 'string' ? [of] : of).map((path) => `${path}(){,.run,.arun,.invoke,.ainvoke,._run}`),
  effects: does.map((each) => effectOf[each]),
  ...(does.includes('takesUntrustedContent') ? { yields: 'untrusted-input' as const } : {}),
  reference,
});
const partitions =
  'unstructured.partition.*.{partition,partition_html,partition_pdf,partition_docx,partition_text,partition_md,partition_email,partition_pptx,partition_xlsx,partition_csv}';
const calls: readonly Meaning[] = [
  {
    of: services,
    effects: ['takes-untrusted-content'],
    yields: 'untrusted-input',
    reference: 'https://docs.tavily.com',
  },
  // Given a text, it only takes it apart.
  {
    of: partitions,
    onlyIf: { named: ['filename', 'file'], at: 0 },
    effects: ['reads-private-data'],
    reference: 'https://docs.unstructured.io/open-source/core-functionality/partitioning',
  },
  {
    of: partitions,
    onlyIf: { named: ['url'] },
    effects: ['takes-untrusted-content', 'sends-out'],
    reference: 'https://docs.unstructured.io/open-source/core-functionality/partitioning',
  },
];

export default defineLibrary({
  id: 'web-search-tools',
  title: 'Ready-made tools and search services',
  homepage: 'https://python.langchain.com/docs/integrations/tools/',
  python: {
    packages: [
      'langchain-community',
      'langchain-experimental',
      'langchain-tavily',
      'langchain-google-community',
      'crewai-tools',
      'tavily-python',
      'duckduckgo-search',
      'ddgs',
      'exa-py',
      'google-search-results',
      'firecrawl-py',
      'sec-api',
      'unstructured',
      'wikipedia',
    ],
    modules: [
      'langchain_community',
      'langchain_experimental',
      'langchain_tavily',
      'langchain_google_community',
      'langchain',
      'crewai_tools',
      'tavily',
      'duckduckgo_search',
      'ddgs',
      'exa_py',
      'serpapi',
      'firecrawl',
      'sec_api',
      'unstructured',
    ],
    meanings: [
      ...langchainTools.map((tool) =>
        ready('langchain', tool, 'https://python.langchain.com/docs/integrations/tools/'),
      ),
      ...crewTools.map((tool) => ready('crewai', tool, 'https://docs.crewai.com/en/tools/overview')),
      ...langchainTools.map((tool) => called(tool, 'https://python.langchain.com/docs/concepts/tools/')),
      ...crewTools.map((tool) => called(tool, 'https://docs.crewai.com/en/tools/overview')),
      // A toolkit’s tools are as good as one: they come together and act on the same thing.
      {
        of: 'langchain_community.agent_toolkits{,.sql.toolkit,.gmail.toolkit,.openapi.toolkit,.file_management.toolkit}.{SQLDatabaseToolkit,GmailToolkit,RequestsToolkit,FileManagementToolkit,SlackToolkit,GitHubToolkit,JiraToolkit,PlayWrightBrowserToolkit,O365Toolkit}().get_tools',
        returns: 'receiver',
      },
      ...calls,
    ],
  },
  javascript: {
    packages: ['@langchain/community', '@langchain/tavily', '@tavily/core', 'exa-js', '@mendable/firecrawl-js'],
    modules: [
      '@langchain/community',
      'langchain',
      '@langchain/classic',
      '@langchain/tavily',
      '@tavily/core',
      'exa-js',
      '@mendable/firecrawl-js',
    ],
    meanings: [
      ready(
        'langchain',
        {
          of: [
            '@langchain/community/tools/{tavily_search.TavilySearchResults,duckduckgo_search.DuckDuckGoSearch,wikipedia_query_run.WikipediaQueryRun,serpapi.SerpAPI,searxng_search.SearxngSearch,google_custom_search.GoogleCustomSearch}',
            '@langchain/tavily.{TavilySearch,TavilyExtract,TavilyCrawl}',
          ],
          does: ['takesUntrustedContent'],
        },
        'https://docs.langchain.com/oss/javascript/integrations/tools',
      ),
      ready(
        'langchain',
        {
          of: ['@langchain/classic/tools/webbrowser.WebBrowser', 'langchain/tools/webbrowser.WebBrowser'],
          does: ['takesUntrustedContent', 'sendsOut'],
        },
        'https://docs.langchain.com/oss/javascript/integrations/tools/webbrowser',
      ),
      {
        of: [
          '@tavily/core.tavily().{search,extract,crawl}',
          'exa-js.default().{search,searchAndContents,getContents}',
          '@mendable/firecrawl-js.default().{scrapeUrl,crawlUrl,scrape,crawl,search}',
        ],
        effects: ['takes-untrusted-content'],
        yields: 'untrusted-input',
        reference: 'https://docs.tavily.com',
      },
    ],
  },
});
