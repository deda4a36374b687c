/** Where documents of LangChain’s JavaScript packages come from, how they are cut, and in which store they end. */
import type { Meaning } from '../../../kit/define-library.ts';

const loaders = '{@langchain/community,@langchain/classic,langchain}/document_loaders';
const reads: NonNullable<Meaning['links']> = [{ relation: 'reads', from: 'enclosing', to: 'self' }];
const objects = '{(),.fromDocuments(),.fromTexts(),.fromExistingIndex(),.fromExistingCollection(),.load()}';

/** `stores` are the paths of the classes. */
export const loading = (stores: readonly string[]): readonly Meaning[] => [
  {
    of: [
      `${loaders}/fs/{pdf.PDFLoader,text.TextLoader,csv.CSVLoader,json.JSONLoader,docx.DocxLoader,directory.DirectoryLoader,pptx.PPTXLoader,unstructured.UnstructuredLoader,unstructured.UnstructuredDirectoryLoader}`,
    ],
    asset: {
      kind: 'dataset',
      identifier: { scheme: 'place', value: { at: 0 } },
      facts: { source: { value: 'local-file' } },
    },
    effects: ['reads-private-data'],
    links: reads,
    reference: 'https://docs.langchain.com/oss/javascript/integrations/document_loaders',
  },
  {
    of: `${loaders}/web/{cheerio.CheerioWebBaseLoader,playwright.PlaywrightWebBaseLoader,puppeteer.PuppeteerWebBaseLoader,recursive_url.RecursiveUrlLoader,sitemap.SitemapLoader}`,
    asset: {
      kind: 'dataset',
      identifier: { scheme: 'display-name', value: { at: 0, matching: /^https?:.*$/s } },
      facts: { source: { value: 'url' }, userWritable: { value: true } },
    },
    effects: ['takes-untrusted-content'],
    yields: 'untrusted-input',
    links: reads,
    reference: 'https://docs.langchain.com/oss/javascript/integrations/document_loaders/web_loaders/web_cheerio',
  },
  {
    of: `${loaders}/web/s3.S3Loader`,
    asset: { kind: 'bucket', identifier: { scheme: 'bucket-name', value: { named: ['bucket'], prefix: 's3://' } } },
    effects: ['reads-private-data'],
    links: reads,
    reference: 'https://docs.langchain.com/oss/javascript/integrations/document_loaders/web_loaders/s3',
  },
  {
    // What is cut comes from where the whole came from.
    of: '{@langchain/textsplitters,langchain/text_splitter}.*().{splitDocuments,transformDocuments,createDocuments}',
    returns: { at: 0 },
    reference: 'https://docs.langchain.com/oss/javascript/integrations/splitters',
  },
  {
    of: stores.map((store) => `${store}.{fromDocuments,fromTexts}`),
    links: [{ relation: 'grounded-on', from: { made: 'vector-store' }, to: { pick: { at: 0 } } }],
    reference: 'https://docs.langchain.com/oss/javascript/integrations/vectorstores',
  },
  {
    of: stores.map((store) => `${store}${objects}.addDocuments`),
    links: [
      { relation: 'writes', from: 'enclosing', to: 'receiver' },
      { relation: 'grounded-on', from: 'receiver', to: { pick: { at: 0 } } },
    ],
  },
  {
    of: stores.map((store) => `${store}${objects}.{similaritySearch,similaritySearchWithScore,asRetriever}`),
    effects: ['reads-private-data'],
    links: [{ relation: 'grounded-on', from: 'enclosing', to: 'receiver' }],
    reference: 'https://docs.langchain.com/oss/javascript/langchain/retrieval',
  },
];
