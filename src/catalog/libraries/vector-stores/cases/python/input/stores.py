import os

import faiss
import lancedb
import weaviate
from azure.core.credentials import AzureKeyCredential
from azure.search.documents import SearchClient
from openai import OpenAI
from pgvector.psycopg import register_vector
import psycopg
from pinecone import Pinecone
from pymilvus import MilvusClient
from qdrant_client import QdrantClient, models

berths = QdrantClient(url="http://qdrant.internal:6333", api_key=os.environ["QDRANT_API_KEY"])
berths.upsert("berths", points=[models.PointStruct(id=1, vector=[0.1], payload={"ship": "Dove"})])
trial = QdrantClient(":memory:")

index = Pinecone(api_key=os.environ["PINECONE_API_KEY"]).Index("pilot-books")
index.upsert(vectors=[("a", [0.1])])

wv = weaviate.connect_to_local(host="weaviate.internal")
ships = wv.collections.get("Ships")
ships.data.insert({"name": "Dove"})

cloud = MilvusClient(uri="https://harbour.zillizcloud.example:19530", token=os.environ["MILVUS_TOKEN"])
lite = MilvusClient("milvus_demo.db")
lite.insert(collection_name="tides", data=[])

table = lancedb.connect("data/lance").open_table("charts")
flat = faiss.IndexFlatL2(384)
connection = psycopg.connect("dbname=harbour")
register_vector(connection)
manuals = SearchClient("https://harbour.search.windows.net", "manuals", AzureKeyCredential(os.environ["SEARCH_KEY"]))

client = OpenAI()


def answer(question: str, vector):
    found = berths.query_points("berths", query=vector, limit=3)
    more = [index.query(vector=vector, top_k=3), ships.query.near_text(query=question), cloud.search("tides", [vector])]
    rows = table.search(vector).limit(2).to_list()
    manual = manuals.search(search_text=question)
    text = f"{found} {more} {rows} {manual} {flat.search(vector, 4)}"
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text + question}])
