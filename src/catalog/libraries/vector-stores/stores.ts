/** Vector stores by their clients: where each is reached, and which of its methods read and write. */
import type { Pick } from '../../../kit/define-library.ts';

export interface Store {
  readonly service: string;
  /** Calls that make the client. */
  readonly of: string;
  /** The address, where it is one of another program; a store without lives in the program or in its files. */
  readonly address?: Pick;
  readonly name?: Pick;
  readonly key?: readonly string[];
  /** Calls that give such a part; it belongs to the store. */
  readonly partMakers?: string;
  readonly reads: string;
  readonly writes: string;
  /** A vendor’s service, reached over TLS and with a key; the vendor where it is not called as the service is. */
  readonly isService?: true;
  readonly provider?: string;
  /** Gone with the program. */
  readonly isFleeting?: true;
  readonly reference: string;
}

const named = (...names: readonly string[]): Pick => ({ named: names });

export const pythonStores: readonly Store[] = [
  {
    service: 'qdrant',
    of: 'qdrant_client{,.qdrant_client,.async_qdrant_client}.{QdrantClient,AsyncQdrantClient}',
    address: { ...named('url', 'host', 'location'), at: 0 },
    key: ['api_key'],
    reads: 'search,query,query_points,query_batch_points,search_batch,retrieve,scroll,recommend',
    writes:
      'upsert,upload_points,upload_collection,upload_records,add,delete,update_vectors,set_payload,delete_collection',
    reference: 'https://qdrant.tech/documentation/interfaces/',
  },
  {
    service: 'pinecone',
    of: 'pinecone{,.grpc}{.Pinecone().Index,.PineconeGRPC().Index,.PineconeAsyncio().IndexAsyncio,.Index}',
    name: { ...named('name', 'host'), at: 0 },
    isService: true,
    reads: 'query,fetch,search,search_records,query_namespaces,list',
    writes: 'upsert,upsert_records,upsert_from_dataframe,update,delete',
    reference: 'https://docs.pinecone.io/reference/python-sdk',
  },
  {
    service: 'weaviate',
    of: 'weaviate.{connect_to_local,connect_to_custom,connect_to_weaviate_cloud,connect_to_wcs,use_async_with_local,use_async_with_custom,use_async_with_weaviate_cloud,Client}',
    address: { ...named('cluster_url', 'http_host', 'host', 'url'), at: 0 },
    key: ['auth_credentials', 'auth_client_secret'],
    partMakers: 'collections.get,collections.use,collections.create,collections.create_from_dict',
    reads:
      'query.near_text,query.near_vector,query.hybrid,query.bm25,query.fetch_objects,query.near_image,generate.near_text,generate.hybrid,generate.bm25,query.get',
    writes:
      'data.insert,data.insert_many,data.update,data.replace,data.delete_by_id,data.delete_many,collections.delete,data_object.create',
    reference: 'https://docs.weaviate.io/weaviate/connections',
  },
  {
    service: 'milvus',
    of: 'pymilvus{,.milvus_client.milvus_client}.{MilvusClient,AsyncMilvusClient}',
    address: { ...named('uri'), at: 0 },
    key: ['token', 'password'],
    reads: 'search,query,get,hybrid_search,query_iterator,search_iterator',
    writes: 'insert,upsert,delete,drop_collection',
    reference: 'https://milvus.io/docs/connect-to-milvus-server.md',
  },
  {
    service: 'milvus',
    of: 'pymilvus{,.orm.collection}.Collection',
    name: { ...named('name'), at: 0 },
    reads: 'search,query,hybrid_search',
    writes: 'insert,upsert,delete,drop',
    reference: 'https://milvus.io/docs/manage-collections.md',
  },
  {
    service: 'lancedb',
    of: 'lancedb.{connect,connect_async}',
    partMakers: 'open_table,create_table',
    reads: 'search,query,vector_search,to_pandas,to_arrow',
    writes: 'add,delete,update,merge_insert,drop_table',
    reference: 'https://lancedb.github.io/lancedb/python/python/',
  },
  {
    service: 'faiss',
    of: 'faiss.{IndexFlatL2,IndexFlatIP,IndexIVFFlat,IndexIVFPQ,IndexHNSWFlat,IndexIDMap,index_factory,read_index}',
    reads: 'search,range_search,reconstruct',
    writes: 'add,add_with_ids,remove_ids',
    isFleeting: true,
    reference: 'https://github.com/facebookresearch/faiss/wiki/Getting-started',
  },
  {
    service: 'azure-ai-search',
    of: 'azure.search.documents{,.aio}.SearchClient',
    name: { ...named('index_name'), at: 1 },
    isService: true,
    provider: 'azure',
    reads: 'search,get_document',
    writes: 'upload_documents,merge_documents,merge_or_upload_documents,delete_documents,index_documents',
    reference: 'https://learn.microsoft.com/en-us/python/api/overview/azure/search-documents-readme',
  },
  {
    service: 'redis',
    of: 'redisvl.index{,.index}.{SearchIndex,AsyncSearchIndex}{,.from_dict,.from_yaml,.from_existing}',
    address: named('redis_url'),
    reads: 'query,search,fetch,batch_query',
    writes: 'load,delete,drop_keys,clear',
    reference: 'https://docs.redisvl.com/en/latest/api/searchindex.html',
  },
  {
    service: 'turbopuffer',
    of: 'turbopuffer.{Turbopuffer,AsyncTurbopuffer}().namespace',
    name: { at: 0 },
    isService: true,
    reads: 'query',
    writes: 'write,delete_all',
    reference: 'https://turbopuffer.com/docs/quickstart',
  },
];

