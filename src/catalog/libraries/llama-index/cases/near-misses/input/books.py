"""The index of a book about llamas."""
from books import VectorStoreIndex

index = VectorStoreIndex.from_documents(["page 1"])
engine = index.as_query_engine()
