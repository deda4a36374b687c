"""Builds the index of the handbook."""
from llama_index.core import SimpleDirectoryReader, VectorStoreIndex

documents = SimpleDirectoryReader("knowledge", recursive=True).load_data()
index = VectorStoreIndex.from_documents(documents)
engine = index.as_query_engine()
