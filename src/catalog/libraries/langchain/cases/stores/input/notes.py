import chromadb
from langchain_chroma import Chroma
from langchain_community.vectorstores import FAISS, Qdrant
from langchain_core.tools import tool
from langchain_core.vectorstores import InMemoryVectorStore
from langchain_milvus import Milvus
from langchain_openai import OpenAIEmbeddings

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
on_disk = Chroma(collection_name="on-disk", embedding_function=embeddings, persist_directory="./db")
remote = Chroma(collection_name="remote", client=chromadb.HttpClient(host="chroma.acme.example"))
scratch = InMemoryVectorStore(embeddings)
kept = FAISS.from_texts(["a"], embeddings)
quick = Qdrant.from_texts(["a"], embeddings, location=":memory:", collection_name="quick")
served = Qdrant.from_texts(["a"], embeddings, url="http://qdrant:6333", collection_name="served")
lite = Milvus(embeddings, connection_args={"uri": "./milvus.db"}, collection_name="lite")
cluster = Milvus(embeddings, connection_args={"uri": "http://milvus:19530"}, collection_name="cluster")


@tool
def jot(note: str):
    """Keep a note while the program runs."""
    scratch.add_texts([note])
    return scratch.similarity_search(note)


@tool
def keep(note: str):
    """Keep a note."""
    kept.add_texts([note])
    kept.save_local("notes")


@tool
def share(note: str):
    """Share a note."""
    served.add_texts([note])
