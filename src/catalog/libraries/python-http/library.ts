/** HTTP clients for Python: what they fetch was written by others, and what they post leaves. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const clients = [
  'requests{,.api,.Session(),.session(),.sessions.Session()}',
  'httpx{,.Client(),.AsyncClient()}',
  'aiohttp{,.ClientSession(),.client.ClientSession()}',
  'requests_html.{HTMLSession,AsyncHTMLSession}()',
  'cloudscraper.create_scraper()',
  'niquests{,.Session()}',
  'curl_cffi.requests{,.Session()}',
];
const on = (methods: string): readonly string[] => clients.map((client) => `${client}.{${methods}}`);
/** An address of which a fixed host is not the beginning: with one, only what is asked of that host can be chosen. */
const open = /^(?!https?:\/\/[^/]+\/).*$/s;
const url: Pick = { named: ['url'], at: 0, matching: open };
const second: Pick = { named: ['url'], at: 1, matching: open };
const reference = 'https://requests.readthedocs.io/en/latest/user/quickstart/';

const meanings: readonly Meaning[] = [
  {
    of: on('get,head,options'),
    effects: ['takes-untrusted-content'],
    yields: 'untrusted-input',
    sink: { kind: 'http', value: url },
    reference,
  },
  {
    of: on('post,put,patch'),
    effects: ['sends-out'],
    yields: 'untrusted-input',
    sink: { kind: 'http', value: url },
    reference,
  },
  { of: on('delete'), effects: ['changes-state'], sink: { kind: 'http', value: url }, reference },
  {
    // Which of these it is depends on the method; a method that is not known may be any.
    of: on('request,stream,ws_connect'),
    effects: ['takes-untrusted-content'],
    yields: 'untrusted-input',
    sink: { kind: 'http', value: second },
    reference,
  },
  {
    of: on('request,stream'),
    unless: { named: ['method'], at: 0, matching: /^(get|head|options)$/i },
    effects: ['sends-out'],
    reference,
  },
  {
    of: 'urllib3{,.PoolManager(),.ProxyManager()}.{request,urlopen}',
    effects: ['takes-untrusted-content'],
    yields: 'untrusted-input',
    sink: { kind: 'http', value: second },
    reference: 'https://urllib3.readthedocs.io/en/stable/user-guide.html',
  },
  {
    of: 'urllib3{,.PoolManager(),.ProxyManager()}.{request,urlopen}',
    unless: { named: ['method'], at: 0, matching: /^(get|head|options)$/i },
    effects: ['sends-out'],
  },
  {
    of: [
      'feedparser.parse',
      'trafilatura.fetch_url',
      'newspaper.Article().download',
      'wikipedia.{page,summary,search}',
      'youtube_transcript_api.YouTubeTranscriptApi.{get_transcript,fetch}',
    ],
    effects: ['takes-untrusted-content'],
    yields: 'untrusted-input',
    reference: 'https://feedparser.readthedocs.io',
  },
  {
    of: ['websockets{,.client}.connect', 'websocket.{WebSocket,WebSocketApp,create_connection}'],
    effects: ['takes-untrusted-content', 'sends-out'],
  },
];

/** What a caller showed is sent on to another service. */
const forwarded: Meaning = {
  of: on('get,post,put,patch,delete,head,request'),
  sink: { kind: 'credentials', value: { named: ['headers', 'auth'] } },
  reference: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/security_best_practices#token-passthrough',
};

export default defineLibrary({
  id: 'python-http',
  title: 'HTTP clients for Python',
  homepage: 'https://requests.readthedocs.io',
  python: {
    packages: [
      'requests',
      'httpx',
      'aiohttp',
      'urllib3',
      'niquests',
      'curl-cffi',
      'cloudscraper',
      'requests-html',
      'feedparser',
      'trafilatura',
      'newspaper3k',
      'wikipedia',
      'youtube-transcript-api',
      'websockets',
      'websocket-client',
    ],
    modules: [
      'requests',
      'httpx',
      'aiohttp',
      'urllib3',
      'niquests',
      'curl_cffi',
      'cloudscraper',
      'requests_html',
      'feedparser',
      'trafilatura',
      'newspaper',
      'wikipedia',
      'youtube_transcript_api',
      'websockets',
      'websocket',
    ],
    meanings: [...meanings, forwarded],
  },
});
