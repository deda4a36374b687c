/** Tools that frameworks ship, with what each of them can do. */
import type { Pick } from '../../../kit/define-library.ts';

export interface ReadyTool {
  readonly of: string | readonly string[];
  readonly name?: string;
  readonly does: readonly (
    | 'readsPrivateData'
    | 'takesUntrustedContent'
    | 'sendsOut'
    | 'changesState'
    | 'executesCode'
  )[];
  readonly onlyIf?: Pick;
  readonly unless?: Pick;
  /** Whether what it runs has the rights of the program itself. */
  readonly sandboxOff?: Pick;
}

const community = 'langchain{.tools,_community.tools}';
const kits = 'langchain_community.agent_toolkits';
const fileKit = `${kits}{,.file_management.toolkit}.FileManagementToolkit`;
/** Gives something where one of these is among the tools that were asked of the kit; without a list it has them all. */
const fileTools = (names: string): Pick => ({
  named: ['selected_tools'],
  path: ['*'],
  matching: new RegExp(`^(?:${names})$`),
});

/** https://python.langchain.com/docs/integrations/tools/ */
export const langchainTools: readonly ReadyTool[] = [
  {
    of: [
      `${community}.{DuckDuckGoSearchRun,DuckDuckGoSearchResults,TavilySearchResults,WikipediaQueryRun,ArxivQueryRun,BraveSearch,BingSearchRun,GoogleSearchRun,GoogleSerperRun,SearxSearchRun,PubmedQueryRun,YouTubeSearchTool,StackExchangeTool,RedditSearchRun,HumanInputRun}`,
      'langchain_community.tools.{ddg_search.DuckDuckGoSearchRun,ddg_search.tool.DuckDuckGoSearchRun,tavily_search.TavilySearchResults,tavily_search.tool.TavilySearchResults,wikipedia.tool.WikipediaQueryRun,arxiv.tool.ArxivQueryRun,google_serper.GoogleSerperRun,pubmed.tool.PubmedQueryRun}',
      'langchain_tavily{,.tavily_search}.{TavilySearch,TavilyExtract,TavilyCrawl}',
      'langchain_google_community.{GoogleSearchRun,GoogleSearchResults}',
    ],
    does: ['takesUntrustedContent'],
  },
  // They fetch an address that the model chooses: what the address holds leaves with the request.
  {
    of: [
      `${community}.{RequestsGetTool,requests.tool.RequestsGetTool}`,
      `${community}.playwright.{NavigateTool,ExtractTextTool,ClickTool}`,
    ],
    does: ['takesUntrustedContent', 'sendsOut'],
  },
  {
    of: `${community}.{RequestsPostTool,RequestsPutTool,RequestsPatchTool,RequestsDeleteTool,requests.tool.RequestsPostTool,requests.tool.RequestsPutTool,requests.tool.RequestsDeleteTool}`,
    does: ['takesUntrustedContent', 'sendsOut', 'changesState'],
  },
  {
    of: [
      `${community}.{ShellTool,shell.ShellTool,shell.tool.ShellTool}`,
      'langchain_experimental.{tools,tools.python.tool}.{PythonREPLTool,PythonAstREPLTool}',
      'langchain_experimental.llm_bash.bash.BashProcess',
    ],
    // What can run any command can read, send and change whatever its process can.
    does: ['executesCode', 'changesState', 'readsPrivateData', 'sendsOut'],
    sandboxOff: { value: true },
  },
  {
    of: `${community}.{ReadFileTool,ListDirectoryTool,FileSearchTool,file_management.ReadFileTool,file_management.ListDirectoryTool}`,
    does: ['readsPrivateData'],
  },
  {
    of: `${community}.{WriteFileTool,DeleteFileTool,CopyFileTool,MoveFileTool,file_management.WriteFileTool,file_management.DeleteFileTool}`,
    does: ['changesState'],
  },
  {
    of: [
      `${kits}{,.sql.toolkit}.SQLDatabaseToolkit`,
      `${community}.sql_database.tool.QuerySQLDatabaseTool`,
      `${community}.{QuerySQLDataBaseTool,QuerySQLDatabaseTool}`,
    ],
    does: ['readsPrivateData', 'changesState'],
  },
  {
    of: [
      `${kits}{,.gmail.toolkit}.GmailToolkit`,
      'langchain_google_community{,.gmail.toolkit}.GmailToolkit',
      `${kits}.O365Toolkit`,
    ],
    does: ['readsPrivateData', 'takesUntrustedContent', 'sendsOut', 'changesState'],
  },
  { of: `${community}.gmail.send_message.GmailSendMessage`, does: ['sendsOut'] },
  {
    of: `${community}.gmail{,.get_thread,.search,.get_message}.{GmailGetThread,GmailSearch,GmailGetMessage}`,
    does: ['readsPrivateData', 'takesUntrustedContent'],
  },
  // A draft waits for a person, and can be thrown away.
  { of: `${community}.gmail{,.create_draft}.GmailCreateDraft`, does: [] },
  { of: [`${kits}.SlackToolkit`], does: ['readsPrivateData', 'takesUntrustedContent', 'sendsOut'] },
  {
    of: [`${kits}{,.github.toolkit}.GitHubToolkit`, `${kits}{,.jira.toolkit}.JiraToolkit`],
    does: ['readsPrivateData', 'takesUntrustedContent', 'sendsOut', 'changesState'],
  },
  {
    of: [`${kits}{,.openapi.toolkit}.RequestsToolkit`, `${kits}{,.playwright.toolkit}.PlayWrightBrowserToolkit`],
    does: ['takesUntrustedContent', 'sendsOut', 'changesState'],
  },
  {
    of: fileKit,
    unless: fileTools('read_file|list_directory|file_search'),
    does: ['readsPrivateData', 'changesState'],
  },
  {
    of: fileKit,
    onlyIf: fileTools('write_file|copy_file|move_file|file_delete'),
    does: ['readsPrivateData', 'changesState'],
  },
  {
    of: fileKit,
    onlyIf: fileTools('read_file|list_directory|file_search'),
    unless: fileTools('write_file|copy_file|move_file|file_delete'),
    does: ['readsPrivateData'],
  },
];

