/** Reads what vector stores keep on disk: Chroma and Qdrant databases, storage of LlamaIndex, FAISS with its texts, LanceDB; what of persons stands in the chunks. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FileInput,
  type Gap,
} from '../../../kit/define-extractor.ts';
import { sensitiveFacts } from '../../../kit/observe-data.ts';
import { project } from '../../../kit/observe-packages.ts';
import { describeSigns, screenTexts } from '../../../read/crafted-records.ts';
import { parseJson } from '../../../read/data-records.ts';
import { PersonalTally } from '../../../read/personal-tally.ts';
import { readPickleTexts } from '../../../read/pickle-texts.ts';
import { findSecrets } from '../../../read/secret-search.ts';
import { baseNameOf, folderOf } from '../../../read/source-path.ts';
import { readSqliteTexts } from '../../../read/sqlite-texts.ts';

/** Chunks as they stand in the store, and whether there are more. */
interface Chunks {
  readonly service: string;
  /** Folder of the store. */
  readonly folder: string;
  readonly texts: readonly string[];
  readonly isCut: boolean;
}

const mostTexts = 20_000;
const mostCharacters = 4_000_000;

/** Every text below `text`, `page_content` or `document` keys, up to a bound. */
const textsIn = (json: unknown): { readonly texts: readonly string[]; readonly isCut: boolean } => {
  const texts: string[] = [];
  let characters = 0;
  const open: unknown[] = [json];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (texts.length >= mostTexts || characters >= mostCharacters) return { texts, isCut: true };
    if (Array.isArray(value)) open.push(...value.slice(0, 100_000));
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) {
        if (typeof each === 'string' && /^(?:text|page_content|document|content)$/.test(key) && each.length >= 8) {
          texts.push(each);
          characters += each.length;
        } else if (typeof each === 'object') open.push(each);
      }
  }
  return { texts, isCut: false };
};

const readChunks = (input: FileInput): Chunks | undefined => {
  const { path, bytes, size } = input;
  const name = baseNameOf(path);
  const folder = folderOf(path);
  const isHead = bytes.length < size;
  if (/\.lance$|\.manifest$/.test(name)) {
    // `store/table.lance/data/….lance`: the folder above the table is the store.
    const table = /^(.*?)\/?[^/]+\.lance\/(?:data|_versions)\//.exec(path);
    return table ? { service: 'lancedb', folder: table[1]!, texts: [], isCut: true } : undefined;
  }
  if (/\.sqlite3?$/.test(name)) {
    const found = readSqliteTexts(bytes);
    if (found === undefined) return undefined;
    const { tables, texts, isCut } = found;
    if (tables.some((table) => /^(?:embeddings|embedding_metadata|collections)$/.test(table)))
      return { service: 'chroma', folder, texts, isCut: isCut || isHead };
    const collection = /^(.*?)\/?collection\/[^/]+\/storage\.sqlite$/.exec(path);
    return collection ? { service: 'qdrant', folder: collection[1]!, texts, isCut: true } : undefined;
  }
  if (name === 'index.pkl') {
    const texts = readPickleTexts(bytes);
    const isFaiss = /InMemoryDocstore/.test(new TextDecoder('latin1').decode(bytes.subarray(0, 400)));
    return isFaiss ? { service: 'faiss', folder, texts, isCut: isHead } : undefined;
  }
  if (isHead) return { service: 'llama-index', folder, texts: [], isCut: true };
  const json = parseJson(input.text());
  const isOurs =
    typeof json === 'object' &&
    json !== null &&
    Object.keys(json).some((key) => /^docstore\/|^embedding_dict$/.test(key));
  return isOurs ? { service: 'llama-index', folder, ...textsIn(json) } : undefined;
};

/** Texts that databases keep beside the chunks: their own schema, names and settings. */
const isOwn = (text: string): boolean => /^(?:CREATE |\{"(?:hnsw|_type|type)|[\w:-]+$)/.test(text);

const observe = (input: FileInput, { service, folder, texts, isCut }: Chunks): Extraction => {
  const chunks = texts.filter((text) => !isOwn(text));
  const tally = new PersonalTally();
  for (const text of chunks) tally.add([['', text]], 1);
  const found = findSecrets(new TextEncoder().encode(chunks.join('\n\n'))).filter(({ inContext }) => !inContext);
  const credentials = found.map(() => ({ line: 1 }));
  const sample = { read: chunks.length, of: chunks.length, unit: 'chunks', isSample: isCut };
  // A store of which nothing could be read is not known to be clean.
  const facts = chunks.length === 0 ? {} : sensitiveFacts(tally.result(), sample, credentials);
  const place = folder === '' ? '.' : folder;
  const store: AssetObservation = {
    key: 'store',
    kind: 'vector-store',
    name: baseNameOf(folder) || service,
    identifiers: [{ scheme: 'place', value: folder }],
    facts: { service: { value: service, how: 'observed' }, path: { value: place } },
    line: 1,
    how: 'observed',
  };
  const text: AssetObservation = {
    key: 'chunks',
    kind: 'dataset',
    name: `chunks of ${baseNameOf(folder) || service}`,
    identifiers: [{ scheme: 'symbol', value: `${input.path}#chunks` }],
    facts: {
      path: { value: input.path },
      format: { value: service, how: 'observed' },
      source: { value: 'local-file', how: 'observed' },
      usedFor: { value: ['grounding'], how: 'observed' },
      craftedRecords: {
        value: describeSigns(screenTexts(input.path, chunks), chunks.length, 'chunks'),
        line: 1,
        how: 'observed',
        confidence: 0.7,
      },
      ...facts,
    },
    line: 1,
    how: 'observed',
  };
  const gaps: readonly Gap[] =
    isCut && chunks.length > 0
      ? [{ what: input.path, scope: 'file', why: `of this vector store only ${chunks.length} chunks were looked at` }]
      : [];
  return {
    ...emptyExtraction,
    assets: chunks.length === 0 ? [store] : [store, text],
    relations: [
      { relation: 'contains', from: project, to: { local: 'store' }, line: 1 },
      ...(chunks.length === 0
        ? []
        : [{ relation: 'grounded-on', from: { local: 'store' }, to: { local: 'chunks' }, line: 1 } as const]),
    ],
    gaps,
  };
};

export default defineExtractor({
  id: 'vector-store-files',
  title: 'Vector store on disk',
  claims: {
    names: ['chroma.sqlite3', 'docstore.json', 'default__vector_store.json', 'index.pkl'],
    paths: [/(^|\/)collection\/[^/]+\/storage\.sqlite$/, /\.lance\/(?:data\/[^/]+\.lance|_versions\/[^/]+\.manifest)$/],
  },
  limit: 64_000_000,
  head: 8_000_000,
  extract(input) {
    const chunks = readChunks(input);
    if (chunks !== undefined) return observe(input, chunks);
    // Only these names promise a store; the others are many things.
    const isPromised = /(?:^|\/)(?:chroma\.sqlite3|docstore\.json)$/.test(input.path);
    const why = 'it has the name of a vector store and could not be read as one';
    return isPromised ? { ...emptyExtraction, gaps: [{ what: input.path, scope: 'file', why }] } : emptyExtraction;
  },
});
