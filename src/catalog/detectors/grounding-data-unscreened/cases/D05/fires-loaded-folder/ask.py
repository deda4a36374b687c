"""Answers questions about letters of customers."""
from llama_index.core import SimpleDirectoryReader, VectorStoreIndex

documents = SimpleDirectoryReader("letters", recursive=True).load_data()
index = VectorStoreIndex.from_documents(documents)


def ask(question: str) -> str:
    return str(index.as_query_engine().query(question))
