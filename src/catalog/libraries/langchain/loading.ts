/** Where documents of LangChain’s Python packages come from, how they are cut, and where they end: in which store, for whom. */
import type { Meaning, Pick } from '../../../kit/define-library.ts';

const loaders = 'langchain{.document_loaders,_community.document_loaders,_unstructured}{,.*}';
const splitters =
  'langchain{.text_splitter,_text_splitters}.{*(),*.from_tiktoken_encoder(),*.from_huggingface_tokenizer(),*.from_language()}';
const documentation = 'https://python.langchain.com/docs/integrations/document_loaders/';
const reads: NonNullable<Meaning['links']> = [{ relation: 'reads', from: 'enclosing', to: 'self' }];

const files = [
  'PyPDFLoader',
  'PyPDFDirectoryLoader',
  'PyMuPDFLoader',
  'PDFPlumberLoader',
  'PDFMinerLoader',
  'UnstructuredPDFLoader',
  'DirectoryLoader',
  'TextLoader',
  'CSVLoader',
  'JSONLoader',
  'UnstructuredFileLoader',
  'UnstructuredMarkdownLoader',
  'UnstructuredHTMLLoader',
  'UnstructuredExcelLoader',
  'UnstructuredWordDocumentLoader',
  'UnstructuredLoader',
  'BSHTMLLoader',
  'Docx2txtLoader',
  'NotebookLoader',
];
const pages = [
  'WebBaseLoader',
  'UnstructuredURLLoader',
  'RecursiveUrlLoader',
  'SeleniumURLLoader',
  'PlaywrightURLLoader',
  'AsyncHtmlLoader',
  'AsyncChromiumLoader',
  'SitemapLoader',
  'WikipediaLoader',
  'ArxivLoader',
  'YoutubeLoader',
  'RSSFeedLoader',
  'HNLoader',
  'RedditPostsLoader',
  'GitHubIssuesLoader',
];
const services = [
  'ConfluenceLoader',
  'NotionDBLoader',
  'GoogleDriveLoader',
  'SharePointLoader',
  'SlackDirectoryLoader',
  'OutlookMessageLoader',
];
const bucket = (classes: string, prefix: string): Meaning => ({
  of: `${loaders}.{${classes}}`,
  asset: { kind: 'bucket', identifier: { scheme: 'bucket-name', value: { named: ['bucket'], at: 0, prefix } } },
  effects: ['reads-private-data'],
  links: reads,
  reference: 'https://python.langchain.com/docs/integrations/document_loaders/aws_s3_file/',
});
const address: Pick = { named: ['web_path', 'web_paths', 'urls', 'url', 'web_url'], at: 0, matching: /^https?:.*$/s };

export const loading: readonly Meaning[] = [
  {
    of: `${loaders}.{${files.join(',')}}`,
    asset: {
      kind: 'dataset',
      identifier: { scheme: 'place', value: { named: ['file_path', 'path', 'folder_path'], at: 0 } },
      facts: { source: { value: 'local-file' } },
    },
    effects: ['reads-private-data'],
    links: reads,
    reference: documentation,
  },
  {
    of: `${loaders}.{${pages.join(',')}}`,
    asset: {
      kind: 'dataset',
      identifier: { scheme: 'display-name', value: address },
      facts: { source: { value: 'url' }, userWritable: { value: true } },
    },
    effects: ['takes-untrusted-content'],
    yields: 'untrusted-input',
    links: reads,
    reference: 'https://python.langchain.com/docs/integrations/document_loaders/#webpages',
  },
  {
    of: `${loaders}.{${services.join(',')}}`,
    asset: { kind: 'dataset', facts: { source: { value: 'url' } } },
    effects: ['reads-private-data'],
    links: reads,
    reference: documentation,
  },
  bucket('S3FileLoader,S3DirectoryLoader', 's3://'),
  bucket('GCSFileLoader,GCSDirectoryLoader', 'gs://'),
  {
    // What is cut comes from where the whole came from.
    of: `${splitters}.{split_documents,transform_documents,atransform_documents,create_documents,split_text}`,
    returns: { named: ['documents', 'texts', 'text'], at: 0 },
    reference: 'https://python.langchain.com/docs/concepts/text_splitters/',
  },
];

/** How documents get into stores, and who answers from them; `stores` are the paths of the classes and of their objects. */
export const storing = (stores: readonly string[], objects: readonly string[]): readonly Meaning[] => [
  {
    of: stores.map((store) => `${store}.{from_documents,from_texts,afrom_documents,afrom_texts}`),
    links: [
      {
        relation: 'grounded-on',
        from: { made: 'vector-store' },
        to: { pick: { named: ['documents', 'texts', 'docs'], at: 0 } },
      },
    ],
    reference: 'https://python.langchain.com/docs/concepts/vectorstores/',
  },
  {
    of: objects.map((store) => `${store}.{add_documents,add_texts,aadd_documents}`),
    links: [
      { relation: 'grounded-on', from: 'receiver', to: { pick: { named: ['documents', 'texts', 'docs'], at: 0 } } },
    ],
  },
  {
    of: objects.map(
      (store) =>
        `${store}.{as_retriever,similarity_search,similarity_search_with_score,asimilarity_search,max_marginal_relevance_search}`,
    ),
    links: [{ relation: 'grounded-on', from: 'enclosing', to: 'receiver' }],
    reference: 'https://python.langchain.com/docs/concepts/retrievers/',
  },
];