export const javascriptStores: readonly Store[] = [
  {
    service: 'qdrant',
    of: '@qdrant/js-client-rest.QdrantClient',
    address: named('url', 'host'),
    key: ['apiKey'],
    reads: 'search,query,queryGroups,retrieve,scroll,recommend',
    writes: 'upsert,delete,setPayload,updateVectors,deleteCollection',
    reference: 'https://qdrant.tech/documentation/interfaces/',
  },
  {
    service: 'pinecone',
    of: '@pinecone-database/pinecone.Pinecone().{index,Index}',
    name: { at: 0 },
    isService: true,
    partMakers: 'namespace',
    reads: 'query,fetch,searchRecords,listPaginated',
    writes: 'upsert,upsertRecords,update,deleteOne,deleteMany,deleteAll',
    reference: 'https://docs.pinecone.io/reference/typescript-sdk',
  },
  {
    service: 'weaviate',
    of: 'weaviate-client{,.default}.{connectToLocal,connectToCustom,connectToWeaviateCloud,connectToWCS}',
    address: { ...named('httpHost', 'host'), at: 0 },
    key: ['authCredentials'],
    partMakers: 'collections.get,collections.use,collections.create',
    reads:
      'query.nearText,query.nearVector,query.hybrid,query.bm25,query.fetchObjects,generate.nearText,generate.hybrid',
    writes: 'data.insert,data.insertMany,data.update,data.deleteById,data.deleteMany,collections.delete',
    reference: 'https://docs.weaviate.io/weaviate/connections',
  },
  {
    service: 'milvus',
    of: '@zilliz/milvus2-sdk-node.MilvusClient',
    address: { ...named('address'), at: 0 },
    key: ['token', 'password'],
    reads: 'search,query,get,hybridSearch',
    writes: 'insert,upsert,delete,dropCollection',
    reference: 'https://milvus.io/docs/install-node.md',
  },
  {
    service: 'lancedb',
    of: '@lancedb/lancedb{,.default}.connect',
    partMakers: 'openTable,createTable',
    reads: 'search,query,vectorSearch',
    writes: 'add,delete,update,mergeInsert,dropTable',
    reference: 'https://lancedb.github.io/lancedb/js/',
  },
  {
    service: 'azure-ai-search',
    of: '@azure/search-documents.SearchClient',
    name: { at: 1 },
    isService: true,
    provider: 'azure',
    reads: 'search,getDocument',
    writes: 'uploadDocuments,mergeDocuments,mergeOrUploadDocuments,deleteDocuments',
    reference: 'https://learn.microsoft.com/en-us/javascript/api/overview/azure/search-documents-readme',
  },
];
