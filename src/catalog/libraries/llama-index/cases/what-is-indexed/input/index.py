import chromadb
from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex
from llama_index.core.node_parser import SentenceSplitter
from llama_index.readers.web import SimpleWebPageReader

contracts = SimpleDirectoryReader(input_dir="contracts").load_data()
nodes = SentenceSplitter(chunk_size=512).get_nodes_from_documents(contracts)
contract_index = VectorStoreIndex(nodes)

pages = SimpleWebPageReader(html_to_text=True).load_data(["https://blog.acme.example"])
storage = StorageContext.from_defaults(vector_store=chromadb.HttpClient(host="chroma.acme.example"))
page_index = VectorStoreIndex.from_documents(pages, storage_context=storage)

engine = contract_index.as_query_engine()
print(engine.query("When does it end?"))