/** https://docs.crewai.com/en/tools/overview */
export const crewTools: readonly ReadyTool[] = [
  {
    of: 'crewai_tools.{SerperDevTool,EXASearchTool,BraveSearchTool,TavilySearchTool,TavilyExtractorTool,GithubSearchTool,YoutubeVideoSearchTool,YoutubeChannelSearchTool,ArxivPaperTool,SerpApiGoogleSearchTool,LinkupSearchTool}',
    does: ['takesUntrustedContent'],
  },
  {
    of: 'crewai_tools.{ScrapeWebsiteTool,ScrapeElementFromWebsiteTool,WebsiteSearchTool,FirecrawlScrapeWebsiteTool,FirecrawlCrawlWebsiteTool,SeleniumScrapingTool,SpiderTool,BrowserbaseLoadTool,StagehandTool,HyperbrowserLoadTool}',
    does: ['takesUntrustedContent', 'sendsOut'],
  },
  {
    of: 'crewai_tools.{FileReadTool,DirectoryReadTool,DirectorySearchTool,PDFSearchTool,CSVSearchTool,JSONSearchTool,TXTSearchTool,DOCXSearchTool,MDXSearchTool,XMLSearchTool,RagTool,CodeDocsSearchTool,PGSearchTool,MySQLSearchTool,QdrantVectorSearchTool,WeaviateVectorSearchTool,MongoDBVectorSearchTool,S3ReaderTool}',
    does: ['readsPrivateData'],
  },
  { of: 'crewai_tools.{FileWriterTool,FileWriteTool,S3WriterTool}', does: ['changesState'] },
  {
    of: 'crewai_tools.{NL2SQLTool,SnowflakeSearchTool,DatabricksQueryTool}',
    does: ['readsPrivateData', 'changesState'],
  },
  {
    of: 'crewai_tools.CodeInterpreterTool',
    does: ['executesCode', 'changesState', 'sendsOut'],
    // https://docs.crewai.com/en/tools/ai-ml/codeinterpretertool: a container, unless it is told otherwise
    sandboxOff: { named: ['unsafe_mode'], fallback: false },
  },
];

/** Search and scraping services, called by the project itself. */
export const services: readonly string[] = [
  'tavily.{TavilyClient,AsyncTavilyClient}().{search,extract,crawl,get_search_context,qna_search}',
  '{duckduckgo_search,ddgs}.DDGS().{text,news,images,chat}',
  'exa_py.Exa().{search,search_and_contents,get_contents,find_similar}',
  'serpapi.GoogleSearch().get_dict',
  'sec_api.{QueryApi,FullTextSearchApi,ExtractorApi,RenderApi}().{get_filings,get_section,get_filing}',
  'firecrawl.{FirecrawlApp,Firecrawl}().{scrape_url,crawl_url,scrape,crawl,search}',
];
