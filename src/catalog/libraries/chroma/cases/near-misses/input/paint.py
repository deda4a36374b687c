"""Chroma subsampling of pictures: no vector store."""
from colour import chromadb

client = chromadb.Client()
client.get_collection("blue").query()
