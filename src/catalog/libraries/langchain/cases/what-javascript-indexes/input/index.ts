import { S3Loader } from '@langchain/community/document_loaders/web/s3';
import { CheerioWebBaseLoader } from '@langchain/community/document_loaders/web/cheerio';
import { PDFLoader } from '@langchain/community/document_loaders/fs/pdf';
import { OpenAIEmbeddings } from '@langchain/openai';
import { PineconeStore } from '@langchain/pinecone';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { MemoryVectorStore } from 'langchain/vectorstores/memory';

const embeddings = new OpenAIEmbeddings({ model: 'text-embedding-3-small' });
const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000 });

const pages = await new CheerioWebBaseLoader('https://acme.example/help').load();
const help = await MemoryVectorStore.fromDocuments(await splitter.splitDocuments(pages), embeddings);

const manuals = await PineconeStore.fromExistingIndex(embeddings, { indexName: 'manuals' });
await manuals.addDocuments(await new PDFLoader('docs/manual.pdf').load());
await manuals.addDocuments(await new S3Loader({ bucket: 'acme-manuals', key: 'all.pdf' }).load());

export const answer = (question: string) => help.asRetriever().invoke(question);
