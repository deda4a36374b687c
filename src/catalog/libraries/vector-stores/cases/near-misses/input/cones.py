from forest import pinecone
from harbour.qdrant_client import QdrantClient
from pinecone_design import Pinecone

QdrantClient(url="http://qdrant:6333").search("x")
Pinecone().Index("a").query(vector=[1])
pinecone.Index("b").fetch(["1"])
